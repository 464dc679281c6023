using System.Numerics;
using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>The position of the first largest or smallest element of each fold; NaN wins, +0 and -0 are equal.</summary>
internal static unsafe class ArgReduction<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged, INumber<T>
{
    private const int Grain = 16384;

    /// <summary>Elements that are searched for their extreme before its place is looked up: they stay in the first cache.</summary>
    private const int Stretch = 2048;

    /// <summary>y = position of the winner in x over the dimensions where y has size 1.</summary>
    public static void Run(bool largest, in Operand x, in Operand y)
    {
        int results = y.Layout.Count;
        if (results == 0) return;
        Span<int> dims = stackalloc int[Layout.MaxRank];
        int n = Reduction.Split(x.Layout, y.Layout, dims, out _);
        var job = new Job(largest, Walk.Through(x, dims[..x.Layout.Rank]), n, results, Math.Max(1, Grain / Math.Max(n, 1)), y);
        if ((long)results * n < 2 * Grain) job.Run(0, results);
        else WorkerPool.Run(Parts.Count(results, job.Group), ref job);
        GC.KeepAlive(x.Storage);
        GC.KeepAlive(y.Storage);
    }

    private struct Job(bool largest, Walk x, int n, int rows, int group, Operand y) : IJob
    {
        public readonly int Group => group;

        public readonly void Run(int part) => Run(part * group, Parts.End(part, rows, group));

        public readonly void Run(int start, int end)
        {
            var target = (long*)y.Storage.Block.Pointer;
            for (int row = start; row < end; row++) target[y.Layout.PositionOf(row)] = Find(row * n);
        }

        private readonly long Find(int start)
        {
            T best = *(T*)x.Locate(0, start);
            int at = 0;
            for (int done = 0; done < n && !T.IsNaN(best);)
            {
                int count = Math.Min(n - done, x.Inner - (start + done) % x.Inner);
                int found = Find(x.Locate(0, start + done), x.InnerStride(0), count, ref best);
                if (found >= 0) at = done + found;
                done += count;
            }
            return at;
        }

        /// <summary>The first position of something better than <paramref name="best"/>, which it becomes; -1 when there is nothing.</summary>
        private readonly int Find(byte* p, long stride, int count, ref T best)
        {
            if (!Extreme<V, T, Maximum>.Serves || stride != sizeof(T)) return FindOneByOne(p, stride, count, ref best);
            var x = (T*)p;
            int at = -1;
            for (int done = 0; done < count && !T.IsNaN(best); done += Stretch)
            {
                int length = Math.Min(Stretch, count - done);
                int found = FindInStretch(x + done, length, ref best);
                if (found >= 0) at = done + found;
            }
            return at;
        }

        private readonly int FindInStretch(T* x, int count, ref T best)
        {
            if (count < Extreme<V, T, Maximum>.Least) return FindOneByOne((byte*)x, sizeof(T), count, ref best);
            bool isFound = largest ? Extreme<V, T, Maximum>.TryFind(x, count, out T extreme) : Extreme<V, T, Minimum>.TryFind(x, count, out extreme);
            if (!isFound) return FindOneByOne((byte*)x, sizeof(T), count, ref best);
            if (largest ? extreme <= best : extreme >= best) return -1;
            best = extreme;
            return IndexOf(x, extreme);
        }

        /// <summary>The first position of a value that is there.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static int IndexOf(T* x, T value)
        {
            V sought = V.Broadcast(value);
            for (int i = 0; ; i += V.Count)
            {
                ulong hits = V.Bits(V.Equal(V.Load(x + i), sought));
                if (hits != 0) return i + BitOperations.TrailingZeroCount(hits);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly int FindOneByOne(byte* p, long stride, int count, ref T best)
        {
            T winner = best;
            int at = -1;
            for (int i = 0; i < count; i++, p += stride)
            {
                T value = *(T*)p;
                if (largest ? value <= winner : value >= winner) continue;
                (winner, at) = (value, i);
                if (T.IsNaN(value)) break;
            }
            best = winner;
            return at;
        }
    }
}
