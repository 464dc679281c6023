using System.Reflection;
using System.Reflection.Emit;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Il;

/// <summary>A method's instructions, cut into basic blocks, with its metadata tokens resolved in the method's generic context.</summary>
internal sealed class MethodIl
{
    private readonly MethodBase _method;
    private readonly Type[]? _typeArguments;
    private readonly Type[]? _methodArguments;
    private readonly Dictionary<int, int> _blockAtOffset = [];

    public MethodIl(MethodBase method)
    {
        _method = method;
        _typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        _methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        Body = method.GetMethodBody()!;
        Instructions = IlReader.Read(Body.GetILAsByteArray()!);
        LocalTypes = [.. Body.LocalVariables.Select(local => local.LocalType)];
        Blocks = FindBlocks();
    }

    public MethodBody Body { get; }

    public List<IlInstruction> Instructions { get; }

    public List<BasicBlock> Blocks { get; }

    public Type[] LocalTypes { get; }

    public BasicBlock BlockAt(long offset) => Blocks[_blockAtOffset[(int)offset]];

    public Type ResolveType(IlInstruction instruction) =>
        _method.Module.ResolveType((int)instruction.Integer, _typeArguments, _methodArguments);

    public FieldInfo ResolveField(IlInstruction instruction) =>
        _method.Module.ResolveField((int)instruction.Integer, _typeArguments, _methodArguments)!;

    public MethodBase ResolveMethod(IlInstruction instruction) =>
        _method.Module.ResolveMethod((int)instruction.Integer, _typeArguments, _methodArguments)!;

    /// <summary>The type, field or method that an ldtoken names.</summary>
    public MemberInfo ResolveMember(IlInstruction instruction) =>
        _method.Module.ResolveMember((int)instruction.Integer, _typeArguments, _methodArguments)!;

    public string ResolveString(IlInstruction instruction) => _method.Module.ResolveString((int)instruction.Integer);

    private List<BasicBlock> FindBlocks()
    {
        var indexAt = new Dictionary<int, int>();
        for (int i = 0; i < Instructions.Count; i++) indexAt[Instructions[i].Offset] = i;

        var leaders = new SortedSet<int> { 0 };
        for (int i = 0; i < Instructions.Count; i++)
        {
            var x = Instructions[i];
            if (x.IsBranch) leaders.Add(indexAt[(int)x.Integer]);
            foreach (int target in x.Targets ?? []) leaders.Add(indexAt[target]);
            if (EndsBlock(x) && i + 1 < Instructions.Count) leaders.Add(i + 1);
        }

        var starts = leaders.ToList();
        var blocks = new List<BasicBlock>();
        for (int k = 0; k < starts.Count; k++)
        {
            int last = (k + 1 < starts.Count ? starts[k + 1] : Instructions.Count) - 1;
            blocks.Add(new BasicBlock(k, starts[k], last));
            _blockAtOffset[Instructions[starts[k]].Offset] = k;
        }

        foreach (var block in blocks)
        {
            var x = Instructions[block.Last];
            foreach (int target in x.Targets ?? []) block.IlSuccessors.Add(_blockAtOffset[target]);
            if (x.IsBranch) block.IlSuccessors.Add(_blockAtOffset[(int)x.Integer]);
            bool fallsThrough = x.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
            if (fallsThrough && block.Last + 1 < Instructions.Count) block.IlSuccessors.Add(block.Id + 1);
        }
        foreach (var block in blocks)
            foreach (int successor in block.IlSuccessors.Distinct()) blocks[successor].IlPredecessors++;
        return blocks;
    }

    private static bool EndsBlock(IlInstruction x) =>
        x.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw;

    /// <summary>Numbers of values an instruction other than a call pops and pushes.</summary>
    public static (int Pops, int Pushes) StackEffect(OpCode op)
    {
        int pops = op.StackBehaviourPop switch
        {
            StackBehaviour.Pop0 => 0,
            StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref or StackBehaviour.Varpop => 1,
            StackBehaviour.Popref_popi_popi or StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi8 or
                StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref or
                StackBehaviour.Popref_popi_pop1 => 3,
            _ => 2,
        };
        int pushes = op.StackBehaviourPush switch { StackBehaviour.Push0 => 0, StackBehaviour.Push1_push1 => 2, _ => 1 };
        return (pops, pushes);
    }
}
