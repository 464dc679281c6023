using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>a + b: how the chains of a vector product are joined.</summary>
internal readonly struct Plus : IReduction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Identity<N>() where N : struct, INum<N> => N.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Combine<N>(N a, N b) where N : struct, INum<N> => a + b;
}

/// <summary>Products with one row or one column: y[i] = Σₖ x[i, k] v[k], in <see cref="ReductionOrder.DotChains"/> chains and their tree.</summary>
internal static unsafe class VectorProduct<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    private const int Chains = ReductionOrder.DotChains;
    private const int StripBytes = 4096;
    private static readonly int Strip = StripBytes / sizeof(T);
    private const int Depth = 7;

    /// <summary>Rows up to this length are transposed, many at once, and multiplied as columns: their chains would not fill a vector.</summary>
    private const int ShortRow = 32;

    /// <summary>Products with fewer multiply-adds than this stay on the caller's thread.</summary>
    private const long SmallWork = 1 << 16;

    /// <summary>y[n] = a[n] @ b[n] where a has one row or b one column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in Operand a, in Operand b, in Operand y)
    {
        int batch = y.Layout.Sizes[0], m = y.Layout.Sizes[1], columns = y.Layout.Sizes[2], k = a.Layout.Sizes[2];
        bool rowTimesMatrix = m == 1 && columns > 1;
        int results = rowTimesMatrix ? columns : m;
        bool small = (long)batch * results * k < SmallWork;
        // Results of a part: whole cache lines, for every thread the same number, and not more than a strip.
        int most = Strip, line = 4 * V.Count;
        int groups = small ? 1 : Parts.Count(HostThreads.Count, batch);
        int group = Math.Min(most, Parts.RoundUp(Parts.Count(results, groups), line));
        var job = new Job(a, b, y, rowTimesMatrix, results, k, group, Parts.Count(results, group));
        WorkerPool.Run(batch * job.Groups, ref job, alone: small);
    }

    private readonly struct Job(Operand a, Operand b, Operand y, bool rowTimesMatrix, int results, int k, int group, int groups) : IJob
    {
        public int Groups => groups;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int part)
        {
            var (n, at) = Math.DivRem(part, groups);
            var (left, right, result) = (Matrix<T>.Of(a, n), Matrix<T>.Of(b, n), Matrix<T>.Of(y, n));
            // A row times a matrix is the transposed matrix times a column.
            var (matrix, vector, target) = rowTimesMatrix ? (right.Transposed, left.Transposed, result.Transposed) : (left, right, result);
            int start = at * group, end = Parts.End(at, results, group);
            T* v = vector.Start;
            if (vector.RowStride != 1)
            {
                v = (T*)Scratch.Rent(Scratch.Slot.Right, (long)k * sizeof(T));
                Strided.Copy((byte*)vector.Start, vector.RowStride * sizeof(T), (byte*)v, sizeof(T), k, sizeof(T));
            }
            if (matrix.RowStride == 1 && matrix.ColumnStride != 1 && end - start > 1) Columns(matrix, v, target, start, end);
            else if (matrix.ColumnStride == 1 && k <= ShortRow && end - start >= V.Count) ShortRows(matrix, v, target, start, end);
            else Rows(matrix, v, target, start, end);
        }

        /// <summary>Results whose elements run along k in memory: the chains of a result fill the vectors.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Rows(Matrix<T> matrix, T* v, Matrix<T> target, int start, int end)
        {
            if (matrix.ColumnStride == 1)
            {
                DotRows<V, T>.Run(matrix.From(start, 0), v, k, target.From(start, 0), end - start);
                return;
            }
            T* row = (T*)Scratch.Rent(Scratch.Slot.Row, (long)k * sizeof(T));
            for (int i = start; i < end; i++)
            {
                Strided.Copy((byte*)matrix.At(i, 0), matrix.ColumnStride * sizeof(T), (byte*)row, sizeof(T), k, sizeof(T));
                DotRows<V, T>.Run(new(row, k, 1), v, k, target.From(i, 0), 1);
            }
        }

        /// <summary>Neighbouring results whose elements are neighbours too: vectors run over results.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Columns(Matrix<T> matrix, T* v, Matrix<T> target, int start, int end)
        {
            for (int first = start; first < end; first += Strip)
                Columns(matrix.At(first, 0), matrix.ColumnStride, v, target.From(first, 0), Math.Min(Strip, end - first));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void ShortRows(Matrix<T> matrix, T* v, Matrix<T> target, int start, int end)
        {
            T* columns = (T*)Scratch.Rent(Scratch.Slot.Row, (long)k * StripBytes);
            for (int first = start; first < end; first += Strip)
            {
                int width = Math.Min(Strip, end - first);
                Transposition.Copy(matrix.At(first, 0), matrix.RowStride, columns, Strip, width, k);
                Columns(columns, Strip, v, target.From(first, 0), width);
            }
        }

        /// <summary>A strip of results whose column c of elements starts at x + c and goes on every <paramref name="stride"/> elements.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Columns(T* x, nint stride, T* v, Matrix<T> target, int width)
        {
            T* table = (T*)Scratch.Rent(Scratch.Slot.Partials, Depth * (StripBytes + 64));
            Node(x, stride, v, table, width, 0, 1);
            Strided.Copy((byte*)table, sizeof(T), (byte*)target.Start, target.RowStride * sizeof(T), width, sizeof(T));
        }

        /// <summary>The part of the tree over chains j, j + step, ...; see <see cref="ColumnReduction{V, T, TOp}"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Node(T* x, nint stride, T* v, T* line, int width, int j, int step)
        {
            if (step == Chains)
            {
                Chain(x, stride, v, line, width, j);
                return;
            }
            Node(x, stride, v, line, width, j, 2 * step);
            if (j + step >= Math.Min(k, Chains)) return;
            T* next = (T*)((byte*)line + StripBytes + 64);
            Node(x, stride, v, next, width, j + step, 2 * step);
            Fold<V, T, Plus>.CombineWhole(default, line, line, next, width);
        }

        /// <summary>line[c] = Σ x[c, k] v[k] over k = j, j + 64, ... Lanes beyond the width are computed and never used.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Chain(T* x, nint stride, T* v, T* line, int width, int j)
        {
            int c = 0;
            for (; c + 4 * V.Count <= width; c += 4 * V.Count)
            {
                V s0 = V.Zero, s1 = s0, s2 = s0, s3 = s0;
                T* row = x + j * stride + c;
                for (int at = j; at < k; at += Chains, row += Chains * stride)
                {
                    V factor = V.Broadcast(v[at]);
                    s0 = V.Fma(V.Load(row), factor, s0);
                    s1 = V.Fma(V.Load(row + V.Count), factor, s1);
                    s2 = V.Fma(V.Load(row + 2 * V.Count), factor, s2);
                    s3 = V.Fma(V.Load(row + 3 * V.Count), factor, s3);
                }
                V.Store(s0, line + c);
                V.Store(s1, line + c + V.Count);
                V.Store(s2, line + c + 2 * V.Count);
                V.Store(s3, line + c + 3 * V.Count);
            }
            for (; c < width; c += V.Count)
            {
                V sum = V.Zero;
                for (int at = j; at < k; at += Chains) sum = V.Fma(V.Load(x + at * stride + c), V.Broadcast(v[at]), sum);
                V.Store(sum, line + c);
            }
        }
    }
}
