using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>A dense matrix with rows that repeat, such as a bias: row by row, most rows would begin inside a cache line, and every other vector would cross one.</summary>
/// <remarks>So the matrix is gone through in whole vectors from its beginning, across the ends of its rows; a repeated row is laid out once more with its beginning behind its end.</remarks>
internal static unsafe class RepeatedRows
{
    /// <summary>Elements that a row is prolonged by. Runs of whole vectors end at most so far behind the end of a row.</summary>
    private const int Ahead = 64;

    /// <summary>Longer rows are better off as they are: copying one takes its time, and few of their vectors are at an end.</summary>
    private const int MostInner = 2048;

    private const int LineBytes = 64;

    // A last vector that is cut off may read up to its width behind what is there.
    private const int RowBytes = (MostInner + Ahead) * sizeof(long) + LineBytes;

    /// <summary>Whether all operands are dense or one repeated row, and rows begin inside cache lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Serves(in Walk walk, int count)
    {
        int y = walk.Operands - 1;
        if (walk.Rank != 2 || walk.Inner is < Ahead or > MostInner || walk.Inner * walk.ItemSize(y) % LineBytes == 0 || count < 4 * walk.Inner || !walk.IsDense(y)) return false;
        for (int o = 0; o < y; o++)
            if (!walk.IsDense(o) && !Repeats(walk, o))
                return false;
        return true;
    }

    /// <summary>Runs the loop over elements <paramref name="start"/>, a multiple of <see cref="Ahead"/>, to <paramref name="end"/>.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLoop>(ref TLoop loop, in Walk walk, int start, int end) where TLoop : struct, ILoop
    {
        int inner = walk.Inner, y = walk.Operands - 1, repeated = 0, column = start % inner;
        byte* buffers = stackalloc byte[(Walk.MaxOperands - 1) * RowBytes];
        byte** from = stackalloc byte*[Walk.MaxOperands];
        byte** at = stackalloc byte*[Walk.MaxOperands];
        for (int o = 0; o <= y; o++)
        {
            from[o] = walk.Row(o, 0);
            if (walk.IsDense(o)) continue;
            repeated |= 1 << o;
            byte* row = buffers + o * RowBytes;
            int item = walk.ItemSize(o), bytes = inner * item;
            Buffer.MemoryCopy(from[o], row, RowBytes, bytes);
            Buffer.MemoryCopy(from[o], row + bytes, RowBytes - bytes, Ahead * item);
            from[o] = row;
        }
        for (int done = start, n; done < end; done += n)
        {
            n = Math.Min(Parts.RoundUp(inner - column, Ahead), end - done);
            for (int o = 0; o <= y; o++) at[o] = from[o] + (long)((repeated & (1 << o)) != 0 ? column : done) * walk.ItemSize(o);
            loop.Run(at[0], at[1], at[2], at[y], 0, n);
            column += n - inner;
        }
    }

    private static bool Repeats(in Walk walk, int operand) => walk.Stride(operand, 0) == 0 && walk.Stride(operand, 1) == walk.ItemSize(operand);
}
