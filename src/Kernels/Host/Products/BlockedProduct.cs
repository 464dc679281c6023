using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Large products. The right operand is packed once, in panels of columns; each thread takes blocks of rows and packs what it needs of the
/// left operand, chunk by chunk of k, into a buffer that stays in its second cache.</summary>
internal static unsafe class BlockedProduct<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    /// <summary>Bytes of the packed block of the left operand.</summary>
    private const int LeftBytes = 256 << 10;

    private static int PanelColumns => MatrixProduct<V, T>.PanelColumns;

    /// <summary>y = a @ b; the columns of y are neighbours.</summary>
    public static void Run(Matrix<T> a, Matrix<T> b, Matrix<T> y, int m, int columns, int k)
    {
        int tileRows = MatrixProduct<V, T>.TileRows;
        int most = Math.Max(1, (int)(PackMemory.MaxBytes / sizeof(T) / k / PanelColumns)) * PanelColumns;
        // Blocks of equal height, enough for every thread to take some.
        int tiles = (m + tileRows - 1) / tileRows;
        int blockTiles = Math.Clamp(LeftBytes / sizeof(T) / ReductionOrder.ProductChunk / tileRows, 1, tiles);
        int blocks = Math.Max((tiles + blockTiles - 1) / blockTiles, Math.Min(tiles, 2 * HostThreads.Count));
        int blockRows = (tiles + blocks - 1) / blocks * tileRows;
        for (int first = 0; first < columns; first += most)
        {
            int width = Math.Min(most, columns - first), panels = (width + PanelColumns - 1) / PanelColumns;
            T* packed = (T*)PackMemory.Rent((long)panels * PanelColumns * k * sizeof(T), out object token);
            var pack = new PackJob(b.From(0, first), packed, width, k);
            WorkerPool.Run(panels, ref pack);
            var multiply = new MultiplyJob(a, packed, y.From(0, first), m, width, k, blockRows);
            WorkerPool.Run((m + blockRows - 1) / blockRows, ref multiply);
            PackMemory.Return(token);
        }
    }

    /// <summary>A part packs one panel: k rows of <see cref="PanelColumns"/> elements.</summary>
    private readonly struct PackJob(Matrix<T> b, T* packed, int width, int k) : IJob
    {
        public void Run(int panel)
        {
            int first = panel * PanelColumns;
            b.From(0, first).CopyTo(packed + (nint)first * k, k, Math.Min(PanelColumns, width - first), PanelColumns);
        }
    }

    /// <summary>A part computes a block of rows.</summary>
    private readonly struct MultiplyJob(Matrix<T> a, T* packed, Matrix<T> y, int m, int width, int k, int blockRows) : IJob
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int part)
        {
            int tileRows = MatrixProduct<V, T>.TileRows;
            int top = part * blockRows, rows = Math.Min(blockRows, m - top);
            T* left = (T*)Scratch.Rent(Scratch.Slot.Left, (long)(rows + tileRows) * ReductionOrder.ProductChunk * sizeof(T));
            Tile<T> tile = default;
            (tile.ARow, tile.AK, tile.BK, tile.YRow) = (1, tileRows, PanelColumns, y.RowStride);
            for (int from = 0; from < k; from += ReductionOrder.ProductChunk)
            {
                int length = Math.Min(k - from, ReductionOrder.ProductChunk);
                (tile.K, tile.Adds) = (length, from > 0);
                // Tile after tile, each k by k: the rows of a tile are neighbours.
                for (int row = 0; row < rows; row += tileRows)
                    a.From(top + row, from).Transposed.CopyTo(left + (nint)row * length, length, Math.Min(tileRows, rows - row), tileRows);
                for (int first = 0; first < width; first += PanelColumns)
                {
                    tile.Columns = Math.Min(PanelColumns, width - first);
                    tile.B = packed + (nint)first * k + (nint)from * PanelColumns;
                    for (int row = 0; row < rows; row += tileRows)
                    {
                        tile.A = left + (nint)row * length;
                        tile.Y = y.At(top + row, first);
                        MatrixProduct<V, T>.Rows(tile, Math.Min(tileRows, rows - row));
                    }
                }
            }
        }
    }
}
