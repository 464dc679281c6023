using ILGPU;

namespace Gpu.Handwritten;

/// <summary>The same in C#, as users write it for ILGPU.</summary>
internal static class OurKernels
{
    private const int Tile = 64, Depth = 16, Each = 4, Threads = 256, Side = 16;

    /// <summary>y[i] = a[i] + b[i]</summary>
    public static void Add(Index1D i, ArrayView<float> a, ArrayView<float> b, ArrayView<float> y) => y[i] = a[i] + b[i];

    /// <summary>y[i] = x[i] scale for i below count.</summary>
    public static void Touch(Index1D i, ArrayView<float> x, ArrayView<float> y, float scale, int count)
    {
        if (i < count) y[i] = x[i] * scale;
    }

    /// <summary>Does nothing.</summary>
    public static void Nothing(Index1D i, ArrayView<float> x)
    {
    }

    /// <summary>y = a @ b for square matrices of a size that 64 divides: <see cref="Sources.Product"/>, line by line.</summary>
    public static void Product(ArrayView<float> a, ArrayView<float> b, ArrayView<float> y, int n)
    {
        var left = SharedMemory.Allocate<float>(Depth * Tile);
        var right = SharedMemory.Allocate<float>(Depth * Tile);
        var sums = LocalMemory.Allocate<float>(Each * Each);
        var l = LocalMemory.Allocate<float>(Each);
        var t = LocalMemory.Allocate<float>(Each);
        int item = Group.IdxX, across = n / Tile;
        int row0 = Grid.IdxX / across * Tile, column0 = Grid.IdxX % across * Tile;
        int row = item / (Tile / Each) * Each, column = item % (Tile / Each) * Each;
        for (int i = 0; i < Each * Each; i++) sums[i] = 0;
        for (int k0 = 0; k0 < n; k0 += Depth)
        {
            for (int i = item; i < Depth * Tile; i += Threads)
            {
                left[i % Depth * Tile + i / Depth] = a[(row0 + i / Depth) * n + k0 + i % Depth];
                right[i] = b[(k0 + i / Tile) * n + column0 + i % Tile];
            }
            Group.Barrier();
            for (int k = 0; k < Depth; k++)
            {
                for (int r = 0; r < Each; r++) l[r] = left[k * Tile + row + r];
                for (int c = 0; c < Each; c++) t[c] = right[k * Tile + column + c];
                for (int r = 0; r < Each; r++)
                    for (int c = 0; c < Each; c++)
                        sums[r * Each + c] = MathF.FusedMultiplyAdd(l[r], t[c], sums[r * Each + c]);
            }
            Group.Barrier();
        }
        for (int r = 0; r < Each; r++)
            for (int c = 0; c < Each; c++)
                y[(row0 + row + r) * n + column0 + column + c] = sums[r * Each + c];
    }

    /// <summary>y = a @ b with groups of 16 x 16 items, a result an item: the tile of every introduction.</summary>
    public static void SimpleProduct(ArrayView<float> a, ArrayView<float> b, ArrayView<float> y, int n)
    {
        var left = SharedMemory.Allocate<float>(Side * Side);
        var right = SharedMemory.Allocate<float>(Side * Side);
        int x = Group.IdxX, z = Group.IdxY;
        int row = Grid.IdxY * Side + z, column = Grid.IdxX * Side + x;
        float sum = 0;
        for (int k0 = 0; k0 < n; k0 += Side)
        {
            left[z * Side + x] = a[row * n + k0 + x];
            right[z * Side + x] = b[(k0 + z) * n + column];
            Group.Barrier();
            for (int k = 0; k < Side; k++) sum += left[z * Side + k] * right[k * Side + x];
            Group.Barrier();
        }
        y[row * n + column] = sum;
    }

    /// <summary>y[row, i] = exp(x[row, i] - max) / Σ exp(x[row, k] - max), a row a group of 64.</summary>
    public static void Softmax(ArrayView<float> x, ArrayView<float> y, int width)
    {
        var shared = SharedMemory.Allocate<float>(64);
        int item = Group.IdxX, from = Grid.IdxX * width;
        float most = float.NegativeInfinity;
        for (int i = item; i < width; i += Group.DimX) most = MathF.Max(most, x[from + i]);
        shared[item] = most;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (item < half) shared[item] = MathF.Max(shared[item], shared[item + half]);
            Group.Barrier();
        }
        most = shared[0];
        Group.Barrier();
        float sum = 0;
        for (int i = item; i < width; i += Group.DimX)
        {
            float value = MathF.Exp(x[from + i] - most);
            y[from + i] = value;
            sum += value;
        }
        shared[item] = sum;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (item < half) shared[item] += shared[item + half];
            Group.Barrier();
        }
        float scale = 1 / shared[0];
        for (int i = item; i < width; i += Group.DimX) y[from + i] *= scale;
    }
}
