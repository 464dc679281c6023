using System.Reflection;
using Gpu.Ilgpu.Tests.Cuda;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using Xunit.Sdk;

namespace Gpu.Ilgpu.Tests;

/// <summary>
/// The accelerators of this machine in one context, each opened at its first use: a CPU accelerator that takes groups of 256, the same with
/// a thread for every item that waits, every GPU-like device, and, where a C++ compiler can build it, the stand-in for a CUDA device that
/// runs the generated CUDA C on the host.
/// </summary>
public sealed class AcceleratorSet
{
    private readonly Dictionary<string, Lazy<Accelerator>> _opened;

    /// <param name="settings">What the context has beside its devices.</param>
    public AcceleratorSet(Action<Context.Builder> settings)
    {
        var standIn = HostCompiler.Cpp is null ? null : new CudaStandIn();
        var context = Context.Create(builder =>
        {
            settings(builder);
            builder.CPU(new CPUDevice(4, 64, 1)).AllAccelerators(device => device.AcceleratorType != AcceleratorType.CPU);
            if (standIn is not null)
                builder.Register(standIn.Platform, device => device == standIn.Platform.Devices[0]);
        });
        _opened = context.Devices
            .GroupBy(device => standIn is not null && standIn.Platform.Devices.Contains(device) ? "CudaStandIn" : $"{device.AcceleratorType}")
            .SelectMany(kind => kind.Select((device, index) => (Name: index == 0 ? kind.Key : $"{kind.Key}:{index}", device)))
            .ToDictionary(entry => entry.Name, entry => new Lazy<Accelerator>(() => entry.device.CreateAccelerator(context)));
        _opened["CPU threads"] = new(() =>
        {
            var accelerator = context.CreateCPUAccelerator(0);
            accelerator.UsesThreads = true;
            return accelerator;
        });
    }

    public IEnumerable<string> Names => _opened.Keys;

    public Accelerator Get(string name) => _opened[name].Value;
}

/// <summary>Runs a theory once on every accelerator of a set: its name comes first, then the values given here.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class AcceleratorDataAttribute(AcceleratorSet accelerators, object[] values) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        foreach (var name in accelerators.Names)
            yield return [name, .. values];
    }
}
