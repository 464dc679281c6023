using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>Removes assignments to variables that nothing reads.</summary>
internal static class DeadVariables
{
    public static void Remove(Function function, List<BasicBlock> blocks)
    {
        for (bool changed = true; changed;)
        {
            var live = new HashSet<Variable>();
            void Visit(Expr e) => ExprTools.Visit(e, x =>
            {
                if (x is Read read) live.Add(read.Variable);
                if (x is AddressOf address) live.Add(address.Variable);
            });
            foreach (var block in blocks)
            {
                foreach (var statement in block.Statements)
                {
                    if (statement is Store store && ExprTools.Target(store.Pointer) != null) Visit(store.Value);
                    else foreach (var e in statement.Expressions) Visit(e);
                }
                foreach (var e in AddressMarker.ExitExpressions(block.Exit)) Visit(e);
            }
            changed = false;
            foreach (var block in blocks)
                changed |= block.Statements.RemoveAll(statement => IsDead(statement, live)) > 0;
        }
    }

    private static bool IsDead(Statement statement, HashSet<Variable> live) => statement switch
    {
        Assign assign => !live.Contains(assign.Variable) && !ExprTools.IsImpure(assign.Value),
        Clear clear => !live.Contains(clear.Variable),
        Store store => ExprTools.Target(store.Pointer) is { } part && !live.Contains(part) && !ExprTools.IsImpure(store.Value),
        Evaluate evaluate => !ExprTools.IsImpure(evaluate.Value),
        _ => false,
    };
}
