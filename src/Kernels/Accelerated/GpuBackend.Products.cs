using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

internal sealed partial class GpuBackend
{
    /// <summary>The least rows, columns and depth that fill a tile well enough.</summary>
    private const int SmallestTiled = 16;

    /// <inheritdoc/>
    public void MatMul(in Operand a, in Operand b, in Operand y)
    {
        if (y.Layout.Count == 0) return;
        var size = SizesOf(a.Layout, b.Layout, y.Layout);
        if (size.K == 0) Fill(y, 0);
        else if (y.DType == DType.Float32) MatMul<F32>(a, b, y, size);
        else MatMul<F64>(a, b, y, size);
    }

    private void MatMul<N>(in Operand a, in Operand b, in Operand y, in Product size) where N : unmanaged, IReal<N>
    {
        ArrayView<N> av = View<N>(a), bv = View<N>(b), yv = View<N>(y);
        if (size.M == 1 || size.P == 1) Dot(av, bv, yv, size);
        else if (IsSmall(size)) ProductByThread(av, bv, yv, size);
        else if (TakesTile64) Tiled<Tile64, N>(av, bv, yv, size);
        else Tiled<Tile16, N>(av, bv, yv, size);
        Keep(a, b, y);
    }

    /// <inheritdoc/>
    public void MatMul<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, IBinary
    {
        if (y.Layout.Count == 0) return;
        var size = SizesOf(a.Layout, b.Layout, y.Layout);
        (size.CBatch, size.CRow, size.CColumn) = (c.Layout.Strides[0], c.Layout.Strides[1], c.Layout.Strides[2]);
        if (size.K == 0)
        {
            Fill(y, 0);
            Map(op, y, c, y);
        }
        else if (y.DType == DType.Float32) MatMul<Real2<TOp, F32>, F32>(new(op), a, b, c, y, size);
        else MatMul<Real2<TOp, F64>, F64>(new(op), a, b, c, y, size);
    }

    private void MatMul<TF, N>(TF f, in Operand a, in Operand b, in Operand c, in Operand y, in Product size) where TF : struct, IFunction2<N> where N : unmanaged, IReal<N>
    {
        ArrayView<N> av = View<N>(a), bv = View<N>(b), cv = View<N>(c), yv = View<N>(y);
        int count = size.Batch * size.M * size.P;
        if (size.M == 1 || size.P == 1)
        {
            if (DotsByThread(size, count))
                LoadedKernel<DotTag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product, TF>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
                    Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product, TF>(DotKernels.ByThreadThen))(count, av, bv, cv, yv, size, f);
            else
                LoadedKernel<DotTag, Action<KernelConfig, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product, TF>>.On(this, static a => a.LoadStreamKernel<
                    ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product, TF>(DotKernels.ByGroupThen))(new(count, Math.Min(GroupSize, ReductionOrder.DotChains)), av, bv, cv, yv, size, f);
        }
        else if (IsSmall(size))
            LoadedKernel<ProductTag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product, TF>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
                Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product, TF>(ProductKernels.ByThreadThen))(count, av, bv, cv, yv, size, f);
        else if (TakesTile64) TiledThen<Tile64, TF, N>(av, bv, cv, yv, size, f);
        else TiledThen<Tile16, TF, N>(av, bv, cv, yv, size, f);
        Keep(a, b, y);
        GC.KeepAlive(c.Storage);
    }

    private void TiledThen<TTile, TF, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, ArrayView<N> y, in Product size, TF f)
        where TTile : struct, ITile where TF : struct, IFunction2<N> where N : unmanaged, IReal<N> =>
        LoadedKernel<TTile, Action<KernelConfig, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product, TF>>.On(this, static a => a.LoadStreamKernel<
            ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product, TF>(ProductKernels.TiledThen<TTile, TF, N>))(Tiles<TTile>(size), a, b, c, y, size, f);

    private bool IsSmall(in Product size) => Math.Min(Math.Min(size.M, size.P), size.K) < SmallestTiled || GroupSize < 16;

    private bool TakesTile64 => GroupSize >= 64 && Accelerator.MaxNumThreadsPerGroup >= 256;

    private static bool DotsByThread(in Product size, int count) => size.K <= ShortFold || ((size.M == 1 ? size.BColumn == 1 : size.ARow == 1) && count >= ManyResults);

    private static KernelConfig Tiles<TTile>(in Product size) where TTile : struct, ITile =>
        new(size.Batch * ((size.M + TTile.Rows - 1) / TTile.Rows) * ((size.P + TTile.Columns - 1) / TTile.Columns), TTile.Rows / TTile.RowsEach * (TTile.Columns / TTile.ColumnsEach));

    private void Dot<N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, in Product size) where N : unmanaged, IReal<N>
    {
        int count = size.Batch * size.M * size.P;
        if (DotsByThread(size, count))
            LoadedKernel<DotTag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
                Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product>(DotKernels.ByThread))(count, a, b, y, size);
        else
            LoadedKernel<DotTag, Action<KernelConfig, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product>>.On(this, static a => a.LoadStreamKernel<
                ArrayView<N>, ArrayView<N>, ArrayView<N>, Product>(DotKernels.ByGroup))(new(count, Math.Min(GroupSize, ReductionOrder.DotChains)), a, b, y, size);
    }

    private void ProductByThread<N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, in Product size) where N : unmanaged, IReal<N> =>
        LoadedKernel<ProductTag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product>(ProductKernels.ByThread))(size.Batch * size.M * size.P, a, b, y, size);

    private void Tiled<TTile, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, in Product size) where TTile : struct, ITile where N : unmanaged, IReal<N> =>
        LoadedKernel<TTile, Action<KernelConfig, ArrayView<N>, ArrayView<N>, ArrayView<N>, Product>>.On(this, static a => a.LoadStreamKernel<
            ArrayView<N>, ArrayView<N>, ArrayView<N>, Product>(ProductKernels.Tiled<TTile, N>))(Tiles<TTile>(size), a, b, y, size);

    private static Product SizesOf(Layout a, Layout b, Layout y) => new()
    {
        Batch = y.Sizes[0], M = y.Sizes[1], P = y.Sizes[2], K = a.Sizes[2],
        ABatch = a.Strides[0], ARow = a.Strides[1], AColumn = a.Strides[2],
        BBatch = b.Strides[0], BRow = b.Strides[1], BColumn = b.Strides[2],
        YBatch = y.Strides[0], YRow = y.Strides[1], YColumn = y.Strides[2],
    };

    private readonly struct DotTag;

    private readonly struct ProductTag;
}
