using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels;

/// <summary>A normalization in several passes over whole tensors, with the bits of the kernels that keep a row at hand: for what these do not take.</summary>
internal static class ComposedNormalization
{
    /// <summary>Runs <paramref name="op"/> along <paramref name="dim"/> with the other operations of a backend.</summary>
    public static void Run<TOp>(IBackend backend, TOp op, in Operand a, in Operand b, in Operand y, int dim) where TOp : struct, INormalization
    {
        var device = y.Storage.Device;
        Span<int> sizes = stackalloc int[Layout.MaxRank];
        sizes = sizes[..y.Layout.Rank];
        y.Layout.Sizes.CopyTo(sizes);
        sizes[dim] = 1;
        var kept = Layout.Contiguous(sizes);

        Storage? largest = null;
        var second = b;
        if (op.TakesLargest)
        {
            largest = new Storage(device, y.DType, kept.Count);
            backend.Reduce(new Maximum(), a, new(largest, kept));
            second = new(largest, kept.BroadcastTo(y.Layout.Sizes));
        }
        var terms = new Storage(device, y.DType, y.Layout.Count);
        var sum = new Storage(device, y.DType, kept.Count);
        Operand all = new(terms, y.Layout.Dense()), total = new(sum, kept);
        backend.Map(new TermOf<TOp>(op), a, second, all);
        backend.Reduce(new Sum(), all, total);
        terms.Release();
        backend.Map(new ResultOf<TOp>(op), a, second, new(sum, kept.BroadcastTo(y.Layout.Sizes)), y);
        sum.Release();
        largest?.Release();
    }

    /// <summary>Sees to it that both operands are contiguous, by a copy of one of them in y if need be.</summary>
    /// <returns>False when both would have to be copied.</returns>
    public static bool TryArrange<TOp>(IBackend backend, TOp op, ref Operand a, ref Operand b, in Operand y) where TOp : struct, INormalization
    {
        bool isSingle = op.TakesLargest;
        if (a.Layout.IsContiguous && (isSingle || b.Layout.IsContiguous)) return true;
        if (isSingle || b.Layout.IsContiguous)
        {
            // The other operand must not be what the copy overwrites.
            if (!isSingle && ReferenceEquals(b.Storage, y.Storage)) return false;
            backend.Copy(a, y);
            a = y;
            return true;
        }
        if (!a.Layout.IsContiguous || ReferenceEquals(a.Storage, y.Storage)) return false;
        backend.Copy(b, y);
        b = y;
        return true;
    }

    /// <summary>Term(a, b)</summary>
    private readonly struct TermOf<TOp>(TOp op) : IBinary where TOp : struct, INormalization
    {
        private readonly TOp _op = op;

        public N Forward<N>(N a, N b) where N : struct, IReal<N> => _op.Term(a, b);
    }

    /// <summary>The result of an element, where c is the sum of its row.</summary>
    private readonly struct ResultOf<TOp>(TOp op) : ITernary where TOp : struct, INormalization
    {
        private readonly TOp _op = op;

        public N Forward<N>(N a, N b, N c) where N : struct, IReal<N> => _op.Result(a, b, _op.Term(a, b), _op.Common(c));
    }
}

/// <summary>A contiguous tensor seen as [outer, length, inner], where the middle dimension is the one that an operation runs along.</summary>
internal readonly struct RowFrame
{
    /// <summary>Blocks, elements of a row, and rows whose elements are neighbours.</summary>
    public readonly int Outer, Length, Inner;

    public RowFrame(Layout layout, int dim)
    {
        (Outer, Length, Inner) = (1, 1, 1);
        for (int d = 0; d < layout.Rank; d++)
        {
            if (d < dim) Outer *= layout.Sizes[d];
            else if (d > dim) Inner *= layout.Sizes[d];
            else Length = layout.Sizes[d];
        }
    }

    public int Rows => Outer * Inner;
}
