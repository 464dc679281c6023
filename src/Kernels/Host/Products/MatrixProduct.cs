using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Products of matrices. Vectors run over columns of the result, never over k, so the order of every sum is that of <see cref="ReductionOrder"/>.</summary>
internal static unsafe class MatrixProduct<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    /// <summary>Products with fewer multiply-adds than this stay on the caller's thread.</summary>
    private const long SmallWork = 1 << 20;

    /// <summary>Columns of a panel: two vectors.</summary>
    public static int PanelColumns => 2 * V.Count;

    /// <summary>Rows of the tallest tile: 32 registers hold 12 x 2 sums, 16 registers hold 6 x 2.</summary>
    public static int TileRows => typeof(V) == typeof(Lanes512<T>) ? 12 : 6;

    /// <summary>y[n] = a[n] @ b[n]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in Operand a, in Operand b, in Operand y)
    {
        int m = y.Layout.Sizes[1], columns = y.Layout.Sizes[2], k = a.Layout.Sizes[2];
        if (y.Layout.Count == 0) return;
        if (k == 0) Driver.Run(new FillLoop<T>(default), y);
        else if (SmallProduct<T>.Fits((long)y.Layout.Count * k, k))
            for (int n = 0; n < y.Layout.Sizes[0]; n++) SmallProduct<T>.Run(Matrix<T>.Of(a, n), Matrix<T>.Of(b, n), Matrix<T>.Of(y, n), m, columns, k);
        else if (m == 1 || columns == 1) VectorProduct<V, T>.Run(a, b, y);
        else if (y.Layout.Strides[2] == 1) Run(a, b, y, m, columns, k, transposed: false);
        else Run(b, a, y, columns, m, k, transposed: true);
        GC.KeepAlive(a.Storage);
        GC.KeepAlive(b.Storage);
        GC.KeepAlive(y.Storage);
    }

    /// <summary>The product, or its transposed: where the results of a column are neighbours, yᵀ = bᵀ aᵀ. A product of two numbers does not depend on their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run(in Operand left, in Operand right, in Operand y, int m, int columns, int k, bool transposed)
    {
        int batch = y.Layout.Sizes[0];
        long work = (long)m * columns * k;
        bool isDense = y.Layout.Strides[transposed ? 1 : 2] == 1;
        if (isDense && work >= SmallWork && (long)k * columns > 65536 && m > 4 * TileRows)
        {
            for (int n = 0; n < batch; n++)
            {
                var (a, b, result) = (Matrix<T>.Of(left, n), Matrix<T>.Of(right, n), Matrix<T>.Of(y, n));
                if (transposed) BlockedProduct<V, T>.Run(a.Transposed, b.Transposed, result.Transposed, m, columns, k);
                else BlockedProduct<V, T>.Run(a, b, result, m, columns, k);
            }
            return;
        }
        int panels = (columns + PanelColumns - 1) / PanelColumns;
        var job = new PanelJob(left, right, y, m, columns, k, panels, transposed);
        if (work * batch < SmallWork)
            for (int part = 0; part < batch * panels; part++) job.Run(part);
        else WorkerPool.Run(batch * panels, ref job);
    }

    /// <summary>A part is a panel of columns of one product. Only a panel whose columns are apart is packed.</summary>
    private readonly struct PanelJob(Operand left, Operand right, Operand y, int m, int columns, int k, int panels, bool transposed) : IJob
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int part)
        {
            var (n, panel) = Math.DivRem(part, panels);
            var (a, b, result) = (Matrix<T>.Of(left, n), Matrix<T>.Of(right, n), Matrix<T>.Of(y, n));
            if (transposed) (a, b, result) = (a.Transposed, b.Transposed, result.Transposed);
            int first = panel * PanelColumns, width = Math.Min(PanelColumns, columns - first);
            T* packed = b.At(0, first);
            nint packedRow = b.RowStride;
            if (b.ColumnStride != 1)
            {
                packed = (T*)Scratch.Rent(Scratch.Slot.Right, (long)k * PanelColumns * sizeof(T));
                packedRow = PanelColumns;
                b.From(0, first).CopyTo(packed, k, width, packedRow);
            }
            T* dense = result.At(0, first);
            nint denseRow = result.RowStride;
            bool isDense = result.ColumnStride == 1;
            if (!isDense)
            {
                dense = (T*)Scratch.Rent(Scratch.Slot.Left, (long)m * PanelColumns * sizeof(T));
                denseRow = PanelColumns;
            }
            Tile<T> tile = default;
            (tile.ARow, tile.AK, tile.BK, tile.YRow, tile.Columns) = (a.RowStride, a.ColumnStride, packedRow, denseRow, width);
            for (int from = 0; from < k; from += ReductionOrder.ProductChunk)
            {
                tile.A = a.At(0, from);
                tile.B = packed + from * packedRow;
                tile.Y = dense;
                (tile.K, tile.Adds) = (Math.Min(k - from, ReductionOrder.ProductChunk), from > 0);
                Rows(tile, m);
            }
            if (!isDense)
                for (int i = 0; i < m; i++)
                    Strided.Copy((byte*)(dense + i * denseRow), sizeof(T), (byte*)result.At(i, first), result.ColumnStride * sizeof(T), width, sizeof(T));
        }
    }

    /// <summary>All rows of a panel, the tallest tiles first.</summary>
    public static void Rows(Tile<T> tile, int rows)
    {
        if (tile.Columns > V.Count) Rows<N2>(tile, rows);
        else Rows<N1>(tile, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TVectors>(Tile<T> tile, int rows) where TVectors : struct, IConstant
    {
        while (rows > 0)
        {
            int taken;
            if (TileRows == 12 && rows >= 12) taken = Take<N12, TVectors>(tile);
            else if (TileRows == 12 && rows >= 8) taken = Take<N8, TVectors>(tile);
            else if (TileRows == 6 && rows >= 6) taken = Take<N6, TVectors>(tile);
            else if (rows >= 4) taken = Take<N4, TVectors>(tile);
            else if (rows >= 2) taken = Take<N2, TVectors>(tile);
            else taken = Take<N1, TVectors>(tile);
            tile.A += taken * tile.ARow;
            tile.Y += taken * tile.YRow;
            rows -= taken;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Take<TRows, TVectors>(in Tile<T> tile) where TRows : struct, IConstant where TVectors : struct, IConstant
    {
        TileKernel<V, T>.Run<TRows, TVectors>(tile);
        return TRows.Value;
    }
}
