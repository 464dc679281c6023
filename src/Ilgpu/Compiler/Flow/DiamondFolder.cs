using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>
/// Folds "if (c) x = a; else x = b;" of small pure values into x = c ? a : b, so that ternaries and short-circuit conditions stay expressions
/// and the functions that use them stay straight-line.
/// </summary>
internal static class DiamondFolder
{
    private const int SizeLimit = 24;

    public static bool Fold(List<BasicBlock> blocks)
    {
        bool changed = false;
        foreach (var block in blocks.ToList())
        {
            if (!blocks.Contains(block) || block.Exit is not BranchExit branch || branch.Then == branch.Else) continue;
            if (FoldReturns(blocks, block, branch))
            {
                changed = true;
                continue;
            }
            if (Arm(branch.Then, block) is not { } then || Arm(branch.Else, block) is not { } otherwise) continue;
            if (then.Join != otherwise.Join || then.Join == block || then.Values.Count == 0 || then.Values.Count != otherwise.Values.Count) continue;
            if (then.Values.Any(pair => !otherwise.Values.ContainsKey(pair.Key))) continue;
            // The condition is evaluated once per value.
            int conditionals = then.Values.Count(pair => !IsSame(pair.Value, otherwise.Values[pair.Key]));
            if (conditionals > 1 && !ExprTools.IsConstantOrTemporary(branch.Condition)) continue;
            if (then.Values.Keys.Any(variable => ExprTools.Mentions(branch.Condition, variable)) && then.Values.Count > 1) continue;
            // A value may not read a variable that an earlier one of the same arm sets.
            if (then.Values.Count > 1 && then.Values.Concat(otherwise.Values).Any(p => then.Values.Keys.Any(v => ExprTools.Mentions(p.Value, v)))) continue;
            if (ExprTools.IsImpure(branch.Condition)) continue;

            foreach (var (variable, value) in then.Values)
                block.Statements.Add(new Assign(variable, Select(branch.Condition, value, otherwise.Values[variable])) { Place = block.ExitPlace });
            block.Exit = new JumpExit(then.Join);
            then.Join.Predecessors.Remove(branch.Then);
            then.Join.Predecessors.Remove(branch.Else);
            then.Join.Predecessors.Add(block);
            blocks.Remove(branch.Then);
            blocks.Remove(branch.Else);
            changed = true;
        }
        return changed;
    }

    /// <summary>if (c) return a; return b; is return c ? a : b.</summary>
    private static bool FoldReturns(List<BasicBlock> blocks, BasicBlock block, BranchExit branch)
    {
        if (ReturnedValue(branch.Then, block) is not { } whenTrue || ReturnedValue(branch.Else, block) is not { } whenFalse) return false;
        if (ExprTools.IsImpure(branch.Condition)) return false;
        block.Exit = new ReturnExit(Select(branch.Condition, whenTrue, whenFalse));
        blocks.Remove(branch.Then);
        blocks.Remove(branch.Else);
        return true;
    }

    private static Expr? ReturnedValue(BasicBlock arm, BasicBlock from) =>
        arm is { Statements.Count: 0, Exit: ReturnExit { Value: { } value }, Predecessors: [var only] } && only == from &&
        !ExprTools.IsImpure(value) && ExprTools.Size(value) <= SizeLimit
            ? value
            : null;

    /// <summary>Values that were on the evaluation stack before the branch are the same in both arms.</summary>
    private static bool IsSame(Expr a, Expr b) => (a, b) switch
    {
        (Read x, Read y) => x.Variable == y.Variable,
        (Constant x, Constant y) => x.Type == y.Type && x.Integer == y.Integer && x.Real.Equals(y.Real),
        _ => false,
    };

    private static Expr Select(Expr condition, Expr whenTrue, Expr whenFalse) =>
        IsSame(whenTrue, whenFalse) ? whenTrue : Simplifier.Simplify(new Conditional(condition, whenTrue, whenFalse));

    private static (Dictionary<Variable, Expr> Values, BasicBlock Join)? Arm(BasicBlock arm, BasicBlock from)
    {
        if (arm.Predecessors.Count != 1 || arm.Predecessors[0] != from || arm.Exit is not JumpExit jump) return null;
        var values = new Dictionary<Variable, Expr>();
        foreach (var statement in arm.Statements)
        {
            if (statement is not Assign assign || ExprTools.IsImpure(assign.Value) || ExprTools.Size(assign.Value) > SizeLimit) return null;
            if (assign.Variable.AddressTaken || !values.TryAdd(assign.Variable, assign.Value)) return null;
        }
        return (values, jump.Target);
    }
}
