using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Algorithms.ScanReduceOperations;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Algorithms;

/// <summary>Reductions and scans of groups and warps, whole and partial ones.</summary>
public class GroupAndWarpTests
{
    [Theory, Accelerators(1), Accelerators(75)]
    public void Groups_reduce_and_scan(string name, int items)
    {
        var values = Enumerable.Range(0, items).Select(i => (long)(i * 7919 % 101 - 50)).ToArray();
        var found = Run<long>(name, OfGroup<long, AddInt64>, values, 8);
        long sum = 0;
        for (int i = 0; i < items; i++)
        {
            long before = sum, total = values.Sum();
            sum += values[i];
            long last = total - values[^1];
            Assert.Equal([total, total, before, sum, values[0], items == 1 ? values[0] : last, values[0], total], found[(8 * i)..(8 * i + 8)]);
        }
    }

    [Theory, Accelerators]
    public void Warps_reduce_and_scan(string name)
    {
        int lanes = TestAccelerators.Get(name).WarpSize;
        int items = lanes + lanes / 2 + 1;
        var values = Enumerable.Range(0, items).Select(i => i * 7919 % 101 - 50).ToArray();
        var found = Run<int>(name, OfWarp<int, MinInt32>, values, 4);
        for (int i = 0; i < items; i++)
        {
            int first = i / lanes * lanes;
            var warp = values[first..Math.Min(first + lanes, items)];
            int lane = i - first;
            if (lane == 0) Assert.Equal(warp.Min(), found[4 * i]);
            Assert.Equal(warp.Min(), found[4 * i + 1]);
            Assert.Equal(lane == 0 ? int.MaxValue : warp[..lane].Min(), found[4 * i + 2]);
            Assert.Equal(warp[..(lane + 1)].Min(), found[4 * i + 3]);
        }
    }

    [Theory, Accelerators]
    public void Sums_of_floats_have_the_same_bits_on_every_device(string name)
    {
        var values = Enumerable.Range(1, 64).Select(i => 1.0f / i).ToArray();
        var found = Run<float>(name, OfGroup<float, AddFloat>, values, 8);
        // Halves are added to each other: 32 pairs, then 16 ...
        var tree = (float[])values.Clone();
        for (int half = 32; half > 0; half /= 2)
            for (int i = 0; i < half; i++) tree[i] += tree[i + half];
        Assert.Equal(tree[0], found[0]);
    }

    [Theory, Accelerators]
    public void Parts_of_a_long_scan_follow_each_other(string name)
    {
        var values = Enumerable.Range(0, 4 * 16).Select(i => i % 5 + 1).ToArray();
        var accelerator = TestAccelerators.Get(name);
        using var input = accelerator.Allocate1D(values);
        using var output = accelerator.Allocate1D<int>(2 * values.Length);
        accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<int>>(LongScans)((1, 16), input.AsContiguous(), output.AsContiguous());
        int sum = 0;
        var exclusive = values.Select(v => (sum += v) - v).ToArray();
        sum = 0;
        Assert.Equal([.. exclusive, .. values.Select(v => sum += v)], output.GetAsArray1D());
    }

    private static T[] Run<T>(string name, Action<ArrayView<T>, ArrayView<T>> kernel, T[] values, int results)
        where T : unmanaged
    {
        var accelerator = TestAccelerators.Get(name);
        using var input = accelerator.Allocate1D(values);
        using var output = accelerator.Allocate1D<T>(results * values.Length);
        accelerator.LoadStreamKernel(kernel)((1, values.Length), input.AsContiguous(), output.AsContiguous());
        return output.GetAsArray1D();
    }

    private static void OfGroup<T, TOperation>(ArrayView<T> input, ArrayView<T> output)
        where T : unmanaged
        where TOperation : struct, IScanReduceOperation<T>
    {
        int at = 8 * Group.IdxX;
        var value = input[Group.IdxX];
        output[at] = GroupExtensions.Reduce<T, TOperation>(value);
        output[at + 1] = GroupExtensions.AllReduce<T, TOperation>(value);
        output[at + 2] = GroupExtensions.ExclusiveScanWithBoundaries<T, TOperation>(value, out var exclusive);
        output[at + 3] = default(GroupExtensions.InclusiveGroupScan<T, TOperation>).Scan(value, out var inclusive);
        output[at + 4] = exclusive.LeftBoundary;
        output[at + 5] = exclusive.RightBoundary;
        output[at + 6] = inclusive.LeftBoundary;
        output[at + 7] = inclusive.RightBoundary;
    }

    private static void OfWarp<T, TOperation>(ArrayView<T> input, ArrayView<T> output)
        where T : unmanaged
        where TOperation : struct, IScanReduceOperation<T>
    {
        int at = 4 * Group.IdxX;
        var value = input[Group.IdxX];
        output[at] = WarpExtensions.Reduce<T, TOperation>(value);
        output[at + 1] = WarpExtensions.AllReduce<T, TOperation>(value);
        output[at + 2] = WarpExtensions.ExclusiveScan<T, TOperation>(value);
        output[at + 3] = WarpExtensions.InclusiveScan<T, TOperation>(value);
    }

    private static void LongScans(ArrayView<int> input, ArrayView<int> output)
    {
        int exclusive = 0, inclusive = 0;
        for (int start = 0; start < input.Length; start += Group.DimX)
        {
            int at = start + Group.IdxX;
            int value = input[at];
            output[at] = exclusive + GroupExtensions.ExclusiveScanWithBoundaries<int, AddInt32>(value, out var part);
            exclusive = GroupExtensions.ExclusiveScanNextIteration<int, AddInt32>(exclusive, part.RightBoundary, value);
            output[(int)input.Length + at] = inclusive + GroupExtensions.InclusiveScanWithBoundaries<int, AddInt32>(value, out part);
            inclusive = GroupExtensions.InclusiveScanNextIteration<int, AddInt32>(inclusive, part.RightBoundary, value);
        }
    }
}
