using System.Collections.Immutable;
using ILGPU.Compiler.Translation;

namespace ILGPU.Runtime.OpenCL;

/// <summary>An OpenCL device, version 1.2 or later.</summary>
public sealed unsafe partial class CLDevice : Device
{
    private static readonly Lazy<(ImmutableArray<CLDevice> Devices, ImmutableArray<string> LeftOut)> Found = new(FindAll);

    private CLDevice(nint platform, nint device)
    {
        PlatformId = platform;
        DeviceId = device;
        PlatformName = CLInfo.PlatformText(platform, CLInfo.PlatformName);
        Name = CLInfo.DeviceText(device, CLInfo.DeviceName);
        Versions = string.Join(
            '\n',
            CLInfo.PlatformText(platform, CLInfo.PlatformVersion),
            CLInfo.DeviceText(device, CLInfo.DeviceVersion),
            CLInfo.DeviceText(device, CLInfo.DriverVersion));
        IsProcessor = DeviceType.HasFlag(CLDeviceType.CL_DEVICE_TYPE_CPU);
        MemorySize = CLInfo.Device<long>(device, CLInfo.GlobalMemorySize);
        MaxNumThreadsPerGroup = ToInt(CLInfo.Device<nuint>(device, CLInfo.MaxGroupSize));
        var sizes = CLInfo.Device<ItemSizes>(device, CLInfo.MaxItemSizes);
        MaxGroupSize = new Index3D(ToInt(sizes.X), ToInt(sizes.Y), ToInt(sizes.Z));
        MaxGridSize = new Index3D(int.MaxValue, int.MaxValue, int.MaxValue);
        MaxSharedMemoryPerGroup = ToInt((nuint)CLInfo.Device<ulong>(device, CLInfo.LocalMemorySize));
        MaxConstantMemory = ToInt((nuint)CLInfo.Device<ulong>(device, CLInfo.ConstantBufferSize));
        MaxParameterBytes = ToInt(CLInfo.Device<nuint>(device, CLInfo.MaxParameterSize));
        NumMultiprocessors = CLInfo.Device<int>(device, CLInfo.MaxComputeUnits);
        MaxNumThreadsPerMultiprocessor = MaxNumThreadsPerGroup;
        WarpSize = DeviceWarps.Lanes;

        Extensions = [.. CLInfo.DeviceText(device, CLInfo.Extensions).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        ulong single = CLInfo.Device<ulong>(device, CLInfo.SingleConfig);
        ulong wide = CLInfo.DeviceOrDefault<ulong>(device, CLInfo.DoubleConfig);
        base.Capabilities = new CLCapabilityContext
        {
            HasFloat16 = Extensions.Contains("cl_khr_fp16"),
            HasFloat64 = wide != 0,
            Extensions = Extensions,
            Int64_Atomics = Extensions.Contains("cl_khr_int64_base_atomics") && Extensions.Contains("cl_khr_int64_extended_atomics"),
            KeepsDenormals = (single & CLInfo.ConfigDenormals) != 0,
            FusedMultiplyAdd = (single & CLInfo.ConfigFusedMultiplyAdd) != 0,
            CorrectlyRoundedDivideSqrt = (single & CLInfo.ConfigCorrectDivideSqrt) != 0,
        };
    }

    /// <inheritdoc/>
    public override AcceleratorType AcceleratorType => AcceleratorType.OpenCL;

    /// <summary>The driver's platform.</summary>
    public string PlatformName { get; }

    /// <summary>The driver's handle of the platform.</summary>
    public IntPtr PlatformId { get; }

    /// <summary>The driver's handle of the device.</summary>
    public IntPtr DeviceId { get; }

    /// <summary>The versions of platform, device and driver: binaries of programs hold for one set of them.</summary>
    internal string Versions { get; }

    /// <summary>Whether the device is a processor.</summary>
    internal bool IsProcessor { get; }

    /// <summary>The greatest size of all arguments of a kernel together.</summary>
    internal int MaxParameterBytes { get; }

    /// <summary>The usable devices of this machine; looked for once. Never throws.</summary>
    internal static ImmutableArray<CLDevice> All => Found.Value.Devices;

    /// <summary>Why devices or all of OpenCL were left out, one sentence each.</summary>
    internal static ImmutableArray<string> LeftOut => Found.Value.LeftOut;

    /// <inheritdoc/>
    public override Accelerator CreateAccelerator(Context context) => CreateCLAccelerator(context);

    /// <summary>Opens the device.</summary>
    public CLAccelerator CreateCLAccelerator(Context context)
    {
        var accelerator = new CLAccelerator(context, this);
        context.Register(accelerator);
        return accelerator;
    }

    private static (ImmutableArray<CLDevice> Devices, ImmutableArray<string> LeftOut) FindAll()
    {
        var devices = ImmutableArray.CreateBuilder<CLDevice>();
        var leftOut = ImmutableArray.CreateBuilder<string>();
        try
        {
            FindAll(devices, leftOut);
        }
        catch (Exception e) when (e is CLException or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            leftOut.Add($"OpenCL cannot be used: {e.Message}");
        }
        return (devices.ToImmutable(), leftOut.ToImmutable());
    }

    private static void FindAll(ImmutableArray<CLDevice>.Builder devices, ImmutableArray<string>.Builder leftOut)
    {
        if (!CLNative.IsAvailable)
        {
            leftOut.Add($"No OpenCL: the loader was not found ({CLNative.LookedFor}); install an OpenCL driver.");
            return;
        }
        uint count = 0;
        var error = CLNative.clGetPlatformIDs(0, null, &count);
        if (error != CLError.CL_SUCCESS || count == 0)
        {
            leftOut.Add($"No OpenCL: the loader found no driver ({error}); install one, for example PoCL.");
            return;
        }
        var platforms = new nint[count];
        fixed (nint* p = platforms) CLNative.Check(CLNative.clGetPlatformIDs(count, p, null), "listing OpenCL platforms");
        foreach (nint platform in platforms) FindDevices(platform, devices, leftOut);
    }

    private static void FindDevices(nint platform, ImmutableArray<CLDevice>.Builder devices, ImmutableArray<string>.Builder leftOut)
    {
        string name = CLInfo.PlatformText(platform, CLInfo.PlatformName);
        uint count = 0;
        var error = CLNative.clGetDeviceIDs(platform, CLInfo.AnyDeviceType, 0, null, &count);
        if (error != CLError.CL_SUCCESS || count == 0)
        {
            leftOut.Add($"OpenCL platform '{name}' has no devices ({error}).");
            return;
        }
        var ids = new nint[count];
        fixed (nint* p = ids) CLNative.Check(CLNative.clGetDeviceIDs(platform, CLInfo.AnyDeviceType, count, p, null), $"listing devices of '{name}'");
        foreach (nint id in ids)
        {
            if (WhyNot(id) is { } reason) leftOut.Add($"OpenCL device '{CLInfo.DeviceText(id, CLInfo.DeviceName)}' of '{name}' was left out: {reason}.");
            else devices.Add(new CLDevice(platform, id));
        }
    }

    private static string? WhyNot(nint device)
    {
        if (CLInfo.Device<int>(device, CLInfo.Available) == 0) return "it is not available";
        if (CLInfo.Device<int>(device, CLInfo.CompilerAvailable) == 0) return "its driver has no compiler";
        string version = CLInfo.DeviceText(device, CLInfo.DeviceVersion);
        // "OpenCL 1.2 vendor text"
        var parts = version.Split(' ');
        bool recent = parts.Length > 1 && Version.TryParse(parts[1], out var number) && number >= new Version(1, 2);
        return recent ? null : $"its version is '{version}', 1.2 is needed";
    }

    private static int ToInt(nuint value) => (int)Math.Min(value, int.MaxValue);

    // Filled by the driver.
    private readonly record struct ItemSizes(nuint X, nuint Y, nuint Z);
}
