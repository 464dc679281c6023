using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Chooses how to fold: along rows or along columns. The order of the fold is the same.</summary>
internal static unsafe class Reduction
{
    /// <summary>Fewer neighbouring results than this are not worth vectors over columns.</summary>
    private const int FewColumns = 4;

    /// <summary>Folds x over the dimensions where y has size 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<V, T, TOp>(TOp op, in Operand x, in Operand y) where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IReduction
    {
        int results = y.Layout.Count;
        if (results == 0) return;
        if (results == 1 && x.Layout is { IsContiguous: true, Count: > 1 and <= ReductionOrder.Partials })
        {
            Few<V, T, TOp>(op, x, y);
            return;
        }
        if (x.Layout.IsContiguous && RowReduction<V, T, TOp>.TryShortRows(op, x, y)) return;
        Span<int> dims = stackalloc int[Layout.MaxRank];
        int n = Split(x.Layout, y.Layout, dims, out int kept);
        if (n == 0) Driver.Run(new FillLoop<T>(Fold<V, T, TOp>.Empty(op)), y);
        else if (n == 1) Driver.Run(new CopyLoop<T>(), x, y);
        else
        {
            int columns = Columns(x.Layout, dims[..kept], out int columnDims);
            dims = dims[..x.Layout.Rank];
            if (columns >= FewColumns)
            {
                var order = (stackalloc int[Layout.MaxRank])[..x.Layout.Rank];
                dims[..(kept - columnDims)].CopyTo(order);
                dims[kept..].CopyTo(order[(kept - columnDims)..]);
                var rows = Walk.Through(x, order[..^columnDims]);
                ColumnReduction<V, T, TOp>.Run(op, rows, results / columns, n, columns, Walk.Through(y, dims[..kept]));
            }
            else RowReduction<V, T, TOp>.Run(op, Walk.Through(x, dims), n, y);
        }
        GC.KeepAlive(x.Storage);
        GC.KeepAlive(y.Storage);
    }

    /// <summary>Everything into one number, where there is little of it: what the general way prepares would take longer than the fold.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Few<V, T, TOp>(TOp op, in Operand x, in Operand y) where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IReduction
    {
        byte* partials = stackalloc byte[Fold<V, T, TOp>.BufferBytes];
        *(T*)y.Pointer() = Fold<V, T, TOp>.Chunk(op, (T*)x.Pointer(), x.Layout.Count, (T*)partials);
        GC.KeepAlive(x.Storage);
        GC.KeepAlive(y.Storage);
    }

    /// <summary>The kept dimensions, then the folded ones. Returns the number of elements that fold into one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Split(Layout x, Layout y, Span<int> dims, out int kept)
    {
        int n = 1, at = 0;
        for (int d = 0; d < x.Rank; d++)
            if (!IsFolded(x, y, d))
                dims[at++] = d;
        kept = at;
        for (int d = 0; d < x.Rank; d++)
            if (IsFolded(x, y, d))
            {
                dims[at++] = d;
                n *= x.Sizes[d];
            }
        return n;
    }

    /// <summary>Whether a dimension is folded: dimensions of size 1 never are.</summary>
    public static bool IsFolded(Layout x, Layout y, int dim) => y.Sizes[dim] == 1 && x.Sizes[dim] != 1;

    /// <summary>How many results at the end of the kept dimensions have elements that are neighbours in x: the product of the last <paramref name="dims"/> kept dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Columns(Layout x, ReadOnlySpan<int> kept, out int dims)
    {
        int columns = 1;
        for (dims = 0; dims < kept.Length; dims++)
        {
            int dim = kept[^(dims + 1)];
            if (x.Sizes[dim] == 1) continue;
            if (x.Strides[dim] != columns) break;
            columns *= x.Sizes[dim];
        }
        return columns;
    }
}
