using Gpu.Kernels.Numbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>An element and its number in the fold.</summary>
internal struct Candidate<N> where N : unmanaged
{
    public N Value;
    public int At;
}

/// <summary>The best candidates of one chunk.</summary>
internal struct ArgLeaves<TConversion, N> : ILeaves<Candidate<N>> where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
{
    public ArrayView<N> X;

    /// <summary>In a second pass: the winners of the chunks of the first.</summary>
    public ArrayView<long> Winners;
    public Shape Folded;
    public Steps FoldedX;
    public int Origin, First, Length, FirstWinner;
    public ArgMode Mode;

    /// <inheritdoc/>
    public readonly Candidate<N> Leaf(int j)
    {
        Candidate<N> best = At(j);
        for (int k = j + ReductionOrder.Partials; k < Length; k += ReductionOrder.Partials)
            best = Combine(best, At(k));
        return best;
    }

    /// <summary>The larger or smaller one, NaN before all others; of equal ones the first.</summary>
    public readonly Candidate<N> Combine(Candidate<N> a, Candidate<N> b)
    {
        Mask<N> aIsNaN = N.NotEqual(a.Value, a.Value), bIsNaN = N.NotEqual(b.Value, b.Value);
        N better = Mode.Largest != 0 ? b.Value : a.Value, worse = Mode.Largest != 0 ? a.Value : b.Value;
        Mask<N> wins = (better > worse) | (bIsNaN & !aIsNaN);
        Mask<N> ties = N.Equal(a.Value, b.Value) | (aIsNaN & bIsNaN);
        bool second = Conversion.IsTrue<TConversion, N>(wins);
        if (Conversion.IsTrue<TConversion, N>(ties)) second = b.At < a.At;
        return second ? b : a;
    }

    private readonly Candidate<N> At(int j)
    {
        Candidate<N> candidate = default;
        candidate.At = First + j;
        if (Mode.SecondPass != 0) candidate.At = (int)Winners[FirstWinner + First + j];
        candidate.Value = X[Origin + FoldedX.Position(candidate.At, Folded)];
        return candidate;
    }
}

/// <summary>How an arg-reduction pass reads: where the winners of an earlier pass are, and which end is wanted.</summary>
internal struct ArgMode
{
    /// <summary>1 when the elements of this pass are the winners of the chunks of an earlier one.</summary>
    public int SecondPass;

    /// <summary>1 for the largest, 0 for the smallest.</summary>
    public int Largest;
}

/// <summary>The position of the largest or smallest element of every fold.</summary>
internal static class ArgKernels
{
    /// <summary>A group for every output and chunk: long folds.</summary>
    public static void ByGroup<TConversion, N>(ArrayView<N> x, ArrayView<long> winners, ArrayView<long> y, FoldPlan plan, ArgMode mode)
        where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        var shared = SharedMemory.Allocate<Candidate<N>>(ReductionOrder.Partials);
        int output = Grid.IdxX / plan.Chunks, chunk = Grid.IdxX - output * plan.Chunks;
        var leaves = Leaves<TConversion, N>(x, winners, plan, output, chunk, mode);
        Candidate<N> best = Tree.ByGroup(leaves, leaves.Length, shared, ReductionOrder.Partials);
        if (Group.IdxX == 0) y[plan.KeptY.Position(output, plan.Kept) + chunk] = best.At;
    }

    /// <summary>A thread for every output and chunk: short folds, such as classes.</summary>
    public static void ByThread<TConversion, N>(Index1D i, ArrayView<N> x, ArrayView<long> winners, ArrayView<long> y, FoldPlan plan, ArgMode mode)
        where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        int chunk = i.X / plan.Outputs, output = i.X - chunk * plan.Outputs;
        var leaves = Leaves<TConversion, N>(x, winners, plan, output, chunk, mode);
        int count = leaves.Length < ReductionOrder.Partials ? leaves.Length : ReductionOrder.Partials;
        Candidate<N> best = Tree.ByThread<ArgLeaves<TConversion, N>, Candidate<N>>(leaves, count);
        y[plan.KeptY.Position(output, plan.Kept) + chunk] = best.At;
    }

    private static ArgLeaves<TConversion, N> Leaves<TConversion, N>(ArrayView<N> x, ArrayView<long> winners, FoldPlan plan, int output, int chunk, ArgMode mode)
        where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        ArgLeaves<TConversion, N> leaves = default;
        leaves.X = x;
        leaves.Winners = winners;
        leaves.Folded = plan.Folded;
        leaves.FoldedX = plan.FoldedX;
        leaves.Origin = plan.KeptX.Position(output, plan.Kept);
        leaves.First = chunk * ReductionOrder.Chunk;
        leaves.Length = plan.LengthOf(chunk);
        leaves.FirstWinner = output * plan.Length;
        leaves.Mode = mode;
        return leaves;
    }
}
