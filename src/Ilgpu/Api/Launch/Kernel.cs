using System.Reflection;

namespace ILGPU.Runtime;

/// <summary>A loaded kernel as an object, for programs that know it by reflection only. Typed delegates launch faster.</summary>
public sealed class Kernel : AcceleratorObject, IDisposable
{
    internal Kernel(Runtime.CompiledKernel compiled)
        : base(compiled.Accelerator)
    {
        Compiled = compiled;
    }

    /// <summary>The number of value parameters.</summary>
    public int NumParameters => Compiled.Signature.Parameters.Length;

    /// <summary>What the kernel promises about its launches.</summary>
    public KernelSpecialization Specialization =>
        new(Compiled.Signature.MaxGroupSize > 0 ? Compiled.Signature.MaxGroupSize : null, null);

    /// <summary>The kernel as it was compiled.</summary>
    public Backends.CompiledKernel CompiledKernel => Backends.CompiledKernel.Of(Accelerator, Compiled.Signature);

    /// <summary>What is known about the kernel.</summary>
    public Backends.CompiledKernel.KernelInfo? Info => CompiledKernel.Info;

    /// <summary>The compiled kernel. It lives as long as its accelerator.</summary>
    internal Runtime.CompiledKernel Compiled { get; }

    /// <summary>A delegate that launches the kernel.</summary>
    /// <typeparam name="TDelegate">Action&lt;AcceleratorStream, KernelConfig or index, arguments&gt; or a delegate of that shape.</typeparam>
    public TDelegate CreateLauncherDelegate<TDelegate>()
        where TDelegate : Delegate
        => LauncherFactory.Create<TDelegate>(Compiled);

    /// <summary>Launches the kernel with boxed arguments.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="dimension">The extent of an implicitly grouped kernel, or a <see cref="KernelConfig"/>.</param>
    /// <param name="args">The arguments, of the kernel's types.</param>
    /// <exception cref="ArgumentException">Number or types of the arguments do not fit.</exception>
    public void Launch<TIndex>(AcceleratorStream stream, TIndex dimension, params object[] args)
        where TIndex : struct, IIndex
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(args);
        if (args.Length != NumParameters)
            throw new ArgumentException($"Kernel {Compiled.Signature.Name} takes {NumParameters} arguments; {args.Length} were given.", nameof(args));
        LauncherFactory.Invoke(Compiled, stream, dimension, args);
    }

    /// <summary>Launches a one-dimensional, implicitly grouped kernel with boxed arguments.</summary>
    public void Launch(AcceleratorStream stream, int dimension, params object[] args) => Launch(stream, new Index1D(dimension), args);

    /// <summary>Does nothing: the compiled kernel belongs to its accelerator, which keeps one for each method.</summary>
    public void Dispose()
    {
    }
}

/// <summary>Finds the kernel behind a launch delegate.</summary>
public static class KernelUtil
{
    /// <summary>The kernel that a delegate launches; false for other delegates.</summary>
    public static bool TryGetKernel<TDelegate>(this TDelegate kernelDelegate, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Kernel? kernel)
        where TDelegate : Delegate
    {
        ArgumentNullException.ThrowIfNull(kernelDelegate);
        kernel = kernelDelegate.Target is KernelLauncher launcher ? new Kernel(launcher.Kernel) : null;
        return kernel is not null;
    }

    /// <summary>The kernel that a delegate launches.</summary>
    /// <exception cref="InvalidOperationException">The delegate was not made by loading a kernel.</exception>
    public static Kernel GetKernel<TDelegate>(this TDelegate kernelDelegate)
        where TDelegate : Delegate
        => kernelDelegate.TryGetKernel(out var kernel)
            ? kernel
            : throw new InvalidOperationException($"{typeof(TDelegate)} was not made by loading a kernel.");

    /// <summary>What the kernel that a delegate launches promises about its launches.</summary>
    public static KernelSpecialization GetKernelSpecialization<TDelegate>(this TDelegate kernelDelegate)
        where TDelegate : Delegate
        => kernelDelegate.GetKernel().Specialization;

    /// <summary>The kernel that a delegate launches, as it was compiled.</summary>
    public static Backends.CompiledKernel GetCompiledKernel<TDelegate>(this TDelegate kernelDelegate)
        where TDelegate : Delegate
        => kernelDelegate.GetKernel().CompiledKernel;

    /// <summary>What is known about the kernel that a delegate launches.</summary>
    public static Backends.CompiledKernel.KernelInfo? GetKernelInfo<TDelegate>(this TDelegate kernelDelegate)
        where TDelegate : Delegate
        => kernelDelegate.GetKernel().Info;
}
