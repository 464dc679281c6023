using Gpu.Kernels.Numbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

internal sealed partial class GpuBackend
{
    /// <inheritdoc/>
    public void Fill(in Operand y, Scalar value)
    {
        switch (y.DType)
        {
            case DType.Float32: FillWith(y, (float)value.Real); break;
            case DType.Float64: FillWith(y, value.Real); break;
            case DType.Int32: FillWith(y, value.DType == DType.Float64 ? (int)value.Real : (int)value.Integer); break;
            case DType.Int64: FillWith(y, value.Integer); break;
            default: FillWith(y, (byte)(value.Real != 0 ? 1 : 0)); break;
        }
    }

    /// <inheritdoc/>
    public void Copy(in Operand x, in Operand y)
    {
        if (y.Layout.Count == 0) return;
        if (x.DType == y.DType)
        {
            switch (y.DType.Size())
            {
                case 1: CopyBits<byte>(x, y); break;
                case 4: CopyBits<int>(x, y); break;
                default: CopyBits<long>(x, y); break;
            }
            return;
        }
        switch (x.DType, y.DType)
        {
            case (DType.Bool, DType.Int32): Convert<Conversion, U8, I32>(x, y); break;
            case (DType.Bool, DType.Int64): Convert<Conversion, U8, I64>(x, y); break;
            case (DType.Bool, DType.Float32): Convert<Conversion, U8, F32>(x, y); break;
            case (DType.Bool, DType.Float64): Convert<Conversion, U8, F64>(x, y); break;
            case (DType.Int32, DType.Bool): Convert<Conversion, I32, U8>(x, y); break;
            case (DType.Int32, DType.Int64): Convert<Conversion, I32, I64>(x, y); break;
            case (DType.Int32, DType.Float32): Convert<Conversion, I32, F32>(x, y); break;
            case (DType.Int32, DType.Float64): Convert<Conversion, I32, F64>(x, y); break;
            case (DType.Int64, DType.Bool): Convert<Conversion, I64, U8>(x, y); break;
            case (DType.Int64, DType.Int32): Convert<Conversion, I64, I32>(x, y); break;
            case (DType.Int64, DType.Float32): Convert<Conversion, I64, F32>(x, y); break;
            case (DType.Int64, DType.Float64): Convert<Conversion, I64, F64>(x, y); break;
            case (DType.Float32, DType.Bool): Convert<Conversion, F32, U8>(x, y); break;
            case (DType.Float32, DType.Int32): Convert<Conversion, F32, I32>(x, y); break;
            case (DType.Float32, DType.Int64): Convert<Conversion, F32, I64>(x, y); break;
            case (DType.Float32, DType.Float64): Convert<Conversion, F32, F64>(x, y); break;
            case (DType.Float64, DType.Bool): Convert<Conversion, F64, U8>(x, y); break;
            case (DType.Float64, DType.Int32): Convert<Conversion, F64, I32>(x, y); break;
            case (DType.Float64, DType.Int64): Convert<Conversion, F64, I64>(x, y); break;
            default: Convert<Conversion, F64, F32>(x, y); break;
        }
    }

    /// <inheritdoc/>
    public void Where(in Operand condition, in Operand a, in Operand b, in Operand y)
    {
        switch (y.DType.Size())
        {
            case 1: Where<byte>(condition, a, b, y); break;
            case 4: Where<int>(condition, a, b, y); break;
            default: Where<long>(condition, a, b, y); break;
        }
    }

    private void FillWith<T>(in Operand y, T value) where T : unmanaged
    {
        int count = y.Layout.Count;
        if (count == 0) return;
        var walk = Walk.Over(y.Layout, y.Layout, y.Layout, y.Layout);
        LoadedKernel<CopyKernel, Action<Index1D, ArrayView<T>, Shape, Steps, T>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<T>, Shape, Steps, T>(CopyKernels.Fill))(count, View<T>(y), walk.Shape, walk.First, value);
        GC.KeepAlive(y.Storage);
    }

    private void CopyBits<T>(in Operand x, in Operand y) where T : unmanaged
    {
        var walk = Walk.Over(y.Layout, x.Layout, x.Layout, x.Layout);
        LoadedKernel<CopyKernel, Action<Index1D, ArrayView<T>, ArrayView<T>, Shape, Steps, Steps>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<T>, ArrayView<T>, Shape, Steps, Steps>(CopyKernels.Copy))(
            y.Layout.Count, View<T>(x), View<T>(y), walk.Shape, walk.Second, walk.First);
        Keep(x, y);
    }

    private void Convert<TConversion, TX, TY>(in Operand x, in Operand y) where TConversion : struct, IConversion<TX, TY> where TX : unmanaged where TY : unmanaged
    {
        var walk = Walk.Over(y.Layout, x.Layout, x.Layout, x.Layout);
        LoadedKernel<CopyKernel, Action<Index1D, ArrayView<TX>, ArrayView<TY>, Shape, Steps, Steps>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<TX>, ArrayView<TY>, Shape, Steps, Steps>(CopyKernels.Convert<TConversion, TX, TY>))(
            y.Layout.Count, View<TX>(x), View<TY>(y), walk.Shape, walk.Second, walk.First);
        Keep(x, y);
    }

    private void Where<T>(in Operand condition, in Operand a, in Operand b, in Operand y) where T : unmanaged
    {
        int count = y.Layout.Count;
        if (count == 0) return;
        var walk = Walk.Over(y.Layout, condition.Layout, a.Layout, b.Layout);
        LoadedKernel<CopyKernel, Action<Index1D, ArrayView<byte>, ArrayView<T>, ArrayView<T>, ArrayView<T>, Shape, Steps, Steps, Steps, Steps>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<byte>, ArrayView<T>, ArrayView<T>, ArrayView<T>, Shape, Steps, Steps, Steps, Steps>(CopyKernels.Where))(
            count, View<byte>(condition), View<T>(a), View<T>(b), View<T>(y), walk.Shape, walk.Second, walk.Third, walk.Fourth, walk.First);
        Keep(condition, a, b, y);
    }

    private readonly struct CopyKernel;
}
