using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>A number known at compile time, so that the JIT drops the rows and columns that a tile lacks.</summary>
internal interface IConstant
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

internal readonly struct N1 : IConstant { public static int Value => 1; }

internal readonly struct N2 : IConstant { public static int Value => 2; }

internal readonly struct N4 : IConstant { public static int Value => 4; }

internal readonly struct N6 : IConstant { public static int Value => 6; }

internal readonly struct N8 : IConstant { public static int Value => 8; }

internal readonly struct N12 : IConstant { public static int Value => 12; }

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
    private const int MostRows = 12;

    /// <summary>Computes TRows x (TVectors vectors) results.</summary>
    /// <remarks>No vector may live across a call, or the JIT spills all sums in the inner loop: incomplete tiles are stored to a buffer first.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Run<TRows, TVectors>(in Tile<T> tile) where TRows : struct, IConstant where TVectors : struct, IConstant
    {
        V c0 = V.Zero, c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0, c8 = c0, c9 = c0, c10 = c0, c11 = c0;
        V d0 = c0, d1 = c0, d2 = c0, d3 = c0, d4 = c0, d5 = c0, d6 = c0, d7 = c0, d8 = c0, d9 = c0, d10 = c0, d11 = c0;
        nint row = tile.ARow, row2 = 2 * row, step = tile.AK, stepB = tile.BK;
        // Three rows hang on each pointer, so that addresses need few registers.
        T* a0 = tile.A, a3 = a0 + 3 * row, a6 = a0 + 6 * row, a9 = a0 + 9 * row, b = tile.B;
        for (int k = tile.K; k > 0; k--)
        {
            V b0 = V.Load(b), b1 = TVectors.Value > 1 ? V.Load(b + V.Count) : b0, a = V.Broadcast(*a0);
            c0 = V.Fma(a, b0, c0);
            if (TVectors.Value > 1) d0 = V.Fma(a, b1, d0);
            if (TRows.Value > 1)
            {
                a = V.Broadcast(a0[row]);
                c1 = V.Fma(a, b0, c1);
                if (TVectors.Value > 1) d1 = V.Fma(a, b1, d1);
            }
            if (TRows.Value > 2)
            {
                a = V.Broadcast(a0[row2]);
                c2 = V.Fma(a, b0, c2);
                if (TVectors.Value > 1) d2 = V.Fma(a, b1, d2);
            }
            if (TRows.Value > 3)
            {
                a = V.Broadcast(*a3);
                c3 = V.Fma(a, b0, c3);
                if (TVectors.Value > 1) d3 = V.Fma(a, b1, d3);
            }
            if (TRows.Value > 4)
            {
                a = V.Broadcast(a3[row]);
                c4 = V.Fma(a, b0, c4);
                if (TVectors.Value > 1) d4 = V.Fma(a, b1, d4);
            }
            if (TRows.Value > 5)
            {
                a = V.Broadcast(a3[row2]);
                c5 = V.Fma(a, b0, c5);
                if (TVectors.Value > 1) d5 = V.Fma(a, b1, d5);
            }
            if (TRows.Value > 6)
            {
                a = V.Broadcast(*a6);
                c6 = V.Fma(a, b0, c6);
                if (TVectors.Value > 1) d6 = V.Fma(a, b1, d6);
            }
            if (TRows.Value > 7)
            {
                a = V.Broadcast(a6[row]);
                c7 = V.Fma(a, b0, c7);
                if (TVectors.Value > 1) d7 = V.Fma(a, b1, d7);
            }
            if (TRows.Value > 8)
            {
                a = V.Broadcast(a6[row2]);
                c8 = V.Fma(a, b0, c8);
                if (TVectors.Value > 1) d8 = V.Fma(a, b1, d8);
            }
            if (TRows.Value > 9)
            {
                a = V.Broadcast(*a9);
                c9 = V.Fma(a, b0, c9);
                if (TVectors.Value > 1) d9 = V.Fma(a, b1, d9);
            }
            if (TRows.Value > 10)
            {
                a = V.Broadcast(a9[row]);
                c10 = V.Fma(a, b0, c10);
                if (TVectors.Value > 1) d10 = V.Fma(a, b1, d10);
            }
            if (TRows.Value > 11)
            {
                a = V.Broadcast(a9[row2]);
                c11 = V.Fma(a, b0, c11);
                if (TVectors.Value > 1) d11 = V.Fma(a, b1, d11);
            }
            a0 += step;
            if (TRows.Value > 3) a3 += step;
            if (TRows.Value > 6) a6 += step;
            if (TRows.Value > 9) a9 += step;
            b += stepB;
        }
        T* buffer = stackalloc T[MostRows * 2 * V.Count];
        bool whole = tile.Columns == TVectors.Value * V.Count;
        bool adds = tile.Adds && whole;
        T* y = whole ? tile.Y : buffer;
        nint rowY = whole ? tile.YRow : 2 * V.Count;
        Write<TVectors>(c0, d0, y, adds);
        if (TRows.Value > 1) Write<TVectors>(c1, d1, y + rowY, adds);
        if (TRows.Value > 2) Write<TVectors>(c2, d2, y + 2 * rowY, adds);
        if (TRows.Value > 3) Write<TVectors>(c3, d3, y + 3 * rowY, adds);
        if (TRows.Value > 4) Write<TVectors>(c4, d4, y + 4 * rowY, adds);
        if (TRows.Value > 5) Write<TVectors>(c5, d5, y + 5 * rowY, adds);
        if (TRows.Value > 6) Write<TVectors>(c6, d6, y + 6 * rowY, adds);
        if (TRows.Value > 7) Write<TVectors>(c7, d7, y + 7 * rowY, adds);
        if (TRows.Value > 8) Write<TVectors>(c8, d8, y + 8 * rowY, adds);
        if (TRows.Value > 9) Write<TVectors>(c9, d9, y + 9 * rowY, adds);
        if (TRows.Value > 10) Write<TVectors>(c10, d10, y + 10 * rowY, adds);
        if (TRows.Value > 11) Write<TVectors>(c11, d11, y + 11 * rowY, adds);
        if (!whole) WritePart(buffer, TRows.Value, tile);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<TVectors>(V c, V d, T* y, bool adds) where TVectors : struct, IConstant
    {
        V.Store(adds ? V.Load(y) + c : c, y);
        if (TVectors.Value > 1) V.Store(adds ? V.Load(y + V.Count) + d : d, y + V.Count);
    }

    /// <summary>Writes the columns that exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WritePart(T* sums, int rows, in Tile<T> tile)
    {
        T* y = tile.Y;
        for (int i = 0; i < rows; i++, sums += 2 * V.Count, y += tile.YRow)
        {
            if (tile.Adds) Fold<V, T, Plus>.Combine(default, y, sums, tile.Columns);
            else
                for (int j = 0; j < tile.Columns; j++) y[j] = sums[j];
        }
    }
}
