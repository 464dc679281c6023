using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>The position of the first largest or smallest element of each fold; NaN wins, +0 and -0 are equal.</summary>
internal static unsafe class ArgReduction
{
    private const int Grain = 16384;

    /// <summary>y = position of the winner in x over the dimensions where y has size 1.</summary>
    public static void Run<T>(bool largest, in Operand x, in Operand y) where T : unmanaged, INumber<T>
    {
        int results = y.Layout.Count;
        if (results == 0) return;
        Span<int> dims = stackalloc int[Layout.MaxRank];
        int n = Reduction.Split(x.Layout, y.Layout, dims, out _);
        var job = new Job<T>(largest, Walk.Through(x, dims[..x.Layout.Rank]), n, results, Math.Max(1, Grain / Math.Max(n, 1)), y);
        if ((long)results * n < 2 * Grain) job.Run(0, results);
        else WorkerPool.Run(Parts.Count(results, job.Group), ref job);
        GC.KeepAlive(x.Storage);
        GC.KeepAlive(y.Storage);
    }

    private struct Job<T>(bool largest, Walk x, int n, int rows, int group, Operand y) : IJob where T : unmanaged, INumber<T>
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
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly int Find(byte* p, long stride, int count, ref T best)
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
