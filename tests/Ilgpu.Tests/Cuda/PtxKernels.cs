using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Ilgpu.Tests.Cuda;

/// <summary>Kernels whose PTX is looked at.</summary>
internal static class PtxKernels
{
    private const int Tile = 64;
    private const int Depth = 16;
    private const int Lanes = 16;
    private const int Own = Tile / Lanes;

    /// <summary>c = a b for square matrices whose size is a multiple of 64: groups of 16 x 16 items, 4 x 4 products each in registers.</summary>
    public static void RegisterTile(ArrayView<float> a, ArrayView<float> b, ArrayView<float> c, int n)
    {
        var left = SharedMemory.Allocate<float>(Tile * Depth);
        var right = SharedMemory.Allocate<float>(Tile * Depth);
        var sums = LocalMemory.Allocate<float>(Own * Own);
        int item = Group.IdxX;
        int row = item / Lanes, column = item % Lanes;
        for (int i = 0; i < Own * Own; i++)
            sums[i] = 0f;
        for (int k = 0; k < n; k += Depth)
        {
            for (int at = item; at < Tile * Depth; at += Lanes * Lanes)
            {
                left[at] = a[(Grid.IdxY * Tile + at / Depth) * n + k + at % Depth];
                right[at] = b[(k + at / Tile) * n + Grid.IdxX * Tile + at % Tile];
            }

            Group.Barrier();
            for (int d = 0; d < Depth; d++)
            {
                for (int i = 0; i < Own; i++)
                {
                    for (int j = 0; j < Own; j++)
                    {
                        sums[i * Own + j] = MathF.FusedMultiplyAdd(
                            left[(row * Own + i) * Depth + d], right[d * Tile + column * Own + j], sums[i * Own + j]);
                    }
                }
            }

            Group.Barrier();
        }

        for (int i = 0; i < Own; i++)
        {
            for (int j = 0; j < Own; j++)
                c[(Grid.IdxY * Tile + row * Own + i) * n + Grid.IdxX * Tile + column * Own + j] = sums[i * Own + j];
        }
    }

    public static void Axpy(Index1D i, ArrayView<float> x, ArrayView<float> y, float a) => y[i] = a * x[i] + y[i] / x[i];

    public static void Functions(Index1D i, ArrayView<float> x, ArrayView<double> y)
    {
        float v = x[i];
        float f = MathF.Exp(v) + MathF.Log(v) + MathF.Tanh(v) + MathF.Sin(v) + MathF.Cos(v) + MathF.Tan(v) + MathF.Atan2(v, 2f) + MathF.Pow(v, 1.5f)
            + MathF.Sqrt(v) + MathF.Floor(v) + MathF.Ceiling(v) + MathF.Round(v) + MathF.Truncate(v) + MathF.Abs(v) + v % 3f + MathF.Cbrt(v);
        double w = y[i];
        y[i] = f + Math.Exp(w) + Math.Log10(w) + Math.Sinh(w) + Math.Cosh(w) + Math.Asin(w) + Math.Acos(w) + Math.Atan(w) + Math.Log2(w)
            + Math.Sqrt(w) + Math.FusedMultiplyAdd(w, w, w) + Math.CopySign(w, f) + Math.Max(w, f) + Math.Min(w, f) + (float)(ILGPU.Half)v + (ILGPU.Half)w;
    }

    public static void Atomics(Index1D i, ArrayView<int> a, ArrayView<uint> b, ArrayView<long> c, ArrayView<ulong> d, ArrayView<float> e, ArrayView<double> f)
    {
        Atomic.Add(ref a[0], i);
        Atomic.Max(ref a[1], i);
        Atomic.And(ref a[2], i);
        Atomic.Exchange(ref a[3], i);
        Atomic.CompareExchange(ref a[4], 0, i);
        Atomic.Add(ref b[0], 1u);
        Atomic.Min(ref b[1], 1u);
        Atomic.Or(ref b[2], 1u);
        Atomic.Add(ref c[0], 1L);
        Atomic.Max(ref c[1], 1L);
        Atomic.Min(ref c[2], 1L);
        Atomic.Xor(ref c[3], 1L);
        Atomic.Exchange(ref c[4], 1L);
        Atomic.CompareExchange(ref c[5], 0L, 1L);
        Atomic.Add(ref d[0], 1UL);
        Atomic.Max(ref d[1], 1UL);
        Atomic.Add(ref e[0], 1f);
        Atomic.Max(ref e[1], 1f);
        Atomic.Exchange(ref e[2], 1f);
        Atomic.Add(ref f[0], 1.0);
        Atomic.Min(ref f[1], 1.0);
        Atomic.CompareExchange(ref f[2], 0.0, 1.0);
    }

    public static void Groups(ArrayView<int> y)
    {
        var dynamic = SharedMemory.GetDynamic<int>();
        dynamic[Group.IdxX] = Warp.ShuffleXor(Group.IdxX, 1) + (int)Warp.ShuffleDown((double)Group.IdxX, 1) + (int)Warp.Broadcast(1L, 0);
        MemoryFence.GroupLevel();
        MemoryFence.DeviceLevel();
        MemoryFence.SystemLevel();
        Warp.Barrier();
        int count = Group.BarrierPopCount(Group.IdxX > 3);
        y[Grid.GlobalIndex.X] = dynamic[0] + count + Group.Broadcast(count, 1) + IntrinsicMath.PopCount(count) + IntrinsicMath.LeadingZeroCount(count);
    }
}
