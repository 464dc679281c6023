using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gpu.Kernels.Host;

/// <summary>Cuts a panel of results into tiles.</summary>
internal static unsafe class Tiling<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    /// <summary>Rows of the tallest tile: 32 registers hold 14 x 2 sums, two vectors of b and one of a; 16 registers hold 6 x 2 sums.</summary>
    public static int MostRows => typeof(V) == typeof(Lanes512<T>) ? 14 : 6;

    /// <summary>Columns of a panel: two vectors.</summary>
    public static int PanelColumns => 2 * V.Count;

    /// <summary>Computes the first <paramref name="rows"/> rows, the tallest tiles first.</summary>
    public static void Rows(Tile<T> tile, int rows)
    {
        bool narrow = tile.Columns <= V.Count;
        if (tile.ARow == 1 && narrow) Rows<N1, N1>(tile, rows);
        else if (tile.ARow == 1) Rows<N2, N1>(tile, rows);
        else if (narrow) Rows<N1, N2>(tile, rows);
        else Rows<N2, N2>(tile, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TVectors, TLeft>(Tile<T> tile, int rows) where TVectors : struct, IConstant where TLeft : struct, IConstant
    {
        while (rows > 0)
        {
            int taken;
            if (MostRows == 14 && rows >= 14) taken = Take<N14, TVectors, TLeft>(tile);
            else if (MostRows == 14 && rows >= 8) taken = Take<N8, TVectors, TLeft>(tile);
            else if (MostRows == 6 && rows >= 6) taken = Take<N6, TVectors, TLeft>(tile);
            else if (rows >= 4) taken = Take<N4, TVectors, TLeft>(tile);
            else if (rows >= 2) taken = Take<N2, TVectors, TLeft>(tile);
            else taken = Take<N1, TVectors, TLeft>(tile);
            tile.A += taken * tile.ARow;
            tile.Y += taken * tile.YRow;
            rows -= taken;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Take<TRows, TVectors, TLeft>(in Tile<T> tile) where TRows : struct, IConstant where TVectors : struct, IConstant where TLeft : struct, IConstant
    {
        if (typeof(V) == typeof(Lanes512<T>)) TileKernel<Vector512<T>, T>.Run<TRows, TVectors, TLeft>(tile);
        else if (typeof(V) == typeof(Lanes256<T>)) TileKernel<Vector256<T>, T>.Run<TRows, TVectors, TLeft>(tile);
        else TileKernel<Vector128<T>, T>.Run<TRows, TVectors, TLeft>(tile);
        return TRows.Value;
    }
}
