using System.Collections.Immutable;
using ILGPU.Backends.OpenCL;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Who makes a device.</summary>
public enum CLDeviceVendor
{
    /// <summary>AMD.</summary>
    AMD,

    /// <summary>Intel.</summary>
    Intel,

    /// <summary>NVIDIA.</summary>
    Nvidia,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>What kind of hardware a device is, under OpenCL's names. Values can be combined.</summary>
[Flags]
public enum CLDeviceType
{
    /// <summary>The one that the platform takes where nobody asks for another.</summary>
    CL_DEVICE_TYPE_DEFAULT = 1,

    /// <summary>A processor.</summary>
    CL_DEVICE_TYPE_CPU = 2,

    /// <summary>A graphics processor.</summary>
    CL_DEVICE_TYPE_GPU = 4,

    /// <summary>Hardware that only computes.</summary>
    CL_DEVICE_TYPE_ACCELERATOR = 8,

    /// <summary>Hardware without programs of its users.</summary>
    CL_DEVICE_TYPE_CUSTOM = 16,

    /// <summary>All kinds but custom ones.</summary>
    CL_DEVICE_TYPE_ALL = -1,
}

/// <content>What the driver knows about the device, asked when it is read.</content>
public sealed unsafe partial class CLDevice
{
    /// <summary>Who makes the device.</summary>
    public CLDeviceVendor Vendor => VendorName switch
    {
        var name when name.Contains("NVIDIA", StringComparison.OrdinalIgnoreCase) => CLDeviceVendor.Nvidia,
        var name when name.Contains("Advanced Micro Devices", StringComparison.OrdinalIgnoreCase) || name.Contains("AMD", StringComparison.Ordinal) => CLDeviceVendor.AMD,
        var name when name.Contains("Intel", StringComparison.OrdinalIgnoreCase) => CLDeviceVendor.Intel,
        _ => CLDeviceVendor.Other,
    };

    /// <summary>Who makes the device, in the driver's words.</summary>
    public string VendorName => CLInfo.DeviceText(DeviceId, CLInfo.DeviceVendor);

    /// <summary>What kind of hardware it is.</summary>
    public CLDeviceType DeviceType => (CLDeviceType)CLInfo.Device<long>(DeviceId, CLInfo.DeviceType);

    /// <summary>The greatest clock, in MHz.</summary>
    public int ClockRate => CLInfo.Device<int>(DeviceId, CLInfo.ClockRate);

    /// <summary>The version of OpenCL that the device knows.</summary>
    public CLDeviceVersion DeviceVersion =>
        CLDeviceVersion.TryParse(CLInfo.DeviceText(DeviceId, CLInfo.DeviceVersion), out var version) ? version : CLDeviceVersion.CL12;

    /// <summary>The version of OpenCL that the platform knows.</summary>
    public CLPlatformVersion PlatformVersion =>
        CLPlatformVersion.TryParse(CLInfo.PlatformText(PlatformId, CLInfo.PlatformVersion), out var version) ? version : CLPlatformVersion.CL12;

    /// <summary>The version of OpenCL C that the device's compiler takes.</summary>
    public CLCVersion CVersion => CLCVersion.TryParse(CLInfo.DeviceText(DeviceId, CLInfo.LanguageVersion), out var version) ? version : CLCVersion.CL12;

    /// <summary>The version of OpenCL C that kernels are written in here.</summary>
    public CLCVersion CLStdVersion => CLCVersion.CL12;

    /// <summary>The extensions that the device names.</summary>
    public ImmutableArray<string> Extensions { get; }

    /// <inheritdoc cref="Device.Capabilities"/>
    public new CLCapabilityContext Capabilities => (CLCapabilityContext)base.Capabilities;

    /// <summary>The OpenCL devices of this machine that satisfy <paramref name="predicate"/>.</summary>
    public static ImmutableArray<Device> GetDevices(Predicate<CLDevice> predicate) => [.. All.Where(device => predicate(device))];

    /// <summary>True where the device names the extension.</summary>
    public bool HasExtension(string extension) => Extensions.Contains(extension);

    /// <summary>True where the device names all of the extensions.</summary>
    public bool HasAllExtensions<TCollection>(TCollection extensions)
        where TCollection : IEnumerable<string>
        => extensions.All(HasExtension);

    /// <summary>True where the device names one of the extensions.</summary>
    public bool HasAnyExtension<TCollection>(TCollection extensions)
        where TCollection : IEnumerable<string>
        => extensions.Any(HasExtension);

    /// <summary>True for the same device of the driver.</summary>
    public override bool Equals(object? obj) => obj is CLDevice other && other.DeviceId == DeviceId;

    /// <inheritdoc/>
    public override int GetHashCode() => DeviceId.GetHashCode();
}
