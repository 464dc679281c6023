using ILGPU.Runtime;

namespace Gpu.Ilgpu.Tests;

/// <summary>The accelerators of this machine, opened once for all tests.</summary>
public static class TestAccelerators
{
    public static AcceleratorSet All { get; } = new(_ => { });

    public static Accelerator Get(string name) => All.Get(name);
}

/// <summary>Runs a theory once on every accelerator of this machine: its name comes first, then the values given here.</summary>
public sealed class AcceleratorsAttribute(params object[] values) : AcceleratorDataAttribute(TestAccelerators.All, values);
