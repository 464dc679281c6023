using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>A number known at compile time, so that the JIT drops the rows and columns that a tile lacks.</summary>
internal interface INumber
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

internal readonly struct N1 : INumber { public static int Value => 1; }

internal readonly struct N2 : INumber { public static int Value => 2; }

internal readonly struct N4 : INumber { public static int Value => 4; }

internal readonly struct N6 : INumber { public static int Value => 6; }

internal readonly struct N8 : INumber { public static int Value => 8; }

internal readonly struct N12 : INumber { public static int Value => 12; }

/// <summary>What a tile reads and writes. Strides are in elements.</summary>
internal unsafe struct Tile<T> where T : unmanaged
{
    /// <summary>First element of the left operand, and its strides along rows and along k.</summary>
    public T* A;
    public nint ARow, AK;

    /// <summary>First element of the right operand, and its stride along k. Columns are neighbours.</summary>
    public T* B;
    public nint BK;

    /// <summary>First result and the stride along rows. Columns are neighbours.</summary>
    public T* Y;
    public nint YRow;

    /// <summary>Length of the chains.</summary>
    public int K;

    /// <summary>Columns of the tile that exist.</summary>
    public int Columns;

    /// <summary>True to add to what the results hold: the sums of earlier chunks of k.</summary>
    public bool Adds;
}

/// <summary>y[i, j] (+)= Σₖ a[i, k] b[k, j] for a tile of rows x (one or two vectors of columns), every sum one chain of fused multiply-adds from 0, kept in a register.</summary>
internal static unsafe class TileKernel<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    /// <summary>Computes TRows x (TVectors vectors) results.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TRows, TVectors>(in Tile<T> tile) where TRows : struct, INumber where TVectors : struct, INumber
    {
        V c0 = V.Zero, c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0, c8 = c0, c9 = c0, c10 = c0, c11 = c0;
        V d0 = c0, d1 = c0, d2 = c0, d3 = c0, d4 = c0, d5 = c0, d6 = c0, d7 = c0, d8 = c0, d9 = c0, d10 = c0, d11 = c0;
        nint row = tile.ARow, row2 = 2 * row, step = tile.AK, stepB = tile.BK;
        // Three rows hang on each pointer, so that addresses need few registers.
        T* a0 = tile.A, a3 = a0 + 3 * row, a6 = a0 + 6 * row, a9 = a0 + 9 * row, b = tile.B;
        for (int k = tile.K; k > 0; k--)
        {
            V b0 = V.Load(b), b1 = TVectors.Value > 1 ? V.Load(b + V.Count) : b0;
            Step<TVectors>(ref c0, ref d0, *a0, b0, b1);
            if (TRows.Value > 1) Step<TVectors>(ref c1, ref d1, a0[row], b0, b1);
            if (TRows.Value > 2) Step<TVectors>(ref c2, ref d2, a0[row2], b0, b1);
            if (TRows.Value > 3) Step<TVectors>(ref c3, ref d3, *a3, b0, b1);
            if (TRows.Value > 4) Step<TVectors>(ref c4, ref d4, a3[row], b0, b1);
            if (TRows.Value > 5) Step<TVectors>(ref c5, ref d5, a3[row2], b0, b1);
            if (TRows.Value > 6) Step<TVectors>(ref c6, ref d6, *a6, b0, b1);
            if (TRows.Value > 7) Step<TVectors>(ref c7, ref d7, a6[row], b0, b1);
            if (TRows.Value > 8) Step<TVectors>(ref c8, ref d8, a6[row2], b0, b1);
            if (TRows.Value > 9) Step<TVectors>(ref c9, ref d9, *a9, b0, b1);
            if (TRows.Value > 10) Step<TVectors>(ref c10, ref d10, a9[row], b0, b1);
            if (TRows.Value > 11) Step<TVectors>(ref c11, ref d11, a9[row2], b0, b1);
            a0 += step;
            if (TRows.Value > 3) a3 += step;
            if (TRows.Value > 6) a6 += step;
            if (TRows.Value > 9) a9 += step;
            b += stepB;
        }
        T* y = tile.Y;
        nint rowY = tile.YRow;
        int columns = tile.Columns;
        bool adds = tile.Adds;
        Write<TVectors>(c0, d0, y, columns, adds);
        if (TRows.Value > 1) Write<TVectors>(c1, d1, y + rowY, columns, adds);
        if (TRows.Value > 2) Write<TVectors>(c2, d2, y + 2 * rowY, columns, adds);
        if (TRows.Value > 3) Write<TVectors>(c3, d3, y + 3 * rowY, columns, adds);
        if (TRows.Value > 4) Write<TVectors>(c4, d4, y + 4 * rowY, columns, adds);
        if (TRows.Value > 5) Write<TVectors>(c5, d5, y + 5 * rowY, columns, adds);
        if (TRows.Value > 6) Write<TVectors>(c6, d6, y + 6 * rowY, columns, adds);
        if (TRows.Value > 7) Write<TVectors>(c7, d7, y + 7 * rowY, columns, adds);
        if (TRows.Value > 8) Write<TVectors>(c8, d8, y + 8 * rowY, columns, adds);
        if (TRows.Value > 9) Write<TVectors>(c9, d9, y + 9 * rowY, columns, adds);
        if (TRows.Value > 10) Write<TVectors>(c10, d10, y + 10 * rowY, columns, adds);
        if (TRows.Value > 11) Write<TVectors>(c11, d11, y + 11 * rowY, columns, adds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TVectors>(ref V c, ref V d, T a, V b0, V b1) where TVectors : struct, INumber
    {
        V left = V.Broadcast(a);
        c = V.Fma(left, b0, c);
        if (TVectors.Value > 1) d = V.Fma(left, b1, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<TVectors>(V c, V d, T* y, int columns, bool adds) where TVectors : struct, INumber
    {
        if (columns == TVectors.Value * V.Count)
        {
            V.Store(adds ? V.Load(y) + c : c, y);
            if (TVectors.Value > 1) V.Store(adds ? V.Load(y + V.Count) + d : d, y + V.Count);
        }
        else WritePart(c, d, y, columns, adds);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WritePart(V c, V d, T* y, int columns, bool adds)
    {
        int first = Math.Min(columns, V.Count);
        Part.Store<V, T>(adds ? V.Load(y) + c : c, y, first);
        if (columns > V.Count) Part.Store<V, T>(adds ? V.Load(y + V.Count) + d : d, y + V.Count, columns - V.Count);
    }
}
