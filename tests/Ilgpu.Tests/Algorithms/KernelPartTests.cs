using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Algorithms;

/// <summary>Parts that kernels are made of: loops over a grid, tiles, groups that take turns, arrays with indices; expected values by hand.</summary>
public class KernelPartTests
{
    [Theory, Accelerators]
    public void LoopsOverTheGrid(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var data = accelerator.Allocate1D<int>(1000);
        using var sums = accelerator.Allocate1D<int>(64);
        accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<int>>(Loops)((4, 16), data.View, sums.View);
        accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => 3 * i), data.GetAsArray1D());
        Assert.Equal(Enumerable.Range(0, 64).Select(item => 7 + Enumerable.Range(0, 1000).Where(i => i % 64 == item).Sum()), sums.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void TilesOfGroups(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(24);
        accelerator.LoadStreamKernel<ArrayView<int>>(Tiles)((3, 2), y.View);
        accelerator.Synchronize();
        // size, first, end, end cut to 20
        Assert.Equal([8, 0, 8, 8, 8, 1, 8, 8, 8, 8, 16, 16, 8, 9, 16, 16, 8, 16, 24, 20, 8, 17, 24, 20], y.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void GroupsTakeTurns(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var turn = accelerator.Allocate1D(new int[1]);
        using var value = accelerator.Allocate1D(new long[] { 1 });
        using var seen = accelerator.Allocate1D<long>(12 * 8);
        accelerator.LoadStreamKernel<VariableView<int>, VariableView<long>, ArrayView<long>>(Turns)(
            (12, 8), turn.View.VariableView(0), value.View.VariableView(0), seen.View);
        accelerator.Synchronize();
        // Group g hands on 3 times what it got, plus g: that depends on the order.
        var handed = new long[13];
        handed[0] = 1;
        for (int g = 0; g < 12; g++)
            handed[g + 1] = (3 * handed[g]) + g;
        Assert.Equal(Enumerable.Range(0, 96).Select(i => handed[i / 8]), seen.GetAsArray1D());
        Assert.Equal(handed[12], value.GetAsArray1D()[0]);
        Assert.Equal(12, turn.GetAsArray1D()[0]);
    }

    [Theory, Accelerators]
    public void ArraysTakeIndices(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(3);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(IndexedArrays)(3, y.View);
        accelerator.Synchronize();
        Assert.Equal([1 + 6 + 24, 2 + 6 + 24, 3 + 6 + 24], y.GetAsArray1D());
        Assert.Equal((3, 4, 5), (new int[3, 4, 5].GetExtent().X, new int[3, 4].GetExtent().Y, new int[5].GetExtent().X));
    }

    [Fact]
    public void TemporaryMemoryIsCutIntoViews()
    {
        var accelerator = TestAccelerators.Get("CPU");
        using var memory = accelerator.Allocate1D<int>(4);
        var manager = new TempViewManager(memory.View.AsContiguous(), "memory");
        manager.Allocate<double>();
        var bytes = manager.Allocate<byte>(3);
        Assert.Equal((3, 3), (bytes.Length, manager.NumInts));
        // Eight bytes would begin at the twelfth.
        using var five = accelerator.Allocate1D<int>(5);
        var odd = new TempViewManager(five.View.AsContiguous(), "five");
        odd.Allocate<byte>();
        Assert.Contains("longer elements first", Assert.Throws<InvalidOperationException>(() => odd.Allocate<long>(1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => manager.Allocate<int>(2));
        Assert.Throws<ArgumentNullException>(() => new TempViewManager(default, "none"));
    }

    private static void Loops(ArrayView<int> data, ArrayView<int> sums)
    {
        var triple = new Triple { Data = data };
        GridExtensions.GridStrideLoop(data.IntLength, ref triple);
        Index1D length = data.IntLength;
        sums[Grid.GlobalIndex.X] = GridExtensions.GridStrideLoop<int, Add>(length, 7, default);
    }

    private static void Tiles(ArrayView<int> y)
    {
        var tile = new TileInfo(20, 4);
        int at = 4 * Grid.GlobalIndex.X;
        y[at] = tile.TileSize;
        y[at + 1] = tile.StartIndex;
        y[at + 2] = tile.EndIndex;
        y[at + 3] = tile.MaxLength;
    }

    private static void Turns(VariableView<int> turn, VariableView<long> value, ArrayView<long> seen)
    {
        var executor = new SequentialGroupExecutor<long>(turn, value);
        long got = executor.Wait();
        seen[Grid.GlobalIndex.X] = got;
        executor.Release((3 * got) + Grid.IdxX);
    }

    private static void IndexedArrays(Index1D i, ArrayView<int> y)
    {
        int[] line = [1, 2, 3];
        var plane = new int[2, 3];
        plane.SetValue(6, new Index2D(1, 2));
        var box = new int[2, 3, 4];
        box.SetValue(box.GetExtent().Size, new Index3D(1, 2, 3));
        y[i] = ArrayExtensions.GetValue(line, i) + plane.GetValue(new Index2D(1, 2)) + box.GetValue(new Index3D(1, 2, 3));
    }

    private struct Triple : IGridStrideLoopBody
    {
        public ArrayView<int> Data;

        public readonly void Execute(Index1D linearIndex) => Data[linearIndex] = 3 * linearIndex;
    }

    private struct Add : IGridStrideLoopBody<int>
    {
        public readonly int Execute(Index1D linearIndex, int input) => input + linearIndex;
    }
}
