using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Folds rows of a chain that is computed on the way: each piece of it is folded while it is in the cache and never written to memory. The order of the fold is that of <see cref="ReductionOrder"/>.</summary>
internal static unsafe class ChainReduction<V, T, TOp> where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IReduction
{
    /// <summary>Elements that a thread takes at a time.</summary>
    private const int Grain = 16384;

    /// <summary>y[r] = fold of elements [r n, (r + 1) n) of the chain; y is dense.</summary>
    public static void Run(TOp op, TileProgram chain, int n, T* y, int rows)
    {
        int chunks = Parts.Count(n, ReductionOrder.Chunk);
        if (chunks == 1)
        {
            Fold(new(op, chain, n, 1, y), rows, Math.Max(1, Grain / n), (long)rows * n);
            return;
        }
        T* results = (T*)NativeMemory.AlignedAlloc((nuint)rows * (nuint)chunks * (nuint)sizeof(T) + 64, 64);
        try
        {
            Fold(new(op, chain, n, chunks, results), checked(rows * chunks), 1, (long)rows * n);
            byte* partials = stackalloc byte[Fold<V, T, TOp>.BufferBytes];
            for (int row = 0; row < rows; row++) y[row] = Fold<V, T, TOp>.Row(op, results + (nint)row * chunks, chunks, (T*)partials);
        }
        finally
        {
            NativeMemory.AlignedFree(results);
        }
    }

    private static void Fold(Job job, int folds, int group, long work)
    {
        (job.Folds, job.Group) = (folds, group);
        if (work < 2 * Grain) job.Run(0, folds);
        else WorkerPool.Run(Parts.Count(folds, group), ref job);
    }

    /// <summary>A part is a group of folds: of rows, or of chunks of rows.</summary>
    private struct Job(TOp op, TileProgram chain, int n, int chunks, T* y) : IJob
    {
        public int Folds, Group;

        public readonly void Run(int part) => Run(part * Group, Parts.End(part, Folds, Group));

        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int start, int end)
        {
            byte* partials = stackalloc byte[Fold<V, T, TOp>.BufferBytes];
            byte* values = Scratch.Rent(Scratch.Slot.Row, (long)Math.Min(n, ReductionOrder.Chunk) * sizeof(T));
            for (int at = start; at < end; at++)
            {
                var (row, chunk) = Math.DivRem(at, chunks);
                int first = chunk * ReductionOrder.Chunk, count = Math.Min(n - first, ReductionOrder.Chunk);
                first += row * n;
                chain.Run(first, first + count, values);
                y[at] = Fold<V, T, TOp>.Chunk(op, (T*)values, count, (T*)partials);
            }
        }
    }
}
