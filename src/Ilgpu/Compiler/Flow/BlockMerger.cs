using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>Joins a block with its only successor when that has no other predecessor.</summary>
internal static class BlockMerger
{
    public static void MergeChains(List<BasicBlock> blocks)
    {
        for (int i = 0; i < blocks.Count;)
        {
            var block = blocks[i];
            if (block.Exit is not JumpExit { Target: var next } || next == block || next == blocks[0] || next.Predecessors.Count != 1)
            {
                i++;
                continue;
            }
            block.Statements.AddRange(next.Statements);
            block.Exit = next.Exit;
            block.ExitPlace = next.ExitPlace;
            foreach (var successor in next.Successors)
                successor.Predecessors[successor.Predecessors.IndexOf(next)] = block;
            int removed = blocks.IndexOf(next);
            blocks.RemoveAt(removed);
            if (removed < i) i--;
        }
    }
}
