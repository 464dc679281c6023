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

    /// <summary>What the kernel compiler knows about source lines.</summary>
    public DebugSymbolsMode DebugSymbolsMode { get; protected set; }

    /// <summary>Which results of compilation are kept.</summary>
    public CachingMode CachingMode { get; protected set; }

    /// <summary>Which host memory is locked while it is copied.</summary>
    public PageLockingMode PageLockingMode { get; protected set; }

    /// <summary>Whether kernels check every index into a view (<see cref="Context.Builder.Assertions"/>).</summary>
    public bool EnableAssertions { get; protected set; }

    /// <summary>Whether a check of the compiler's own results was asked for.</summary>
    public bool EnableVerifier { get; protected set; }

    /// <summary>True where streams measure time: <see cref="Runtime.AcceleratorStream.AddProfilingMarker"/>.</summary>
    public bool EnableProfiling { get; protected set; }

    internal void CopyFrom(ContextProperties other)
    {
        OptimizationLevel = other.OptimizationLevel;
        MathMode = other.MathMode;
        InliningMode = other.InliningMode;
        DebugSymbolsMode = other.DebugSymbolsMode;
        CachingMode = other.CachingMode;
        PageLockingMode = other.PageLockingMode;
        EnableAssertions = other.EnableAssertions;
        EnableVerifier = other.EnableVerifier;
        EnableProfiling = other.EnableProfiling;
    }
}
