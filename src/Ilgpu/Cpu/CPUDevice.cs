using System.Collections.Immutable;

namespace ILGPU.Runtime.CPU;

/// <summary>The shapes of GPUs that the CPU accelerator can take on.</summary>
public enum CPUDeviceKind
{
    /// <summary>4 threads a warp, 4 warps.</summary>
    Default,

    /// <summary>32 threads a warp, 32 warps, like NVIDIA's GPUs.</summary>
    Nvidia,

    /// <summary>32 threads a warp, 8 warps, like AMD's GPUs.</summary>
    AMD,

    /// <summary>64 threads a warp, 4 warps, like AMD's older GPUs.</summary>
    LegacyAMD,

    /// <summary>16 threads a warp, 8 warps, like Intel's GPUs.</summary>
    Intel,
}

/// <summary>How the CPU accelerator uses the processor.</summary>
public enum CPUAcceleratorMode
{
    /// <summary>Groups and items run in parallel where that pays.</summary>
    Auto = 0,

    /// <summary>Everything runs on the calling thread, or one item at a time.</summary>
    Sequential = 1,

    /// <summary>Groups and items run in parallel where that pays.</summary>
    Parallel = 2,
}

/// <summary>The processor as a device that runs C# kernels themselves; its shape (warps, group size) can be chosen.</summary>
public sealed class CPUDevice : Device
{
    private const int SharedBytes = 1 << 20;

    /// <summary>A device of so many threads a warp and warps a multiprocessor; a group takes at most their product.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public CPUDevice(int numThreadsPerWarp, int numWarpsPerMultiprocessor, int numMultiprocessors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numThreadsPerWarp, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numWarpsPerMultiprocessor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numMultiprocessors, 1);
        int threads = checked(numThreadsPerWarp * numWarpsPerMultiprocessor);
        Name = "CPUAccelerator";
        WarpSize = numThreadsPerWarp;
        NumMultiprocessors = numMultiprocessors;
        MaxNumThreadsPerMultiprocessor = threads;
        MaxNumThreadsPerGroup = threads;
        MaxGroupSize = new Index3D(threads, threads, threads);
        MaxGridSize = new Index3D(int.MaxValue, int.MaxValue, int.MaxValue);
        MaxSharedMemoryPerGroup = SharedBytes;
        MaxConstantMemory = SharedBytes;
        MemorySize = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        Capabilities = new CPUCapabilityContext();
    }

    /// <summary>A device of 4 threads a warp and 4 warps.</summary>
    public static readonly CPUDevice Default = GetDevice(CPUDeviceKind.Default);

    /// <summary>A device of 32 threads a warp and 32 warps, like NVIDIA's GPUs.</summary>
    public static readonly CPUDevice Nvidia = GetDevice(CPUDeviceKind.Nvidia);

    /// <summary>A device of 32 threads a warp and 8 warps, like AMD's GPUs.</summary>
    public static readonly CPUDevice AMD = GetDevice(CPUDeviceKind.AMD);

    /// <summary>A device of 64 threads a warp and 4 warps, like AMD's older GPUs.</summary>
    public static readonly CPUDevice LegacyAMD = GetDevice(CPUDeviceKind.LegacyAMD);

    /// <summary>A device of 16 threads a warp and 8 warps, like Intel's GPUs.</summary>
    public static readonly CPUDevice Intel = GetDevice(CPUDeviceKind.Intel);

    /// <summary>The devices of all kinds.</summary>
    public static readonly ImmutableArray<CPUDevice> All = [Default, Nvidia, AMD, LegacyAMD, Intel];

    /// <inheritdoc/>
    public override AcceleratorType AcceleratorType => AcceleratorType.CPU;

    /// <summary>The number of items that the device's multiprocessors hold at once.</summary>
    public int NumThreads => MaxNumThreads;

    /// <summary>True for devices of the same shape.</summary>
    public override bool Equals(object? obj) => obj is CPUDevice other
        && (other.WarpSize, other.MaxNumThreadsPerGroup, other.NumMultiprocessors) == (WarpSize, MaxNumThreadsPerGroup, NumMultiprocessors);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(WarpSize, MaxNumThreadsPerGroup, NumMultiprocessors);

    /// <summary>A device with the shape of a kind of GPU.</summary>
    public static CPUDevice GetDevice(CPUDeviceKind kind) => kind switch
    {
        CPUDeviceKind.Default => new CPUDevice(4, 4, 1),
        CPUDeviceKind.Nvidia => new CPUDevice(32, 32, 1),
        CPUDeviceKind.AMD => new CPUDevice(32, 8, 1),
        CPUDeviceKind.LegacyAMD => new CPUDevice(64, 4, 1),
        CPUDeviceKind.Intel => new CPUDevice(16, 8, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of CPU device."),
    };

    /// <summary>The devices of all kinds that satisfy <paramref name="predicate"/>.</summary>
    public static ImmutableArray<Device> GetDevices(Predicate<CPUDevice> predicate) =>
        [.. Enum.GetValues<CPUDeviceKind>().Select(GetDevice).Where(device => predicate(device))];

    /// <inheritdoc/>
    public override Accelerator CreateAccelerator(Context context) => CreateCPUAccelerator(context);

    /// <summary>Opens the device.</summary>
    public CPUAccelerator CreateCPUAccelerator(Context context) =>
        CreateCPUAccelerator(context, CPUAcceleratorMode.Auto, ThreadPriority.Normal);

    /// <summary>Opens the device with a mode.</summary>
    public CPUAccelerator CreateCPUAccelerator(Context context, CPUAcceleratorMode mode) =>
        CreateCPUAccelerator(context, mode, ThreadPriority.Normal);

    /// <summary>Opens the device with a mode and a priority for the threads of items that wait for each other.</summary>
    public CPUAccelerator CreateCPUAccelerator(Context context, CPUAcceleratorMode mode, ThreadPriority threadPriority)
    {
        var accelerator = new CPUAccelerator(context, this, mode, threadPriority);
        context.Register(accelerator);
        return accelerator;
    }
}

/// <summary>What the CPU accelerator can do: everything that C# can.</summary>
public sealed class CPUCapabilityContext : CapabilityContext
{
    internal CPUCapabilityContext()
    {
        HasFloat16 = true;
    }
}
