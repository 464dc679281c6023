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
    public int Origin, First, Length, FirstWinner, SecondPass, Largest;

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
        N better = Largest != 0 ? b.Value : a.Value, worse = Largest != 0 ? a.Value : b.Value;
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
        if (SecondPass != 0) candidate.At = (int)Winners[FirstWinner + First + j];
        candidate.Value = X[Origin + FoldedX.Position(candidate.At, Folded)];
        return candidate;
    }
}

/// <summary>The position of the largest or smallest element of every fold.</summary>
internal static class ArgKernels
{
    /// <summary>A group for every output and chunk. <paramref name="winners"/> is read in a second pass over the chunks of a first one.</summary>
    /// <param name="x">Elements.</param>
    /// <param name="winners">Of the first pass: [outputs, length].</param>
    /// <param name="y">Positions.</param>
    /// <param name="plan">The pass.</param>
    /// <param name="secondPass">1 when <paramref name="winners"/> is to be read.</param>
    /// <param name="largest">1 for the largest, 0 for the smallest.</param>
    public static void ByGroup<TConversion, N>(ArrayView<N> x, ArrayView<long> winners, ArrayView<long> y, FoldPlan plan, int secondPass, int largest)
        where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        var shared = SharedMemory.Allocate<Candidate<N>>(ReductionOrder.Partials);
        int output = Grid.IdxX / plan.Chunks, chunk = Grid.IdxX - output * plan.Chunks;
        ArgLeaves<TConversion, N> leaves = default;
        leaves.X = x;
        leaves.Winners = winners;
        leaves.Folded = plan.Folded;
        leaves.FoldedX = plan.FoldedX;
        leaves.Origin = plan.KeptX.Position(output, plan.Kept);
        leaves.First = chunk * ReductionOrder.Chunk;
        leaves.Length = plan.LengthOf(chunk);
        leaves.FirstWinner = output * plan.Length;
        leaves.SecondPass = secondPass;
        leaves.Largest = largest;
        Candidate<N> best = Tree.ByGroup(leaves, leaves.Length, shared, ReductionOrder.Partials);
        if (Group.IdxX == 0) y[plan.KeptY.Position(output, plan.Kept) + chunk] = best.At;
    }
}
