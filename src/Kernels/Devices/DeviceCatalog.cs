using System.Collections.Concurrent;
using System.Globalization;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace Gpu.Kernels;

/// <summary>Finds devices by name and opens each once, when somebody asks for it.</summary>
internal static class DeviceCatalog
{
    private const string Names = "Names are cpu, accelerator, opencl, opencl:N, cuda and cuda:N.";

    private static readonly Lazy<Device> s_cpu = new(() => new HostDevice());
    private static readonly Lazy<Device> s_accelerator = new(() => Open("accelerator", AcceleratorType.CPU, 0));
    private static readonly Lazy<IReadOnlyList<Device>> s_all = new(FindAll);

    public static Device Cpu => s_cpu.Value;

    public static IReadOnlyList<Device> All => s_all.Value;

    public static Device Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name == "cpu") return Cpu;
        if (name == "accelerator") return s_accelerator.Value;
        int colon = name.IndexOf(':');
        string kind = colon < 0 ? name : name[..colon];
        int number = 0;
        if (kind is not ("opencl" or "cuda") || (colon >= 0 && !int.TryParse(name.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number)))
            throw new ArgumentException($"There is no device '{name}'. {Names}", nameof(name));
        return Numbered(kind == "cuda" ? AcceleratorType.Cuda : AcceleratorType.OpenCL, number);
    }

    private static Device Numbered(AcceleratorType type, int number) =>
        Opened.Numbered.GetOrAdd((type, number), key => new(() => Open($"{KindOf(key.Type)}:{key.Number}", key.Type, key.Number))).Value;

    private static string KindOf(AcceleratorType type) => type == AcceleratorType.Cuda ? "cuda" : "opencl";

    private static List<Device> FindAll()
    {
        List<Device> found = [Cpu];
        TryAdd(() => s_accelerator.Value);
        foreach (var type in (ReadOnlySpan<AcceleratorType>)[AcceleratorType.OpenCL, AcceleratorType.Cuda])
            for (int number = 0, count = CountOf(type); number < count; number++)
            {
                int at = number;
                var kind = type;
                TryAdd(() => Numbered(kind, at));
            }
        return found;

        // A list of devices never fails: what does not open is not in it, and Get says why.
        void TryAdd(Func<Device> open)
        {
            try
            {
                found.Add(open());
            }
            catch (Exception e)
            {
                Warn.That($"A device was left out: {e.Message}");
            }
        }
    }

    private static int CountOf(AcceleratorType type)
    {
        try
        {
            using var context = ContextOf(type);
            return context.Devices.Length;
        }
        catch (Exception e)
        {
            Warn.That($"The {KindOf(type)} devices could not be listed: {e.Message}");
            return 0;
        }
    }

    private static Device Open(string name, AcceleratorType type, int number)
    {
        var context = ContextOf(type);
        try
        {
            if (number >= context.Devices.Length) throw NotFound(name, type, context.Devices.Length);
            var device = context.Devices[number];
            return new AcceleratorDevice(name, type == AcceleratorType.CPU ? "the GPU kernels on the processor" : device.Name, context, device);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    private static Context ContextOf(AcceleratorType type) => Context.Create(builder => (type switch
    {
        AcceleratorType.CPU => builder.DefaultCPU(),
        AcceleratorType.OpenCL => builder.OpenCL(),
        _ => builder.Cuda(),
    }).EnableAlgorithms());

    private static DeviceNotFoundException NotFound(string name, AcceleratorType type, int devices) => new(
        $"This machine has no device '{name}'. {(type == AcceleratorType.Cuda ? DriverLibraries.AboutCuda(devices) : DriverLibraries.AboutOpenCL(devices))}");

    /// <summary>Apart from the fields above, so that programs on the host do not load it.</summary>
    private static class Opened
    {
        public static readonly ConcurrentDictionary<(AcceleratorType Type, int Number), Lazy<Device>> Numbered = new();
    }
}
