using Gpu.Kernels.Numbers;
using Gpu.Kernels.RandomNumbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

internal sealed partial class GpuBackend
{
    /// <inheritdoc/>
    public void Random(in RandomRequest request, in Operand y)
    {
        if (y.Layout.Count == 0) return;
        Scalar a = request.A, b = request.B;
        switch (request.Distribution, y.DType)
        {
            case (Distribution.Uniform, DType.Float32):
                Draw<DrawUniform32, F32>(new(new((float)a.Real), new((float)(b.Real - a.Real)), new((float)b.Real)), request, y);
                break;
            case (Distribution.Uniform, DType.Float64):
                Draw<DrawUniform64, F64>(new(new(a.Real), new(b.Real - a.Real), new(b.Real)), request, y);
                break;
            case (Distribution.Normal, DType.Float32):
                Draw<DrawNormal32, F32>(new(new((float)a.Real), new((float)b.Real)), request, y);
                break;
            case (Distribution.Normal, DType.Float64):
                Draw<DrawNormal64, F64>(new(new(a.Real), new(b.Real)), request, y);
                break;
            case (Distribution.Bernoulli, DType.Float32): Bernoulli<Conversion, F32>(request, y); break;
            case (Distribution.Bernoulli, DType.Float64): Bernoulli<Conversion, F64>(request, y); break;
            case (Distribution.Bernoulli, DType.Int32): Bernoulli<Conversion, I32>(request, y); break;
            case (Distribution.Bernoulli, DType.Int64): Bernoulli<Conversion, I64>(request, y); break;
            case (Distribution.Bernoulli, _): Bernoulli<Conversion, U8>(request, y); break;
            case (Distribution.Integer, DType.Int32):
                Draw<DrawInteger<Conversion, I32>, I32>(new(a.Integer, (ulong)(b.Integer - a.Integer)), request, y);
                break;
            case (Distribution.Integer, DType.Int64):
                Draw<DrawInteger<Conversion, I64>, I64>(new(a.Integer, (ulong)(b.Integer - a.Integer)), request, y);
                break;
            default:
                throw new NotSupportedException($"The distribution {request.Distribution} does not exist for {y.DType.Name()}.");
        }
    }

    private void Bernoulli<TConversion, N>(in RandomRequest request, in Operand y) where TConversion : struct, IConversion<I32, N> where N : unmanaged =>
        Draw<DrawBernoulli<TConversion, N>, N>(new(Draws.BernoulliThreshold(request.A.Real)), request, y);

    private void Draw<TDraw, N>(TDraw draw, in RandomRequest request, in Operand y) where TDraw : struct, IDraw<N> where N : unmanaged
    {
        int count = y.Layout.Count;
        LoadedKernel<TDraw, Action<Index1D, ArrayView<N>, int, ulong, ulong, TDraw>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, int, ulong, ulong, TDraw>(RandomKernels.Draw))((int)RandomRequest.Blocks(count), View<N>(y), count, request.Seed, request.Offset, draw);
        GC.KeepAlive(y.Storage);
    }
}
