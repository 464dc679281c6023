namespace ILGPU.Compiler;

/// <summary>A translated kernel that a driver has loaded.</summary>
internal abstract class DeviceProgram(KernelProgram source) : IDisposable
{
    public KernelProgram Source { get; } = source;

    /// <summary>The greatest number of items of a group for this kernel.</summary>
    public abstract int MaxGroupSize { get; }

    public abstract void Dispose();
}
