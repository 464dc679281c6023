using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Host;

/// <summary>Copies blocks of an operand to panels: for every k a line of neighbours, lines a fixed distance apart.</summary>
/// <remarks>Whole vectors are read and written: what lies beyond the block in its last vector is copied along, and never used.</remarks>
internal static unsafe class Packing<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    /// <summary>target[k * width + i] = block[k, i] for k &lt; lines, i &lt; items; the width is a multiple of the vector's length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(Matrix<T> block, T* target, int lines, int items, int width)
    {
        if (block.ColumnStride == 1)
        {
            T* source = block.Start;
            if (items <= V.Count)
                for (int k = 0; k < lines; k++, source += block.RowStride, target += width) V.Store(V.Load(source), target);
            else
                for (int k = 0; k < lines; k++, source += block.RowStride, target += width)
                    for (int i = 0; i < items; i += V.Count) V.Store(V.Load(source + i), target + i);
        }
        else if (block.RowStride == 1) Transpose(block, target, lines, items, width);
        else
            for (int k = 0; k < lines; k++)
                Strided.Copy((byte*)block.At(k, 0), block.ColumnStride * sizeof(T), (byte*)(target + (nint)k * width), sizeof(T), items, sizeof(T));
    }

    /// <summary>Where the elements of a column are neighbours. A vector is put together from pieces of 16 bytes, each from another column; the pieces are transposed in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(Matrix<T> block, T* target, int lines, int items, int width)
    {
        int whole = 0;
        if (typeof(V) == typeof(Lanes512<T>) || (typeof(V) == typeof(Lanes256<T>) && Avx2.IsSupported))
        {
            int piece = 16 / sizeof(T);
            whole = lines - lines % piece;
            byte** columns = stackalloc byte*[16];
            for (int first = 0; first < items; first += V.Count)
            {
                // Columns that do not exist repeat the last one.
                for (int i = 0; i < V.Count; i++) columns[i] = (byte*)block.At(0, Math.Min(first + i, items - 1));
                if (sizeof(T) == 4) Fours(columns, (byte*)(target + first), whole, width * sizeof(T));
                else Twos(columns, (byte*)(target + first), whole, width * sizeof(T));
            }
        }
        if (whole < lines) Transposition.Copy(block.At(whole, 0), block.ColumnStride, target + (nint)whole * width, width, items, lines - whole);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fours(byte** columns, byte* target, int lines, nint width)
    {
        for (nint at = 0; at < lines * 4; at += 16, target += 4 * width)
        {
            if (typeof(V) == typeof(Lanes512<T>))
            {
                var (a, b, c, d) = (Pieces512(columns, 4, at), Pieces512(columns + 1, 4, at), Pieces512(columns + 2, 4, at), Pieces512(columns + 3, 4, at));
                var (low, high) = (Avx512F.UnpackLow(a.AsSingle(), b.AsSingle()).AsDouble(), Avx512F.UnpackHigh(a.AsSingle(), b.AsSingle()).AsDouble());
                var (low2, high2) = (Avx512F.UnpackLow(c.AsSingle(), d.AsSingle()).AsDouble(), Avx512F.UnpackHigh(c.AsSingle(), d.AsSingle()).AsDouble());
                Avx512F.UnpackLow(low, low2).Store((double*)target);
                Avx512F.UnpackHigh(low, low2).Store((double*)(target + width));
                Avx512F.UnpackLow(high, high2).Store((double*)(target + 2 * width));
                Avx512F.UnpackHigh(high, high2).Store((double*)(target + 3 * width));
            }
            else
            {
                var (a, b, c, d) = (Pieces256(columns, 4, at), Pieces256(columns + 1, 4, at), Pieces256(columns + 2, 4, at), Pieces256(columns + 3, 4, at));
                var (low, high) = (Avx.UnpackLow(a.AsSingle(), b.AsSingle()).AsDouble(), Avx.UnpackHigh(a.AsSingle(), b.AsSingle()).AsDouble());
                var (low2, high2) = (Avx.UnpackLow(c.AsSingle(), d.AsSingle()).AsDouble(), Avx.UnpackHigh(c.AsSingle(), d.AsSingle()).AsDouble());
                Avx.UnpackLow(low, low2).Store((double*)target);
                Avx.UnpackHigh(low, low2).Store((double*)(target + width));
                Avx.UnpackLow(high, high2).Store((double*)(target + 2 * width));
                Avx.UnpackHigh(high, high2).Store((double*)(target + 3 * width));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Twos(byte** columns, byte* target, int lines, nint width)
    {
        for (nint at = 0; at < lines * 8; at += 16, target += 2 * width)
        {
            if (typeof(V) == typeof(Lanes512<T>))
            {
                var (a, b) = (Pieces512(columns, 2, at), Pieces512(columns + 1, 2, at));
                Avx512F.UnpackLow(a, b).Store((double*)target);
                Avx512F.UnpackHigh(a, b).Store((double*)(target + width));
            }
            else
            {
                var (a, b) = (Pieces256(columns, 2, at), Pieces256(columns + 1, 2, at));
                Avx.UnpackLow(a, b).Store((double*)target);
                Avx.UnpackHigh(a, b).Store((double*)(target + width));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Pieces512(byte** columns, int step, nint at) => Vector512.Create(Pieces256(columns, step, at), Pieces256(columns + 2 * step, step, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Pieces256(byte** columns, int step, nint at) =>
        Vector256.Create(Vector128.Load((double*)(columns[0] + at)), Vector128.Load((double*)(columns[step] + at)));
}
