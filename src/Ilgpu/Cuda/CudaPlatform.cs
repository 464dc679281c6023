using System.Collections.Immutable;

namespace ILGPU.Runtime.Cuda;

/// <summary>A driver, its compiler and their devices.</summary>
internal sealed class CudaPlatform
{
    // A device that its administrator closed.
    private const int Prohibited = 2;

    private static readonly Lazy<CudaPlatform> OfMachine = new(() => Find(CudaLibraryNames.Driver, CudaLibraryNames.Compiler));

    private CudaPlatform(ImmutableArray<CudaDevice> devices, ImmutableArray<string> leftOut)
    {
        Devices = devices;
        LeftOut = leftOut;
    }

    /// <summary>The platform of this machine; looked for once.</summary>
    public static CudaPlatform Default => OfMachine.Value;

    /// <summary>The devices that can run kernels.</summary>
    public ImmutableArray<CudaDevice> Devices { get; }

    /// <summary>Why devices, or all of CUDA, were left out, one sentence each.</summary>
    public ImmutableArray<string> LeftOut { get; }

    /// <summary>Looks for devices; a missing library or a failing driver gives none, and the reason.</summary>
    public static CudaPlatform Find(IReadOnlyList<string> driverNames, IReadOnlyList<string> compilerNames)
    {
        if (CudaDriver.TryOpen(driverNames, out string reason) is not { } driver)
            return new([], [reason]);
        if (Nvrtc.TryOpen(compilerNames, driver.Version, out reason) is not { } compiler)
            return new([], [reason]);
        var devices = ImmutableArray.CreateBuilder<CudaDevice>();
        var leftOut = ImmutableArray.CreateBuilder<string>();
        try
        {
            int count = driver.DeviceCount();
            if (count == 0)
                leftOut.Add("CUDA: the driver lists no device.");
            for (int ordinal = 0; ordinal < count; ordinal++)
                Add(driver, compiler, ordinal, devices, leftOut);
        }
        catch (CudaException exception)
        {
            leftOut.Add($"CUDA: the driver does not list its devices. {exception.Message}");
        }

        return new(devices.ToImmutable(), leftOut.ToImmutable());
    }

    private static void Add(
        CudaDriver driver, Nvrtc compiler, int ordinal, ImmutableArray<CudaDevice>.Builder devices, ImmutableArray<string>.Builder leftOut)
    {
        try
        {
            var device = new CudaDevice(driver, compiler, ordinal);
            if (driver.Attribute(CudaDeviceAttribute.ComputeMode, device.Handle) == Prohibited)
                leftOut.Add($"CUDA: device {ordinal} ({device.Name}) is closed: its compute mode is 'prohibited'.");
            else if (compiler.Architectures.Count == 0 || device.Capability.Number < compiler.Architectures[0])
                leftOut.Add($"CUDA: device {ordinal} ({device.Name}, {device.Capability}) is older than the oldest architecture of this NVRTC; install an older NVRTC.");
            else
                devices.Add(device);
        }
        catch (CudaException exception)
        {
            leftOut.Add($"CUDA: device {ordinal} is not usable. {exception.Message}");
        }
    }
}
