using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>One pass of a reduction. Every output has <see cref="Length"/> elements in <see cref="Chunks"/> chunks; a pass gives one value a chunk.</summary>
internal struct FoldPlan
{
    /// <summary>The dimensions that stay, with the strides of input and output.</summary>
    public Shape Kept;
    public Steps KeptX, KeptY;

    /// <summary>The dimensions that are folded, with the strides of the input.</summary>
    public Shape Folded;
    public Steps FoldedX;

    /// <summary>Elements an output, chunks an output, outputs.</summary>
    public int Length, Chunks, Outputs;

    /// <summary>Elements of a chunk that exist.</summary>
    public readonly int LengthOf(int chunk)
    {
        int left = Length - chunk * ReductionOrder.Chunk;
        return left < ReductionOrder.Chunk ? left : ReductionOrder.Chunk;
    }
}

/// <summary>The strided partial results of one chunk of a reduction.</summary>
internal struct FoldLeaves<TOp, N> : ILeaves<N> where TOp : struct, IReduction where N : unmanaged, INum<N>
{
    public ArrayView<N> X;
    public Shape Folded;
    public Steps FoldedX;
    public int Origin, First, Length;
    public TOp Op;

    /// <inheritdoc/>
    public readonly N Leaf(int j)
    {
        N result = X[Origin + FoldedX.Position(First + j, Folded)];
        if (Folded.Rank == 1)
        {
            // The usual case, without the ladder in the loop.
            int from = Origin + First * FoldedX.S0;
            for (int k = j + ReductionOrder.Partials; k < Length; k += ReductionOrder.Partials)
                result = Op.Combine(result, X[from + k * FoldedX.S0]);
        }
        else
        {
            for (int k = j + ReductionOrder.Partials; k < Length; k += ReductionOrder.Partials)
                result = Op.Combine(result, X[Origin + FoldedX.Position(First + k, Folded)]);
        }
        return result;
    }

    /// <inheritdoc/>
    public readonly N Combine(N a, N b) => Op.Combine(a, b);
}

/// <summary>Reductions in the order of <see cref="ReductionOrder"/>.</summary>
internal static class FoldKernels
{
    /// <summary>A group for every output and chunk: for long folds over neighbouring elements.</summary>
    public static void ByGroup<TOp, N>(ArrayView<N> x, ArrayView<N> y, FoldPlan plan, TOp op) where TOp : struct, IReduction where N : unmanaged, INum<N>
    {
        var shared = SharedMemory.Allocate<N>(ReductionOrder.Partials);
        int output = Grid.IdxX / plan.Chunks, chunk = Grid.IdxX - output * plan.Chunks;
        var leaves = Leaves(x, plan, output, chunk, op);
        N result = Tree.ByGroup(leaves, leaves.Length, shared, ReductionOrder.Partials);
        if (Group.IdxX == 0) y[plan.KeptY.Position(output, plan.Kept) + chunk] = result;
    }

    /// <summary>A thread for every output and chunk: for short folds, and where neighbouring outputs are neighbours in memory.</summary>
    public static void ByThread<TOp, N>(Index1D i, ArrayView<N> x, ArrayView<N> y, FoldPlan plan, TOp op) where TOp : struct, IReduction where N : unmanaged, INum<N>
    {
        int chunk = i.X / plan.Outputs, output = i.X - chunk * plan.Outputs;
        var leaves = Leaves(x, plan, output, chunk, op);
        int count = leaves.Length < ReductionOrder.Partials ? leaves.Length : ReductionOrder.Partials;
        y[plan.KeptY.Position(output, plan.Kept) + chunk] = Tree.ByThread<FoldLeaves<TOp, N>, N>(leaves, count);
    }

    private static FoldLeaves<TOp, N> Leaves<TOp, N>(ArrayView<N> x, FoldPlan plan, int output, int chunk, TOp op) where TOp : struct, IReduction where N : unmanaged, INum<N>
    {
        FoldLeaves<TOp, N> leaves = default;
        leaves.X = x;
        leaves.Folded = plan.Folded;
        leaves.FoldedX = plan.FoldedX;
        leaves.Origin = plan.KeptX.Position(output, plan.Kept);
        leaves.First = chunk * ReductionOrder.Chunk;
        leaves.Length = plan.LengthOf(chunk);
        leaves.Op = op;
        return leaves;
    }
}
