using Gpu.Kernels;

namespace Gpu.Testing;

/// <summary>The devices that tests run on.</summary>
public static class TestDevices
{
    private const string Only = "GPU_TEST_DEVICES";

    /// <summary>Every device of this machine; only those named in the environment variable GPU_TEST_DEVICES (comma-separated) where that is set.</summary>
    public static IReadOnlyList<Device> All { get; } = Find();

    /// <summary>The device of that name.</summary>
    public static Device Get(string name) => Device.Get(name);

    private static IReadOnlyList<Device> Find()
    {
        string? names = Environment.GetEnvironmentVariable(Only);
        IReadOnlyList<Device> devices = string.IsNullOrWhiteSpace(names)
            ? Device.All
            : [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Device.Get)];
        // A passing test's output is not shown, so the build reads this file at the end of dotnet test and says what was covered.
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "devices.txt"), devices.Select(d => $"{d.Name} ({d.Description})"));
        return devices;
    }
}
