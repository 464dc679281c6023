using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

internal readonly struct N14 : IConstant { public static int Value => 14; }

/// <summary>What a tile reads and writes. Strides are in elements.</summary>
internal unsafe struct Tile<T> where T : unmanaged
{
    /// <summary>First element of the left operand, and its strides along rows and along k.</summary>
    public T* A;
    public nint ARow, AK;

    /// <summary>First element of the right operand, and its stride along k. Columns are neighbours.</summary>
    public T* B;
    public nint BK;

    /// <summary>First result, and the strides along rows and along columns.</summary>
    public T* Y;
    public nint YRow, YColumn;

    /// <summary>Length of the chains.</summary>
    public int K;

    /// <summary>Columns of the tile that exist.</summary>
    public int Columns;

    /// <summary>True to add to what the results hold: the sums of earlier chunks of k.</summary>
    public bool Adds;
}

/// <summary>y[i, j] (+)= Σₖ a[i, k] b[k, j] for a tile of rows x (one or two vectors of columns), every sum one chain of fused multiply-adds from 0, kept in a register.</summary>
/// <remarks>V is Vector512, Vector256 or Vector128 of T. With vectors inside a struct the JIT would copy half of the sums after each multiply-add.</remarks>
internal static unsafe class TileKernel<V, T> where V : unmanaged where T : unmanaged
{
    private static int Count => sizeof(V) / sizeof(T);

    /// <summary>Computes TRows x (TVectors vectors) results. TLeft is 1 where the rows of a are neighbours in memory.</summary>
    /// <remarks>No vector may live across a call, or the JIT spills all sums in the inner loop: incomplete tiles are stored to a buffer first.
    /// Addresses of a are a base plus a small multiple of few registers, all of which the processor computes as part of the load.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Run<TRows, TVectors, TLeft>(in Tile<T> tile) where TRows : struct, IConstant where TVectors : struct, IConstant where TLeft : struct, IConstant
    {
        V c0 = default, c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0, c8 = c0, c9 = c0, c10 = c0, c11 = c0, c12 = c0, c13 = c0;
        V d0 = c0, d1 = c0, d2 = c0, d3 = c0, d4 = c0, d5 = c0, d6 = c0, d7 = c0, d8 = c0, d9 = c0, d10 = c0, d11 = c0, d12 = c0, d13 = c0;
        nint row = tile.ARow * sizeof(T), row3 = 3 * row, row5 = 5 * row, step = tile.AK * sizeof(T), stepB = tile.BK * sizeof(T);
        byte* a0 = (byte*)tile.A, a7 = a0 + 7 * row, b = (byte*)tile.B;
        // A long sum gives the results time to come closer, too.
        if (TRows.Value == 14 && Sse.IsSupported && tile.K >= 256)
            for (int i = 0; i < TRows.Value; i++)
            {
                Sse.Prefetch0(tile.Y + i * tile.YRow);
                if (TVectors.Value > 1) Sse.Prefetch0(tile.Y + i * tile.YRow + Count);
            }
        for (int k = tile.K; k > 0; k--)
        {
            V b0 = *(V*)b, b1 = TVectors.Value > 1 ? *(V*)(b + sizeof(V)) : b0;
            if (TRows.Value == 14 && Sse.IsSupported)
            {
                // A panel of b is larger than the first cache: what comes is fetched some steps ahead.
                Sse.Prefetch0(b + 8 * stepB);
                if (TVectors.Value > 1) Sse.Prefetch0(b + 8 * stepB + sizeof(V));
                if (TLeft.Value == 1) Sse.Prefetch0(a0 + 8 * step);
            }
            V a = Broadcast(a0);
            c0 = Fma(a, b0, c0);
            if (TVectors.Value > 1) d0 = Fma(a, b1, d0);
            if (TRows.Value > 1) a = Broadcast(TLeft.Value > 1 ? a0 + row : a0 + 1 * sizeof(T));
            if (TRows.Value > 1) c1 = Fma(a, b0, c1);
            if (TRows.Value > 1 && TVectors.Value > 1) d1 = Fma(a, b1, d1);
            if (TRows.Value > 2) a = Broadcast(TLeft.Value > 1 ? a0 + 2 * row : a0 + 2 * sizeof(T));
            if (TRows.Value > 2) c2 = Fma(a, b0, c2);
            if (TRows.Value > 2 && TVectors.Value > 1) d2 = Fma(a, b1, d2);
            if (TRows.Value > 3) a = Broadcast(TLeft.Value > 1 ? a0 + row3 : a0 + 3 * sizeof(T));
            if (TRows.Value > 3) c3 = Fma(a, b0, c3);
            if (TRows.Value > 3 && TVectors.Value > 1) d3 = Fma(a, b1, d3);
            if (TRows.Value > 4) a = Broadcast(TLeft.Value > 1 ? a0 + 4 * row : a0 + 4 * sizeof(T));
            if (TRows.Value > 4) c4 = Fma(a, b0, c4);
            if (TRows.Value > 4 && TVectors.Value > 1) d4 = Fma(a, b1, d4);
            if (TRows.Value > 5) a = Broadcast(TLeft.Value > 1 ? a0 + row5 : a0 + 5 * sizeof(T));
            if (TRows.Value > 5) c5 = Fma(a, b0, c5);
            if (TRows.Value > 5 && TVectors.Value > 1) d5 = Fma(a, b1, d5);
            if (TRows.Value > 6) a = Broadcast(TLeft.Value > 1 ? a0 + 2 * row3 : a0 + 6 * sizeof(T));
            if (TRows.Value > 6) c6 = Fma(a, b0, c6);
            if (TRows.Value > 6 && TVectors.Value > 1) d6 = Fma(a, b1, d6);
            if (TRows.Value > 7) a = Broadcast(TLeft.Value > 1 ? a7 : a0 + 7 * sizeof(T));
            if (TRows.Value > 7) c7 = Fma(a, b0, c7);
            if (TRows.Value > 7 && TVectors.Value > 1) d7 = Fma(a, b1, d7);
            if (TRows.Value > 8) a = Broadcast(TLeft.Value > 1 ? a7 + row : a0 + 8 * sizeof(T));
            if (TRows.Value > 8) c8 = Fma(a, b0, c8);
            if (TRows.Value > 8 && TVectors.Value > 1) d8 = Fma(a, b1, d8);
            if (TRows.Value > 9) a = Broadcast(TLeft.Value > 1 ? a7 + 2 * row : a0 + 9 * sizeof(T));
            if (TRows.Value > 9) c9 = Fma(a, b0, c9);
            if (TRows.Value > 9 && TVectors.Value > 1) d9 = Fma(a, b1, d9);
            if (TRows.Value > 10) a = Broadcast(TLeft.Value > 1 ? a7 + row3 : a0 + 10 * sizeof(T));
            if (TRows.Value > 10) c10 = Fma(a, b0, c10);
            if (TRows.Value > 10 && TVectors.Value > 1) d10 = Fma(a, b1, d10);
            if (TRows.Value > 11) a = Broadcast(TLeft.Value > 1 ? a7 + 4 * row : a0 + 11 * sizeof(T));
            if (TRows.Value > 11) c11 = Fma(a, b0, c11);
            if (TRows.Value > 11 && TVectors.Value > 1) d11 = Fma(a, b1, d11);
            if (TRows.Value > 12) a = Broadcast(TLeft.Value > 1 ? a7 + row5 : a0 + 12 * sizeof(T));
            if (TRows.Value > 12) c12 = Fma(a, b0, c12);
            if (TRows.Value > 12 && TVectors.Value > 1) d12 = Fma(a, b1, d12);
            if (TRows.Value > 13) a = Broadcast(TLeft.Value > 1 ? a7 + 2 * row3 : a0 + 13 * sizeof(T));
            if (TRows.Value > 13) c13 = Fma(a, b0, c13);
            if (TRows.Value > 13 && TVectors.Value > 1) d13 = Fma(a, b1, d13);
            a0 += step;
            if (TLeft.Value > 1 && TRows.Value > 7) a7 += step;
            b += stepB;
        }
        T* buffer = stackalloc T[14 * 2 * Count];
        bool whole = tile.Columns == TVectors.Value * Count && tile.YColumn == 1;
        bool adds = tile.Adds && whole;
        T* y = whole ? tile.Y : buffer;
        nint rowY = whole ? tile.YRow : 2 * Count;
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
        if (TRows.Value > 12) Write<TVectors>(c12, d12, y + 12 * rowY, adds);
        if (TRows.Value > 13) Write<TVectors>(c13, d13, y + 13 * rowY, adds);
        if (!whole) WritePart(buffer, TRows.Value, tile);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Broadcast(byte* a) => sizeof(V) == 64 ? As(Vector512.Create(*(T*)a)) : sizeof(V) == 32 ? As(Vector256.Create(*(T*)a)) : As(Vector128.Create(*(T*)a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Fma(V a, V b, V c)
    {
        if (typeof(V) == typeof(Vector512<float>)) return As(Vector512.FusedMultiplyAdd(To<Vector512<float>>(a), To<Vector512<float>>(b), To<Vector512<float>>(c)));
        if (typeof(V) == typeof(Vector512<double>)) return As(Vector512.FusedMultiplyAdd(To<Vector512<double>>(a), To<Vector512<double>>(b), To<Vector512<double>>(c)));
        if (typeof(V) == typeof(Vector256<float>)) return As(Vector256.FusedMultiplyAdd(To<Vector256<float>>(a), To<Vector256<float>>(b), To<Vector256<float>>(c)));
        if (typeof(V) == typeof(Vector256<double>)) return As(Vector256.FusedMultiplyAdd(To<Vector256<double>>(a), To<Vector256<double>>(b), To<Vector256<double>>(c)));
        if (typeof(V) == typeof(Vector128<float>)) return As(Vector128.FusedMultiplyAdd(To<Vector128<float>>(a), To<Vector128<float>>(b), To<Vector128<float>>(c)));
        return As(Vector128.FusedMultiplyAdd(To<Vector128<double>>(a), To<Vector128<double>>(b), To<Vector128<double>>(c)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Add(V a, V b) => sizeof(V) == 64 ? As(To<Vector512<T>>(a) + To<Vector512<T>>(b))
        : sizeof(V) == 32 ? As(To<Vector256<T>>(a) + To<Vector256<T>>(b)) : As(To<Vector128<T>>(a) + To<Vector128<T>>(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V As<TVector>(TVector value) where TVector : unmanaged => Unsafe.BitCast<TVector, V>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector To<TVector>(V value) where TVector : unmanaged => Unsafe.BitCast<V, TVector>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<TVectors>(V c, V d, T* y, bool adds) where TVectors : struct, IConstant
    {
        *(V*)y = adds ? Add(*(V*)y, c) : c;
        if (TVectors.Value > 1) *(V*)(y + Count) = adds ? Add(*(V*)(y + Count), d) : d;
    }

    /// <summary>Writes the columns that exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WritePart(T* sums, int rows, in Tile<T> tile)
    {
        T* row = tile.Y;
        for (int i = 0; i < rows; i++, sums += 2 * Count, row += tile.YRow)
        {
            T* y = row;
            for (int j = 0; j < tile.Columns; j++, y += tile.YColumn) *y = tile.Adds ? Elements.Add(*y, sums[j]) : sums[j];
        }
    }
}
