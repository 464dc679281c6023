using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>SIMD loops over native memory.</summary>
internal sealed class HostBackend : IBackend
{
    public void Map<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IUnary => throw new NotSupportedException();

    public void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IBinary => throw new NotSupportedException();

    public void Map<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, ITernary => throw new NotSupportedException();

    public void MapNum<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, INumUnary => throw new NotSupportedException();

    public void MapNum<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, INumBinary => throw new NotSupportedException();

    public void MapNum<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, INumTernary => throw new NotSupportedException();

    public void Compare<TOp>(TOp op, in Operand a, in Operand b, in Operand y) where TOp : struct, IRelation => throw new NotSupportedException();

    public void Where(in Operand condition, in Operand a, in Operand b, in Operand y) => throw new NotSupportedException();

    public void Copy(in Operand x, in Operand y) => throw new NotSupportedException();

    public void Fill(in Operand y, Scalar value) => throw new NotSupportedException();

    public void Reduce<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IReduction => throw new NotSupportedException();

    public void ArgReduce(bool largest, in Operand x, in Operand y) => throw new NotSupportedException();

    public void MatMul(in Operand a, in Operand b, in Operand y) => throw new NotSupportedException();

    public void Gather(in Operand x, in Operand index, in Operand y, int dim) => throw new NotSupportedException();

    public void ScatterAdd(in Operand y, in Operand index, in Operand x, int dim) => throw new NotSupportedException();

    public void Random(in RandomRequest request, in Operand y) => throw new NotSupportedException();

    public void Upload(ReadOnlySpan<byte> source, Storage target, long offset) => throw new NotSupportedException();

    public void Download(Storage source, long offset, Span<byte> target) => throw new NotSupportedException();

    public void Synchronize() => throw new NotSupportedException();
}
