using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Folds rows: each result comes from n elements that are, or are brought, next to each other.</summary>
internal static unsafe class RowReduction<V, T, TOp> where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IReduction
{
    /// <summary>Elements that a thread takes at a time.</summary>
    private const int Grain = 32768;

    /// <summary>Rows up to this length are transposed, many at once, and folded as columns.</summary>
    private const int ShortRow = 32;

    /// <summary>y[r] = fold of elements [r n, (r + 1) n) of a walk.</summary>
    /// <param name="op">The combination.</param>
    /// <param name="x">A walk over the rows, then over the elements of a row, with one operand.</param>
    /// <param name="n">Elements of a row.</param>
    /// <param name="y">Where results go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(TOp op, in Walk x, int n, in Operand y)
    {
        int rows = y.Layout.Count;
        if (n <= ShortRow && rows >= V.Count && x.Rank == 1 && x.InnerStride(0) == sizeof(T))
        {
            RunShortRows(op, (T*)x.Locate(0, 0), n, rows, y);
            return;
        }
        if (n <= ReductionOrder.Chunk)
        {
            var job = new RowsJob(op, x, n, rows, Math.Max(1, Grain / n), y);
            if ((long)rows * n < 2 * Grain) job.Run(0, rows);
            else WorkerPool.Run(Parts.Count(rows, job.Group), ref job);
            return;
        }
        // Long rows: fold the chunks, then the results of the chunks.
        int chunks = Parts.Count(n, ReductionOrder.Chunk);
        nuint bytes = (nuint)rows * (nuint)chunks * (nuint)sizeof(T) + 64;
        T* results = (T*)NativeMemory.AlignedAlloc(bytes, 64);
        try
        {
            var job = new ChunksJob(op, x, n, chunks, results);
            WorkerPool.Run(rows * chunks, ref job);
            Run(op, Walk.Line(results, rows * chunks), chunks, y);
        }
        finally
        {
            NativeMemory.AlignedFree(results);
        }
    }

    /// <summary>Folds the last dimensions of a contiguous x, where these hold few elements. False where it is otherwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryShortRows(TOp op, in Operand x, in Operand y)
    {
        int rows = y.Layout.Count, n = x.Layout.Count / rows, last = 1;
        if (n is < 2 or > ShortRow || rows < V.Count) return false;
        for (int d = x.Layout.Rank - 1; d >= 0 && y.Layout.Sizes[d] == 1; d--) last *= x.Layout.Sizes[d];
        if (last != n) return false;
        RunShortRows(op, (T*)x.Pointer(), n, rows, y);
        GC.KeepAlive(x.Storage);
        GC.KeepAlive(y.Storage);
        return true;
    }

    private static void RunShortRows(TOp op, T* x, int n, int rows, in Operand y)
    {
        var job = new ShortRowsJob(op, x, n, rows, y);
        WorkerPool.Run(Parts.Count(rows, ShortRowsJob.Group), ref job, alone: (long)rows * n < 2 * Grain);
    }

    /// <summary>The fold of elements [start, start + n) of the walk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T FoldAt(TOp op, in Walk x, int start, int n, T* partials)
    {
        T* row = (T*)x.Locate(0, start);
        if (x.InnerStride(0) != sizeof(T) || start % x.Inner + n > x.Inner)
        {
            row = (T*)Scratch.Rent(Scratch.Slot.Row, (long)n * sizeof(T));
            x.Gather(0, start, n, (byte*)row);
        }
        return Fold<V, T, TOp>.Chunk(op, row, n, partials);
    }

    private struct RowsJob(TOp op, Walk x, int n, int rows, int group, Operand y) : IJob
    {
        public readonly int Group => group;

        public void Run(int part) => Run(part * group, Parts.End(part, rows, group));

        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            byte* partials = stackalloc byte[Fold<V, T, TOp>.BufferBytes];
            var target = (T*)y.Storage.Block.Pointer;
            for (int row = start; row < end; row++) target[y.Layout.PositionOf(row)] = FoldAt(op, x, row * n, n, (T*)partials);
        }
    }

    /// <summary>A part is a group of short, dense rows.</summary>
    private readonly struct ShortRowsJob(TOp op, T* x, int n, int rows, Operand y) : IJob
    {
        public const int Group = 256;

        public void Run(int part)
        {
            int start = part * Group, count = Math.Min(Group, rows - start);
            T* columns = (T*)Scratch.Rent(Scratch.Slot.Row, (long)n * Group * sizeof(T));
            Transposition.Copy(x + (nint)start * n, n, columns, Group, count, n);
            Tree(op, columns, n, count);
            T* target = (T*)y.Storage.Block.Pointer;
            if (y.Layout.IsContiguous) Buffer.MemoryCopy(columns, target + y.Layout.PositionOf(start), (long)count * sizeof(T), (long)count * sizeof(T));
            else
                for (int i = 0; i < count; i++) target[y.Layout.PositionOf(start + i)] = columns[i];
        }

        /// <summary>The halving tree over n columns, in place; the first becomes the result. Vectors run over the rows, and may take up what was left behind the last one.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Tree(TOp op, T* columns, int n, int count)
        {
            for (int half = ShortRow / 2; half > 0; half /= 2)
            {
                for (int j = 0; j + half < n; j++) Fold<V, T, TOp>.CombineWhole(op, columns + j * Group, columns + j * Group, columns + (j + half) * Group, count);
                n = Math.Min(n, half);
            }
        }
    }

    private struct ChunksJob(TOp op, Walk x, int n, int chunks, T* results) : IJob
    {
        [SkipLocalsInit]
        public void Run(int part)
        {
            byte* partials = stackalloc byte[Fold<V, T, TOp>.BufferBytes];
            var (row, chunk) = Math.DivRem(part, chunks);
            int start = chunk * ReductionOrder.Chunk;
            results[part] = FoldAt(op, x, row * n + start, Math.Min(n - start, ReductionOrder.Chunk), (T*)partials);
        }
    }
}
