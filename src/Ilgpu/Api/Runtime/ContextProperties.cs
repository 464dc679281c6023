namespace ILGPU;

/// <summary>The settings of a context.</summary>
public class ContextProperties
{
    internal ContextProperties()
    {
    }

    /// <summary>How much the kernel compiler optimizes.</summary>
    public OptimizationLevel OptimizationLevel { get; protected set; } = OptimizationLevel.Release;

    /// <summary>How exact functions of floating-point numbers are.</summary>
    public MathMode MathMode { get; protected set; } = MathMode.Default;

    /// <summary>Which functions the kernel compiler puts into their callers.</summary>
    public InliningMode InliningMode { get; protected set; } = InliningMode.Default;

    /// <summary>True where streams measure time: <see cref="Runtime.AcceleratorStream.AddProfilingMarker"/>.</summary>
    public bool EnableProfiling { get; protected set; }

    internal void CopyFrom(ContextProperties other)
    {
        OptimizationLevel = other.OptimizationLevel;
        MathMode = other.MathMode;
        InliningMode = other.InliningMode;
        EnableProfiling = other.EnableProfiling;
    }
}
