using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

internal sealed partial class GpuBackend
{
    /// <inheritdoc/>
    public void Map<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IUnary
    {
        if (y.DType == DType.Float64) Map1<Real1<TOp, F64>, F64>(new(op), x, y);
        else if (IsExact) Map1<Real1<TOp, F32>, F32>(new(op), x, y);
        else Map1<Real1<TOp, Native32>, Native32>(new(op), x, y);
    }

    /// <inheritdoc/>
    public void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IBinary
    {
        if (y.DType == DType.Float64) Map2<Real2<TOp, F64>, F64>(new(op), a, b, y);
        else if (IsExact) Map2<Real2<TOp, F32>, F32>(new(op), a, b, y);
        else Map2<Real2<TOp, Native32>, Native32>(new(op), a, b, y);
    }

    /// <inheritdoc/>
    public void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, ITernary
    {
        if (y.DType == DType.Float64) Map3<Real3<TOp, F64>, F64>(new(op), a, b, c, y);
        else if (IsExact) Map3<Real3<TOp, F32>, F32>(new(op), a, b, c, y);
        else Map3<Real3<TOp, Native32>, Native32>(new(op), a, b, c, y);
    }

    /// <inheritdoc/>
    public void MapNum<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, INumUnary
    {
        switch (y.DType)
        {
            case DType.Float32: Map1<Num1<TOp, F32>, F32>(new(op), x, y); break;
            case DType.Float64: Map1<Num1<TOp, F64>, F64>(new(op), x, y); break;
            case DType.Int32: Map1<Num1<TOp, I32>, I32>(new(op), x, y); break;
            case DType.Int64: Map1<Num1<TOp, I64>, I64>(new(op), x, y); break;
            default: Map1<Num1<TOp, U8>, U8>(new(op), x, y); break;
        }
    }

    /// <inheritdoc/>
    public void MapNum<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, INumBinary
    {
        switch (y.DType)
        {
            case DType.Float32: Map2<Num2<TOp, F32>, F32>(new(op), a, b, y); break;
            case DType.Float64: Map2<Num2<TOp, F64>, F64>(new(op), a, b, y); break;
            case DType.Int32: Map2<Num2<TOp, I32>, I32>(new(op), a, b, y); break;
            case DType.Int64: Map2<Num2<TOp, I64>, I64>(new(op), a, b, y); break;
            default: Map2<Num2<TOp, U8>, U8>(new(op), a, b, y); break;
        }
    }

    /// <inheritdoc/>
    public void MapNum<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, INumTernary
    {
        switch (y.DType)
        {
            case DType.Float32: Map3<Num3<TOp, F32>, F32>(new(op), a, b, c, y); break;
            case DType.Float64: Map3<Num3<TOp, F64>, F64>(new(op), a, b, c, y); break;
            case DType.Int32: Map3<Num3<TOp, I32>, I32>(new(op), a, b, c, y); break;
            case DType.Int64: Map3<Num3<TOp, I64>, I64>(new(op), a, b, c, y); break;
            default: Map3<Num3<TOp, U8>, U8>(new(op), a, b, c, y); break;
        }
    }

    /// <inheritdoc/>
    public void Compare<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IRelation
    {
        switch (a.DType)
        {
            case DType.Float32: Compare<TOp, Conversion, F32>(op, a, b, y); break;
            case DType.Float64: Compare<TOp, Conversion, F64>(op, a, b, y); break;
            case DType.Int32: Compare<TOp, Conversion, I32>(op, a, b, y); break;
            case DType.Int64: Compare<TOp, Conversion, I64>(op, a, b, y); break;
            default: Compare<TOp, Conversion, U8>(op, a, b, y); break;
        }
    }

    private void Map1<TF, N>(TF f, in Operand x, in Operand y) where TF : struct, IFunction1<N> where N : unmanaged
    {
        int count = y.Layout.Count;
        if (count == 0) return;
        var walk = Walk.Over(y.Layout, x.Layout, x.Layout, x.Layout);
        if (walk.Shape.Rank == 1) Line1<TF, N>()(count, View<N>(x), View<N>(y), walk.Second.S0, walk.First.S0, f);
        else Strided1<TF, N>()(count, View<N>(x), View<N>(y), walk.Shape, walk.Second, walk.First, f);
        Keep(x, y);
    }

    private Action<Index1D, ArrayView<N>, ArrayView<N>, int, int, TF> Line1<TF, N>() where TF : struct, IFunction1<N> where N : unmanaged =>
        LoadedKernel<Map1Tag, Action<Index1D, ArrayView<N>, ArrayView<N>, int, int, TF>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, int, int, TF>(ElementwiseKernels.Map1Line));

    private Action<Index1D, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, TF> Strided1<TF, N>() where TF : struct, IFunction1<N> where N : unmanaged =>
        LoadedKernel<Map1Tag, Action<Index1D, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, TF>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, TF>(ElementwiseKernels.Map1));

    private void Map2<TF, N>(TF f, in Operand a, in Operand b, in Operand y) where TF : struct, IFunction2<N> where N : unmanaged
    {
        int count = y.Layout.Count;
        if (count == 0) return;
        var walk = Walk.Over(y.Layout, a.Layout, b.Layout, b.Layout);
        if (walk.Shape.Rank == 1) Line2<TF, N>()(count, View<N>(a), View<N>(b), View<N>(y), walk.Second.S0, walk.Third.S0, walk.First.S0, f);
        else Strided2<TF, N>()(count, View<N>(a), View<N>(b), View<N>(y), walk.Shape, walk.Second, walk.Third, walk.First, f);
        Keep(a, b, y);
    }

    private Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, int, int, int, TF> Line2<TF, N>() where TF : struct, IFunction2<N> where N : unmanaged =>
        LoadedKernel<Map2Tag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, int, int, int, TF>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, int, int, int, TF>(ElementwiseKernels.Map2Line));

    private Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, Steps, TF> Strided2<TF, N>() where TF : struct, IFunction2<N> where N : unmanaged =>
        LoadedKernel<Map2Tag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, Steps, TF>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, Steps, TF>(ElementwiseKernels.Map2));

    private void Map3<TF, N>(TF f, in Operand a, in Operand b, in Operand c, in Operand y) where TF : struct, IFunction3<N> where N : unmanaged
    {
        int count = y.Layout.Count;
        if (count == 0) return;
        var walk = Walk.Over(y.Layout, a.Layout, b.Layout, c.Layout);
        if (walk.Shape.Rank == 1)
            Line3<TF, N>()(count, View<N>(a), View<N>(b), View<N>(c), View<N>(y), walk.Second.S0, walk.Third.S0, walk.Fourth.S0, walk.First.S0, f);
        else Strided3<TF, N>()(count, View<N>(a), View<N>(b), View<N>(c), View<N>(y), walk.Shape, walk.Second, walk.Third, walk.Fourth, walk.First, f);
        Keep(a, b, c, y);
    }

    private Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, int, int, int, int, TF> Line3<TF, N>() where TF : struct, IFunction3<N> where N : unmanaged =>
        LoadedKernel<Map3Tag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, int, int, int, int, TF>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, int, int, int, int, TF>(ElementwiseKernels.Map3Line));

    private Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, Steps, Steps, TF> Strided3<TF, N>()
        where TF : struct, IFunction3<N> where N : unmanaged =>
        LoadedKernel<Map3Tag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, Steps, Steps, TF>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, Steps, Steps, TF>(ElementwiseKernels.Map3));

    private void Compare<TOp, TConversion, N>(TOp op, in Operand a, in Operand b, in Operand y)
        where TOp : struct, IRelation where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        int count = y.Layout.Count;
        if (count == 0) return;
        var walk = Walk.Over(y.Layout, a.Layout, b.Layout, b.Layout);
        LoadedKernel<CompareTag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<U8>, Shape, Steps, Steps, Steps, TOp>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, ArrayView<U8>, Shape, Steps, Steps, Steps, TOp>(ElementwiseKernels.Compare<TOp, TConversion, N>))(
            count, View<N>(a), View<N>(b), View<U8>(y), walk.Shape, walk.Second, walk.Third, walk.First, op);
        Keep(a, b, y);
    }

    private readonly struct Map1Tag;

    private readonly struct Map2Tag;

    private readonly struct Map3Tag;

    private readonly struct CompareTag;
}
