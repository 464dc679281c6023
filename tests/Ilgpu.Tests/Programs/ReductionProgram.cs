using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Ilgpu.Tests.Programs;

/// <summary>The sum of integers: a tree in shared memory, dynamic shared memory, one atomic a group.</summary>
public static class ReductionProgram
{
    private const int MostItems = 64;

    /// <summary>The sum, once with static and once with dynamic shared memory.</summary>
    public static (long Static, long Dynamic) Run(Accelerator accelerator, int[] data)
    {
        // A power of two, as the tree wants it.
        int items = 1;
        while (items * 2 <= Math.Min(MostItems, accelerator.MaxNumThreadsPerGroup))
            items *= 2;
        int groups = Math.Min(7, (data.Length + items - 1) / items);
        using var input = accelerator.Allocate1D<int>(data.Length);
        using var sums = accelerator.Allocate1D<long>(2);
        input.CopyFromCPU(data);
        sums.MemSetToZero();

        var fixedSize = accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<long>>(SumStatic);
        fixedSize((groups, items), input.View, sums.View);
        var chosenSize = accelerator.LoadStreamKernel<ArrayView<int>, VariableView<long>>(SumDynamic);
        var config = new KernelConfig(groups, items, SharedMemoryConfig.RequestDynamic<long>(items));
        chosenSize(config, input.View, sums.View.VariableView(1));
        accelerator.Synchronize();
        long[] result = sums.GetAsArray1D();
        return (result[0], result[1]);
    }

    private static void SumStatic(ArrayView<int> input, ArrayView<long> sum)
    {
        var partial = SharedMemory.Allocate<long>(MostItems);
        long total = SumOfGroup(input, partial);
        if (Group.IsFirstThread)
            Atomic.Add(ref sum[0], total);
    }

    private static void SumDynamic(ArrayView<int> input, VariableView<long> sum)
    {
        var partial = SharedMemory.GetDynamic<long>();
        long total = SumOfGroup(input, partial);
        if (Group.IsFirstThread)
            Atomic.Add(ref sum.Value, total);
    }

    private static long SumOfGroup(ArrayView<int> input, ArrayView<long> partial)
    {
        long own = 0;
        for (int i = Grid.GlobalIndex.X; i < input.IntLength; i += Grid.DimX * Group.DimX)
            own += input[i];
        partial[Group.IdxX] = own;
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            Group.Barrier();
            if (Group.IdxX < half)
                partial[Group.IdxX] += partial[Group.IdxX + half];
        }

        Group.Barrier();
        return partial[0];
    }
}
