using ILGPU.Backends.EntryPoints;
using ILGPU.Runtime;

namespace ILGPU.Backends;

/// <summary>What kernels are compiled to.</summary>
public enum BackendType
{
    /// <summary>Nothing: the processor runs the C# method itself.</summary>
    IL,

    /// <summary>PTX or machine code of NVIDIA's devices.</summary>
    PTX,

    /// <summary>OpenCL C.</summary>
    OpenCL,
}

/// <summary>The compiler of an accelerator. Loading a kernel compiles it too; this is for programs that do it in two steps.</summary>
public sealed class Backend
{
    private readonly Accelerator accelerator;

    internal Backend(Accelerator accelerator) => this.accelerator = accelerator;

    /// <summary>The context.</summary>
    public Context Context => accelerator.Context;

    /// <summary>What the device can do beyond the common ground.</summary>
    public CapabilityContext Capabilities => accelerator.Capabilities;

    /// <summary>What kernels are compiled to.</summary>
    public BackendType BackendType => accelerator.AcceleratorType switch
    {
        AcceleratorType.Cuda => BackendType.PTX,
        AcceleratorType.OpenCL => BackendType.OpenCL,
        _ => BackendType.IL,
    };

    /// <summary>Compiles a kernel for the accelerator.</summary>
    /// <exception cref="InternalCompilerException">The kernel holds what cannot be translated.</exception>
    public CompiledKernel Compile(in EntryPointDescription entry, in KernelSpecialization specialization)
    {
        var signature = entry.Signature(specialization);
        _ = accelerator.Prepare(signature);
        return CompiledKernel.Of(accelerator, signature);
    }

    /// <summary>Forgets compiled kernels that are not in use, with <see cref="ClearCacheMode.Everything"/>.</summary>
    public void ClearCache(ClearCacheMode mode) => accelerator.ClearCache(mode);
}

/// <summary>Finds the compiler of an accelerator.</summary>
public static class BackendExtensions
{
    /// <summary>The compiler of an accelerator.</summary>
    public static Backend GetBackend(this Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return new Backend(accelerator);
    }
}
