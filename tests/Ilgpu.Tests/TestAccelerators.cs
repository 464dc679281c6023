using System.Reflection;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Xunit.Sdk;

namespace Gpu.Ilgpu.Tests;

/// <summary>The accelerators of this machine, opened once for all tests: a CPU accelerator that takes groups of 256, and every GPU-like device.</summary>
public static class TestAccelerators
{
    private static readonly Context Shared = Context.Create(builder =>
        builder.CPU(new CPUDevice(4, 64, 1)).AllAccelerators(device => device.AcceleratorType != AcceleratorType.CPU));

    private static readonly Dictionary<string, Lazy<Accelerator>> Opened = Shared.Devices
        .GroupBy(device => device.AcceleratorType)
        .SelectMany(kind => kind.Select((device, index) => (Name: index == 0 ? $"{kind.Key}" : $"{kind.Key}:{index}", device)))
        .ToDictionary(entry => entry.Name, entry => new Lazy<Accelerator>(() => entry.device.CreateAccelerator(Shared)));

    public static IEnumerable<string> Names => Opened.Keys;

    public static Accelerator Get(string name) => Opened[name].Value;
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
