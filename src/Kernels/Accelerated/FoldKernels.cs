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

/// <summary>What a reduction folds: elements by their position.</summary>
internal interface IElements<N> where N : unmanaged
{
    /// <summary>The element.</summary>
    N At(int position);
}

/// <summary>Elements that lie in memory.</summary>
internal struct StoredElements<N> : IElements<N> where N : unmanaged
{
    public ArrayView<N> X;

    /// <inheritdoc/>
    public readonly N At(int position) => X[position];
}

/// <summary>Elements that are computed when they are folded: f(a, b, c) of operands whose neighbours are one distance apart, as for the "Line" kernels of <see cref="ElementwiseKernels"/>.</summary>
internal struct ComputedElements<TF, N> : IElements<N> where TF : struct, IFunction3<N> where N : unmanaged
{
    public ArrayView<N> A, B, C;
    public int StepA, StepB, StepC;
    public TF F;

    /// <inheritdoc/>
    public N At(int position) => F.Invoke(A[position * StepA], B[position * StepB], C[position * StepC]);
}

/// <summary>The strided partial results of one chunk of a reduction.</summary>
internal struct FoldLeaves<TOp, TX, N> : ILeaves<N> where TOp : struct, IReduction where TX : struct, IElements<N> where N : unmanaged, INum<N>
{
    public TX X;
    public Shape Folded;
    public Steps FoldedX;
    public int Origin, First, Length;
    public TOp Op;

    /// <inheritdoc/>
    // Not readonly, like the members of what it calls: else those would be called on copies.
    public N Leaf(int j)
    {
        N result = X.At(Origin + FoldedX.Position(First + j, Folded));
        if (Folded.Rank == 1)
        {
            // The usual case, without the ladder in the loop.
            int from = Origin + First * FoldedX.S0;
            for (int k = j + ReductionOrder.Partials; k < Length; k += ReductionOrder.Partials)
                result = Op.Combine(result, X.At(from + k * FoldedX.S0));
        }
        else
        {
            for (int k = j + ReductionOrder.Partials; k < Length; k += ReductionOrder.Partials)
                result = Op.Combine(result, X.At(Origin + FoldedX.Position(First + k, Folded)));
        }
        return result;
    }

    /// <inheritdoc/>
    public N Combine(N a, N b) => Op.Combine(a, b);
}

/// <summary>Reductions in the order of <see cref="ReductionOrder"/>.</summary>
internal static class FoldKernels
{
    /// <summary>A group for every output and chunk: for long folds over neighbouring elements.</summary>
    public static void ByGroup<TOp, N>(ArrayView<N> x, ArrayView<N> y, FoldPlan plan, TOp op) where TOp : struct, IReduction where N : unmanaged, INum<N> =>
        ByGroup(Stored(x), y, plan, op);

    /// <summary>A thread for every output and chunk: for short folds, and where neighbouring outputs are neighbours in memory.</summary>
    public static void ByThread<TOp, N>(Index1D i, ArrayView<N> x, ArrayView<N> y, FoldPlan plan, TOp op) where TOp : struct, IReduction where N : unmanaged, INum<N> =>
        ByThread(i.X, Stored(x), y, plan, op);

    /// <summary>By groups, of x = f(a, b, c), which is not written.</summary>
    public static void ComputedByGroup<TOp, TF, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, ArrayView<N> y, FoldPlan plan, int sa, int sb, int sc, TOp op, TF f)
        where TOp : struct, IReduction where TF : struct, IFunction3<N> where N : unmanaged, INum<N> =>
        ByGroup(Computed(a, b, c, sa, sb, sc, f), y, plan, op);

    /// <summary>By threads, of x = f(a, b, c), which is not written.</summary>
    public static void ComputedByThread<TOp, TF, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, ArrayView<N> y, FoldPlan plan, int sa, int sb, int sc, TOp op, TF f)
        where TOp : struct, IReduction where TF : struct, IFunction3<N> where N : unmanaged, INum<N> =>
        ByThread(i.X, Computed(a, b, c, sa, sb, sc, f), y, plan, op);

    private static void ByGroup<TOp, TX, N>(TX x, ArrayView<N> y, FoldPlan plan, TOp op)
        where TOp : struct, IReduction where TX : struct, IElements<N> where N : unmanaged, INum<N>
    {
        var shared = SharedMemory.Allocate<N>(ReductionOrder.Partials);
        int output = Grid.IdxX / plan.Chunks, chunk = Grid.IdxX - output * plan.Chunks;
        var leaves = Leaves<TOp, TX, N>(x, plan, output, chunk, op);
        N result = Tree.ByGroup(leaves, leaves.Length, shared, ReductionOrder.Partials);
        if (Group.IdxX == 0) y[plan.KeptY.Position(output, plan.Kept) + chunk] = result;
    }

    private static void ByThread<TOp, TX, N>(int i, TX x, ArrayView<N> y, FoldPlan plan, TOp op)
        where TOp : struct, IReduction where TX : struct, IElements<N> where N : unmanaged, INum<N>
    {
        int chunk = i / plan.Outputs, output = i - chunk * plan.Outputs;
        var leaves = Leaves<TOp, TX, N>(x, plan, output, chunk, op);
        int count = leaves.Length < ReductionOrder.Partials ? leaves.Length : ReductionOrder.Partials;
        y[plan.KeptY.Position(output, plan.Kept) + chunk] = Tree.ByThread<FoldLeaves<TOp, TX, N>, N>(leaves, count);
    }

    private static FoldLeaves<TOp, TX, N> Leaves<TOp, TX, N>(TX x, FoldPlan plan, int output, int chunk, TOp op)
        where TOp : struct, IReduction where TX : struct, IElements<N> where N : unmanaged, INum<N>
    {
        FoldLeaves<TOp, TX, N> leaves = default;
        leaves.X = x;
        leaves.Folded = plan.Folded;
        leaves.FoldedX = plan.FoldedX;
        leaves.Origin = plan.KeptX.Position(output, plan.Kept);
        leaves.First = chunk * ReductionOrder.Chunk;
        leaves.Length = plan.LengthOf(chunk);
        leaves.Op = op;
        return leaves;
    }

    private static StoredElements<N> Stored<N>(ArrayView<N> x) where N : unmanaged
    {
        StoredElements<N> elements = default;
        elements.X = x;
        return elements;
    }

    private static ComputedElements<TF, N> Computed<TF, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, int sa, int sb, int sc, TF f) where TF : struct, IFunction3<N> where N : unmanaged
    {
        ComputedElements<TF, N> elements = default;
        elements.A = a;
        elements.B = b;
        elements.C = c;
        elements.StepA = sa;
        elements.StepB = sb;
        elements.StepC = sc;
        elements.F = f;
        return elements;
    }
}
