using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>
/// Rebuilds loops, ifs and switches along the dominator tree. Every jump starts as a goto; <see cref="JumpCleaner"/> turns those
/// it can into break and continue, or drops them. What remains is a goto in the source as well.
/// </summary>
internal sealed class Structurer
{
    private readonly List<BasicBlock> _order;
    private readonly HashSet<BasicBlock> _joins;

    /// <summary>Blocks placed after a loop they leave.</summary>
    private readonly HashSet<BasicBlock> _placedAfterLoop = [];

    private Structurer(List<BasicBlock> order)
    {
        _order = order;
        _joins = [.. order.Where(block => ForwardEdgesInto(block) > 1)];
    }

    public static List<Statement> Build(List<BasicBlock> order) => new Structurer(order).Tree(order[0]);

    private static int ForwardEdgesInto(BasicBlock block) =>
        block.Predecessors.Where(p => p.Order < block.Order).Sum(p => p.Exit.Targets.Count(target => target == block));

    private List<Statement> JumpOrInline(BasicBlock from, BasicBlock to) =>
        to.Order <= from.Order || _joins.Contains(to) || _placedAfterLoop.Contains(to) ? [new Goto(to.Order)] : Tree(to);

    private List<Statement> Tree(BasicBlock block)
    {
        if (block.LoopBody is not { } body) return Node(block);
        var exits = _order
            .Where(b => !body.Contains(b) && body.Contains(b.ImmediateDominator!) && !_placedAfterLoop.Contains(b))
            .ToList();
        _placedAfterLoop.UnionWith(exits);
        var result = new List<Statement> { new LabelMark(block.Order), new Loop(block.Order, Node(block)) };
        foreach (var exit in exits) Append(result, exit);
        return result;
    }

    private List<Statement> Node(BasicBlock block)
    {
        var result = new List<Statement>(block.Statements);
        var joins = block.Dominated.Where(b => _joins.Contains(b) && !_placedAfterLoop.Contains(b)).OrderBy(b => b.Order).ToList();
        switch (block.Exit)
        {
            case ReturnExit exit: result.Add(new Return(exit.Value) { Place = block.ExitPlace }); break;
            case JumpExit jump: result.AddRange(JumpOrInline(block, jump.Target)); break;
            case BranchExit branch:
                result.Add(new If(branch.Condition, JumpOrInline(block, branch.Then), JumpOrInline(block, branch.Else)) { Place = block.ExitPlace });
                break;
            case SwitchExit choice: result.Add(BuildSwitch(block, choice)); break;
        }
        foreach (var join in joins) Append(result, join);
        return result;
    }

    private Switch BuildSwitch(BasicBlock block, SwitchExit choice)
    {
        var cases = new List<SwitchCase>();
        var values = choice.Cases.Select((target, value) => (Target: target, Value: (long)value)).Where(c => c.Target != choice.Default);
        foreach (var group in values.GroupBy(c => c.Target))
            cases.Add(new SwitchCase([.. group.Select(c => c.Value)], JumpOrInline(block, group.Key)));
        return new Switch(choice.Value, cases, JumpOrInline(block, choice.Default)) { Place = block.ExitPlace };
    }

    private void Append(List<Statement> result, BasicBlock block)
    {
        result.Add(new LabelMark(block.Order));
        result.AddRange(Tree(block));
    }
}
