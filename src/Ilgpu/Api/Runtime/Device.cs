namespace ILGPU.Runtime;

/// <summary>A piece of hardware that can run kernels; <see cref="CreateAccelerator"/> opens it.</summary>
public abstract class Device : IDevice
{
    private protected Device()
    {
    }

    /// <summary>The kind of the device.</summary>
    public abstract AcceleratorType AcceleratorType { get; }

    /// <summary>The name that the driver gives.</summary>
    public string Name { get; protected set; } = "";

    /// <summary>The memory, in bytes.</summary>
    public long MemorySize { get; protected set; }

    /// <summary>The greatest number of groups in each dimension.</summary>
    public Index3D MaxGridSize { get; protected set; }

    /// <summary>The greatest number of items of a group in each dimension.</summary>
    public Index3D MaxGroupSize { get; protected set; }

    /// <summary>The greatest number of items of a group.</summary>
    public int MaxNumThreadsPerGroup { get; protected set; }

    /// <summary>The greatest shared memory of a group, in bytes.</summary>
    public int MaxSharedMemoryPerGroup { get; protected set; }

    /// <summary>The constant memory, in bytes.</summary>
    public int MaxConstantMemory { get; protected set; }

    /// <summary>The number of items of a warp.</summary>
    public int WarpSize { get; protected set; }

    /// <summary>The number of multiprocessors.</summary>
    public int NumMultiprocessors { get; protected set; }

    /// <summary>The greatest number of items that one multiprocessor holds.</summary>
    public int MaxNumThreadsPerMultiprocessor { get; protected set; }

    /// <summary>The greatest number of items that the device holds at once.</summary>
    public int MaxNumThreads => NumMultiprocessors * MaxNumThreadsPerMultiprocessor;

    /// <summary>What the device can do beyond the common ground.</summary>
    public CapabilityContext Capabilities { get; protected set; } = null!;

    /// <summary>Opens the device.</summary>
    public abstract Accelerator CreateAccelerator(Context context);

    /// <summary>Writes what is known about the device.</summary>
    public void PrintInformation(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"Device: {Name} ({AcceleratorType})");
        writer.WriteLine($"  Memory:                       {MemorySize} bytes");
        writer.WriteLine($"  Multiprocessors:              {NumMultiprocessors}");
        writer.WriteLine($"  Warp size:                    {WarpSize}");
        writer.WriteLine($"  Threads per group:            {MaxNumThreadsPerGroup}");
        writer.WriteLine($"  Threads per multiprocessor:   {MaxNumThreadsPerMultiprocessor}");
        writer.WriteLine($"  Shared memory per group:      {MaxSharedMemoryPerGroup} bytes");
        writer.WriteLine($"  Constant memory:              {MaxConstantMemory} bytes");
        writer.WriteLine($"  Group size:                   {MaxGroupSize}");
        writer.WriteLine($"  Grid size:                    {MaxGridSize}");
    }

    /// <summary>Kind and name.</summary>
    public override string ToString() => $"{Name} ({AcceleratorType})";
}
