using System.Collections.Immutable;

namespace ILGPU.Runtime.Cuda;

/// <summary>The kinds of drivers on Windows.</summary>
public enum DeviceDriverMode
{
    /// <summary>For devices that drive a display, too; elsewhere than on Windows, the only one.</summary>
    WDDM = 0,

    /// <summary>For devices that only compute.</summary>
    TCC = 1,
}

/// <content>What the driver knows about the device, asked when it is read.</content>
public sealed partial class CudaDevice
{
    private CudaInstructionSet? chosen;

    /// <summary>The driver's number of the device.</summary>
    public int DeviceId => Handle;

    /// <summary>The compute capability.</summary>
    public CudaArchitecture? Architecture => Capability;

    /// <summary>The newest PTX that the driver takes, unless an override names another.</summary>
    public CudaInstructionSet? InstructionSet
    {
        get => chosen ?? CudaInstructionSet.Of(DriverVersion);
        internal set => chosen = value;
    }

    /// <summary>The CUDA version of the driver.</summary>
    public CudaDriverVersion DriverVersion => CudaDriverVersion.FromValue(Driver.Version);

    /// <summary>The clock of the multiprocessors, in MHz.</summary>
    public int ClockRate => Get(CudaDeviceAttribute.ClockRate) / 1000;

    /// <summary>The clock of the memory, in MHz.</summary>
    public int MemoryClockRate => Get(CudaDeviceAttribute.MemoryClockRate) / 1000;

    /// <summary>The width of the way to the memory, in bits.</summary>
    public int MemoryBusWidth => Get(CudaDeviceAttribute.MemoryBusWidth);

    /// <summary>The second-level cache, in bytes.</summary>
    public int L2CacheSize => Get(CudaDeviceAttribute.L2CacheSize);

    /// <summary>The shared memory of a multiprocessor, in bytes.</summary>
    public int MaxSharedMemoryPerMultiprocessor => Get(CudaDeviceAttribute.MaxSharedMemoryPerMultiprocessor);

    /// <summary>The 32-bit registers of a multiprocessor.</summary>
    public int TotalNumRegistersPerMultiprocessor => Get(CudaDeviceAttribute.MaxRegistersPerMultiprocessor);

    /// <summary>The 32-bit registers that a group can have.</summary>
    public int TotalNumRegistersPerGroup => Get(CudaDeviceAttribute.MaxRegistersPerBlock);

    /// <summary>The greatest distance of rows that copies take, in bytes.</summary>
    public long MaxMemoryPitch => Get(CudaDeviceAttribute.MaxPitch);

    /// <summary>The number of copies that run beside kernels.</summary>
    public int NumConcurrentCopyEngines => Get(CudaDeviceAttribute.AsyncEngineCount);

    /// <summary>True where memory errors are corrected.</summary>
    public bool HasECCSupport => Get(CudaDeviceAttribute.EccEnabled) != 0;

    /// <summary>True where memory can be shared with the host.</summary>
    public bool SupportsManagedMemory => Get(CudaDeviceAttribute.ManagedMemory) != 0;

    /// <summary>True where a kernel can be interrupted for another.</summary>
    public bool SupportsComputePreemption => Get(CudaDeviceAttribute.ComputePreemptionSupported) != 0;

    /// <summary>The kind of driver on Windows.</summary>
    public DeviceDriverMode DriverMode => (DeviceDriverMode)Get(CudaDeviceAttribute.TccDriver);

    /// <summary>The domain of the PCI bus.</summary>
    public int PCIDomainId => Get(CudaDeviceAttribute.PciDomainId);

    /// <summary>The PCI bus.</summary>
    public int PCIBusId => Get(CudaDeviceAttribute.PciBusId);

    /// <summary>The slot on the PCI bus.</summary>
    public int PCIDeviceId => Get(CudaDeviceAttribute.PciDeviceId);

    /// <summary>True where kernels can reach page-locked host memory.</summary>
    public bool SupportsMappingHostMemory => Get(CudaDeviceAttribute.CanMapHostMemory) != 0;

    /// <summary>True where kernels can use the host's own address of registered memory.</summary>
    public bool SupportsUsingHostPointerForRegisteredMemory => Get(CudaDeviceAttribute.CanUseHostPointerForRegisteredMemory) != 0;

    /// <summary>The place on the PCI bus as NVIDIA's tools write it.</summary>
    public string NVMLPCIBusId => $"{PCIDomainId:X4}:{PCIBusId:X2}:{PCIDeviceId:X2}.0";

    /// <summary>The CUDA devices of this machine that satisfy <paramref name="predicate"/>.</summary>
    public static ImmutableArray<Device> GetDevices(Predicate<CudaDevice> predicate) => [.. CudaPlatform.Default.Devices.Where(device => predicate(device))];

    /// <summary>The architecture of a compute capability.</summary>
    public static CudaArchitecture GetArchitecture(int major, int minor) => new(major, minor);

    /// <summary>The architecture of a compute capability; false where there is none with these numbers.</summary>
    public static bool TryGetArchitecture(int major, int minor, out CudaArchitecture architecture)
    {
        architecture = new CudaArchitecture(major, minor);
        return major > 0 && minor is >= 0 and < 10;
    }

    /// <summary>True for the same device of the driver.</summary>
    public override bool Equals(object? obj) => obj is CudaDevice other && other.Driver == Driver && other.Handle == Handle;

    /// <inheritdoc/>
    public override int GetHashCode() => Handle;
}
