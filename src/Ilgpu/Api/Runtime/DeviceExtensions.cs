namespace ILGPU.Runtime;

/// <summary>What is known about a device.</summary>
public interface IDevice
{
    /// <inheritdoc cref="Device.Name"/>
    string Name { get; }

    /// <inheritdoc cref="Device.MemorySize"/>
    long MemorySize { get; }

    /// <inheritdoc cref="Device.MaxGridSize"/>
    Index3D MaxGridSize { get; }

    /// <inheritdoc cref="Device.MaxGroupSize"/>
    Index3D MaxGroupSize { get; }

    /// <inheritdoc cref="Device.MaxNumThreadsPerGroup"/>
    int MaxNumThreadsPerGroup { get; }

    /// <inheritdoc cref="Device.MaxSharedMemoryPerGroup"/>
    int MaxSharedMemoryPerGroup { get; }

    /// <inheritdoc cref="Device.MaxConstantMemory"/>
    int MaxConstantMemory { get; }

    /// <inheritdoc cref="Device.WarpSize"/>
    int WarpSize { get; }

    /// <inheritdoc cref="Device.NumMultiprocessors"/>
    int NumMultiprocessors { get; }

    /// <inheritdoc cref="Device.MaxNumThreadsPerMultiprocessor"/>
    int MaxNumThreadsPerMultiprocessor { get; }

    /// <inheritdoc cref="Device.MaxNumThreads"/>
    int MaxNumThreads { get; }

    /// <inheritdoc cref="Device.Capabilities"/>
    CapabilityContext Capabilities { get; }

    /// <inheritdoc cref="Device.PrintInformation"/>
    void PrintInformation(TextWriter writer);
}

/// <summary>Prints what is known about devices.</summary>
public static class DeviceExtensions
{
    /// <summary>Writes to the console what is known about the device.</summary>
    public static void PrintInformation(this IDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        device.PrintInformation(Console.Out);
    }
}
