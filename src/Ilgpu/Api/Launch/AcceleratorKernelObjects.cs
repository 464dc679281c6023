using System.Reflection;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;

namespace ILGPU.Runtime;

/// <content>Loading of kernels that are known by reflection, as objects or as delegates; group sizes and occupancy.</content>
public abstract partial class Accelerator
{
    /// <summary>Loads an explicitly grouped kernel.</summary>
    public Kernel LoadKernel(MethodInfo method)
        => LoadKernel(method, KernelSpecialization.Empty);

    /// <summary>Loads an explicitly grouped kernel.</summary>
    public Kernel LoadKernel(MethodInfo method, KernelSpecialization specialization)
        => new(Prepare(method, specialization));

    /// <summary>Loads an explicitly grouped kernel.</summary>
    public Kernel LoadKernel(MethodInfo method, KernelSpecialization specialization, out KernelInfo? kernelInfo)
        => Told(Prepare(method, specialization), out kernelInfo);

    /// <summary>Loads an implicitly grouped kernel.</summary>
    public Kernel LoadAutoGroupedKernel(MethodInfo method)
        => new(PrepareImplicit(method, 0));

    /// <summary>Loads an implicitly grouped kernel.</summary>
    public Kernel LoadAutoGroupedKernel(MethodInfo method, out KernelInfo? kernelInfo)
        => Told(PrepareImplicit(method, 0), out kernelInfo);

    /// <summary>Loads an implicitly grouped kernel with a given group size.</summary>
    public Kernel LoadImplicitlyGroupedKernel(MethodInfo method, int customGroupSize)
        => new(PrepareImplicit(method, CheckGroupSize(customGroupSize)));

    /// <summary>A delegate that launches an explicitly grouped kernel.</summary>
    public TDelegate LoadKernel<TDelegate>(MethodInfo method, KernelSpecialization specialization, out KernelInfo? kernelInfo)
        where TDelegate : Delegate
        => LoadKernel(method, specialization, out kernelInfo).CreateLauncherDelegate<TDelegate>();

    /// <summary>A delegate that launches an explicitly grouped kernel.</summary>
    public TDelegate LoadKernel<TDelegate, TSourceDelegate>(TSourceDelegate actionKernel, out KernelInfo? kernelInfo)
        where TDelegate : Delegate
        where TSourceDelegate : Delegate
        => LoadKernel<TDelegate>(actionKernel.Method, KernelSpecialization.Empty, out kernelInfo);

    /// <summary>A delegate that launches an explicitly grouped kernel.</summary>
    public TDelegate LoadKernel<TDelegate, TSourceDelegate>(TSourceDelegate actionKernel, KernelSpecialization specialization, out KernelInfo? kernelInfo)
        where TDelegate : Delegate
        where TSourceDelegate : Delegate
        => LoadKernel<TDelegate>(actionKernel.Method, specialization, out kernelInfo);

    /// <summary>A delegate that launches an implicitly grouped kernel.</summary>
    public TDelegate LoadAutoGroupedKernel<TDelegate>(MethodInfo method, out KernelInfo? kernelInfo)
        where TDelegate : Delegate
        => LoadAutoGroupedKernel(method, out kernelInfo).CreateLauncherDelegate<TDelegate>();

    /// <summary>A delegate that launches an implicitly grouped kernel.</summary>
    public TDelegate LoadAutoGroupedKernel<TDelegate, TSourceDelegate>(TSourceDelegate actionKernel)
        where TDelegate : Delegate
        where TSourceDelegate : Delegate
        => LoadAutoGroupedKernel<TDelegate>(actionKernel.Method);

    /// <summary>A delegate that launches an implicitly grouped kernel.</summary>
    public TDelegate LoadAutoGroupedKernel<TDelegate, TSourceDelegate>(TSourceDelegate actionKernel, out KernelInfo? kernelInfo)
        where TDelegate : Delegate
        where TSourceDelegate : Delegate
        => LoadAutoGroupedKernel<TDelegate>(actionKernel.Method, out kernelInfo);

    /// <summary>A delegate that launches an implicitly grouped kernel with a given group size.</summary>
    public TDelegate LoadImplicitlyGroupedKernel<TDelegate>(MethodInfo method, int customGroupSize, out KernelInfo? kernelInfo)
        where TDelegate : Delegate
        => Told(PrepareImplicit(method, CheckGroupSize(customGroupSize)), out kernelInfo).CreateLauncherDelegate<TDelegate>();

    /// <summary>A delegate that launches an implicitly grouped kernel with a given group size.</summary>
    public TDelegate LoadImplicitlyGroupedKernel<TDelegate, TSourceDelegate>(TSourceDelegate actionKernel, int customGroupSize)
        where TDelegate : Delegate
        where TSourceDelegate : Delegate
        => LoadImplicitlyGroupedKernel<TDelegate>(actionKernel.Method, customGroupSize);

    /// <summary>A delegate that launches an implicitly grouped kernel with a given group size.</summary>
    public TDelegate LoadImplicitlyGroupedKernel<TDelegate, TSourceDelegate>(TSourceDelegate actionKernel, int customGroupSize, out KernelInfo? kernelInfo)
        where TDelegate : Delegate
        where TSourceDelegate : Delegate
        => LoadImplicitlyGroupedKernel<TDelegate>(actionKernel.Method, customGroupSize, out kernelInfo);

    /// <summary>Compiles a kernel.</summary>
    public Backends.CompiledKernel CompileKernel(in EntryPointDescription entry) => CompileKernel(entry, KernelSpecialization.Empty);

    /// <summary>Compiles a kernel.</summary>
    public Backends.CompiledKernel CompileKernel(in EntryPointDescription entry, in KernelSpecialization specialization) =>
        new Backend(this).Compile(entry, specialization);

    /// <summary>Loads a compiled kernel. One that is implicitly grouped runs in groups of a warp.</summary>
    public Kernel LoadKernel(Backends.CompiledKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return kernel.Signature.IndexType is null ? new(Prepare(kernel.Signature)) : LoadImplicitlyGroupedKernel(kernel, WarpSize);
    }

    /// <summary>Loads a compiled, implicitly grouped kernel.</summary>
    public Kernel LoadAutoGroupedKernel(Backends.CompiledKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return LoadAutoGroupedKernel(kernel.SourceMethod);
    }

    /// <summary>Loads a compiled, implicitly grouped kernel.</summary>
    public Kernel LoadAutoGroupedKernel(Backends.CompiledKernel kernel, out KernelInfo? kernelInfo)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return LoadAutoGroupedKernel(kernel.SourceMethod, out kernelInfo);
    }

    /// <summary>Loads a compiled, implicitly grouped kernel with a given group size.</summary>
    public Kernel LoadImplicitlyGroupedKernel(Backends.CompiledKernel kernel, int customGroupSize)
        => LoadImplicitlyGroupedKernel(kernel, customGroupSize, out _);

    /// <summary>Loads a compiled, implicitly grouped kernel with a given group size.</summary>
    public Kernel LoadImplicitlyGroupedKernel(Backends.CompiledKernel kernel, int customGroupSize, out KernelInfo? kernelInfo)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return Told(PrepareImplicit(kernel.SourceMethod, CheckGroupSize(customGroupSize)), out kernelInfo);
    }

    private static Kernel Told(Runtime.CompiledKernel kernel, out KernelInfo? info)
    {
        info = kernel.Info;
        return new Kernel(kernel);
    }
}
