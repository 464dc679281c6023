using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>How the rows of a normalization lie: elements of a row, and elements between them.</summary>
internal struct RowPlan
{
    public int Length, Step;

    /// <summary>Where a row begins.</summary>
    public readonly int Origin(int row)
    {
        int block = row / Step;
        return block * Length * Step + (row - block * Step);
    }
}

/// <summary>The strided partial results of the largest of a row.</summary>
internal struct LargestLeaves<N> : ILeaves<N> where N : unmanaged, INum<N>
{
    public ArrayView<N> X;
    public int Origin, Step, Length;

    /// <inheritdoc/>
    public readonly N Leaf(int j)
    {
        N result = X[Origin + j * Step];
        for (int k = j + ReductionOrder.Partials; k < Length; k += ReductionOrder.Partials) result = N.Max(result, X[Origin + k * Step]);
        return result;
    }

    /// <inheritdoc/>
    public readonly N Combine(N a, N b) => N.Max(a, b);
}

/// <summary>The strided partial results of the sum of a row's terms.</summary>
internal struct TermLeaves<TOp, N> : ILeaves<N> where TOp : struct, INormalization where N : unmanaged, IReal<N>
{
    public ArrayView<N> A, B;
    public int Origin, Step, Length;
    public N Largest;
    public TOp Op;

    /// <inheritdoc/>
    public readonly N Leaf(int j)
    {
        N result = Term(j);
        for (int k = j + ReductionOrder.Partials; k < Length; k += ReductionOrder.Partials) result = result + Term(k);
        return result;
    }

    /// <inheritdoc/>
    public readonly N Combine(N a, N b) => a + b;

    /// <summary>The result of element k for the common value of the row.</summary>
    public readonly N Result(int k, N common) => Op.Result(A[Origin + k * Step], Second(k), Term(k), common);

    private readonly N Term(int k) => Op.Term(A[Origin + k * Step], Second(k));

    private readonly N Second(int k)
    {
        N second = Largest;
        if (!Op.TakesLargest) second = B[Origin + k * Step];
        return second;
    }
}

/// <summary>Normalizations of rows of at most <see cref="ReductionOrder.Chunk"/> elements. Results may overwrite an operand.</summary>
internal static class NormalizationKernels
{
    /// <summary>A group for every row.</summary>
    public static void ByGroup<TOp, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, RowPlan plan, TOp op) where TOp : struct, INormalization where N : unmanaged, IReal<N>
    {
        var shared = SharedMemory.Allocate<N>(ReductionOrder.Partials);
        int origin = plan.Origin(Grid.IdxX);
        N largest = default;
        if (op.TakesLargest)
        {
            largest = Tree.ByGroup(Largest(a, plan, origin), plan.Length, shared, ReductionOrder.Partials);
            // Everybody has read the result before the next tree overwrites it.
            Group.Barrier();
        }
        var terms = Terms(a, b, plan, origin, largest, op);
        N common = op.Common(Tree.ByGroup(terms, plan.Length, shared, ReductionOrder.Partials));
        for (int k = Group.IdxX; k < plan.Length; k += Group.DimX) y[origin + k * plan.Step] = terms.Result(k, common);
    }

    /// <summary>A thread for every row: for short rows, and where neighbouring rows are neighbours in memory.</summary>
    public static void ByThread<TOp, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, RowPlan plan, TOp op) where TOp : struct, INormalization where N : unmanaged, IReal<N>
    {
        int origin = plan.Origin(i.X), count = plan.Length < ReductionOrder.Partials ? plan.Length : ReductionOrder.Partials;
        N largest = default;
        if (op.TakesLargest) largest = Tree.ByThread<LargestLeaves<N>, N>(Largest(a, plan, origin), count);
        var terms = Terms(a, b, plan, origin, largest, op);
        N common = op.Common(Tree.ByThread<TermLeaves<TOp, N>, N>(terms, count));
        for (int k = 0; k < plan.Length; k++) y[origin + k * plan.Step] = terms.Result(k, common);
    }

    private static LargestLeaves<N> Largest<N>(ArrayView<N> a, RowPlan plan, int origin) where N : unmanaged, INum<N>
    {
        LargestLeaves<N> leaves = default;
        (leaves.X, leaves.Origin, leaves.Step, leaves.Length) = (a, origin, plan.Step, plan.Length);
        return leaves;
    }

    private static TermLeaves<TOp, N> Terms<TOp, N>(ArrayView<N> a, ArrayView<N> b, RowPlan plan, int origin, N largest, TOp op)
        where TOp : struct, INormalization where N : unmanaged, IReal<N>
    {
        TermLeaves<TOp, N> terms = default;
        (terms.A, terms.B, terms.Origin, terms.Step, terms.Length) = (a, b, origin, plan.Step, plan.Length);
        (terms.Largest, terms.Op) = (largest, op);
        return terms;
    }
}
