using System.Reflection;
using System.Reflection.Emit;
using ILGPU;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <content>Expressions: each leaves a value, an address or a decision.</content>
internal sealed partial class RandomFunction
{
    /// <summary>Leaves a value of a type on the stack.</summary>
    private void Value(Type type, int depth)
    {
        if (depth <= 0 || random.Next(5) == 0) Simple(type);
        else if (random.Next(9) == 0) Ternary(() => Value(type, depth - 1), () => Value(type, depth - 1), depth);
        else if (!CalledFor(type)) Compute(type, depth);
    }

    private void Simple(Type type)
    {
        if (HasPlace(type) && random.Next(3) != 0) Load(Some(type));
        else if (type.IsPrimitive && random.Next(2) == 0)
        {
            var from = places.Where(place => place.Type.IsPrimitive).Select(place => place.Type).Distinct().ToArray();
            var source = Some(from[random.Next(from.Length)]);
            Load(source);
            il.Convert(source.Type, type);
        }
        else if (type.IsPrimitive) il.Constant(type, Number());
        else
        {
            // A struct of which some fields are set.
            var fresh = il.DeclareLocal(type);
            il.Emit(OpCodes.Ldloca, fresh);
            il.Emit(OpCodes.Initobj, type);
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public).Where(_ => random.Next(4) != 0))
            {
                il.Emit(OpCodes.Ldloca, fresh);
                Value(field.FieldType, 0);
                il.Emit(OpCodes.Stfld, field);
            }

            il.Emit(OpCodes.Ldloc, fresh);
        }
    }

    private int Number() => random.Next(5) switch { 0 => 0, 1 => 1, 2 => -1, 3 => random.Next(-70000, 70000), _ => random.Next(int.MinValue, int.MaxValue) };

    /// <summary>Calls a random function of this program where it has one that gives this type.</summary>
    private bool CalledFor(Type type)
    {
        var fitting = callees.Where(callee => callee.ReturnType == type).ToArray();
        return fitting.Length > 0 && calls < 2 && random.Next(3) == 0 && Arguments(fitting[random.Next(fitting.Length)]);
    }

    /// <summary>Calls a function where all its arguments can be had.</summary>
    private bool Arguments(MethodInfo callee)
    {
        var types = RandomProgram.ParametersOf(callee);
        if (types.Any(type => (type.IsByRef && !HasPlace(type.GetElementType()!)) || (IsView(type) && !parameters.Contains(type)))) return false;
        calls++;
        foreach (var type in types)
        {
            if (type.IsByRef) Address(type.GetElementType()!);
            else if (IsView(type)) il.Emit(OpCodes.Ldarg, (short)Array.IndexOf(parameters, type));
            else Value(type, 1);
        }

        il.Emit(OpCodes.Call, callee);
        return true;
    }

    private void Compute(Type type, int depth)
    {
        if (!type.IsPrimitive) ComputeStruct(type, depth);
        else if (random.Next(4) == 0) ComputeFromStruct(type, depth);
        else if (Opcodes.IsReal(type)) ComputeReal(type, depth);
        else ComputeInteger(type, depth);
    }

    private void ComputeInteger(Type type, int depth)
    {
        Value(type, depth - 1);
        switch (random.Next(6))
        {
            case 0:
                // Divisor 1 to 8: neither zero nor overflow.
                il.Constant(type, 1 + random.Next(8));
                il.Emit((random.Next(2), Opcodes.IsUnsigned(type)) switch { (0, false) => OpCodes.Div, (0, true) => OpCodes.Div_Un, (_, false) => OpCodes.Rem, _ => OpCodes.Rem_Un });
                break;
            case 1:
                Value(typeof(int), depth - 1);
                il.Emit(OpCodes.Ldc_I4, type == typeof(long) || type == typeof(ulong) ? 63 : 31);
                il.Emit(OpCodes.And);
                il.Emit(random.Next(3) switch { 0 => OpCodes.Shl, 1 => Opcodes.IsUnsigned(type) ? OpCodes.Shr_Un : OpCodes.Shr, _ => OpCodes.Shr });
                break;
            case 2: il.Emit(random.Next(2) == 0 ? OpCodes.Neg : OpCodes.Not); break;
            default:
                Value(type, depth - 1);
                il.Emit(random.Next(7) switch { 0 => OpCodes.Add, 1 => OpCodes.Sub, 2 or 3 => OpCodes.Mul, 4 => OpCodes.And, 5 => OpCodes.Or, _ => OpCodes.Xor });
                break;
        }

        il.Narrow(type);
    }

    private void ComputeReal(Type type, int depth)
    {
        Value(type, depth - 1);
        if (random.Next(6) == 0) il.Emit(OpCodes.Neg);
        else
        {
            Value(type, depth - 1);
            il.Emit(random.Next(4) switch { 0 => OpCodes.Add, 1 => OpCodes.Sub, 2 => OpCodes.Mul, _ => OpCodes.Div });
        }

        il.Narrow(type);
    }

    /// <summary>A number out of a struct or a call, converted.</summary>
    private void ComputeFromStruct(Type type, int depth)
    {
        switch (random.Next(6))
        {
            case 0:
                Value(typeof(int), depth - 1);
                Value(typeof(uint), depth - 1);
                Call(nameof(RandomHelpers.Mix));
                il.Convert(typeof(int), type);
                break;
            case 1:
                Value(typeof(long), depth - 1);
                Call(nameof(RandomHelpers.Fold));
                il.Convert(typeof(long), type);
                break;
            case 2:
                Value(typeof(RandomPair), depth - 1);
                Value(typeof(RandomPair), 0);
                il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Total))!.MakeGenericMethod(typeof(RandomPair)));
                il.Convert(typeof(long), type);
                break;
            case 3 when HasPlace(typeof(RandomNested)):
                Address(typeof(RandomNested));
                il.Emit(OpCodes.Call, typeof(RandomNested).GetMethod(nameof(RandomNested.Deep))!);
                il.Emit(OpCodes.Ldind_I4);
                il.Convert(typeof(int), type);
                break;
            case 4:
                Condition(depth - 1);
                il.Convert(typeof(int), type);
                break;
            default:
                // A field of a value that has no address.
                var from = Structs[random.Next(Structs.Length)];
                var fields = from.GetFields(BindingFlags.Instance | BindingFlags.Public).Where(field => field.FieldType.IsPrimitive).ToArray();
                if (fields.Length == 0)
                {
                    Simple(type);
                    break;
                }

                var field = fields[random.Next(fields.Length)];
                Value(from, depth - 1);
                il.Emit(OpCodes.Ldfld, field);
                il.Convert(field.FieldType, type);
                break;
        }
    }

    private void ComputeStruct(Type type, int depth)
    {
        if (type == typeof(RandomPair) && random.Next(2) == 0)
        {
            Value(type, depth - 1);
            Value(type, depth - 1);
            il.Emit(OpCodes.Call, typeof(RandomPair).GetMethod("op_Addition")!);
        }
        else if (type == typeof(RandomNested) && HasPlace(type) && random.Next(2) == 0)
        {
            Address(type);
            il.Emit(OpCodes.Call, type.GetMethod(nameof(RandomNested.Turned))!);
        }
        else if (type == typeof((int, RandomBox<float>)) && random.Next(2) == 0)
        {
            Value(typeof(RandomNested), depth - 1);
            Call(nameof(RandomHelpers.Split));
        }
        else if (type == typeof(RandomBox<RandomBox<float>>) && HasPlace(typeof(RandomBox<float>)) && random.Next(2) == 0)
        {
            Address(typeof(RandomBox<float>));
            il.Emit(OpCodes.Call, typeof(RandomBox<float>).GetMethod("Boxed")!);
        }
        else if (type.GetMethod("With") is { } with && HasPlace(type) && random.Next(2) == 0)
        {
            Address(type);
            Value(with.GetParameters()[0].ParameterType, depth - 1);
            il.Emit(OpCodes.Call, with);
        }
        else if (HasPlace(type) && random.Next(3) == 0)
        {
            Value(typeof(int), 1);
            Value(type, 0);
            Address(type);
            il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Pick))!.MakeGenericMethod(type));
        }
        else
        {
            Simple(type);
        }
    }

    /// <summary>The address of some place of a type, or of one of two.</summary>
    private void Address(Type type)
    {
        if (random.Next(4) == 0) Ternary(Some(type).Address, Some(type).Address, 1);
        else Some(type).Address();
    }

    private void Ternary(Action first, Action second, int depth)
    {
        var (otherwise, end) = (il.DefineLabel(), il.DefineLabel());
        Jump(depth - 1, otherwise);
        first();
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(otherwise);
        second();
        il.MarkLabel(end);
    }

    /// <summary>Leaves 0 or 1.</summary>
    private void Condition(int depth)
    {
        var type = Opcodes.Scalars[random.Next(Opcodes.Scalars.Length)];
        Value(type, depth - 1);
        Value(type, depth - 1);
        il.Emit(Opcodes.Comparison(type, random));
        if (random.Next(3) != 0) return;
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ceq);
    }

    /// <summary>Goes to a label where a condition holds: one comparison, or two joined by 'and' or 'or'.</summary>
    private void Jump(int depth, Label target)
    {
        if (random.Next(3) == 0)
        {
            Condition(depth);
            il.Emit(random.Next(2) == 0 ? OpCodes.Brtrue : OpCodes.Brfalse, target);
            return;
        }

        var type = Opcodes.Scalars[random.Next(Opcodes.Scalars.Length)];
        Value(type, depth - 1);
        Value(type, depth - 1);
        int joined = random.Next(4);
        var skip = il.DefineLabel();
        il.Emit(Opcodes.Jump(type, random), joined == 0 ? skip : target);
        if (joined > 1) return;
        Condition(depth - 1);
        il.Emit(OpCodes.Brtrue, target);
        il.MarkLabel(skip);
    }
}
