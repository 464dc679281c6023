using System.Runtime.InteropServices;
using System.Text.Json;
using Gpu.Kernels;
using ILGPU;
using Device = Gpu.Kernels.Device;

namespace Gpu.Check;

/// <summary>
/// What <c>bench/gpu.sh</c> takes to a machine with a GPU: names the devices or says why there are none, runs test assemblies without a
/// test host, measures throughput. One job a process, so that a device that a kernel broke breaks nothing else.
/// </summary>
/// <example><code>
/// Gpu.Check devices
/// Gpu.Check test Gpu.Kernels.Tests.dll [FILTER] [--json FILE]
/// Gpu.Check throughput DEVICE [--json FILE]
/// </code></example>
/// <remarks>Ends with 0 where all is well, 1 where something failed, 2 where it was called wrongly, 3 where no test ran.</remarks>
internal static class Program
{
    private const int NoTests = 3;

    private static int Main(string[] args)
    {
        int json = Array.IndexOf(args, "--json");
        string? file = json >= 0 && json + 1 < args.Length ? args[json + 1] : null;
        if (json >= 0) args = args[..json];
        switch (args)
        {
            case ["devices"]:
                return Devices();
            case ["test", var assembly, .. var rest] when rest.Length <= 1:
                return Save(file, new TestRun(Path.Combine(AppContext.BaseDirectory, assembly), rest.FirstOrDefault() ?? "").Run());
            case ["throughput", var device]:
                return Save(file, new { device, rows = Throughput.Measure(Device.Get(device)) }) ? 0 : 1;
            default:
                Console.Error.WriteLine("devices | test ASSEMBLY [FILTER] [--json FILE] | throughput DEVICE [--json FILE]");
                return 2;
        }
    }

    /// <summary>Lists devices, names of which go to the standard output; everything else is for people and goes to the error output.</summary>
    private static int Devices()
    {
        Console.Error.WriteLine($"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors");
        using var context = Context.Create(builder => builder.AllAccelerators());
        foreach (var device in context.Devices) device.PrintInformation(Console.Error);
        if (context.GetDevices<ILGPU.Runtime.Cuda.CudaDevice>().Count == 0)
        {
            try
            {
                context.GetDevice<ILGPU.Runtime.Cuda.CudaDevice>(0);
            }
            catch (NotSupportedException exception)
            {
                Console.Error.WriteLine($"No CUDA device. {exception.Message}");
            }
        }

        foreach (var device in Device.All)
        {
            Console.Error.WriteLine($"{device.Name}: {device.Description}{(device.WhyNotSameBits is { } why ? $"; bits may differ: {why}" : "")}");
            Console.WriteLine(device.Name);
        }

        return 0;
    }

    // Nothing that fits is no success; the caller knows whether another assembly has what was asked for.
    private static int Save(string? file, TestRun run) => Save(file, run.Summary) && run.Failed > 0 ? 1 : run.Passed == 0 ? NoTests : 0;

    private static bool Save(string? file, object content)
    {
        if (file is not null) File.WriteAllText(file, JsonSerializer.Serialize(content, JsonSerializerOptions.Web) + "\n");
        return true;
    }
}
