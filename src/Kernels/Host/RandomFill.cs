using System.Runtime.CompilerServices;
using Gpu.Kernels.RandomNumbers;

namespace Gpu.Kernels.Host;

/// <summary>Fills memory with random numbers: words from <see cref="Philox"/>, formulas from <see cref="Draws"/>.</summary>
internal static unsafe class RandomFill
{
    /// <summary>Elements of a part; even, so that a block of words never spans two parts.</summary>
    private const int Tile = 1024;

    /// <summary>Fills contiguous float32 or float64 elements with uniform or normal numbers.</summary>
    public static void Real<V, T>(in RandomRequest request, T* target, int count) where V : unmanaged, ILanes<V, T> where T : unmanaged =>
        Run(new RealJob<V, T>(request, target, count), count);

    /// <summary>Fills contiguous elements with 0 and 1, or with integers.</summary>
    public static void Whole<T>(in RandomRequest request, T* target, int count) where T : unmanaged =>
        Run(new WholeJob<T>(request, target, count), count);

    private static void Run<TJob>(TJob job, int count) where TJob : struct, IJob
    {
        int parts = Parts.Count(count, Tile);
        if (parts > 4) WorkerPool.Run(parts, ref job);
        else
            for (int part = 0; part < parts; part++) job.Run(part);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PhiloxWords Words(in RandomRequest request, int element) => Philox.Words(request.Seed, request.Offset + (ulong)element / 2);

    private struct RealJob<V, T>(RandomRequest request, T* target, int count) : IJob where V : unmanaged, ILanes<V, T> where T : unmanaged
    {
        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int part)
        {
            byte* even = stackalloc byte[Tile / 2 * sizeof(double) + 64];
            byte* odd = stackalloc byte[Tile / 2 * sizeof(double) + 64];
            int start = part * Tile, n = Math.Min(Tile, count - start), pairs = (n + 1) / 2;
            bool normal = request.Distribution == Distribution.Normal;
            for (int i = 0; i < pairs; i++)
            {
                var words = Words(request, start + 2 * i);
                ((T*)even)[i] = normal ? Positive(words.W0, words.W1) : Unit(words.W0, words.W1);
                ((T*)odd)[i] = Unit(words.W2, words.W3);
            }
            if (normal) Normal((T*)even, (T*)odd, pairs);
            else Uniform((T*)even, (T*)odd, pairs);
            T* y = target + start;
            for (int i = 0; i < n; i++) y[i] = ((T*)((i & 1) == 0 ? even : odd))[i / 2];
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void Uniform(T* even, T* odd, int pairs)
        {
            V a = V.Const(request.A.Real), width = V.Const(request.B.Real - request.A.Real), b = V.Const(request.B.Real);
            for (int i = 0; i < pairs; i += V.Count)
            {
                V.Store(Draws.Uniform(V.Load(even + i), a, width, b), even + i);
                V.Store(Draws.Uniform(V.Load(odd + i), a, width, b), odd + i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void Normal(T* even, T* odd, int pairs)
        {
            V mean = V.Const(request.A.Real), deviation = V.Const(request.B.Real);
            for (int i = 0; i < pairs; i += V.Count)
            {
                V u = V.Load(even + i), v = V.Load(odd + i);
                V.Store(Draws.NormalEven(u, v, mean, deviation), even + i);
                V.Store(Draws.NormalOdd(u, v, mean, deviation), odd + i);
            }
        }

        private static T Unit(uint high, uint low) => typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>(Draws.Unit32(high))
            : Unsafe.BitCast<double, T>(Draws.Unit64(high, low));

        private static T Positive(uint high, uint low) => typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>(Draws.PositiveUnit32(high))
            : Unsafe.BitCast<double, T>(Draws.PositiveUnit64(high, low));
    }

    private struct WholeJob<T>(RandomRequest request, T* target, int count) : IJob where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int part)
        {
            bool bernoulli = request.Distribution == Distribution.Bernoulli;
            long threshold = bernoulli ? Draws.BernoulliThreshold(request.A.Real) : 0;
            long start = request.A.Integer;
            ulong range = (ulong)(request.B.Integer - start);
            int end = Parts.End(part, count, Tile);
            for (int i = part * Tile; i < end; i++)
            {
                var words = Words(request, i);
                var (high, low) = (i & 1) == 0 ? (words.W0, words.W1) : (words.W2, words.W3);
                target[i] = Elements.Convert<long, T>(bernoulli ? Draws.Bernoulli(high, threshold) : Draws.Integer(high, low, start, range));
            }
        }
    }
}
