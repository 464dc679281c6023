using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Every item of an extent runs once and no other, whether groups lie inside the extent or stand out of it.</summary>
public class ExtentTests
{
    private const int Beyond = 5000;

    private static void Line(Index1D i, ArrayView<int> y) => y[i] += i + 1;

    private static void Plane(Index2D i, ArrayView<int> y, int width) => y[(i.Y * width) + i.X] += (i.Y * width) + i.X + 1;

    private static void Space(Index3D i, ArrayView<int> y, int width, int height)
    {
        int at = (((i.Z * height) + i.Y) * width) + i.X;
        y[at] += at + 1;
    }

    [Theory]
    [Accelerators(1)]
    [Accelerators(256)]
    [Accelerators(1025)]
    [Accelerators((1 << 20) - 1)]
    [Accelerators(1 << 20)]
    [Accelerators((1 << 20) + 4097)]
    public void OneDimension(string name, int extent)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D(new int[extent + Beyond]);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Line)(extent, y.View);
        AssertOnce(extent, y.GetAsArray1D());
    }

    [Theory]
    [Accelerators(32, 8)]
    [Accelerators(33, 17)]
    [Accelerators(5, 100)]
    public void TwoDimensions(string name, int width, int height)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D(new int[(width * height) + Beyond]);
        accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, int>(Plane)(new Index2D(width, height), y.View, width);
        AssertOnce(width * height, y.GetAsArray1D());
    }

    [Theory]
    [Accelerators(32, 4, 2)]
    [Accelerators(67, 9, 5)]
    public void ThreeDimensions(string name, int width, int height, int depth)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D(new int[(width * height * depth) + Beyond]);
        accelerator.LoadAutoGroupedStreamKernel<Index3D, ArrayView<int>, int, int>(Space)(new Index3D(width, height, depth), y.View, width, height);
        AssertOnce(width * height * depth, y.GetAsArray1D());
    }

    private static void AssertOnce(int items, int[] values)
    {
        for (int i = 0; i < values.Length; i++)
            Assert.True(values[i] == (i < items ? i + 1 : 0), $"element {i} of {items} is {values[i]}");
    }
}
