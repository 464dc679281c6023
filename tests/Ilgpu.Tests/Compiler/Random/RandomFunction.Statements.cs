using System.Reflection.Emit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <content>Statements.</content>
internal sealed partial class RandomFunction
{
    private const int MaxDepth = 3;
    private const int MaxLoops = 2;

    private readonly List<LocalBuilder> references = [];
    // The ends of the enclosing statements: where break, continue and goto lead.
    private readonly Stack<Label> targets = new();
    private int depth;
    private int loops;

    private void Body()
    {
        var end = il.DefineLabel();
        targets.Push(end);
        while (statements > 0) Statement();
        targets.Pop();
        il.MarkLabel(end);
    }

    private void Block()
    {
        for (int k = random.Next(1, 4); k > 0 && statements > 0; k--) Statement();
    }

    private void Statement()
    {
        statements--;
        int kind = random.Next(14);
        if (depth >= MaxDepth && kind < 5) kind = 13;
        depth++;
        switch (kind)
        {
            case 0 or 1: If(); break;
            case 2 when loops < MaxLoops: For(); break;
            case 3 when loops < MaxLoops: DoWhile(); break;
            case 4: Choose(); break;
            case 5:
                // break, continue or goto, out of any number of statements.
                var all = targets.ToArray();
                Jump(2, all[random.Next(all.Length)]);
                break;
            case 6: StructStatement(); break;
            case 7 when references.Count > 0:
                var reference = references[random.Next(references.Count)];
                Address(reference.LocalType.GetElementType()!);
                il.Emit(OpCodes.Stloc, reference);
                break;
            case 8 when callees.Count > 0 && calls < 2: Discard(callees[random.Next(callees.Count)]); break;
            default: Assign(); break;
        }
        depth--;
    }

    private void Assign()
    {
        if (random.Next(3) != 0)
        {
            var variable = variables[random.Next(variables.Count)];
            Value(variable.LocalType, 3);
            il.Emit(OpCodes.Stloc, variable);
            return;
        }

        var place = places[random.Next(places.Count)];
        place.Address();
        if (Opcodes.Integers.Contains(place.Type) && random.Next(3) == 0)
        {
            // A compound assignment.
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldobj, place.Type);
            Value(place.Type, 1);
            il.Emit(random.Next(2) == 0 ? OpCodes.Add : OpCodes.Xor);
            il.Narrow(place.Type);
        }
        else
        {
            Value(place.Type, 2);
        }

        il.Emit(OpCodes.Stobj, place.Type);
    }

    private void If()
    {
        var (otherwise, end) = (il.DefineLabel(), il.DefineLabel());
        Jump(2, otherwise);
        targets.Push(end);
        Block();
        if (random.Next(2) == 0)
        {
            il.Emit(OpCodes.Br, end);
            il.MarkLabel(otherwise);
            Block();
        }
        else
        {
            il.MarkLabel(otherwise);
        }

        targets.Pop();
        il.MarkLabel(end);
    }

    private void For()
    {
        var (counter, bound) = (il.DeclareLocal(typeof(int)), il.DeclareLocal(typeof(int)));
        var (test, body, step, end) = (il.DefineLabel(), il.DefineLabel(), il.DefineLabel(), il.DefineLabel());
        bool constant = loops == 0 && random.Next(4) == 0;
        if (!constant)
        {
            Index(1);
            il.Emit(OpCodes.Stloc, bound);
        }

        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Stloc, counter);
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(body);
        Inside(() => Block(), step, end);
        il.MarkLabel(step);
        il.Emit(OpCodes.Ldloc, counter);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, counter);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, counter);
        if (constant) il.Emit(OpCodes.Ldc_I4, random.Next(1, 5));
        else il.Emit(OpCodes.Ldloc, bound);
        il.Emit(OpCodes.Blt, body);
        il.MarkLabel(end);
    }

    /// <summary>At most four times, while a condition holds.</summary>
    private void DoWhile()
    {
        var rest = il.DeclareLocal(typeof(int));
        var (body, test, end) = (il.DefineLabel(), il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Ldc_I4_4);
        il.Emit(OpCodes.Stloc, rest);
        il.MarkLabel(body);
        Inside(() => Block(), test, end);
        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, rest);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Dup);
        il.Emit(OpCodes.Stloc, rest);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ble, end);
        Jump(1, body);
        il.MarkLabel(end);
    }

    private void Inside(Action body, Label proceed, Label end)
    {
        targets.Push(end);
        targets.Push(proceed);
        loops++;
        body();
        loops--;
        targets.Pop();
        targets.Pop();
    }

    private void Choose()
    {
        var cases = new[] { il.DefineLabel(), il.DefineLabel(), il.DefineLabel() };
        var end = il.DefineLabel();
        Index(2);
        int lowest = random.Next(2);
        if (lowest != 0)
        {
            il.Emit(OpCodes.Ldc_I4, lowest);
            il.Emit(OpCodes.Sub);
        }

        il.Emit(OpCodes.Switch, cases);
        targets.Push(end);
        if (random.Next(2) == 0) Block();
        il.Emit(OpCodes.Br, end);
        for (int k = 0; k < cases.Length; k++)
        {
            il.MarkLabel(cases[k]);
            Block();
            // goto case: only onwards, so that it ends.
            if (k + 1 < cases.Length && random.Next(4) == 0) Jump(1, cases[k + 1]);
            il.Emit(OpCodes.Br, end);
        }

        targets.Pop();
        il.MarkLabel(end);
    }

    /// <summary>Methods that change a struct or exchange two.</summary>
    private void StructStatement()
    {
        if (HasPlace(typeof(RandomPair)) && random.Next(2) == 0)
        {
            Address(typeof(RandomPair));
            Value(typeof(int), 1);
            il.Emit(OpCodes.Call, typeof(RandomPair).GetMethod(nameof(RandomPair.Bump))!);
            return;
        }

        var type = places[random.Next(places.Count)].Type;
        if (type == typeof(int) && random.Next(2) == 0)
        {
            Address(type);
            Value(typeof(long), 2);
            Call(nameof(RandomHelpers.Change));
            return;
        }

        Address(type);
        Address(type);
        il.Emit(OpCodes.Call, typeof(RandomHelpers).GetMethod(nameof(RandomHelpers.Swap))!.MakeGenericMethod(type));
    }

    private void Discard(System.Reflection.MethodInfo callee)
    {
        if (!Arguments(callee)) return;
        il.Emit(OpCodes.Pop);
    }
}
