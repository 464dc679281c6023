using System.Reflection;
using Gpu.Ilgpu.Tests.Cuda;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using Xunit.Sdk;

namespace Gpu.Ilgpu.Tests;

/// <summary>
/// The accelerators of this machine, opened once for all tests: a CPU accelerator that takes groups of 256, the same with a thread for
/// every item that waits, every GPU-like device, and, where a C++ compiler can build it, the stand-in for a CUDA device that runs the
/// generated CUDA C on the host.
/// </summary>
public static class TestAccelerators
{
    private static readonly CudaStandIn? StandIn = HostCompiler.Cpp is null ? null : new CudaStandIn();

    private static readonly Context Shared = Context.Create(builder =>
    {
        builder.CPU(new CPUDevice(4, 64, 1)).AllAccelerators(device => device.AcceleratorType != AcceleratorType.CPU);
        if (StandIn is not null)
            builder.Register(StandIn.Platform, device => device == StandIn.Platform.Devices[0]);
    });

    private static readonly Dictionary<string, Lazy<Accelerator>> Opened = OpenAll();

    public static IEnumerable<string> Names => Opened.Keys;

    public static Accelerator Get(string name) => Opened[name].Value;

    private static Dictionary<string, Lazy<Accelerator>> OpenAll()
    {
        var all = Shared.Devices
            .GroupBy(device => StandIn is not null && StandIn.Platform.Devices.Contains(device) ? "CudaStandIn" : $"{device.AcceleratorType}")
            .SelectMany(kind => kind.Select((device, index) => (Name: index == 0 ? kind.Key : $"{kind.Key}:{index}", device)))
            .ToDictionary(entry => entry.Name, entry => new Lazy<Accelerator>(() => entry.device.CreateAccelerator(Shared)));
        all["CPU threads"] = new(() =>
        {
            var accelerator = Shared.CreateCPUAccelerator(0);
            accelerator.UsesThreads = true;
            return accelerator;
        });
        return all;
    }
}

/// <summary>Runs a theory once on every accelerator of this machine: its name comes first, then the values given here.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AcceleratorsAttribute(params object[] values) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        foreach (var name in TestAccelerators.Names)
            yield return [name, .. values];
    }
}
