using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Normalizes many rows at once, element i of all of them being neighbours: vectors run over rows.</summary>
internal static unsafe class StripNormalization<V, T, TOp> where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, INormalization
{
    /// <summary>The most rows at once.</summary>
    public const int Widest = 256;

    /// <summary>Rows side by side: element i of row c is at [i * stride + c] in a, b and y, which may be the same.</summary>
    /// <param name="op">The formula.</param>
    /// <param name="a">First operand.</param>
    /// <param name="b">Second operand.</param>
    /// <param name="y">The result; nothing beyond the rows is written.</param>
    /// <param name="stride">Elements between the elements of a row.</param>
    /// <param name="n">Elements of a row.</param>
    /// <param name="width">Rows, at most <see cref="Widest"/>.</param>
    [SkipLocalsInit]
    public static void Run(TOp op, T* a, T* b, T* y, nint stride, int n, int width)
    {
        // A vector beyond the rows may be written here.
        byte* buffers = stackalloc byte[2 * (Widest * sizeof(long) + 64)];
        T* largest = (T*)buffers, sums = (T*)(buffers + Widest * sizeof(long) + 64);
        int line = Parts.RoundUp(width, V.Count);
        T* terms = (T*)Scratch.Rent(Scratch.Slot.Terms, (long)n * line * sizeof(T));
        if (op.TakesLargest) Fold(new Maximum(), a, stride, n, width, largest);
        Terms(op, a, b, stride, largest, terms, line, n);
        Fold(new Sum(), terms, line, n, width, sums);
        Results(op, a, b, stride, largest, terms, line, sums, y, n, width);
    }

    private static void Fold<TFold>(TFold op, T* x, nint stride, int n, int width, T* results) where TFold : struct, IReduction
    {
        if (n == 1) Buffer.MemoryCopy(x, results, width * sizeof(T), width * sizeof(T));
        else ColumnReduction<V, T, TFold>.Run(op, Walk.Line(x, n, stride), 1, n, width, Walk.Line(results, width));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Terms(TOp op, T* a, T* b, nint stride, T* largest, T* terms, int line, int n)
    {
        nint step = op.TakesLargest ? 0 : stride;
        T* other = op.TakesLargest ? largest : b;
        for (int i = 0; i < n; i++, a += stride, other += step, terms += line)
            for (int c = 0; c < line; c += V.Count) V.Store(op.Term(V.Load(a + c), V.Load(other + c)), terms + c);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Results(TOp op, T* a, T* b, nint stride, T* largest, T* terms, int line, T* sums, T* y, int n, int width)
    {
        for (int c = 0; c < line; c += V.Count) V.Store(op.Common(V.Load(sums + c)), sums + c);
        nint step = op.TakesLargest ? 0 : stride;
        T* other = op.TakesLargest ? largest : b;
        for (int i = 0; i < n; i++, a += stride, other += step, terms += line, y += stride)
            for (int c = 0; c < line; c += V.Count)
            {
                V value = op.Result(V.Load(a + c), V.Load(other + c), V.Load(terms + c), V.Load(sums + c));
                if (c + V.Count <= width) V.Store(value, y + c);
                else Part.Store<V, T>(value, y + c, width - c);
            }
    }
}

/// <summary>Normalizes along a dimension that is not the last one. A part is a strip of neighbouring rows.</summary>
internal readonly unsafe struct StripsJob<V, T, TOp>(TOp op, T* a, T* b, T* y, RowFrame frame) : IJob
    where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, INormalization
{
    /// <summary>Elements of a strip, which stay in the second cache.</summary>
    private const int StripElements = 32768;

    private readonly int _width = Math.Clamp(StripElements / frame.Length / V.Count * V.Count, V.Count, StripNormalization<V, T, TOp>.Widest);

    /// <summary>Strips of a block.</summary>
    public int Strips => Parts.Count(frame.Inner, _width);

    public void Run(int part)
    {
        var (block, strip) = Math.DivRem(part, Strips);
        int first = strip * _width;
        nint at = (nint)block * frame.Length * frame.Inner + first;
        StripNormalization<V, T, TOp>.Run(op, a + at, b + at, y + at, frame.Inner, frame.Length, Math.Min(_width, frame.Inner - first));
    }
}

/// <summary>Normalizes short, dense rows: a part is a group of them, which are transposed to lie side by side.</summary>
internal readonly unsafe struct ShortRowsJob<V, T, TOp>(TOp op, T* a, T* b, T* y, RowFrame frame) : IJob
    where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, INormalization
{
    /// <summary>Rows of a part.</summary>
    public const int Group = StripNormalization<V, T, TOp>.Widest;

    public void Run(int part)
    {
        int n = frame.Length, start = part * Group, count = Math.Min(Group, frame.Rows - start);
        nint at = (nint)start * n;
        int line = Parts.RoundUp(count, V.Count);
        T* first = (T*)Scratch.Rent(Scratch.Slot.Row, 2L * n * line * sizeof(T)), second = first;
        Transposition.Copy(a + at, n, first, line, count, n);
        if (!op.TakesLargest)
        {
            second = first + (nint)n * line;
            Transposition.Copy(b + at, n, second, line, count, n);
        }
        StripNormalization<V, T, TOp>.Run(op, first, second, first, line, n, count);
        Transposition.Copy(first, line, y + at, n, n, count);
    }
}
