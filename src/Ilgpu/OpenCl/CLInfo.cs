using System.Text;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Numbers of the queries that are used, and how to ask.</summary>
internal static unsafe class CLInfo
{
    public const ulong AnyDeviceType = 0xFFFFFFFF;

    public const uint PlatformVersion = 0x0901;
    public const uint PlatformName = 0x0902;

    public const uint DeviceType = 0x1000;
    public const uint MaxComputeUnits = 0x1002;
    public const uint MaxItemSizes = 0x1005;
    public const uint MaxGroupSize = 0x1004;
    public const uint ClockRate = 0x100C;
    public const uint SingleConfig = 0x101B;
    public const uint MaxParameterSize = 0x1017;
    public const uint GlobalMemorySize = 0x101F;
    public const uint ConstantBufferSize = 0x1020;
    public const uint LocalMemorySize = 0x1023;
    public const uint Available = 0x1027;
    public const uint CompilerAvailable = 0x1028;
    public const uint DeviceName = 0x102B;
    public const uint DeviceVendor = 0x102C;
    public const uint DriverVersion = 0x102D;
    public const uint DeviceVersion = 0x102F;
    public const uint Extensions = 0x1030;
    public const uint LanguageVersion = 0x103D;
    public const uint DoubleConfig = 0x1032;

    public const ulong ConfigDenormals = 1 << 0;
    public const ulong ConfigFusedMultiplyAdd = 1 << 5;
    public const ulong ConfigCorrectDivideSqrt = 1 << 7;

    public const uint BinarySizes = 0x1165;
    public const uint Binaries = 0x1166;
    public const uint BuildLog = 0x1183;
    public const uint KernelGroupSize = 0x11B0;
    public const uint ProfilingEnd = 0x1283;
    public const ulong QueueProfiling = 1 << 1;
    public const ulong BufferReadWrite = 1;

    public static T Device<T>(nint device, uint what)
        where T : unmanaged
    {
        T value = default;
        CLNative.Check(CLNative.clGetDeviceInfo(device, what, (nuint)sizeof(T), &value, null), $"asking a device for property 0x{what:x}");
        return value;
    }

    /// <summary>The property, or 0 where the driver does not know it.</summary>
    public static T DeviceOrDefault<T>(nint device, uint what)
        where T : unmanaged
    {
        T value = default;
        return CLNative.clGetDeviceInfo(device, what, (nuint)sizeof(T), &value, null) == CLError.CL_SUCCESS ? value : default;
    }

    public static string DeviceText(nint device, uint what)
    {
        nuint size;
        CLNative.Check(CLNative.clGetDeviceInfo(device, what, 0, null, &size), "asking a device for a text");
        var bytes = new byte[size];
        fixed (byte* p = bytes) CLNative.Check(CLNative.clGetDeviceInfo(device, what, size, p, null), "asking a device for a text");
        return Text(bytes);
    }

    public static string PlatformText(nint platform, uint what)
    {
        nuint size;
        CLNative.Check(CLNative.clGetPlatformInfo(platform, what, 0, null, &size), "asking a platform for a text");
        var bytes = new byte[size];
        fixed (byte* p = bytes) CLNative.Check(CLNative.clGetPlatformInfo(platform, what, size, p, null), "asking a platform for a text");
        return Text(bytes);
    }

    public static string BuildLogOf(nint program, nint device)
    {
        nuint size;
        if (CLNative.clGetProgramBuildInfo(program, device, BuildLog, 0, null, &size) != CLError.CL_SUCCESS || size == 0) return "";
        var bytes = new byte[size];
        fixed (byte* p = bytes)
            if (CLNative.clGetProgramBuildInfo(program, device, BuildLog, size, p, null) != CLError.CL_SUCCESS) return "";
        return Text(bytes);
    }

    /// <summary>Reads "prefix 1.2", with or without text behind.</summary>
    public static bool TryParseVersion(string text, string prefix, out int major, out int minor)
    {
        major = minor = 0;
        return text is not null
            && text.StartsWith(prefix + ' ', StringComparison.Ordinal)
            && text[(prefix.Length + 1)..].Split(' ')[0].Split('.') is [var first, var second]
            && int.TryParse(first, out major) && int.TryParse(second, out minor);
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimEnd('\0').Trim();
}
