using ILGPU.Backends.OpenCL;

namespace ILGPU.Runtime.OpenCL;

/// <content>What the driver knows about the device.</content>
public sealed unsafe partial class CLAccelerator
{
    /// <summary>The device.</summary>
    public new CLDevice Device => (CLDevice)base.Device;

    /// <inheritdoc cref="Accelerator.Capabilities"/>
    public new CLCapabilityContext Capabilities => Device.Capabilities;

    /// <inheritdoc cref="CLDevice.PlatformId"/>
    public IntPtr PlatformId => Device.PlatformId;

    /// <inheritdoc cref="CLDevice.PlatformName"/>
    public string PlatformName => Device.PlatformName;

    /// <inheritdoc cref="CLDevice.Vendor"/>
    public CLDeviceVendor Vendor => Device.Vendor;

    /// <inheritdoc cref="CLDevice.VendorName"/>
    public string VendorName => Device.VendorName;

    /// <inheritdoc cref="CLDevice.DeviceType"/>
    public CLDeviceType DeviceType => Device.DeviceType;

    /// <inheritdoc cref="CLDevice.ClockRate"/>
    public int ClockRate => Device.ClockRate;

    /// <inheritdoc cref="CLDevice.PlatformVersion"/>
    public CLPlatformVersion PlatformVersion => Device.PlatformVersion;

    /// <inheritdoc cref="CLDevice.CVersion"/>
    public CLCVersion CVersion => Device.CVersion;

    /// <inheritdoc cref="CLDevice.CLStdVersion"/>
    public CLCVersion CLStdVersion => Device.CLStdVersion;
}
