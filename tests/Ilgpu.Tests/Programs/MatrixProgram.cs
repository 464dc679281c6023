using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Ilgpu.Tests.Programs;

/// <summary>The product of two matrices of any size, in tiles of shared memory, one item for each element of a tile.</summary>
public static class MatrixProgram
{
    private const int Tile = 4;

    /// <summary>a b, a [m, k], b [k, n].</summary>
    public static float[,] Run(Accelerator accelerator, float[,] a, float[,] b)
    {
        int m = a.GetLength(0), n = b.GetLength(1);
        using var left = accelerator.Allocate2DDenseY(a);
        using var right = accelerator.Allocate2DDenseX<float>(new Index2D(b.GetLength(0), n));
        using var product = accelerator.Allocate2DDenseY<float>(new Index2D(m, n));
        right.CopyFromCPU(b);

        var multiply = accelerator.LoadStreamKernel<
            ArrayView2D<float, Stride2D.DenseY>, ArrayView2D<float, Stride2D.DenseX>, ArrayView2D<float, Stride2D.DenseY>>(Multiply);
        var group = new Index2D(Tile, Tile);
        multiply((new Index2D((m + Tile - 1) / Tile, (n + Tile - 1) / Tile), group), left.View, right.View, product.View);
        accelerator.Synchronize();
        return product.GetAsArray2D();
    }

    private static void Multiply(
        ArrayView2D<float, Stride2D.DenseY> a, ArrayView2D<float, Stride2D.DenseX> b, ArrayView2D<float, Stride2D.DenseY> product)
    {
        var aTile = SharedMemory.Allocate2DDenseX<float>(new Index2D(Tile, Tile));
        var bTile = SharedMemory.Allocate2D<float, Stride2D.DenseY>(new Index2D(Tile, Tile), new Stride2D.DenseY(Tile));
        Index2D own = Grid.GlobalIndex.XY;
        int x = Group.IdxX, y = Group.IdxY;
        float sum = 0f;
        for (int at = 0; at < a.IntExtent.Y; at += Tile)
        {
            aTile[x, y] = own.X < a.IntExtent.X && at + y < a.IntExtent.Y ? a[own.X, at + y] : 0f;
            bTile[x, y] = at + x < b.IntExtent.X && own.Y < b.IntExtent.Y ? b[at + x, own.Y] : 0f;
            Group.Barrier();
            for (int k = 0; k < Tile; k++)
                sum += aTile[x, k] * bTile[k, y];
            Group.Barrier();
        }

        if (own.InBounds(product.IntExtent))
            product[own] = sum;
    }
}
