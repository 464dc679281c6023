using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>Finds the variables that may be reached through pointers. Setting a variable's own field does not count.</summary>
internal static class AddressMarker
{
    public static void Mark(Function function, List<BasicBlock> blocks)
    {
        foreach (var variable in function.Locals) variable.AddressTaken = false;
        foreach (var variable in function.Parameters) variable.AddressTaken = false;
        foreach (var block in blocks)
        {
            foreach (var statement in block.Statements)
            {
                bool ownField = statement is Store store && ExprTools.Target(store.Pointer) != null;
                foreach (var e in ownField ? [((Store)statement).Value] : statement.Expressions) Visit(e);
            }
            foreach (var e in ExitExpressions(block.Exit)) Visit(e);
        }

        static void Visit(Expr e) => ExprTools.Visit(e, x =>
        {
            if (x is AddressOf address) address.Variable.AddressTaken = true;
        });
    }

    public static IEnumerable<Expr> ExitExpressions(BlockExit exit) => exit switch
    {
        BranchExit branch => [branch.Condition],
        SwitchExit choice => [choice.Value],
        ReturnExit { Value: { } value } => [value],
        _ => [],
    };
}
