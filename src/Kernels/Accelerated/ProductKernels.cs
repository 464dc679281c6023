using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>Sizes and strides of y[n] = a[n] @ b[n]: [Batch, M, K] @ [Batch, K, P] = [Batch, M, P].</summary>
internal struct Product
{
    public int Batch, M, K, P;
    public int ABatch, ARow, AColumn, BBatch, BRow, BColumn, YBatch, YRow, YColumn;

    /// <summary>Strides of the operand of an epilogue.</summary>
    public int CBatch, CRow, CColumn;
}

/// <summary>What happens to a finished product before it is stored.</summary>
internal interface IEnding<N> where N : unmanaged
{
    /// <summary>The value to store as y[batch, row, column].</summary>
    N Apply(N product, Product size, int batch, int row, int column);
}

/// <summary>The product itself.</summary>
internal readonly struct PlainEnding<N> : IEnding<N> where N : unmanaged
{
    /// <inheritdoc/>
    public N Apply(N product, Product size, int batch, int row, int column) => product;
}

/// <summary>f(product, c[batch, row, column])</summary>
internal struct FunctionEnding<TF, N> : IEnding<N> where TF : struct, IFunction2<N> where N : unmanaged
{
    public ArrayView<N> C;
    public TF F;

    /// <inheritdoc/>
    public readonly N Apply(N product, Product size, int batch, int row, int column) => F.Invoke(product, C[batch * size.CBatch + row * size.CRow + column * size.CColumn]);

    /// <summary>The ending with an operand and a function.</summary>
    public static FunctionEnding<TF, N> Of(ArrayView<N> c, TF f)
    {
        FunctionEnding<TF, N> ending = default;
        ending.C = c;
        ending.F = f;
        return ending;
    }
}

/// <summary>The tile of a group and of a thread. A group has (Rows / RowsEach) * (Columns / ColumnsEach) threads.</summary>
internal interface ITile
{
    static abstract int Rows { get; }
    static abstract int Columns { get; }
    static abstract int Depth { get; }
    static abstract int RowsEach { get; }
    static abstract int ColumnsEach { get; }
}

/// <summary>64 x 64 results for 256 threads.</summary>
internal readonly struct Tile64 : ITile
{
    public static int Rows => 64;
    public static int Columns => 64;
    public static int Depth => 16;
    public static int RowsEach => 4;
    public static int ColumnsEach => 4;
}

/// <summary>16 x 16 results for 16 threads.</summary>
internal readonly struct Tile16 : ITile
{
    public static int Rows => 16;
    public static int Columns => 16;
    public static int Depth => 16;
    public static int RowsEach => 4;
    public static int ColumnsEach => 4;
}

/// <summary>Matrix products in the order of <see cref="ReductionOrder"/>: chains of fused multiply-adds over 512 terms, summed in order.</summary>
internal static class ProductKernels
{
    /// <summary>A thread for every result: small products.</summary>
    public static void ByThread<N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, Product size) where N : unmanaged, IReal<N> =>
        One(i, a, b, y, size, default(PlainEnding<N>));

    /// <summary>A thread for every result, with an epilogue.</summary>
    public static void ByThreadThen<TF, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, ArrayView<N> y, Product size, TF f)
        where TF : struct, IFunction2<N> where N : unmanaged, IReal<N> => One(i, a, b, y, size, FunctionEnding<TF, N>.Of(c, f));

    /// <summary>A group for every tile of results.</summary>
    public static void Tiled<TTile, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, Product size) where TTile : struct, ITile where N : unmanaged, IReal<N> =>
        Tile<TTile, PlainEnding<N>, N>(a, b, y, size, default);

    /// <summary>A group for every tile of results, with an epilogue.</summary>
    public static void TiledThen<TTile, TF, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> c, ArrayView<N> y, Product size, TF f)
        where TTile : struct, ITile where TF : struct, IFunction2<N> where N : unmanaged, IReal<N> =>
        Tile<TTile, FunctionEnding<TF, N>, N>(a, b, y, size, FunctionEnding<TF, N>.Of(c, f));

    private static void One<TEnding, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, Product size, TEnding ending)
        where TEnding : struct, IEnding<N> where N : unmanaged, IReal<N>
    {
        int rest = i.X / size.P, column = i.X - rest * size.P;
        int batch = rest / size.M, row = rest - batch * size.M;
        int fromA = batch * size.ABatch + row * size.ARow, fromB = batch * size.BBatch + column * size.BColumn;
        N total = N.Zero;
        for (int first = 0; first < size.K; first += ReductionOrder.ProductChunk)
        {
            int end = first + ReductionOrder.ProductChunk < size.K ? first + ReductionOrder.ProductChunk : size.K;
            N sum = N.Zero;
            for (int k = first; k < end; k++)
                sum = N.Fma(a[fromA + k * size.AColumn], b[fromB + k * size.BRow], sum);
            if (first == 0) total = sum;
            else total += sum;
        }
        y[batch * size.YBatch + row * size.YRow + column * size.YColumn] = ending.Apply(total, size, batch, row, column);
    }

    /// <summary>Slices of a and b pass through shared memory, each thread keeps its results in registers.</summary>
    private static void Tile<TTile, TEnding, N>(ArrayView<N> a, ArrayView<N> b, ArrayView<N> y, Product size, TEnding ending)
        where TTile : struct, ITile where TEnding : struct, IEnding<N> where N : unmanaged, IReal<N>
    {
        var aTile = SharedMemory.Allocate<N>(TTile.Rows * TTile.Depth);       // [Depth, Rows]
        var bTile = SharedMemory.Allocate<N>(TTile.Depth * TTile.Columns);    // [Depth, Columns]
        var sums = LocalMemory.Allocate<N>(TTile.RowsEach * TTile.ColumnsEach);
        var aPart = LocalMemory.Allocate<N>(TTile.RowsEach);
        var bPart = LocalMemory.Allocate<N>(TTile.ColumnsEach);

        int across = (size.P + TTile.Columns - 1) / TTile.Columns, down = (size.M + TTile.Rows - 1) / TTile.Rows;
        int rest = Grid.IdxX / across;
        int column0 = (Grid.IdxX - rest * across) * TTile.Columns;
        int batch = rest / down;
        int row0 = (rest - batch * down) * TTile.Rows;
        int thread = Group.IdxX, threads = TTile.Rows / TTile.RowsEach * (TTile.Columns / TTile.ColumnsEach);
        int myRow = thread / (TTile.Columns / TTile.ColumnsEach) * TTile.RowsEach;
        int myColumn = thread % (TTile.Columns / TTile.ColumnsEach) * TTile.ColumnsEach;
        int fromA = batch * size.ABatch, fromB = batch * size.BBatch;

        for (int i = 0; i < TTile.RowsEach * TTile.ColumnsEach; i++) sums[i] = N.Zero;
        for (int k0 = 0; k0 < size.K; k0 += TTile.Depth)
        {
            // Neighbouring threads read neighbouring elements. What lies outside is -0 times +0: adding -0 changes no sum, not even -0.
            for (int i = thread; i < TTile.Rows * TTile.Depth; i += threads)
            {
                int k = size.AColumn == 1 ? i % TTile.Depth : i / TTile.Rows;
                int row = size.AColumn == 1 ? i / TTile.Depth : i % TTile.Rows;
                N value = -N.Zero;
                if (row0 + row < size.M && k0 + k < size.K) value = a[fromA + (row0 + row) * size.ARow + (k0 + k) * size.AColumn];
                aTile[k * TTile.Rows + row] = value;
            }
            for (int i = thread; i < TTile.Depth * TTile.Columns; i += threads)
            {
                int k = size.BColumn == 1 ? i / TTile.Columns : i % TTile.Depth;
                int column = size.BColumn == 1 ? i % TTile.Columns : i / TTile.Depth;
                N value = N.Zero;
                if (k0 + k < size.K && column0 + column < size.P) value = b[fromB + (k0 + k) * size.BRow + (column0 + column) * size.BColumn];
                bTile[k * TTile.Columns + column] = value;
            }
            Group.Barrier();
            for (int k = 0; k < TTile.Depth; k++)
            {
                for (int r = 0; r < TTile.RowsEach; r++) aPart[r] = aTile[k * TTile.Rows + myRow + r];
                for (int c = 0; c < TTile.ColumnsEach; c++) bPart[c] = bTile[k * TTile.Columns + myColumn + c];
                for (int r = 0; r < TTile.RowsEach; r++)
                    for (int c = 0; c < TTile.ColumnsEach; c++)
                        sums[r * TTile.ColumnsEach + c] = N.Fma(aPart[r], bPart[c], sums[r * TTile.ColumnsEach + c]);
            }
            Group.Barrier();

            int done = k0 + TTile.Depth;
            bool endsChunk = done % ReductionOrder.ProductChunk == 0, endsProduct = done >= size.K;
            if (endsChunk | endsProduct)
            {
                // The end of a chunk. Earlier chunks wait in y, which saves registers.
                for (int r = 0; r < TTile.RowsEach; r++)
                    for (int c = 0; c < TTile.ColumnsEach; c++)
                    {
                        int row = row0 + myRow + r, column = column0 + myColumn + c;
                        N sum = sums[r * TTile.ColumnsEach + c];
                        sums[r * TTile.ColumnsEach + c] = N.Zero;
                        if (row < size.M && column < size.P)
                        {
                            int at = batch * size.YBatch + row * size.YRow + column * size.YColumn;
                            if (k0 >= ReductionOrder.ProductChunk) sum = y[at] + sum;
                            if (endsProduct) sum = ending.Apply(sum, size, batch, row, column);
                            y[at] = sum;
                        }
                    }
            }
        }
    }
}
