namespace ILGPU.Compiler;

/// <summary>A translated kernel that a driver has loaded.</summary>
internal abstract class DeviceProgram(KernelProgram source) : IDisposable
{
    public KernelProgram Source { get; } = source;

    /// <summary>In checked mode the number under which the accelerator knows the program, else 0.</summary>
    public int Number { get; set; }

    /// <summary>The greatest number of items of a group for this kernel.</summary>
    public abstract int MaxGroupSize { get; }

    public abstract void Dispose();
}
