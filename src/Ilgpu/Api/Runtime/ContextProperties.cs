namespace ILGPU;

/// <summary>The settings of a context.</summary>
public class ContextProperties
{
    private readonly Dictionary<string, object> extensions = [];

    internal ContextProperties()
    {
    }

    /// <summary>A setting of an extension, or <paramref name="defaultValue"/> where nobody set it.</summary>
    public T GetExtensionProperty<T>(string key, T defaultValue) => extensions.TryGetValue(key, out object? value) && value is T known ? known : defaultValue;

    private protected void SetExtension(string key, object value) => extensions[key] = value;

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

    /// <summary>Whether kernels on devices print what they give to <see cref="Interop.WriteLine(string)"/>.</summary>
    public bool EnableIOOperations { get; protected set; }

    /// <summary>What kernels may do with static fields that are not readonly.</summary>
    public StaticFieldMode StaticFieldMode { get; protected set; }

    /// <summary>What kernels may do with arrays in static fields.</summary>
    public ArrayMode ArrayMode { get; protected set; }

    /// <summary>Where NVIDIA's compiler library lies, as the builder was told. Without effect here.</summary>
    public string? LibNvvmPath { get; protected set; }

    /// <summary>Where NVIDIA's library of functions lies, as the builder was told. Without effect here.</summary>
    public string? LibDevicePath { get; protected set; }

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
        EnableIOOperations = other.EnableIOOperations;
        StaticFieldMode = other.StaticFieldMode;
        ArrayMode = other.ArrayMode;
        LibNvvmPath = other.LibNvvmPath;
        LibDevicePath = other.LibDevicePath;
        foreach (var (key, value) in other.extensions)
            extensions[key] = value;
    }
}
