using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>One operation on neighbouring elements: from the dtype and the vector width to the same loops that whole tensors use.</summary>
internal sealed unsafe partial class HostBackend
{
    public int SmallestChain => Fusion.SmallestOnHost;

    public int LongestChain => Pending.MostOperations;

    public int MostLeaves => Pending.MostLeaves;

    public void Run(Chain chain)
    {
        if (chain.Steps.Count > 1)
        {
            new TileProgram(chain).Run();
            return;
        }
        var step = chain.Steps[0];
        var a = chain.Leaves[step.A];
        var y = Storage.Around(chain.Blocks[0]!, chain.Device, chain.DType, chain.Count);
        step.Operation.Run(this, a, chain.Leaves[step.B], chain.Leaves[step.C], new(y, a.Layout.Dense()));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MapTile<TOp>(TOp op, DType dtype, byte* x, byte* y, int stays, int n) where TOp : struct, IUnary
    {
        if (dtype == DType.Float32) MapTile<TOp, float>(op, x, y, stays, n);
        else MapTile<TOp, double>(op, x, y, stays, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MapTile<TOp, T>(TOp op, byte* x, byte* y, int stays, int n) where TOp : struct, IUnary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) new Loop1<Lanes512<T>, T, Real1<TOp, Lanes512<T>>>(new(op)).Run(x, x, x, y, stays, n);
        else if (Fma.IsSupported) new Loop1<Lanes256<T>, T, Real1<TOp, Lanes256<T>>>(new(op)).Run(x, x, x, y, stays, n);
        else new Loop1<Lanes128<T>, T, Real1<TOp, Lanes128<T>>>(new(op)).Run(x, x, x, y, stays, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MapTile<TOp>(TOp op, DType dtype, byte* a, byte* b, byte* y, int stays, int n) where TOp : struct, IBinary
    {
        if (dtype == DType.Float32) MapTile<TOp, float>(op, a, b, y, stays, n);
        else MapTile<TOp, double>(op, a, b, y, stays, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MapTile<TOp, T>(TOp op, byte* a, byte* b, byte* y, int stays, int n) where TOp : struct, IBinary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) new Loop2<Lanes512<T>, T, Real2<TOp, Lanes512<T>>>(new(op)).Run(a, b, a, y, stays, n);
        else if (Fma.IsSupported) new Loop2<Lanes256<T>, T, Real2<TOp, Lanes256<T>>>(new(op)).Run(a, b, a, y, stays, n);
        else new Loop2<Lanes128<T>, T, Real2<TOp, Lanes128<T>>>(new(op)).Run(a, b, a, y, stays, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MapTile<TOp>(TOp op, DType dtype, byte* a, byte* b, byte* c, byte* y, int stays, int n) where TOp : struct, ITernary
    {
        if (dtype == DType.Float32) MapTile<TOp, float>(op, a, b, c, y, stays, n);
        else MapTile<TOp, double>(op, a, b, c, y, stays, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MapTile<TOp, T>(TOp op, byte* a, byte* b, byte* c, byte* y, int stays, int n) where TOp : struct, ITernary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) new Loop3<Lanes512<T>, T, Real3<TOp, Lanes512<T>>>(new(op)).Run(a, b, c, y, stays, n);
        else if (Fma.IsSupported) new Loop3<Lanes256<T>, T, Real3<TOp, Lanes256<T>>>(new(op)).Run(a, b, c, y, stays, n);
        else new Loop3<Lanes128<T>, T, Real3<TOp, Lanes128<T>>>(new(op)).Run(a, b, c, y, stays, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MapNumTile<TOp>(TOp op, DType dtype, byte* x, byte* y, int stays, int n) where TOp : struct, INumUnary
    {
        if (dtype == DType.Float32) MapNumTile<TOp, float>(op, x, y, stays, n);
        else MapNumTile<TOp, double>(op, x, y, stays, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MapNumTile<TOp, T>(TOp op, byte* x, byte* y, int stays, int n) where TOp : struct, INumUnary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) new Loop1<Lanes512<T>, T, Num1<TOp, Lanes512<T>>>(new(op)).Run(x, x, x, y, stays, n);
        else if (Fma.IsSupported) new Loop1<Lanes256<T>, T, Num1<TOp, Lanes256<T>>>(new(op)).Run(x, x, x, y, stays, n);
        else new Loop1<Lanes128<T>, T, Num1<TOp, Lanes128<T>>>(new(op)).Run(x, x, x, y, stays, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MapNumTile<TOp>(TOp op, DType dtype, byte* a, byte* b, byte* y, int stays, int n) where TOp : struct, INumBinary
    {
        if (dtype == DType.Float32) MapNumTile<TOp, float>(op, a, b, y, stays, n);
        else MapNumTile<TOp, double>(op, a, b, y, stays, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MapNumTile<TOp, T>(TOp op, byte* a, byte* b, byte* y, int stays, int n) where TOp : struct, INumBinary where T : unmanaged
    {
        if (Avx512DQ.IsSupported) new Loop2<Lanes512<T>, T, Num2<TOp, Lanes512<T>>>(new(op)).Run(a, b, a, y, stays, n);
        else if (Fma.IsSupported) new Loop2<Lanes256<T>, T, Num2<TOp, Lanes256<T>>>(new(op)).Run(a, b, a, y, stays, n);
        else new Loop2<Lanes128<T>, T, Num2<TOp, Lanes128<T>>>(new(op)).Run(a, b, a, y, stays, n);
    }
}
