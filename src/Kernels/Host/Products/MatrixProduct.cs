namespace Gpu.Kernels.Host;

/// <summary>Products of matrices. Vectors run over columns of the result, never over k, so the order of every sum is that of <see cref="ReductionOrder"/>.</summary>
internal static unsafe class MatrixProduct<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    /// <summary>Multiply-adds that a thread takes at a time.</summary>
    private const long Grain = 1 << 19;

    private static int PanelColumns => 2 * V.Count;

    /// <summary>y[n] = a[n] @ b[n]</summary>
    public static void Run(in Operand a, in Operand b, in Operand y)
    {
        int batch = y.Layout.Sizes[0], m = y.Layout.Sizes[1], columns = y.Layout.Sizes[2], k = a.Layout.Sizes[2];
        if (y.Layout.Count == 0) return;
        if (k == 0) Driver.Run(new FillLoop<T>(default), y);
        else if (m == 1 || columns == 1) VectorProduct<V, T>.Run(a, b, y);
        else
        {
            int panels = (columns + PanelColumns - 1) / PanelColumns;
            var job = new Job(a, b, y, m, columns, k, panels);
            if ((long)batch * m * columns * k < 2 * Grain)
                for (int part = 0; part < batch * panels; part++) job.Run(part);
            else WorkerPool.Run(batch * panels, ref job);
        }
        GC.KeepAlive(a.Storage);
        GC.KeepAlive(b.Storage);
        GC.KeepAlive(y.Storage);
    }

    /// <summary>A part is a panel of columns of one product.</summary>
    private readonly struct Job(Operand a, Operand b, Operand y, int m, int columns, int k, int panels) : IJob
    {
        public void Run(int part)
        {
            var (n, panel) = Math.DivRem(part, panels);
            var (left, right, result) = (Matrix<T>.Of(a, n), Matrix<T>.Of(b, n), Matrix<T>.Of(y, n));
            int first = panel * PanelColumns, width = Math.Min(PanelColumns, columns - first);
            Tile<T> tile = default;
            tile.B = right.At(0, first);
            (tile.BK, tile.Columns) = (right.RowStride, width);
            if (right.ColumnStride != 1)
            {
                tile.B = (T*)Scratch.Rent(Scratch.Slot.Right, (long)k * PanelColumns * sizeof(T));
                tile.BK = PanelColumns;
                new Matrix<T>(right.At(0, first), right.RowStride, right.ColumnStride).CopyTo(tile.B, k, width, PanelColumns);
            }
            tile.Y = result.At(0, first);
            tile.YRow = result.RowStride;
            bool direct = result.ColumnStride == 1;
            if (!direct)
            {
                tile.Y = (T*)Scratch.Rent(Scratch.Slot.Left, (long)m * PanelColumns * sizeof(T));
                tile.YRow = PanelColumns;
            }
            T* packed = tile.B, dense = tile.Y;
            for (int from = 0; from < k; from += ReductionOrder.ProductChunk)
            {
                tile.A = left.At(0, from);
                tile.B = packed + from * tile.BK;
                tile.Y = dense;
                (tile.ARow, tile.AK, tile.K, tile.Adds) = (left.RowStride, left.ColumnStride, Math.Min(k - from, ReductionOrder.ProductChunk), from > 0);
                Rows(tile, m);
            }
            if (!direct)
                for (int i = 0; i < m; i++)
                    Strided.Copy((byte*)(dense + i * PanelColumns), sizeof(T), (byte*)result.At(i, first), result.ColumnStride * sizeof(T), width, sizeof(T));
        }
    }

    /// <summary>All rows of a panel, the tallest tiles first.</summary>
    private static void Rows(Tile<T> tile, int rows)
    {
        if (tile.Columns > V.Count) Rows<N2>(tile, rows);
        else Rows<N1>(tile, rows);
    }

    private static void Rows<TVectors>(Tile<T> tile, int rows) where TVectors : struct, INumber
    {
        // 32 registers hold 12 x 2 sums, 16 registers hold 6 x 2.
        bool wide = typeof(V) == typeof(Lanes512<T>);
        while (rows > 0)
        {
            int taken;
            if (wide && rows >= 12) taken = Take<N12, TVectors>(tile);
            else if (wide && rows >= 8) taken = Take<N8, TVectors>(tile);
            else if (!wide && rows >= 6) taken = Take<N6, TVectors>(tile);
            else if (rows >= 4) taken = Take<N4, TVectors>(tile);
            else if (rows >= 2) taken = Take<N2, TVectors>(tile);
            else taken = Take<N1, TVectors>(tile);
            tile.A += taken * tile.ARow;
            tile.Y += taken * tile.YRow;
            rows -= taken;
        }
    }

    private static int Take<TRows, TVectors>(in Tile<T> tile) where TRows : struct, INumber where TVectors : struct, INumber
    {
        TileKernel<V, T>.Run<TRows, TVectors>(tile);
        return TRows.Value;
    }
}
