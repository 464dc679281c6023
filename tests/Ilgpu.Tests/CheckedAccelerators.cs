using System.Reflection;
using System.Runtime.CompilerServices;
using Gpu.Ilgpu.Tests.Cuda;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using Xunit.Sdk;

namespace Gpu.Ilgpu.Tests;

/// <summary>The accelerators of <see cref="TestAccelerators"/> in a context whose kernels check every index into a view.</summary>
public static class CheckedAccelerators
{
    private static readonly CudaStandIn? StandIn = HostCompiler.Cpp is null ? null : new CudaStandIn();

    private static readonly Context Shared = Context.Create(builder =>
    {
        builder.Assertions().CPU(new CPUDevice(4, 64, 1)).AllAccelerators(device => device.AcceleratorType != AcceleratorType.CPU);
        if (StandIn is not null)
            builder.Register(StandIn.Platform, device => device == StandIn.Platform.Devices[0]);
    });

    private static readonly Dictionary<string, Lazy<Accelerator>> Opened = OpenAll();

    public static IEnumerable<string> Names => Opened.Keys;

    public static Accelerator Get(string name) => Opened[name].Value;

    // Kernels on the processor are compiled with checks only if those are asked for before the first of them.
    [ModuleInitializer]
    internal static void AskEarly() => CheckedMode.Request();

    private static Dictionary<string, Lazy<Accelerator>> OpenAll()
    {
        var all = Shared.Devices
            .GroupBy(device => StandIn is not null && StandIn.Platform.Devices.Contains(device) ? "CudaStandIn" : $"{device.AcceleratorType}")
            .ToDictionary(kind => kind.Key, kind => new Lazy<Accelerator>(() => kind.First().CreateAccelerator(Shared)));
        all["CPU threads"] = new(() =>
        {
            var accelerator = Shared.CreateCPUAccelerator(0);
            accelerator.UsesThreads = true;
            return accelerator;
        });
        return all;
    }
}

/// <summary>Runs a theory once on every checked accelerator: its name comes first, then the values given here.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CheckedAcceleratorsAttribute(params object[] values) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        foreach (var name in CheckedAccelerators.Names)
            yield return [name, .. values];
    }
}
