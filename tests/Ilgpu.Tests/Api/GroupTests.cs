using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Groups: indices, barriers, shared and local memory, exchange, atomics.</summary>
public class GroupTests
{
    [Theory, Accelerators]
    public void IndicesOfThreeDimensions(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var grid = new Index3D(2, 3, 2);
        var group = new Index3D(4, 2, 2);
        int items = grid.Size * group.Size;
        using var output = accelerator.Allocate1D<int>(items * 3);
        accelerator.LoadStreamKernel<ArrayView<int>>(WriteIndices)((grid, group), output.AsContiguous());
        accelerator.Synchronize();
        var found = output.GetAsArray1D();
        for (int z = 0; z < 4; z++)
        {
            for (int y = 0; y < 6; y++)
            {
                for (int x = 0; x < 8; x++)
                {
                    int groupLinear = ((z / 2 * 3) + (y / 2)) * 2 + x / 4;
                    int local = ((z % 2 * 2) + (y % 2)) * 4 + x % 4;
                    int at = (groupLinear * 16 + local) * 3;
                    Assert.Equal(x + 100 * y + 10000 * z, found[at]);
                    Assert.Equal(local, found[at + 1]);
                    Assert.Equal(groupLinear, found[at + 2]);
                }
            }
        }
    }

    [Theory, Accelerators(1), Accelerators(2), Accelerators(16), Accelerators(64), Accelerators(256)]
    public void TreeSumInSharedMemory(string name, int groupSize)
    {
        var accelerator = TestAccelerators.Get(name);
        const int Groups = 5;
        var data = Enumerable.Range(0, Groups * groupSize).Select(i => (i * 7919) % 1000).ToArray();
        using var input = accelerator.Allocate1D(data);
        using var output = accelerator.Allocate1D<int>(Groups);
        accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<int>>(TreeSum)((Groups, groupSize), input.AsContiguous(), output.AsContiguous());
        accelerator.Synchronize();
        Assert.Equal(data.Chunk(groupSize).Select(chunk => chunk.Sum()), output.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void DynamicSharedMemoryReversesAGroup(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var data = Enumerable.Range(0, 96).Select(i => (double)i).ToArray();
        using var buffer = accelerator.Allocate1D(data);
        var config = new KernelConfig(3, 32, SharedMemoryConfig.RequestDynamic<double>(32));
        accelerator.LoadStreamKernel<ArrayView<double>>(Reverse)(config, buffer.AsContiguous());
        accelerator.Synchronize();
        Assert.Equal(data.Chunk(32).SelectMany(chunk => chunk.Reverse()), buffer.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void LocalMemoryBelongsToOneItem(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var output = accelerator.Allocate1D<int>(200);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(SumOfLocal)(200, output.AsContiguous());
        accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(0, 200).Select(i => Enumerable.Range(0, 16).Sum(k => i * k)), output.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void CountingBarriersAndBroadcast(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var output = accelerator.Allocate1D<int>(4 * 16);
        accelerator.LoadStreamKernel<ArrayView<int>>(CountAndBroadcast)((1, 16), output.AsContiguous());
        accelerator.Synchronize();
        var found = output.GetAsArray1D();
        for (int item = 0; item < 16; item++)
            Assert.Equal([5, 0, 1, 300], found[(4 * item)..(4 * item + 4)]);
    }

    [Theory, Accelerators]
    public void AtomicsOfIntegersCountEveryItem(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var output = accelerator.Allocate1D(new[] { 0, int.MinValue, int.MaxValue, 0, -1, 0 });
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(IntegerAtomics)(1000, output.AsContiguous());
        accelerator.Synchronize();
        int xor = Enumerable.Range(0, 1000).Aggregate(0, (a, b) => a ^ b);
        Assert.Equal([499500, 999, 0, 1023, ~1023, xor], output.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void AtomicsOfFloatsCountEveryItem(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var output = accelerator.Allocate1D(new[] { 0f, float.NegativeInfinity, float.PositiveInfinity });
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>>(FloatAtomics)(1000, output.AsContiguous());
        accelerator.Synchronize();
        Assert.Equal([499500f, 999f, 0f], output.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void CompareExchangeElectsOneItem(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var output = accelerator.Allocate1D(new[] { -1, 0 });
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Elect)(500, output.AsContiguous());
        accelerator.Synchronize();
        var found = output.GetAsArray1D();
        Assert.InRange(found[0], 0, 499);
        Assert.Equal(1, found[1]);
    }

    private static void WriteIndices(ArrayView<int> output)
    {
        int at = 3 * Grid.GlobalLinearIndex;
        var global = Grid.GlobalIndex;
        output[at] = global.X + 100 * global.Y + 10000 * global.Z;
        output[at + 1] = Group.LinearIndex;
        output[at + 2] = Grid.LinearIndex;
    }

    private static void TreeSum(ArrayView<int> input, ArrayView<int> output)
    {
        var partial = SharedMemory.Allocate<int>(256);
        int item = Group.IdxX;
        partial[item] = input[Grid.IdxX * Group.DimX + item];
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (item < half)
                partial[item] += partial[item + half];
            Group.Barrier();
        }

        if (item == 0)
            output[Grid.IdxX] = partial[0];
    }

    private static void Reverse(ArrayView<double> buffer)
    {
        var shared = SharedMemory.GetDynamic<double>();
        int start = Grid.IdxX * Group.DimX;
        shared[Group.IdxX] = buffer[start + Group.IdxX];
        Group.Barrier();
        buffer[start + Group.IdxX] = shared[Group.DimX - 1 - Group.IdxX];
    }

    private static void SumOfLocal(Index1D index, ArrayView<int> output)
    {
        var local = LocalMemory.Allocate<int>(16);
        for (int k = 0; k < 16; k++)
            local[k] = index.X * k;
        int sum = 0;
        for (int k = 0; k < 16; k++)
            sum += local[k];
        output[index] = sum;
    }

    private static void CountAndBroadcast(ArrayView<int> output)
    {
        int item = Group.IdxX;
        int at = 4 * item;
        output[at] = Group.BarrierPopCount(item % 3 == 1);
        output[at + 1] = Group.BarrierAnd(item < 15) ? 1 : 0;
        output[at + 2] = Group.BarrierOr(item == 7) ? 1 : 0;
        output[at + 3] = Group.Broadcast(100 * item, 3);
    }

    private static void IntegerAtomics(Index1D index, ArrayView<int> output)
    {
        Atomic.Add(ref output[0], index.X);
        Atomic.Max(ref output[1], index.X);
        Atomic.Min(ref output[2], index.X);
        Atomic.Or(ref output[3], index.X);
        Atomic.And(ref output[4], ~index.X);
        Atomic.Xor(ref output[5], index.X);
    }

    private static void FloatAtomics(Index1D index, ArrayView<float> output)
    {
        Atomic.Add(ref output[0], index.X);
        Atomic.Max(ref output[1], index.X);
        Atomic.Min(ref output[2], index.X);
    }

    private static void Elect(Index1D index, ArrayView<int> output)
    {
        if (Atomic.CompareExchange(ref output[0], -1, index.X) == -1)
            Atomic.Add(ref output[1], 1);
    }
}
