namespace Gpu.Kernels;

/// <summary>Finds devices by name and opens each once.</summary>
internal static class DeviceCatalog
{
    private static readonly Lazy<Device> s_cpu = new(() => new HostDevice());

    public static Device Cpu => s_cpu.Value;

    public static IReadOnlyList<Device> All => [Cpu];

    public static Device Get(string name) => name == "cpu" ? Cpu
        : throw new ArgumentException($"There is no device '{name}'. Names are cpu, accelerator, opencl, opencl:N, cuda and cuda:N.", nameof(name));
}
