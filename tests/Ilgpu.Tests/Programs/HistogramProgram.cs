using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Ilgpu.Tests.Programs;

/// <summary>Counts of values: atomics in shared memory, then one atomic a bin; the number of bins is a specialized value.</summary>
public static class HistogramProgram
{
    /// <summary>How often each value below <paramref name="bins"/> occurs; greater ones count for the last bin.</summary>
    public static int[] Run(Accelerator accelerator, byte[] data, int bins)
    {
        using var input = accelerator.Allocate1D(data);
        using var counts = accelerator.Allocate1D<int>(bins);
        counts.MemSetToZero();
        var count = accelerator.LoadStreamKernel<ArrayView<byte>, ArrayView<int>, SpecializedValue<int>>(Count);
        count((3, accelerator.MaxNumThreadsPerGroup / 2), input.View, counts.View, SpecializedValue.New(bins));
        accelerator.Synchronize();
        return counts.GetAsArray1D();
    }

    private static void Count(ArrayView<byte> input, ArrayView<int> counts, SpecializedValue<int> bins)
    {
        var own = SharedMemory.Allocate<int>(bins);
        for (int bin = Group.IdxX; bin < bins; bin += Group.DimX)
            own[bin] = 0;
        Group.Barrier();
        for (int i = Grid.GlobalIndex.X; i < input.IntLength; i += Grid.DimX * Group.DimX)
            Atomic.Add(ref own[IntrinsicMath.Min(input[i], bins - 1)], 1);
        Group.Barrier();
        for (int bin = Group.IdxX; bin < bins; bin += Group.DimX)
            Atomic.Add(ref counts[bin], own[bin]);
    }
}
