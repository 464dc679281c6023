using System.Numerics;
using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>Members of .NET's library in kernels, and copies of memory that the program has pinned; expected values by hand.</summary>
public class LibraryTests
{
    private readonly record struct Point(int X, float Y);

    private readonly record struct Segment(Point From, Point To);

    [Theory, Accelerators]
    public void Log2IsTheHighestBit(string name) => Assert.Equal([0, 0, 1, 1, 2, 2, 2, 2, 3], Run(name, Log2, 9));

    [Theory, Accelerators]
    public void RecordStructsAreComparedFieldByField(string name) => Assert.Equal([0, 1, 2, 0], Run(name, Compare, 4));

    [Theory, Accelerators]
    public void PinnedMemoryIsCopiedBothWays(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        int[] data = GC.AllocateArray<int>(8, pinned: true), back = GC.AllocateArray<int>(8, pinned: true);
        for (int i = 0; i < data.Length; i++) data[i] = i * i;
        using var y = accelerator.Allocate1D<int>(8);
        using var source = accelerator.CreatePageLockFromPinned(data);
        using var target = accelerator.CreatePageLockFromPinned(back);
        y.View.CopyFromPageLockedAsync(source);
        y.View.CopyToPageLockedAsync(accelerator.DefaultStream, target);
        accelerator.Synchronize();
        Assert.Equal(data, back);
        using var locked = y.View.GetAsPageLocked1D();
        Assert.Equal(data, locked.GetArray());
        Assert.Equal((8L, 32L), (source.Length, source.LengthInBytes));
    }

    [Theory, Accelerators]
    public void KernelObjectsLaunchAndTellTheirGroups(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(9);
        var kernel = accelerator.LoadAutoGroupedKernel(((Action<Index1D, ArrayView<int>>)Log2).Method);
        kernel.Launch(accelerator.DefaultStream, new Index1D(9), y.View.AsContiguous());
        accelerator.Synchronize();
        Assert.Equal(3, y.GetAsArray1D()[8]);
        Assert.Equal(1, kernel.NumParameters);
        Assert.InRange(accelerator.EstimateGroupSize(kernel, out int groups), 1, accelerator.MaxNumThreadsPerGroup);
        Assert.True(groups >= 1);
        Assert.Throws<ArgumentException>(() => kernel.Launch(accelerator.DefaultStream, 9));
        Assert.Throws<ArgumentException>(() => kernel.Launch(accelerator.DefaultStream, new Index2D(3, 3), y.View.AsContiguous()));
        var launcher = kernel.CreateLauncherDelegate<Action<AcceleratorStream, Index1D, ArrayView<int>>>();
        Assert.True(launcher.TryGetKernel(out var found));
        Assert.Same(accelerator, found.Accelerator);
    }

    private static int[] Run(string name, Action<Index1D, ArrayView<int>> kernel, int count)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(count);
        accelerator.LoadAutoGroupedStreamKernel(kernel)(count, y.View);
        accelerator.Synchronize();
        return y.GetAsArray1D();
    }

    private static void Log2(Index1D i, ArrayView<int> y) => y[i] = BitOperations.Log2((uint)i.X);

    private static void Compare(Index1D i, ArrayView<int> y)
    {
        var nan = new Point(i, float.NaN);
        var a = new Segment(nan, new Point(1, 2));
        var b = new Segment(nan with { X = i == 1 || i == 2 ? i : -1 }, new Point(1, 2));
        y[i] = (a == b ? 1 : 0) + (a == b && i == 2 ? 1 : 0);
    }
}
