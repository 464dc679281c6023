namespace ILGPU.Runtime.Cuda;

/// <summary>How a stream stands to the driver's legacy default stream.</summary>
public enum StreamFlags
{
    /// <summary>It waits for that stream, and that stream for it.</summary>
    CU_STREAM_DEFAULT = 0,

    /// <summary>It does not.</summary>
    CU_STREAM_NON_BLOCKING = 1,
}

/// <content>What the driver knows about the device.</content>
public sealed partial class CudaAccelerator
{
    /// <summary>The alignment of rows in pitched buffers whose alignment nobody names, in bytes.</summary>
    public const int PitchedAllocationAlignmentInBytes = 256;

    /// <summary>The device.</summary>
    public new CudaDevice Device => (CudaDevice)base.Device;

    /// <inheritdoc cref="Accelerator.Capabilities"/>
    public new CudaCapabilityContext Capabilities => (CudaCapabilityContext)base.Capabilities;

    /// <inheritdoc cref="CudaDevice.DeviceId"/>
    public int DeviceId => Device.DeviceId;

    /// <summary>The compute capability.</summary>
    public CudaArchitecture Architecture => Device.Capability;

    /// <inheritdoc cref="CudaDevice.InstructionSet"/>
    public CudaInstructionSet InstructionSet => Device.InstructionSet ?? CudaInstructionSet.Of(DriverVersion);

    /// <inheritdoc cref="CudaDevice.DriverVersion"/>
    public CudaDriverVersion DriverVersion => Device.DriverVersion;

    /// <inheritdoc cref="CudaDevice.ClockRate"/>
    public int ClockRate => Device.ClockRate;

    /// <inheritdoc cref="CudaDevice.MemoryClockRate"/>
    public int MemoryClockRate => Device.MemoryClockRate;

    /// <inheritdoc cref="CudaDevice.MemoryBusWidth"/>
    public int MemoryBusWidth => Device.MemoryBusWidth;

    /// <inheritdoc cref="CudaDevice.L2CacheSize"/>
    public int L2CacheSize => Device.L2CacheSize;

    /// <inheritdoc cref="CudaDevice.MaxSharedMemoryPerMultiprocessor"/>
    public int MaxSharedMemoryPerMultiprocessor => Device.MaxSharedMemoryPerMultiprocessor;

    /// <inheritdoc cref="CudaDevice.TotalNumRegistersPerMultiprocessor"/>
    public int TotalNumRegistersPerMultiprocessor => Device.TotalNumRegistersPerMultiprocessor;

    /// <inheritdoc cref="CudaDevice.TotalNumRegistersPerGroup"/>
    public int TotalNumRegistersPerGroup => Device.TotalNumRegistersPerGroup;

    /// <inheritdoc cref="CudaDevice.MaxMemoryPitch"/>
    public long MaxMemoryPitch => Device.MaxMemoryPitch;

    /// <inheritdoc cref="CudaDevice.NumConcurrentCopyEngines"/>
    public int NumConcurrentCopyEngines => Device.NumConcurrentCopyEngines;

    /// <inheritdoc cref="CudaDevice.HasECCSupport"/>
    public bool HasECCSupport => Device.HasECCSupport;

    /// <inheritdoc cref="CudaDevice.SupportsManagedMemory"/>
    public bool SupportsManagedMemory => Device.SupportsManagedMemory;

    /// <inheritdoc cref="CudaDevice.SupportsComputePreemption"/>
    public bool SupportsComputePreemption => Device.SupportsComputePreemption;

    /// <inheritdoc cref="CudaDevice.DriverMode"/>
    public DeviceDriverMode DriverMode => Device.DriverMode;

    /// <inheritdoc cref="CudaDevice.PCIDomainId"/>
    public int PCIDomainId => Device.PCIDomainId;

    /// <inheritdoc cref="CudaDevice.PCIBusId"/>
    public int PCIBusId => Device.PCIBusId;

    /// <inheritdoc cref="CudaDevice.PCIDeviceId"/>
    public int PCIDeviceId => Device.PCIDeviceId;

    /// <inheritdoc cref="CudaDevice.NVMLPCIBusId"/>
    public string NVMLPCIBusId => Device.NVMLPCIBusId;

    /// <summary>The memory of the device that nobody uses now, in bytes.</summary>
    public long GetFreeMemory()
    {
        ThrowIfDisposed();
        Enter();
        return Driver.FreeMemory();
    }

    /// <summary>A stream that stands to the driver's legacy default stream as <paramref name="flag"/> says.</summary>
    public CudaStream CreateStream(StreamFlags flag)
    {
        ThrowIfDisposed();
        Enter();
        return Add(new CudaStream(this, Driver.StreamCreate((uint)flag), responsible: true));
    }

    /// <summary>A buffer of (x, y) elements, x side by side; each y starts at a multiple of 256 bytes from the first.</summary>
    public MemoryBuffer2D<T, Stride2D.DenseX> Allocate2DPitchedX<T>(LongIndex2D extent)
        where T : unmanaged
        => Allocate2DPitchedX<T>(extent, PitchedAllocationAlignmentInBytes);

    /// <summary>A buffer of (x, y) elements, y side by side; each x starts at a multiple of 256 bytes from the first.</summary>
    public MemoryBuffer2D<T, Stride2D.DenseY> Allocate2DPitchedY<T>(LongIndex2D extent)
        where T : unmanaged
        => Allocate2DPitchedY<T>(extent, PitchedAllocationAlignmentInBytes);
}
