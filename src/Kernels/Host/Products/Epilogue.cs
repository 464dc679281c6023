using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>y = f(product, c), applied to each tile of a product as soon as it is finished, while it is in the first cache. The default does nothing.</summary>
/// <remarks>A pointer to code, so that the loops of the product are compiled once and not for every f. The functor lives on the frame of the caller, who waits for all parts.</remarks>
internal readonly unsafe struct Epilogue<T> where T : unmanaged
{
    private readonly delegate*<void*, Matrix<T>, Matrix<T>, int, int, void> _run;
    private readonly void* _op;
    private readonly Operand _c;

    private Epilogue(delegate*<void*, Matrix<T>, Matrix<T>, int, int, void> run, void* op, in Operand c)
    {
        _run = run;
        _op = op;
        _c = c;
    }

    /// <summary>True for the default.</summary>
    public bool IsNone => _run == null;

    /// <summary>c, with the sizes of the results; broadcast dimensions have stride 0.</summary>
    public Operand C => _c;

    /// <summary>An epilogue for a functor that stays where it is until the product is done.</summary>
    public static Epilogue<T> Of<V, TOp>(ref TOp op, in Operand c) where V : unmanaged, ILanes<V, T> where TOp : struct, IBinary =>
        new(&Run<V, TOp>, Unsafe.AsPointer(ref op), c);

    /// <summary>y[i, j] = f(y[i, j], c[i, j]) for the first rows and columns; the columns of y are neighbours.</summary>
    public void Run(Matrix<T> y, Matrix<T> c, int rows, int columns) => _run(_op, y, c, rows, columns);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static void Run<V, TOp>(void* functor, Matrix<T> y, Matrix<T> c, int rows, int columns) where V : unmanaged, ILanes<V, T> where TOp : struct, IBinary
    {
        var op = Unsafe.AsRef<TOp>(functor);
        const int most = 64;
        T* line = stackalloc T[most + 64 / sizeof(T)];
        nint step = c.ColumnStride == 0 ? 0 : V.Count;
        for (int first = 0; first < columns; first += most)
        {
            int width = Math.Min(most, columns - first);
            for (int i = 0; i < rows; i++)
            {
                T* from = c.At(i, first), at = y.At(i, first), end = at + width;
                if (c.ColumnStride == 0) V.Store(V.Broadcast(*from), line);
                else if (c.ColumnStride != 1) Strided.Copy((byte*)from, c.ColumnStride * sizeof(T), (byte*)line, sizeof(T), width, sizeof(T));
                if (c.ColumnStride != 1) from = line;
                for (; at < end; at += V.Count, from += step)
                {
                    V value = op.Forward(V.Load(at), V.Load(from));
                    if (at + V.Count <= end) V.Store(value, at);
                    else Part.Store<V, T>(value, at, (int)(end - at));
                }
            }
        }
    }
}
