using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>SIMD loops over native memory. The widest vectors that the processor computes well are used; the bits do not depend on them.</summary>
/// <remarks>
/// The tests on the width stand in each method as the JIT knows them, not behind a name: only so are they constants before anything is optimized, and two of three instantiations are never loaded.
/// The runtime calls 512 bits unaccelerated where a few such instructions would slow the clock; long loops of them pay all the same, so the instructions are asked for. Those of 256 bits come with fused multiply-add.
/// </remarks>
internal sealed unsafe partial class HostBackend : IBackend
{
    public void Reduce<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IReduction
    {
        if (x.Storage.IsPending && TryReduceChain(op, x, y)) return;
        switch (x.DType)
        {
            case DType.Bool: Reduce<TOp, byte>(op, x, y); break;
            case DType.Int32: Reduce<TOp, int>(op, x, y); break;
            case DType.Int64: Reduce<TOp, long>(op, x, y); break;
            case DType.Float32: Reduce<TOp, float>(op, x, y); break;
            default: Reduce<TOp, double>(op, x, y); break;
        }
    }

    private static void Reduce<TOp, T>(TOp op, in Operand x, in Operand y) where TOp : struct, IReduction where T : unmanaged
    {
        if (Avx512DQ.IsSupported) Reduction.Run<Lanes512<T>, T, TOp>(op, x, y);
        else if (Fma.IsSupported) Reduction.Run<Lanes256<T>, T, TOp>(op, x, y);
        else Reduction.Run<Lanes128<T>, T, TOp>(op, x, y);
    }

    public void ArgReduce(bool largest, in Operand x, in Operand y)
    {
        switch (x.DType)
        {
            case DType.Bool: ArgReduce<byte>(largest, x, y); break;
            case DType.Int32: ArgReduce<int>(largest, x, y); break;
            case DType.Int64: ArgReduce<long>(largest, x, y); break;
            case DType.Float32: ArgReduce<float>(largest, x, y); break;
            default: ArgReduce<double>(largest, x, y); break;
        }
    }

    private static void ArgReduce<T>(bool largest, in Operand x, in Operand y) where T : unmanaged, INumber<T>
    {
        if (Avx512DQ.IsSupported) ArgReduction<Lanes512<T>, T>.Run(largest, x, y);
        else if (Fma.IsSupported) ArgReduction<Lanes256<T>, T>.Run(largest, x, y);
        else ArgReduction<Lanes128<T>, T>.Run(largest, x, y);
    }

    public void Normalize<TOp>(TOp op, in Operand a, in Operand b, in Operand y, int dim) where TOp : struct, INormalization
    {
        if (y.Layout.Count == 0) return;
        Operand first = a, second = b;
        if (ComposedNormalization.TryArrange(this, op, ref first, ref second, y)
            && (y.DType == DType.Float32 ? TryNormalize<TOp, float>(op, first, second, y, dim) : TryNormalize<TOp, double>(op, first, second, y, dim))) return;
        ComposedNormalization.Run(this, op, first, second, y, dim);
    }

    private static bool TryNormalize<TOp, T>(TOp op, in Operand a, in Operand b, in Operand y, int dim) where TOp : struct, INormalization where T : unmanaged =>
        Avx512DQ.IsSupported ? Normalization<Lanes512<T>, T, TOp>.TryRun(op, a, b, y, dim)
        : Fma.IsSupported ? Normalization<Lanes256<T>, T, TOp>.TryRun(op, a, b, y, dim)
        : Normalization<Lanes128<T>, T, TOp>.TryRun(op, a, b, y, dim);

    public void Gather(in Operand x, in Operand index, in Operand y, int dim)
    {
        switch (y.DType.Size())
        {
            case 1: Gathering.Gather<byte>(x, index, y, dim); break;
            case 4: Gathering.Gather<int>(x, index, y, dim); break;
            default: Gathering.Gather<long>(x, index, y, dim); break;
        }
    }

    public void ScatterAdd(in Operand y, in Operand index, in Operand x, int dim)
    {
        switch (y.DType)
        {
            case DType.Bool: ScatterAdd<byte>(y, index, x, dim); break;
            case DType.Int32: ScatterAdd<int>(y, index, x, dim); break;
            case DType.Int64: ScatterAdd<long>(y, index, x, dim); break;
            case DType.Float32: ScatterAdd<float>(y, index, x, dim); break;
            default: ScatterAdd<double>(y, index, x, dim); break;
        }
    }

    private static void ScatterAdd<T>(in Operand y, in Operand index, in Operand x, int dim) where T : unmanaged, IBinaryNumber<T>
    {
        if (Avx512DQ.IsSupported) ScatterAddition<Lanes512<T>, T>.Run(y, index, x, dim);
        else if (Fma.IsSupported) ScatterAddition<Lanes256<T>, T>.Run(y, index, x, dim);
        else ScatterAddition<Lanes128<T>, T>.Run(y, index, x, dim);
    }

    public void Random(in RandomRequest request, in Operand y)
    {
        bool real = request.Distribution is Distribution.Uniform or Distribution.Normal;
        switch (y.DType)
        {
            case DType.Float32 when real: Random<float>(request, y); break;
            case DType.Float64 when real: Random<double>(request, y); break;
            case DType.Bool: RandomFill.Whole(request, y.Pointer(), y.Layout.Count); break;
            case DType.Int32: RandomFill.Whole(request, (int*)y.Pointer(), y.Layout.Count); break;
            case DType.Int64: RandomFill.Whole(request, (long*)y.Pointer(), y.Layout.Count); break;
            case DType.Float32: RandomFill.Whole(request, (float*)y.Pointer(), y.Layout.Count); break;
            default: RandomFill.Whole(request, (double*)y.Pointer(), y.Layout.Count); break;
        }
        GC.KeepAlive(y.Storage);
    }

    private static void Random<T>(in RandomRequest request, in Operand y) where T : unmanaged
    {
        if (Avx512DQ.IsSupported) RandomFill.Real<Lanes512<T>, T>(request, (T*)y.Pointer(), y.Layout.Count);
        else if (Fma.IsSupported) RandomFill.Real<Lanes256<T>, T>(request, (T*)y.Pointer(), y.Layout.Count);
        else RandomFill.Real<Lanes128<T>, T>(request, (T*)y.Pointer(), y.Layout.Count);
    }

    public void Upload(ReadOnlySpan<byte> source, Storage target, long offset)
    {
        fixed (byte* from = source) Buffer.MemoryCopy(from, (byte*)target.Block.Pointer + offset, source.Length, source.Length);
        GC.KeepAlive(target);
    }

    public void Download(Storage source, long offset, Span<byte> target)
    {
        fixed (byte* to = target) Buffer.MemoryCopy((byte*)source.Block.Pointer + offset, to, target.Length, target.Length);
        GC.KeepAlive(source);
    }

    /// <summary>Operations are done when they return.</summary>
    public void Synchronize() { }
}
