using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>y[n] (+)= a[n] @ b[n] over a range of k and of columns. A part is a block of rows and columns of one product.</summary>
internal unsafe struct ProductJob<V, T> : IJob where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    /// <summary>Bytes of a page of memory.</summary>
    private const int PageBytes = 4096;

    /// <summary>Panels are read often by more rows than this many tiles.</summary>
    private const int FewTiles = 4;

    /// <summary>Rows of the result.</summary>
    public readonly int M;

    private readonly Operand _left, _right, _result;
    private readonly Epilogue<T> _epilogue;
    private readonly bool _transposed;
    private readonly int _k;
    private int _batch, _from, _to, _first, _columns, _down, _across;
    private T* _packed;

    /// <summary>The whole of all products; with <paramref name="transposed"/>, the operands are turned by exchanging their strides.</summary>
    public ProductJob(in Operand left, in Operand right, in Operand result, in Epilogue<T> epilogue, int m, int columns, int k, bool transposed)
    {
        (_left, _right, _result, _epilogue, _transposed) = (left, right, result, epilogue, transposed);
        _k = k;
        (M, _columns, _to) = (m, columns, k);
    }

    /// <summary>Columns of the result.</summary>
    public readonly int Columns => _columns;

    /// <summary>Length of the sums.</summary>
    public readonly int K => _to - _from;

    /// <summary>Elements between the lines of the packed left operand: the rows of a tile, up to whole vectors.</summary>
    public readonly int LeftWidth => Parts.RoundUp(Tiling<V, T>.MostRows, V.Count);

    private static int PanelColumns => Tiling<V, T>.PanelColumns;

    /// <summary>Rows of tiles.</summary>
    public readonly int Tiles => Parts.Count(M, Tiling<V, T>.MostRows);

    /// <summary>Panels of columns.</summary>
    public readonly int Panels => Parts.Count(_columns, PanelColumns);

    /// <summary>Parts of one product.</summary>
    public readonly int Blocks => _down * _across;

    /// <summary>The right operand of the first product.</summary>
    public readonly Matrix<T> Right => Turned(_right, _batch).From(_from, _first);

    /// <summary>Where <see cref="Right"/> is packed.</summary>
    public readonly T* PackedRight => _packed;

    /// <summary>Sets how many parts lie below and beside each other. They differ by a tile and by a panel at most.</summary>
    public void Cut(int down, int across) => (_down, _across) = (down, across);

    /// <summary>One product of the batch.</summary>
    public readonly ProductJob<V, T> Of(int batch) => this with { _batch = batch };

    /// <summary>The part over k in [from, to) and over columns from <paramref name="first"/> on, whose right operand is packed.</summary>
    public readonly ProductJob<V, T> Piece(int from, int to, int first, int columns, T* packed) =>
        this with { _from = from, _to = to, _first = first, _columns = columns, _across = 1, _packed = packed };

    /// <summary>Computes a part, chunk of k by chunk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int part)
    {
        var (n, block) = Math.DivRem(part, Blocks);
        var (down, across) = Math.DivRem(block, _across);
        int tileRows = Tiling<V, T>.MostRows;
        int top = Start(down, Tiles, _down) * tileRows, rows = Math.Min(M, Start(down + 1, Tiles, _down) * tileRows) - top;
        int first = Start(across, Panels, _across) * PanelColumns, end = Math.Min(_columns, Start(across + 1, Panels, _across) * PanelColumns);
        var (a, b, y) = (Turned(_left, _batch + n).From(top, 0), Turned(_right, _batch + n), Turned(_result, _batch + n).From(top, _first));
        Tile<T> tile = default;
        (tile.YRow, tile.YColumn) = (y.RowStride, y.ColumnStride);
        for (int from = _from; from < _to; from += ReductionOrder.ProductChunk)
        {
            tile.K = Math.Min(_to - from, ReductionOrder.ProductChunk);
            tile.Adds = from > 0;
            bool finishes = from + tile.K == _k && !_epilogue.IsNone;
            T* left = _packed == null ? null : PackLeft(a.From(0, from), rows, tile.K);
            // Rows that go through the tiles at a time.
            int step = left != null || finishes ? tileRows : rows;
            (tile.ARow, tile.AK) = left == null ? (a.RowStride, a.ColumnStride) : (1, LeftWidth);
            for (int column = first; column < end; column += PanelColumns)
            {
                tile.Columns = Math.Min(PanelColumns, end - column);
                SetRight(ref tile, b, from, column, rows);
                for (int row = 0; row < rows; row += step)
                {
                    tile.A = left == null ? a.At(row, from) : left + (nint)(row / tileRows) * LeftWidth * tile.K;
                    tile.Y = y.At(row, column);
                    int taken = Math.Min(step, rows - row);
                    Tiling<V, T>.Rows(tile, taken);
                    if (finishes) _epilogue.Run(y.From(row, column), Turned(_epilogue.C, _batch + n).From(top + row, _first + column), taken, tile.Columns);
                }
            }
        }
    }

    /// <summary>The first of <paramref name="count"/> tiles or panels that belongs to a part.</summary>
    private static int Start(int part, int count, int parts) => (int)((long)count * part / parts);

    /// <summary>A panel of the right operand: packed by another part, as it lies, or packed here where its columns are apart, or its rows in as many pages and read often.</summary>
    private readonly void SetRight(ref Tile<T> tile, in Matrix<T> b, int from, int column, int rows)
    {
        tile.BK = PanelColumns;
        if (_packed != null) tile.B = _packed + (nint)column * K + (nint)(from - _from) * PanelColumns;
        else if (b.ColumnStride == 1 && (b.RowStride * sizeof(T) <= PageBytes || rows <= FewTiles * Tiling<V, T>.MostRows))
        {
            tile.B = b.At(from, column);
            tile.BK = b.RowStride;
        }
        else
        {
            tile.B = (T*)Scratch.Rent(Scratch.Slot.Right, ReductionOrder.ProductChunk * PanelColumns * sizeof(T));
            Packing<V, T>.Copy(b.From(from, column), tile.B, tile.K, tile.Columns, PanelColumns);
        }
    }

    /// <summary>Packs a block of the left operand, tile after tile.</summary>
    private readonly T* PackLeft(Matrix<T> a, int rows, int k)
    {
        int tileRows = Tiling<V, T>.MostRows, tiles = Parts.Count(rows, tileRows);
        T* left = (T*)Scratch.Rent(Scratch.Slot.Left, (long)tiles * LeftWidth * ReductionOrder.ProductChunk * sizeof(T));
        for (int tile = 0; tile < tiles; tile++)
            Packing<V, T>.Copy(a.From(tile * tileRows, 0).Transposed, left + (nint)tile * LeftWidth * k, k, Math.Min(tileRows, rows - tile * tileRows), LeftWidth);
        return left;
    }

    private readonly Matrix<T> Turned(in Operand operand, int batch)
    {
        var matrix = Matrix<T>.Of(operand, batch);
        return _transposed ? matrix.Transposed : matrix;
    }
}

/// <summary>Packs the right operand of a product. A part is one panel: k lines of <see cref="Tiling{V, T}.PanelColumns"/> elements.</summary>
internal readonly unsafe struct RightPacking<V, T>(ProductJob<V, T> job) : IJob where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    private static int PanelColumns => Tiling<V, T>.PanelColumns;

    public int Panels => job.Panels;

    public void Run(int panel)
    {
        int first = panel * PanelColumns;
        Packing<V, T>.Copy(job.Right.From(0, first), job.PackedRight + (nint)first * job.K, job.K, Math.Min(PanelColumns, job.Columns - first), PanelColumns);
    }
}
