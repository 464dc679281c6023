using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace Gpu.Ilgpu.Tests;

/// <summary>The accelerators of this machine in a context whose kernels check every index into a view.</summary>
public static class CheckedAccelerators
{
    public static AcceleratorSet All { get; } = new(builder => builder.Assertions());

    public static Accelerator Get(string name) => All.Get(name);

    // Kernels on the processor are compiled with checks only if those are asked for before the first of them.
    [ModuleInitializer]
    internal static void AskEarly() => CheckedMode.Request();
}

/// <summary>Runs a theory once on every checked accelerator: its name comes first, then the values given here.</summary>
public sealed class CheckedAcceleratorsAttribute(params object[] values) : AcceleratorDataAttribute(CheckedAccelerators.All, values);
