using System.Reflection.Emit;
using ILGPU;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>Emits the body of one random function long F(int x): locals of all types, control flow, local memory, calls.</summary>
internal sealed class RandomFunction(ILGenerator il, Random random)
{
    private const int MemorySize = 8;
    private const int StatementCount = 6;
    private static readonly Type[] Integers = [typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort)];
    private static readonly Type[] Types = [.. Integers, typeof(float), typeof(double)];

    private readonly List<LocalBuilder> _variables = [];
    private LocalBuilder _memory = null!;
    private int _depth;
    private int _loops;
    private (Label Break, Label Continue)? _loop;

    public void Emit()
    {
        _memory = il.DeclareLocal(typeof(ArrayView<int>));
        il.Emit(OpCodes.Ldc_I4, MemorySize);
        il.Emit(OpCodes.Call, typeof(LocalMemory).GetMethods().Single(m => m.Name == "Allocate").MakeGenericMethod(typeof(int)));
        il.Emit(OpCodes.Stloc, _memory);
        for (int k = 0; k < MemorySize; k++)
        {
            int at = k;
            StoreElement(() => il.Emit(OpCodes.Ldc_I4, at), () =>
            {
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(OpCodes.Ldc_I4, at);
                il.Emit(OpCodes.Mul);
            });
        }
        foreach (var type in Types)
        {
            var variable = il.DeclareLocal(type);
            il.Emit(OpCodes.Ldarg_0);
            Convert(typeof(int), type);
            il.Emit(OpCodes.Stloc, variable);
            _variables.Add(variable);
        }
        for (int k = 0; k < StatementCount; k++) Statement();
        Result();
        il.Emit(OpCodes.Ret);
    }

    /// <summary>A hash of everything the function computed.</summary>
    private void Result()
    {
        il.Emit(OpCodes.Ldc_I8, 17L);
        foreach (var variable in _variables) Combine(() =>
        {
            il.Emit(OpCodes.Ldloc, variable);
            Convert(variable.LocalType, typeof(long));
        });
        for (int k = 0; k < MemorySize; k++)
        {
            int at = k;
            Combine(() =>
            {
                LoadElement(() => il.Emit(OpCodes.Ldc_I4, at));
                il.Emit(OpCodes.Conv_I8);
            });
        }
    }

    private void Combine(Action value)
    {
        il.Emit(OpCodes.Ldc_I8, 31L);
        il.Emit(OpCodes.Mul);
        value();
        il.Emit(OpCodes.Add);
    }

    private void Statement()
    {
        if (_depth > 2)
        {
            Assign();
            return;
        }
        _depth++;
        switch (random.Next(10))
        {
            case 0: If(); break;
            case 1 when _loops < 2: For(); break;
            case 2: Choose(); break;
            case 3 when _loop is { } loop:
                Condition(2);
                il.Emit(OpCodes.Brtrue, random.Next(2) == 0 ? loop.Break : loop.Continue);
                break;
            case 4:
                il.Emit(OpCodes.Ldloca, Of(typeof(int)));
                Value(typeof(long), 2);
                il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Change))!);
                break;
            case 5: StoreElement(() => Index(2), () => Value(typeof(int), 2)); break;
            case 6 when random.Next(3) == 0:
                var stay = il.DefineLabel();
                Condition(1);
                il.Emit(OpCodes.Brfalse, stay);
                Value(typeof(long), 2);
                il.Emit(OpCodes.Ret);
                il.MarkLabel(stay);
                break;
            default: Assign(); break;
        }
        _depth--;
    }

    private void Assign()
    {
        var variable = _variables[random.Next(_variables.Count)];
        Value(variable.LocalType, 3);
        il.Emit(OpCodes.Stloc, variable);
    }

    private void If()
    {
        var otherwise = il.DefineLabel();
        var end = il.DefineLabel();
        Condition(2);
        il.Emit(OpCodes.Brfalse, otherwise);
        Block();
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(otherwise);
        if (random.Next(2) == 0) Block();
        il.MarkLabel(end);
    }

    private void For()
    {
        var counter = il.DeclareLocal(typeof(int));
        var (test, body, step, end) = (il.DefineLabel(), il.DefineLabel(), il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Stloc, counter);
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(body);
        var outer = _loop;
        _loop = (end, step);
        _loops++;
        Block();
        _loops--;
        _loop = outer;
        il.MarkLabel(step);
        il.Emit(OpCodes.Ldloc, counter);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, counter);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, counter);
        il.Emit(OpCodes.Ldc_I4, random.Next(1, 7));
        il.Emit(OpCodes.Blt, body);
        il.MarkLabel(end);
    }

    private void Choose()
    {
        var cases = new[] { il.DefineLabel(), il.DefineLabel(), il.DefineLabel() };
        var end = il.DefineLabel();
        Index(2);
        il.Emit(OpCodes.Switch, cases);
        if (random.Next(2) == 0) Block();
        il.Emit(OpCodes.Br, end);
        foreach (var label in cases)
        {
            il.MarkLabel(label);
            Block();
            il.Emit(OpCodes.Br, end);
        }
        il.MarkLabel(end);
    }

    private void Block()
    {
        for (int k = random.Next(1, 4); k > 0; k--) Statement();
    }

    /// <summary>Leaves a value of a type on the stack.</summary>
    private void Value(Type type, int depth)
    {
        bool real = type == typeof(float) || type == typeof(double);
        if (depth <= 0 || random.Next(5) == 0)
        {
            if (random.Next(3) == 0) Constant(type);
            else il.Emit(OpCodes.Ldloc, Of(type));
            return;
        }
        switch (random.Next(9))
        {
            case 0:
                var (otherwise, end) = (il.DefineLabel(), il.DefineLabel());
                Condition(depth - 1);
                il.Emit(OpCodes.Brfalse, otherwise);
                Value(type, depth - 1);
                il.Emit(OpCodes.Br, end);
                il.MarkLabel(otherwise);
                Value(type, depth - 1);
                il.MarkLabel(end);
                break;
            case 1:
                var from = Types[random.Next(Types.Length)];
                Value(from, depth - 1);
                Convert(from, type);
                break;
            case 2 when !real:
                // Divisor 1 to 8: neither zero nor overflow.
                Value(type, depth - 1);
                Constant(type, 1 + random.Next(8));
                il.Emit((random.Next(2), IsUnsigned(type)) switch { (0, false) => OpCodes.Div, (0, true) => OpCodes.Div_Un, (_, false) => OpCodes.Rem, _ => OpCodes.Rem_Un });
                Narrow(type);
                break;
            case 3 when !real:
                Value(type, depth - 1);
                Value(typeof(int), depth - 1);
                il.Emit(OpCodes.Ldc_I4, 31);
                il.Emit(OpCodes.And);
                il.Emit(random.Next(3) switch { 0 => OpCodes.Shl, 1 => IsUnsigned(type) ? OpCodes.Shr_Un : OpCodes.Shr, _ => OpCodes.Shr });
                Narrow(type);
                break;
            case 4:
                Value(type, depth - 1);
                il.Emit(real || random.Next(2) == 0 ? OpCodes.Neg : OpCodes.Not);
                Narrow(type);
                break;
            case 5: Call(type, depth); break;
            default:
                Value(type, depth - 1);
                Value(type, depth - 1);
                il.Emit(real
                    ? random.Next(4) switch { 0 => OpCodes.Add, 1 => OpCodes.Sub, 2 => OpCodes.Mul, _ => OpCodes.Div }
                    : random.Next(7) switch { 0 => OpCodes.Add, 1 => OpCodes.Sub, 2 or 3 => OpCodes.Mul, 4 => OpCodes.And, 5 => OpCodes.Or, _ => OpCodes.Xor });
                Narrow(type);
                break;
        }
    }

    private void Call(Type type, int depth)
    {
        switch (random.Next(4))
        {
            case 0:
                LoadElement(() => Index(depth - 1));
                Convert(typeof(int), type);
                break;
            case 1:
                Value(typeof(int), depth - 1);
                Value(typeof(uint), depth - 1);
                il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Mix))!);
                Convert(typeof(int), type);
                break;
            case 2:
                Value(typeof(long), depth - 1);
                il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Fold))!);
                Convert(typeof(long), type);
                break;
            default:
                Value(typeof(int), depth - 1);
                Value(typeof(double), depth - 1);
                il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Pair))!);
                Value(typeof(float), depth - 1);
                il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Blend))!);
                Convert(typeof(double), type);
                break;
        }
    }

    private void Condition(int depth)
    {
        var type = Types[random.Next(Types.Length)];
        Value(type, depth - 1);
        Value(type, depth - 1);
        bool unsigned = IsUnsigned(type);
        il.Emit(random.Next(3) switch { 0 => OpCodes.Ceq, 1 => unsigned ? OpCodes.Clt_Un : OpCodes.Clt, _ => unsigned ? OpCodes.Cgt_Un : OpCodes.Cgt });
        if (random.Next(3) != 0) return;
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ceq);
    }

    /// <summary>An index into local memory.</summary>
    private void Index(int depth)
    {
        Value(typeof(int), depth);
        il.Emit(OpCodes.Ldc_I4, MemorySize - 1);
        il.Emit(OpCodes.And);
    }

    private void LoadElement(Action index)
    {
        il.Emit(OpCodes.Ldloca, _memory);
        index();
        il.Emit(OpCodes.Call, RandomProgram.Element(typeof(ArrayView<int>)));
        il.Emit(OpCodes.Ldind_I4);
    }

    private void StoreElement(Action index, Action value)
    {
        il.Emit(OpCodes.Ldloca, _memory);
        index();
        il.Emit(OpCodes.Call, RandomProgram.Element(typeof(ArrayView<int>)));
        value();
        il.Emit(OpCodes.Stind_I4);
    }

    private LocalBuilder Of(Type type) => _variables.First(v => v.LocalType == type);

    private void Constant(Type type, int? value = null)
    {
        int number = value ?? random.Next(5) switch { 0 => 0, 1 => 1, 2 => -1, 3 => random.Next(-70000, 70000), _ => random.Next(int.MinValue, int.MaxValue) };
        if (type == typeof(float)) il.Emit(OpCodes.Ldc_R4, number * 0.37f);
        else if (type == typeof(double)) il.Emit(OpCodes.Ldc_R8, number * 0.37);
        else if (type == typeof(long) || type == typeof(ulong)) il.Emit(OpCodes.Ldc_I8, value ?? number * 65537L);
        else
        {
            il.Emit(OpCodes.Ldc_I4, number);
            Narrow(type);
        }
    }

    private static bool IsUnsigned(Type type) => type == typeof(uint) || type == typeof(ulong) || type == typeof(byte) || type == typeof(ushort);

    /// <summary>Arithmetic on short integers happens in int32; back to the type, as a C# cast does it.</summary>
    private void Narrow(Type type)
    {
        if (type == typeof(byte)) il.Emit(OpCodes.Conv_U1);
        else if (type == typeof(sbyte)) il.Emit(OpCodes.Conv_I1);
        else if (type == typeof(short)) il.Emit(OpCodes.Conv_I2);
        else if (type == typeof(ushort)) il.Emit(OpCodes.Conv_U2);
        else if (type == typeof(float)) il.Emit(OpCodes.Conv_R4);
    }

    /// <summary>The conversion that C# emits for a cast.</summary>
    private void Convert(Type from, Type to)
    {
        if (from == to) return;
        bool unsigned = IsUnsigned(from);
        if (to == typeof(float) || to == typeof(double))
        {
            if (unsigned && (from == typeof(uint) || from == typeof(ulong))) il.Emit(OpCodes.Conv_R_Un);
            il.Emit(to == typeof(float) ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
        }
        else if (to == typeof(long)) il.Emit(unsigned ? OpCodes.Conv_U8 : OpCodes.Conv_I8);
        else if (to == typeof(ulong)) il.Emit(unsigned || from == typeof(float) || from == typeof(double) ? OpCodes.Conv_U8 : OpCodes.Conv_I8);
        else if (to == typeof(int)) il.Emit(OpCodes.Conv_I4);
        else if (to == typeof(uint)) il.Emit(OpCodes.Conv_U4);
        else Narrow(to);
    }
}
