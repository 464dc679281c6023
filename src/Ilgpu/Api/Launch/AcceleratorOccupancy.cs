namespace ILGPU.Runtime;

/// <content>
/// Group sizes and occupancy, estimated from the limits of device and kernel: items of a multiprocessor and shared memory. Registers
/// count only as far as they limit the group size.
/// </content>
public abstract partial class Accelerator
{
    /// <summary>A group size that keeps the device busy.</summary>
    public int EstimateGroupSize(Kernel kernel) => EstimateGroupSize(kernel, 0, 0, out _);

    /// <summary>A group size that keeps the device busy, and the number of groups that the device holds at once.</summary>
    public int EstimateGroupSize(Kernel kernel, out int minGridSize) => EstimateGroupSize(kernel, 0, 0, out minGridSize);

    /// <summary>A group size that keeps the device busy where a group uses so many bytes of dynamic shared memory.</summary>
    public int EstimateGroupSize(Kernel kernel, int dynamicSharedMemorySizeInBytes, out int minGridSize) =>
        EstimateGroupSize(kernel, dynamicSharedMemorySizeInBytes, 0, out minGridSize);

    /// <summary>A group size up to a limit (0: none) that keeps the device busy.</summary>
    public int EstimateGroupSize(Kernel kernel, int dynamicSharedMemorySizeInBytes, int maxGroupSize, out int minGridSize) =>
        EstimateGroupSize(kernel, _ => dynamicSharedMemorySizeInBytes, maxGroupSize, out minGridSize);

    /// <summary>A group size that keeps the device busy where the dynamic shared memory depends on it.</summary>
    public int EstimateGroupSize(Kernel kernel, Func<int, int> computeSharedMemorySize, out int minGridSize) =>
        EstimateGroupSize(kernel, computeSharedMemorySize, 0, out minGridSize);

    /// <summary>A group size up to a limit (0: none) that keeps the device busy where the dynamic shared memory depends on it.</summary>
    /// <exception cref="ArgumentException">No group size leaves enough shared memory.</exception>
    public int EstimateGroupSize(Kernel kernel, Func<int, int> computeSharedMemorySize, int maxGroupSize, out int minGridSize)
    {
        var compiled = Own(kernel);
        ArgumentNullException.ThrowIfNull(computeSharedMemorySize);
        ArgumentOutOfRangeException.ThrowIfNegative(maxGroupSize);
        int size = compiled.SuggestedGroupSize;
        if (maxGroupSize > 0)
            size = Math.Min(size, maxGroupSize);
        while (size > 1 && compiled.StaticSharedBytes + computeSharedMemorySize(size) > MaxSharedMemoryPerGroup)
            size /= 2;
        int active = EstimateMaxActiveGroupsPerMultiprocessor(kernel, size, computeSharedMemorySize(size));
        minGridSize = Math.Max(1, active) * NumMultiprocessors;
        return size;
    }

    /// <summary>The number of groups that one multiprocessor holds at once; 0 where it takes none.</summary>
    public int EstimateMaxActiveGroupsPerMultiprocessor(Kernel kernel, int groupSize) =>
        EstimateMaxActiveGroupsPerMultiprocessor(kernel, groupSize, 0);

    /// <summary>The number of groups that one multiprocessor holds at once; 0 where it takes none.</summary>
    public int EstimateMaxActiveGroupsPerMultiprocessor<TIndex>(Kernel kernel, TIndex groupDim)
        where TIndex : struct, IIndex
        => EstimateMaxActiveGroupsPerMultiprocessor(kernel, checked((int)groupDim.Size), 0);

    /// <summary>The number of groups with so much dynamic shared memory that one multiprocessor holds at once; 0 where it takes none.</summary>
    public int EstimateMaxActiveGroupsPerMultiprocessor(Kernel kernel, int groupSize, int dynamicSharedMemorySizeInBytes)
    {
        var compiled = Own(kernel);
        ArgumentOutOfRangeException.ThrowIfLessThan(groupSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(dynamicSharedMemorySizeInBytes);
        if (groupSize > compiled.LargestGroupSize)
            return 0;
        int active = Math.Max(1, MaxNumThreadsPerMultiprocessor / groupSize);
        int shared = compiled.StaticSharedBytes + dynamicSharedMemorySizeInBytes;
        return shared == 0 ? active : Math.Min(active, MaxSharedMemoryPerGroup / shared);
    }

    /// <summary>The part of a multiprocessor's items that run at once, 0 to 1.</summary>
    public float EstimateOccupancyPerMultiprocessor(Kernel kernel, int groupSize) => EstimateOccupancyPerMultiprocessor(kernel, groupSize, 0);

    /// <summary>The part of a multiprocessor's items that run at once, 0 to 1.</summary>
    public float EstimateOccupancyPerMultiprocessor<TIndex>(Kernel kernel, TIndex groupDim)
        where TIndex : struct, IIndex
        => EstimateOccupancyPerMultiprocessor(kernel, checked((int)groupDim.Size), 0);

    /// <summary>The part of a multiprocessor's items that run at once, 0 to 1.</summary>
    public float EstimateOccupancyPerMultiprocessor(Kernel kernel, int groupSize, int dynamicSharedMemorySizeInBytes) => Math.Min(
        1.0f,
        (float)EstimateMaxActiveGroupsPerMultiprocessor(kernel, groupSize, dynamicSharedMemorySizeInBytes) * groupSize / MaxNumThreadsPerMultiprocessor);

    private CompiledKernel Own(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return kernel.Accelerator == this
            ? kernel.Compiled
            : throw new ArgumentException($"The kernel was loaded for {kernel.Accelerator}; {this} was asked.", nameof(kernel));
    }
}
