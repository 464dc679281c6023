namespace ILGPU.Runtime.Cuda;

/// <summary>An NVIDIA GPU.</summary>
public sealed partial class CudaDevice : Device
{
    internal CudaDevice(CudaDriver driver, Nvrtc compiler, int ordinal)
    {
        Driver = driver;
        Compiler = compiler;
        Handle = driver.Device(ordinal);
        Capability = new CudaArchitecture(
            Get(CudaDeviceAttribute.ComputeCapabilityMajor), Get(CudaDeviceAttribute.ComputeCapabilityMinor));
        Name = driver.DeviceName(Handle);
        MemorySize = driver.DeviceTotalMem(Handle);
        MaxNumThreadsPerGroup = Get(CudaDeviceAttribute.MaxThreadsPerBlock);
        MaxGroupSize = new Index3D(
            Get(CudaDeviceAttribute.MaxBlockDimX), Get(CudaDeviceAttribute.MaxBlockDimY), Get(CudaDeviceAttribute.MaxBlockDimZ));
        MaxGridSize = new Index3D(
            Get(CudaDeviceAttribute.MaxGridDimX), Get(CudaDeviceAttribute.MaxGridDimY), Get(CudaDeviceAttribute.MaxGridDimZ));
        MaxSharedMemoryPerGroup = Math.Max(
            Get(CudaDeviceAttribute.MaxSharedMemoryPerBlock), Get(CudaDeviceAttribute.MaxSharedMemoryPerBlockOptin));
        MaxConstantMemory = Get(CudaDeviceAttribute.TotalConstantMemory);
        WarpSize = Get(CudaDeviceAttribute.WarpSize);
        NumMultiprocessors = Get(CudaDeviceAttribute.MultiprocessorCount);
        MaxNumThreadsPerMultiprocessor = Get(CudaDeviceAttribute.MaxThreadsPerMultiprocessor);
        Capabilities = new CudaCapabilityContext(Capability);
    }

    /// <summary>Shared memory that every kernel may have; the rest up to the device's limit is for dynamic memory only, on request.</summary>
    internal const int PlainSharedBytes = 48 << 10;

    /// <inheritdoc/>
    public override AcceleratorType AcceleratorType => AcceleratorType.Cuda;

    /// <summary>The driver's handle.</summary>
    internal int Handle { get; }

    internal CudaArchitecture Capability { get; }

    internal CudaDriver Driver { get; }

    internal Nvrtc Compiler { get; }

    /// <inheritdoc/>
    public override Accelerator CreateAccelerator(Context context) => CreateCudaAccelerator(context);

    /// <summary>Opens the device.</summary>
    public CudaAccelerator CreateCudaAccelerator(Context context) => CreateCudaAccelerator(context, CudaAcceleratorFlags.ScheduleAuto);

    /// <summary>Opens the device and says how host threads wait for it.</summary>
    public CudaAccelerator CreateCudaAccelerator(Context context, CudaAcceleratorFlags acceleratorFlags)
    {
        var accelerator = CudaAccelerator.Open(context, this, acceleratorFlags);
        context.Register(accelerator);
        return accelerator;
    }

    private int Get(CudaDeviceAttribute attribute) => Driver.Attribute(attribute, Handle);
}

/// <summary>How a host thread waits for the device.</summary>
[Flags]
public enum CudaAcceleratorFlags
{
    /// <summary>As the driver thinks best.</summary>
    ScheduleAuto = 0,

    /// <summary>It asks all the time: the quickest answer, a busy processor.</summary>
    ScheduleSpin = 1,

    /// <summary>It lets other threads run between two questions.</summary>
    ScheduleYield = 2,

    /// <summary>It sleeps until the device wakes it.</summary>
    ScheduleBlockingSync = 4,
}
