using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>The chains of one scalar product.</summary>
internal struct DotLeaves<N> : ILeaves<N> where N : unmanaged, IReal<N>
{
    public ArrayView<N> A, B;
    public int FromA, FromB, StepA, StepB, Length;

    /// <inheritdoc/>
    public readonly N Leaf(int j)
    {
        N sum = N.Zero;
        for (int k = j; k < Length; k += ReductionOrder.DotChains)
            sum = N.Fma(A[FromA + k * StepA], B[FromB + k * StepB], sum);
        return sum;
    }

    /// <inheritdoc/>
    public readonly N Combine(N a, N b) => a + b;
}

/// <summary>Products with a single row or column, in the order of <see cref="ReductionOrder"/>.</summary>
internal static class DotKernels
{
    /// <summary>A group for every result: for long sums over neighbouring elements.</summary>
    public static void ByGroup<N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, Product size) where N : unmanaged, IReal<N> =>
        GroupResult(a, b, y, size, default(PlainEnding<N>));

    /// <summary>A group for every result, with an epilogue.</summary>
    public static void ByGroupThen<TF, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, ArrayView<N> y, Product size, TF f)
        where TF : struct, IFunction2<N> where N : unmanaged, IReal<N> => GroupResult(a, b, y, size, FunctionEnding<TF, N>.Of(c, f));

    /// <summary>A thread for every result: for short sums, and where neighbouring results read neighbouring elements.</summary>
    public static void ByThread<N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, Product size) where N : unmanaged, IReal<N> =>
        ThreadResult(i, a, b, y, size, default(PlainEnding<N>));

    /// <summary>A thread for every result, with an epilogue.</summary>
    public static void ByThreadThen<TF, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, ArrayView<N> y, Product size, TF f)
        where TF : struct, IFunction2<N> where N : unmanaged, IReal<N> => ThreadResult(i, a, b, y, size, FunctionEnding<TF, N>.Of(c, f));

    private static void GroupResult<TEnding, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, Product size, TEnding ending)
        where TEnding : struct, IEnding<N> where N : unmanaged, IReal<N>
    {
        var shared = SharedMemory.Allocate<N>(ReductionOrder.DotChains);
        int index = Grid.IdxX;
        var leaves = Leaves(index, a, b, size);
        N result = Tree.ByGroup(leaves, size.K, shared, ReductionOrder.DotChains);
        if (Group.IdxX == 0) Store(index, result, y, size, ending);
    }

    private static void ThreadResult<TEnding, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, Product size, TEnding ending)
        where TEnding : struct, IEnding<N> where N : unmanaged, IReal<N>
    {
        int count = size.K < ReductionOrder.DotChains ? size.K : ReductionOrder.DotChains;
        Store(i.X, Tree.ByThread<DotLeaves<N>, N>(Leaves(i.X, a, b, size), count), y, size, ending);
    }

    private static DotLeaves<N> Leaves<N>(int index, ArrayView<N> a, ArrayView<N> b, Product size) where N : unmanaged, IReal<N>
    {
        int rest = index / size.P, column = index - rest * size.P;
        int batch = rest / size.M, row = rest - batch * size.M;
        DotLeaves<N> leaves = default;
        leaves.A = a;
        leaves.B = b;
        leaves.FromA = batch * size.ABatch + row * size.ARow;
        leaves.FromB = batch * size.BBatch + column * size.BColumn;
        leaves.StepA = size.AColumn;
        leaves.StepB = size.BRow;
        leaves.Length = size.K;
        return leaves;
    }

    private static void Store<TEnding, N>(int index, N result, ArrayView<N> y, Product size, TEnding ending)
        where TEnding : struct, IEnding<N> where N : unmanaged, IReal<N>
    {
        int rest = index / size.P, column = index - rest * size.P;
        int batch = rest / size.M, row = rest - batch * size.M;
        y[batch * size.YBatch + row * size.YRow + column * size.YColumn] = ending.Apply(result, size, batch, row, column);
    }
}
