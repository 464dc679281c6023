using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>Extents of shared and local memory that reach the allocation through parameters, structs and 'in' arguments.</summary>
public class ConstantExtentTests
{
    private const int Side = 4;

    private static readonly Index2D Box = new(Side, Side + 1);

    [Theory, Accelerators]
    public void Two_dimensions_x_side_by_side(string name) => AssertTransposed(name, TransposeX);

    [Theory, Accelerators]
    public void Two_dimensions_y_side_by_side(string name) => AssertTransposed(name, TransposeY);

    [Theory, Accelerators]
    public void Two_dimensions_with_a_stride_of_their_own(string name) => AssertTransposed(name, TransposePadded);

    [Theory, Accelerators]
    public void Extents_through_methods_of_the_kernel(string name) => AssertTransposed(name, TransposeThroughMethods);

    [Theory, Accelerators]
    public void One_method_with_two_extents(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(2 * Side);
        accelerator.LoadStreamKernel<ArrayView<int>>(TwoSizes)((1, Side), y.View);
        accelerator.Synchronize();
        Assert.Equal([3, 2, 1, 0, 8, 8, 8, 8], y.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void Three_dimensions(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(24);
        accelerator.LoadStreamKernel<ArrayView<int>>(ThreeDimensions)((1, 1), y.View);
        accelerator.Synchronize();
        // (x, y, z) of extent (2, 3, 4) holds 100 x + 10 y + z; each layout is read in the order of its memory.
        int[] expected = [.. from z in Enumerable.Range(0, 4) from b in Enumerable.Range(0, 3) from a in Enumerable.Range(0, 2) select 100 * a + 10 * b + z];
        Assert.Equal(expected, y.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void Local_memory_of_two_dimensions(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(5);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(LocalBox)(5, y.View);
        accelerator.Synchronize();
        // The sum of i + 10 x + y over x < 2, y < 3: 6 i + 30 + 6.
        Assert.Equal([36, 42, 48, 54, 60], y.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void A_parameter_that_changes_is_not_taken_for_its_first_value(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(1);
        accelerator.LoadStreamKernel<ArrayView<int>>(Halving)((1, 1), y.View);
        accelerator.Synchronize();
        // 16 + 8 + 4 + 2 + 1
        Assert.Equal([31], y.GetAsArray1D());
    }

    private static void AssertTransposed(string name, Action<ArrayView<int>, ArrayView<int>> kernel)
    {
        var accelerator = TestAccelerators.Get(name);
        int[] data = [.. Enumerable.Range(0, Side * Side).Select(i => i * i)];
        using var x = accelerator.Allocate1D(data);
        using var y = accelerator.Allocate1D<int>(data.Length);
        accelerator.LoadStreamKernel(kernel)((1, new Index2D(Side, Side).Size), x.View, y.View);
        accelerator.Synchronize();
        Assert.Equal([.. from r in Enumerable.Range(0, Side) from c in Enumerable.Range(0, Side) select data[c * Side + r]], y.GetAsArray1D());
    }

    private static void TransposeX(ArrayView<int> x, ArrayView<int> y)
    {
        var tile = SharedMemory.Allocate2DDenseX<int>(new Index2D(Side, Side));
        int r = Group.IdxX / Side, c = Group.IdxX % Side;
        tile[r, c] = x[Group.IdxX];
        Group.Barrier();
        y[Group.IdxX] = tile[c, r];
    }

    private static void TransposeY(ArrayView<int> x, ArrayView<int> y)
    {
        var tile = SharedMemory.Allocate2DDenseY<int>(Box);
        int r = Group.IdxX / Side, c = Group.IdxX % Side;
        tile[r, c] = x[Group.IdxX];
        Group.Barrier();
        y[Group.IdxX] = tile[c, r];
    }

    private static void TransposePadded(ArrayView<int> x, ArrayView<int> y)
    {
        var tile = SharedMemory.Allocate2D<int, Stride2D.DenseX>(new Index2D(Side, Side), new Stride2D.DenseX(Side + 1));
        int r = Group.IdxX / Side, c = Group.IdxX % Side;
        tile[r, c] = x[Group.IdxX];
        Group.Barrier();
        y[Group.IdxX] = tile[c, r];
    }

    private static void TransposeThroughMethods(ArrayView<int> x, ArrayView<int> y)
    {
        var tile = Tile<int>((Side, Side));
        int r = Group.IdxX / Side, c = Group.IdxX % Side;
        tile[r, c] = x[Group.IdxX];
        Group.Barrier();
        y[Group.IdxX] = tile[c, r];
    }

    private static ArrayView2D<T, Stride2D.DenseX> Tile<T>(Index2D extent)
        where T : unmanaged
        => Forward<T>(extent);

    private static ArrayView2D<T, Stride2D.DenseX> Forward<T>(in Index2D extent)
        where T : unmanaged
        => SharedMemory.Allocate2DDenseX<T>(extent);

    private static void TwoSizes(ArrayView<int> y)
    {
        int i = Group.IdxX;
        var small = Row(Side);
        var large = Row(2 * Side);
        small[i] = i;
        large[i] = small.IntLength + Side;
        large[i + Side] = large.IntLength;
        Group.Barrier();
        y[i] = small[Side - 1 - i];
        y[i + Side] = large[2 * Side - 1 - i];
    }

    private static ArrayView1D<int, Stride1D.Dense> Row(int length) => SharedMemory.Allocate1D<int>(length);

    private static void ThreeDimensions(ArrayView<int> y)
    {
        var xy = SharedMemory.Allocate3DDenseXY<int>(new Index3D(2, 3, 4));
        var zy = SharedMemory.Allocate3DDenseZY<int>(new Index3D(4, 3, 2));
        for (int a = 0; a < 2; a++)
            for (int b = 0; b < 3; b++)
                for (int c = 0; c < 4; c++)
                    xy[a, b, c] = 100 * a + 10 * b + c;
        for (int i = 0; i < 24; i++)
            zy.BaseView[i] = xy.BaseView[i];
        for (int i = 0; i < 24; i++)
            y[i] = zy[i / 6, i / 2 % 3, i % 2];
    }

    private static void LocalBox(Index1D i, ArrayView<int> y)
    {
        var box = LocalMemory.Allocate2D<int, Stride2D.DenseX>(new Index2D(2, 3), new Stride2D.DenseX(2));
        for (int a = 0; a < 2; a++)
            for (int b = 0; b < 3; b++)
                box[a, b] = i + 10 * a + b;
        int sum = 0;
        for (int k = 0; k < 6; k++) sum += box.BaseView[k];
        y[i] = sum;
    }

    private static void Halving(ArrayView<int> y) => y[0] = SumOfHalves(16);

    private static int SumOfHalves(int n)
    {
        var sum = SharedMemory.Allocate<int>(1);
        sum[0] = 0;
        while (n > 0)
        {
            sum[0] += n;
            n /= 2;
        }
        return sum[0];
    }
}
