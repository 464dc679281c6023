using ILGPU;
using Xunit;
using ILGPU.Runtime;
using static Gpu.Ilgpu.Tests.Checks.CheckedKernels;

namespace Gpu.Ilgpu.Tests.Checks;

/// <summary>Checked mode: an access outside of a view is an error that names it, and touches nothing.</summary>
public class CheckedModeTests
{
    [Theory, CheckedAccelerators]
    public void AReadOutsideNamesKernelViewIndexAndLength(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var source = accelerator.Allocate1D(new int[10]);
        using var target = accelerator.Allocate1D(new int[10]);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>, int>(Shift);
        string message = Failure(accelerator, () => kernel(10, source.View, target.View, 1));
        Assert.StartsWith("Kernel CheckedKernels.Shift leaves view 'source': index 10, length 10", message);
        // On the processor the JIT compiler may have put the kernel's body into its loop.
        if (accelerator.AcceleratorType != AcceleratorType.CPU) Assert.Contains("(CheckedKernels.cs:", message);

        // The failure is told once, and the accelerator goes on.
        accelerator.Synchronize();
        kernel(10, source.View, target.View, 0);
        accelerator.Synchronize();
    }

    [Theory]
    [CheckedAccelerators(-1, "index -1, length 8")]
    [CheckedAccelerators(1, "index 8, length 8")]
    [CheckedAccelerators(int.MinValue, "index -2147483648, length 8")]
    public void AWriteOutsideTouchesNothing(string name, int by, string expected)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(Enumerable.Range(0, 24).ToArray());
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Write);
        int items = by == 1 ? 8 : 1;
        Assert.Contains($"view 'target': {expected}", Failure(accelerator, () => kernel(items, buffer.View.SubView(8, 8), by)));
        int[] values = buffer.GetAsArray1D();
        Assert.Equal(Enumerable.Range(0, 8).Concat(Enumerable.Range(16, 8)), values[..8].Concat(values[16..]));
    }

    [Theory, CheckedAccelerators]
    public void LongIndicesAreNotCut(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D<int>(8);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, long>(Long);
        Assert.Contains("view 'target': index 4294967296, length 8", Failure(accelerator, () => kernel(1, buffer.View, 1L << 32)));
    }

    [Theory, CheckedAccelerators]
    public void TheItemIsNamed(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D<int>(16);
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>, int>(Grouped);
        string message = Failure(accelerator, () => kernel(new KernelConfig(4, 4), buffer.View, 1));
        Assert.Contains("view 'target': index 16, length 16, in item (3, 0, 0) of group (3, 0, 0)", message);
    }

    [Theory, CheckedAccelerators]
    public void OneFunctionForTwoViewsNamesTheRightOne(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var a = accelerator.Allocate1D(new int[8]);
        using var b = accelerator.Allocate1D(new int[5]);
        using var sum = accelerator.Allocate1D<int>(4);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>, ArrayView<int>, int>(Helper);
        Assert.Contains("leaves view 'b': index 5, length 5", Failure(accelerator, () => kernel(1, a.View, b.View, sum.View, 8)));
        Assert.Contains("leaves view 'a': index 5, length 5", Failure(accelerator, () => kernel(1, b.View, a.View, sum.View, 8)));
    }

    [Theory, CheckedAccelerators]
    public void ViewsInsideStructsAndLargeElements(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var a = accelerator.Allocate1D<int>(8);
        using var b = accelerator.Allocate1D<int>(8);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, Pair, int>(InStruct);
        Assert.Contains("leaves view 'pair': index 8, length 8", Failure(accelerator, () => kernel(8, new Pair(a.View, b.View), 1)));

        using var wide = accelerator.Allocate1D<Wide>(3);
        var store = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<Wide>, int>(Element);
        Assert.Contains("leaves view 'target': index 3, length 3", Failure(accelerator, () => store(1, wide.View, 3)));
    }

    [Theory, CheckedAccelerators]
    public void AtomicsVariablesAndEmptyViews(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(new int[8]);
        var add = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Add);
        Assert.Contains("leaves view 'target': index 9, length 8", Failure(accelerator, () => add(100, buffer.View, 9)));
        Assert.Equal(new int[8], buffer.GetAsArray1D());
        Assert.Contains("leaves view 'target': index 0, length 0", Failure(accelerator, () => add(1, ArrayView<int>.Empty, 0)));

        var one = accelerator.LoadAutoGroupedStreamKernel<Index1D, VariableView<int>>(One);
        Assert.Contains("leaves view 'one': index 0, length 0", Failure(accelerator, () => one(1, new VariableView<int>(buffer.View.SubView(8, 0)))));
    }

    [Theory]
    [CheckedAccelerators(0, 1, "index (0, 5), extent (4, 5)")]
    [CheckedAccelerators(1, 0, "index (4, 0), extent (4, 5)")]
    [CheckedAccelerators(0, -1, "index (0, -1), extent (4, 5)")]
    public void EachDimensionHasItsExtent(string name, int byX, int byY, string expected)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate2DDenseY<int>(new LongIndex2D(4, 5));
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView2D<int, Stride2D.DenseY>, int, int>(Plane);
        var extent = byX > 0 ? new Index2D(4, 1) : byY > 0 ? new Index2D(1, 5) : new Index2D(1, 1);
        Assert.Contains($"leaves view 'target': {expected}", Failure(accelerator, () => kernel(extent, buffer.View, byX, byY)));
    }

    [Theory, CheckedAccelerators]
    public void ThreeDimensionsAndStrides(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate3DDenseXY<int>(new LongIndex3D(2, 3, 4));
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index3D, ArrayView3D<int, Stride3D.DenseXY>, int>(Box);
        Assert.Contains("leaves view 'target': index (0, 3, 0), extent (2, 3, 4)", Failure(accelerator, () => kernel(new Index3D(1, 1, 1), buffer.View, 3)));

        using var line = accelerator.Allocate1D<int, Stride1D.General>(5, new Stride1D.General(3));
        var spread = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView1D<int, Stride1D.General>, int>(Spread);
        Assert.Contains("leaves view 'target': index 5, length 5", Failure(accelerator, () => spread(1, line.View, 5)));
        spread(5, line.View, 0);
        accelerator.Synchronize();
    }

    [Theory]
    [CheckedAccelerators(2, 4, 4, "index 4, length 4")]
    [CheckedAccelerators(6, 4, 0, "a sub-view of 4 elements from element 6, length 8")]
    [CheckedAccelerators(-1, 4, 2, "a sub-view of 4 elements from element -1, length 8")]
    [CheckedAccelerators(0, -4, 2, "a sub-view of -4 elements from element 0, length 8")]
    public void SubViewsAreChecked(string name, int from, int count, int at, string expected)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(new int[16]);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int, int, int>(Part);
        Assert.Contains($"leaves view 'target': {expected}", Failure(accelerator, () => kernel(1, buffer.View.SubView(4, 8), from, count, at)));
        Assert.Equal(new int[16], buffer.GetAsArray1D());
    }

    [Theory]
    [CheckedAccelerators(0, 1, 2, 3, "a sub-view of extent 3 from index 1 in y, where the extent is 3")]
    [CheckedAccelerators(3, 0, 2, 2, "a sub-view of extent 2 from index 3 in x, where the extent is 4")]
    [CheckedAccelerators(1, 1, 2, 2, "index (2, 0), extent (2, 2)")]
    public void BoxesAreChecked(string name, int x, int y, int width, int height, string expected)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate2DDenseX<int>(new LongIndex2D(4, 3));
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView2D<int, Stride2D.DenseX>, Index2D, Index2D>(InBox);
        var failure = Failure(accelerator, () => kernel(1, buffer.View, new Index2D(x, y), new Index2D(width, height)));
        Assert.Contains($"leaves view 'target': {expected}", failure);
    }

    [Theory, CheckedAccelerators]
    public void ASubViewToTheEndIsChecked(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(new int[8]);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, long>(Rest);
        Assert.Contains("from element 9, length 8", Failure(accelerator, () => kernel(1, buffer.View, 9)));
        Assert.Contains("index 0, length 0", Failure(accelerator, () => kernel(1, buffer.View, 8)));
    }

    [Theory, CheckedAccelerators]
    public void LocalAndSharedMemoryAreChecked(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D<int>(64);
        var local = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Local);
        Assert.Contains("leaves local memory: index 4, length 4", Failure(accelerator, () => local(1, buffer.View, 4)));
        local(1, buffer.View, 3);
        accelerator.Synchronize();

        var shared = accelerator.LoadStreamKernel<ArrayView<int>, int>(Shared);
        Assert.Contains("leaves shared memory: index 32, length 32", Failure(accelerator, () => shared(new KernelConfig(1, 16), buffer.View, 17)));
        shared(new KernelConfig(4, 16), buffer.View, 0);
        accelerator.Synchronize();

        var dynamic = accelerator.LoadStreamKernel<ArrayView<int>, int>(Dynamic);
        var config = new KernelConfig(1, 16, SharedMemoryConfig.RequestDynamic<int>(20));
        Assert.Contains("leaves shared memory: index 20, length 20", Failure(accelerator, () => dynamic(config, buffer.View, 5)));
    }

    [Theory, CheckedAccelerators]
    public void ArraysOfTheKernelAreChecked(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        // On the processor an array is one of .NET, which checks by itself.
        if (accelerator.AcceleratorType == AcceleratorType.CPU) return;
        using var buffer = accelerator.Allocate1D<int>(1);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Array);
        Assert.Contains("leaves local memory: index 4, length 4", Failure(accelerator, () => kernel(1, buffer.View, 4)));
        kernel(1, buffer.View, 3);
        Assert.Equal([3], buffer.GetAsArray1D());
    }

    [Theory, CheckedAccelerators]
    public void TheFirstOfSeveralLaunchesIsNamed(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var stream = accelerator.CreateStream();
        using var first = accelerator.Allocate1D<int>(8);
        using var second = accelerator.Allocate1D<int>(4);
        var kernel = accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(Write);
        Assert.Contains("index 8, length 8", Failure(accelerator, () =>
        {
            kernel(stream, 1, first.View, 8);
            kernel(stream, 1, second.View, 4);
            kernel(stream, 4, second.View, 0);
        }));
        stream.Synchronize();
    }

    [Theory, CheckedAccelerators]
    public void AStreamThatEndsKeepsItsFailureForTheNextWait(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D<int>(8);
        var kernel = accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(Write);
        string message = Failure(accelerator, () =>
        {
            using var stream = accelerator.CreateStream();
            kernel(stream, 1, buffer.View, 8);
        });
        Assert.Contains("view 'target': index 8, length 8", message);
        accelerator.Synchronize();
        Assert.Equal(8, buffer.GetAsArray1D().Length);
    }

    [Theory, CheckedAccelerators]
    public void ACopyToTheHostRaisesTheFailure(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D<int>(8);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Write);
        var error = Assert.Throws<IndexOutOfRangeException>(() =>
        {
            kernel(1, buffer.View, 8);
            buffer.GetAsArray1D();
        });
        Assert.Contains("index 8, length 8", error.Message);
    }

    [Theory, CheckedAccelerators]
    public void ACorrectKernelRunsAsWithoutChecks(string name)
    {
        var accelerator = CheckedAccelerators.Get(name);
        var data = Enumerable.Range(0, 1000).Select(i => (float)(i % 17)).ToArray();
        using var source = accelerator.Allocate1D(data);
        using var sums = accelerator.Allocate1D<float>(16);
        var kernel = accelerator.LoadStreamKernel<ArrayView<float>, ArrayView<float>>(BlockSums);
        kernel(new KernelConfig(16, 64), source.View, sums.View);
        Assert.Equal(data.Chunk(64).Select(block => block.Sum()), sums.GetAsArray1D());
    }

    private static string Failure(Accelerator accelerator, Action launch) => Assert.Throws<IndexOutOfRangeException>(() =>
    {
        launch();
        accelerator.Synchronize();
    }).Message;
}
