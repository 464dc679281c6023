using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>Reverse post-order, dominators and natural loops.</summary>
internal static class ControlFlow
{
    /// <summary>The blocks in reverse post-order, analysed.</summary>
    public static List<BasicBlock> Analyse(List<BasicBlock> blocks)
    {
        var order = Order(blocks[0]);
        for (int i = 0; i < order.Count; i++) order[i].Order = i;
        FindDominators(order);
        FindLoops(order);
        return order;
    }

    public static bool Dominates(BasicBlock a, BasicBlock b)
    {
        while (b.Order > a.Order) b = b.ImmediateDominator!;
        return a == b;
    }

    private static List<BasicBlock> Order(BasicBlock entry)
    {
        var seen = new HashSet<BasicBlock>();
        var order = new List<BasicBlock>();
        void Visit(BasicBlock block)
        {
            if (!seen.Add(block)) return;
            foreach (var successor in block.Successors.Reverse()) Visit(successor);
            order.Add(block);
        }
        Visit(entry);
        order.Reverse();
        return order;
    }

    /// <summary>The iterative algorithm of Cooper, Harvey and Kennedy.</summary>
    private static void FindDominators(List<BasicBlock> order)
    {
        var entry = order[0];
        entry.ImmediateDominator = entry;
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var block in order.Skip(1))
            {
                BasicBlock? dominator = null;
                foreach (var predecessor in block.Predecessors)
                    if (predecessor.ImmediateDominator != null)
                        dominator = dominator == null ? predecessor : CommonDominator(predecessor, dominator);
                changed |= block.ImmediateDominator != dominator;
                block.ImmediateDominator = dominator;
            }
        }
        foreach (var block in order.Skip(1)) block.ImmediateDominator!.Dominated.Add(block);
    }

    private static BasicBlock CommonDominator(BasicBlock a, BasicBlock b)
    {
        while (a != b)
        {
            while (a.Order > b.Order) a = a.ImmediateDominator!;
            while (b.Order > a.Order) b = b.ImmediateDominator!;
        }
        return a;
    }

    private static void FindLoops(List<BasicBlock> order)
    {
        foreach (var block in order)
        {
            foreach (var header in block.Successors.Where(s => s.Order <= block.Order))
            {
                if (!Dominates(header, block))
                    throw new TranslationException("a goto into the middle of a loop", "use structured loops");
                header.LoopBody ??= [header];
                var work = new Stack<BasicBlock>([block]);
                while (work.TryPop(out var member))
                {
                    if (!header.LoopBody.Add(member)) continue;
                    foreach (var predecessor in member.Predecessors) work.Push(predecessor);
                }
            }
        }
    }
}
