using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Flow;

/// <summary>Turns the translated blocks of a method into a structured body: cleans the blocks, folds small diamonds, rebuilds loops and ifs.</summary>
internal static class FunctionShaper
{
    public static void Shape(Function function, List<BasicBlock> blocks)
    {
        foreach (var block in blocks)
            foreach (var successor in block.Successors) successor.Predecessors.Add(block);

        do
        {
            BlockMerger.MergeChains(blocks);
            AddressMarker.Mark(function, blocks);
            TemporaryFinder.Mark(function, blocks);
            foreach (var block in blocks) Forwarding.Forward(block);
            DeadVariables.Remove(function, blocks);
        }
        while (DiamondFolder.Fold(blocks));

        if (blocks is [{ Exit: ReturnExit exit } only])
        {
            function.IsStraightLine = true;
            function.Body = [.. only.Statements, new Return(exit.Value) { Place = only.ExitPlace }];
            return;
        }
        var order = ControlFlow.Analyse(blocks);
        function.Body = Structurer.Build(order);
        JumpCleaner.Clean(function.Body);
        Unrolling.Decide(function.Body);
    }
}
