using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Folds columns: results lie next to each other and so do the elements that each of n rows gives them. Vectors run over columns.</summary>
/// <remarks>The tree is evaluated depth first (its leaves come in bit-reversed order), so that nine rows of partial results are alive at most,
/// whatever n is. They have the bits that a table of all partial results would give.</remarks>
internal static unsafe class ColumnReduction<V, T, TOp> where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IReduction
{
    private const int StripBytes = 4096;
    private const int Depth = 9;

    /// <summary>Elements that a thread takes at a time.</summary>
    private const int Grain = 32768;

    /// <summary>y[g, c] = fold over r of row g n + r of a walk, at column c.</summary>
    /// <param name="op">The combination.</param>
    /// <param name="x">A walk over the groups, then over the rows of a group, with one operand: the first column.</param>
    /// <param name="groups">Independent groups of rows.</param>
    /// <param name="n">Rows of a group.</param>
    /// <param name="columns">Neighbours in a row.</param>
    /// <param name="y">A walk over groups and columns.</param>
    public static void Run(TOp op, in Walk x, int groups, int n, int columns, in Walk y)
    {
        int chunks = Parts.Count(n, ReductionOrder.Chunk);
        if (chunks == 1)
        {
            RunChunks(op, x, groups, n, 1, columns, y);
            return;
        }
        T* results = (T*)NativeMemory.AlignedAlloc((nuint)groups * (nuint)chunks * (nuint)columns * (nuint)sizeof(T) + 64, 64);
        try
        {
            RunChunks(op, x, groups, n, chunks, columns, Walk.Line(results, groups * chunks * columns));
            Run(op, Walk.Line(results, groups * chunks, columns), groups, chunks, columns, y);
        }
        finally
        {
            NativeMemory.AlignedFree(results);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunChunks(TOp op, in Walk x, int groups, int n, int chunks, int columns, in Walk y)
    {
        int strips = Parts.Count(columns, StripBytes / sizeof(T));
        var job = new Job(op, x, n, chunks, columns, strips, groups * chunks * strips, y);
        long work = (long)groups * n * columns;
        if (work < 2 * Grain) job.Run(0, job.Strips);
        else
        {
            long stripWork = Math.Max(1, work / job.Strips);
            job.Group = (int)Math.Max(1, Grain / stripWork);
            WorkerPool.Run(Parts.Count(job.Strips, job.Group), ref job);
        }
    }

    private struct Job(TOp op, Walk x, int n, int chunks, int columns, int strips, int all, Walk y) : IJob
    {
        private T* _table;
        private int _first, _rows, _column, _width;

        /// <summary>Strips of all groups and chunks.</summary>
        public readonly int Strips => all;

        /// <summary>Strips of one part.</summary>
        public int Group;

        public readonly void Run(int part)
        {
            var own = this;
            own.Run(part * Group, Math.Min(all, (part + 1) * Group));
        }

        /// <summary>Strips [start, end): column strips of chunks of groups.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int start, int end)
        {
            _table = (T*)Scratch.Rent(Scratch.Slot.Partials, Depth * (StripBytes + 64));
            for (int at = start; at < end; at++)
            {
                var (block, strip) = Math.DivRem(at, strips);
                var (group, chunk) = Math.DivRem(block, chunks);
                int startRow = chunk * ReductionOrder.Chunk;
                _first = group * n + startRow;
                _rows = Math.Min(n - startRow, ReductionOrder.Chunk);
                _column = strip * (StripBytes / sizeof(T));
                _width = Math.Min(columns - _column, StripBytes / sizeof(T));
                T* result = Node(0, 1, 0);
                y.Scatter(0, block * columns + _column, _width, (byte*)result);
            }
        }

        /// <summary>The part of the tree over partial results j, j + step, j + 2 step ...: where its value is. Lines of the table from <paramref name="line"/> on are free.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly T* Node(int j, int step, int line)
        {
            if (step == ReductionOrder.Partials) return Chain(j, Line(line));
            if (_rows <= ReductionOrder.Partials)
            {
                // Leaves are single rows: small nodes are done at a time.
                int leaves = Parts.Count(_rows - j, step);
                if (leaves == 8) return Eight(j, step, Line(line));
                if (leaves == 4) return Four(j, step, Line(line));
            }
            T* left = Node(j, 2 * step, line);
            if (j + step >= Math.Min(_rows, ReductionOrder.Partials)) return left;
            T* right = Node(j + step, 2 * step, line + 1);
            Fold<V, T, TOp>.CombineWhole(op, Line(line), left, right, _width);
            return Line(line);
        }

        /// <summary>The node over rows j, j + step ... j + 3 step.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly T* Four(int j, int step, T* line)
        {
            T* a = Row(j), b = Row(j + step), c = Row(j + 2 * step), d = Row(j + 3 * step);
            for (int i = 0; i < _width; i += V.Count)
            {
                V even = op.Combine(V.Load(a + i), V.Load(c + i));
                V.Store(op.Combine(even, op.Combine(V.Load(b + i), V.Load(d + i))), line + i);
            }
            return line;
        }

        /// <summary>The node over rows j, j + step ... j + 7 step.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly T* Eight(int j, int step, T* line)
        {
            T* a = Row(j), b = Row(j + step), c = Row(j + 2 * step), d = Row(j + 3 * step);
            T* e = Row(j + 4 * step), f = Row(j + 5 * step), g = Row(j + 6 * step), h = Row(j + 7 * step);
            for (int i = 0; i < _width; i += V.Count)
            {
                V even = op.Combine(op.Combine(V.Load(a + i), V.Load(e + i)), op.Combine(V.Load(c + i), V.Load(g + i)));
                V odd = op.Combine(op.Combine(V.Load(b + i), V.Load(f + i)), op.Combine(V.Load(d + i), V.Load(h + i)));
                V.Store(op.Combine(even, odd), line + i);
            }
            return line;
        }

        /// <summary>Row j ∘ row j + 256 ∘ ...; a single row is left where it is.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly T* Chain(int j, T* line)
        {
            const int stride = ReductionOrder.Partials;
            T* sum = Row(j);
            int row = j + stride;
            for (; row + 3 * stride < _rows; row += 4 * stride, sum = line)
            {
                T* a = Row(row), b = Row(row + stride), c = Row(row + 2 * stride), d = Row(row + 3 * stride);
                for (int i = 0; i < _width; i += V.Count)
                {
                    V s = op.Combine(op.Combine(V.Load(sum + i), V.Load(a + i)), V.Load(b + i));
                    V.Store(op.Combine(op.Combine(s, V.Load(c + i)), V.Load(d + i)), line + i);
                }
            }
            for (; row < _rows; row += stride, sum = line) Fold<V, T, TOp>.CombineWhole(op, line, sum, Row(row), _width);
            return sum;
        }

        private readonly T* Row(int row) => (T*)x.Locate(0, _first + row) + _column;

        private readonly T* Line(int line) => (T*)((byte*)_table + line * (StripBytes + 64));
    }
}
