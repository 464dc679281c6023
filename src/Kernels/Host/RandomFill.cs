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
        WorkerPool.Run(parts, ref job, alone: parts <= 4);
    }

    /// <summary>Words of a part: four rows, each with room for a whole vector beyond.</summary>
    private const int WordsOfPart = 4 * WordRow, WordRow = Tile / 2 + 16;

    /// <summary>The words of the elements of a part.</summary>
    private static void Words(in RandomRequest request, int start, int pairs, uint* words) =>
        RandomWords.Fill(request.Seed, request.Offset + (ulong)start / 2, pairs, words, words + WordRow, words + 2 * WordRow, words + 3 * WordRow);

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
            uint* words = stackalloc uint[WordsOfPart];
            Words(request, start, pairs, words);
            Units(words, words + WordRow, (T*)even, pairs, normal);
            Units(words + 2 * WordRow, words + 3 * WordRow, (T*)odd, pairs, false);
            if (normal) Normal((T*)even, (T*)odd, pairs);
            else Uniform((T*)even, (T*)odd, pairs);
            T* y = target + start, first = (T*)even, second = (T*)odd;
            for (int i = 0; i < n / 2; i++) (y[2 * i], y[2 * i + 1]) = (first[i], second[i]);
            if (n % 2 != 0) y[n - 1] = first[n / 2];
        }

        /// <summary>Numbers of [0, 1), or of (0, 1] where they are to be positive.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Units(uint* high, uint* low, T* units, int pairs, bool positive)
        {
            if (typeof(T) == typeof(float))
            {
                // As Draws has it: the sum is exact too.
                V scale = V.Const(1.0 / (1 << 24)), shift = positive ? V.One : V.Zero;
                for (int i = 0; i < pairs; i += V.Count) V.Store((V.FromInteger(V.ShiftRight(V.Load((T*)high + i), 8)) + shift) * scale, units + i);
            }
            else
                for (int i = 0; i < pairs; i++)
                    units[i] = Unsafe.BitCast<double, T>(positive ? Draws.PositiveUnit64(high[i], low[i]) : Draws.Unit64(high[i], low[i]));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private readonly void Uniform(T* even, T* odd, int pairs)
        {
            V a = V.Const(request.A.Real), width = V.Const(request.B.Real - request.A.Real), b = V.Const(request.B.Real);
            for (int i = 0; i < pairs; i += V.Count)
            {
                V.Store(Draws.Uniform(V.Load(even + i), a, width, b), even + i);
                V.Store(Draws.Uniform(V.Load(odd + i), a, width, b), odd + i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
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
    }

    private struct WholeJob<T>(RandomRequest request, T* target, int count) : IJob where T : unmanaged
    {
        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int part)
        {
            bool bernoulli = request.Distribution == Distribution.Bernoulli;
            long threshold = bernoulli ? Draws.BernoulliThreshold(request.A.Real) : 0;
            long start = request.A.Integer;
            ulong range = (ulong)(request.B.Integer - start);
            int end = Parts.End(part, count, Tile);
            int from = part * Tile;
            uint* words = stackalloc uint[WordsOfPart];
            Words(request, from, (end - from + 1) / 2, words);
            for (int i = from; i < end; i++)
            {
                uint* high = words + (i & 1) * 2 * WordRow + (i - from) / 2, low = high + WordRow;
                target[i] = Elements.Convert<long, T>(bernoulli ? Draws.Bernoulli(*high, threshold) : Draws.Integer(*high, *low, start, range));
            }
        }
    }
}
