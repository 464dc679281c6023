using System.Reflection;
using System.Reflection.Emit;

namespace ILGPU.Runtime.CPU.Resumable;

/// <summary>
/// Values that lie on the evaluation stack across a barrier, or across a call that was put in place, get locals. For that the types
/// on the stack are followed in one pass: a jump forward fixes the stack at its target, and behind an unconditional jump it is empty,
/// which IL promises for each method alone.
/// </summary>
internal sealed class StackSpiller
{
    // The address of something in the item's own frame, or a reference: it cannot live across a barrier.
    private static readonly Type? Unkept = null;

    private readonly List<Type> locals;
    private readonly Dictionary<Op, List<Type?>> stackAt = [];
    private readonly Dictionary<Op, (int First, List<Type?> Types)> stored = [];
    private List<Type?> stack = [];

    private StackSpiller(List<Type> locals)
    {
        this.locals = locals;
    }

    /// <summary>Reference locals that may point into the item's own frame.</summary>
    public HashSet<int> FrameAddresses { get; } = [];

    /// <summary>Rewrites the code so that the stack is empty at barriers.</summary>
    /// <exception cref="NotResumableException">A value there is of a kind that cannot be kept.</exception>
    public static HashSet<int> Rewrite(List<Op> code, List<Type> locals)
    {
        var spiller = new StackSpiller(locals);
        var rewritten = new List<Op>(code.Count);
        foreach (var op in code)
            spiller.Visit(op, rewritten);
        code.Clear();
        code.AddRange(rewritten);
        return spiller.FrameAddresses;
    }

    private void Visit(Op op, List<Op> output)
    {
        if (stackAt.TryGetValue(op, out var known))
            stack = [.. known];
        if (op.IsBarrier)
        {
            var (first, types) = Store(output);
            output.Add(op);
            Load(first, types, output);
        }
        else if (op.IsCallStart)
        {
            stored[op] = Store(output);
            output.Add(op);
        }
        else
        {
            output.Add(op);
            Apply(op);
            if (op.CallStart is { } start)
                Load(stored[start].First, stored[start].Types, output);
        }
    }

    private (int First, List<Type?> Types) Store(List<Op> output)
    {
        int first = locals.Count;
        foreach (var type in stack)
            locals.Add(type ?? throw new NotResumableException("the address of a local variable on the stack across a barrier"));
        for (int i = stack.Count - 1; i >= 0; i--)
            output.Add(new Op(OpCodes.Stloc, first + i));
        var types = stack;
        stack = [];
        return (first, types);
    }

    private void Load(int first, List<Type?> types, List<Op> output)
    {
        for (int i = 0; i < types.Count; i++)
            output.Add(new Op(OpCodes.Ldloc, first + i));
        stack = [.. types];
    }

    private void Apply(Op op)
    {
        var (pops, push) = Effect(op);
        if (op.Code == OpCodes.Stloc && locals[(int)op.Operand!].IsByRef && stack[^1] == Unkept)
            FrameAddresses.Add((int)op.Operand!);
        stack.RemoveRange(stack.Count - pops, pops);
        stack.AddRange(push);
        foreach (var target in op.Targets)
            stackAt.TryAdd(target, [.. stack]);
        if (op.Code == OpCodes.Br || op.Code == OpCodes.Throw)
            stack = [];
    }

    private (int Pops, Type?[] Push) Effect(Op op)
    {
        var (pops, pushes) = Compiler.Il.MethodIl.StackEffect(op.Code);
        switch (op.Operand)
        {
            case MethodBase method when op.Code == OpCodes.Newobj:
                return (method.GetParameters().Length, [Kept(method.DeclaringType!)]);
            case MethodBase method:
                int arguments = method.GetParameters().Length + (method.IsStatic ? 0 : 1);
                var result = (method as MethodInfo)?.ReturnType ?? typeof(void);
                return (arguments, result == typeof(void) ? [] : [ResultOf(method, result, arguments)]);
            case FieldInfo field when op.Code == OpCodes.Ldfld || op.Code == OpCodes.Ldsfld:
                return (pops, [Kept(field.FieldType)]);
            case FieldInfo field when op.Code == OpCodes.Ldflda:
                return (pops, [stack[^1] == Unkept ? Unkept : field.FieldType.MakeByRefType()]);
            case Type type when op.Code == OpCodes.Ldobj:
                return (pops, [Kept(type)]);
            case int local when op.Code == OpCodes.Ldloc:
                return (pops, [FrameAddresses.Contains(local) ? Unkept : Kept(locals[local])]);
        }

        if (op.Code == OpCodes.Dup)
            return (1, [stack[^1], stack[^1]]);
        return (pops, pushes == 0 ? [] : [ResultOf(op, pops)]);
    }

    private Type? ResultOf(Op op, int pops)
    {
        string name = op.Code.Name!;
        if (op.Code == OpCodes.Ldloca || op.Code == OpCodes.Ldsflda || op.Code.StackBehaviourPush == StackBehaviour.Pushref)
            return Unkept;
        if (op.Code.StackBehaviourPush == StackBehaviour.Pushi)
            return name is "conv.i" or "conv.u" or "ldind.i" or "ldelema" ? typeof(nint) : typeof(int);
        return op.Code.StackBehaviourPush switch
        {
            StackBehaviour.Pushi8 => typeof(long),
            StackBehaviour.Pushr4 => typeof(float),
            StackBehaviour.Pushr8 => name == "conv.r4" ? typeof(float) : typeof(double),
            StackBehaviour.Push1 when pops > 0 => Widest(stack[^pops], pops == 2 && name is not ("shl" or "shr" or "shr.un") ? stack[^1] : null),
            _ => Unkept,
        };
    }

    // Arithmetic on an address gives an address; on int and nint it gives nint.
    private static Type? Widest(Type? left, Type? right) =>
        right is null || left is null ? left : left.IsByRef || left == typeof(nint) || left.IsPointer ? left : Small(right) ? left : right;

    private static bool Small(Type type) => type == typeof(int) || type == typeof(byte) || type == typeof(bool) || type == typeof(short)
        || type == typeof(sbyte) || type == typeof(ushort) || type == typeof(uint) || type == typeof(char);

    // A reference that a call returns points into device memory, unless the call was given an address in the frame. The indexers of
    // views get the view's own address and return one in its memory.
    private Type? ResultOf(MethodBase method, Type result, int arguments)
    {
        if (!result.IsByRef || method.Module == typeof(StackSpiller).Module)
            return Kept(result);
        return stack.GetRange(stack.Count - arguments, arguments).Contains(Unkept) ? Unkept : result;
    }

    private static Type? Kept(Type type) =>
        type.IsByRef || type.IsPointer || type == typeof(CpuItem) || (type.IsValueType && FieldLayout.IsUnmanaged(type)) ? type : Unkept;
}
