using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>
/// A local with one definition, all of whose uses follow it in the same block, is a temporary. Debug builds store every condition into
/// such a local; loops would not be recognised otherwise.
/// </summary>
internal static class TemporaryFinder
{
    public static void Mark(Function function, List<BasicBlock> blocks)
    {
        var definitions = new Dictionary<Variable, (BasicBlock Block, int Index)>();
        var rejected = new HashSet<Variable>();
        foreach (var block in blocks)
        {
            for (int i = 0; i < block.Statements.Count; i++)
            {
                switch (block.Statements[i])
                {
                    case Assign assign when !definitions.TryAdd(assign.Variable, (block, i)): rejected.Add(assign.Variable); break;
                    case Clear clear: rejected.Add(clear.Variable); break;
                    case Store store when ExprTools.Target(store.Pointer) is { } part: rejected.Add(part); break;
                }
            }
        }
        foreach (var block in blocks)
        {
            for (int i = 0; i < block.Statements.Count; i++)
                foreach (var e in block.Statements[i].Expressions) RejectEarlyUses(e, block, i);
            foreach (var e in AddressMarker.ExitExpressions(block.Exit)) RejectEarlyUses(e, block, block.Statements.Count);
        }
        foreach (var variable in definitions.Keys)
            variable.IsTemporary = !rejected.Contains(variable) && !variable.AddressTaken && !variable.IsParameter;

        void RejectEarlyUses(Expr e, BasicBlock block, int index) => ExprTools.Visit(e, x =>
        {
            if (x is not Read { Variable: var v }) return;
            if (!definitions.TryGetValue(v, out var definition) || definition.Block != block || definition.Index >= index) rejected.Add(v);
        });
    }
}
