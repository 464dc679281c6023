using System.Collections.Concurrent;
using System.Reflection;

namespace ILGPU.Runtime;

/// <content>Loading of kernels: one compilation per method, index type and group size.</content>
public abstract partial class Accelerator
{
    private readonly ConcurrentDictionary<KernelSignature, Lazy<CompiledKernel>> kernels = new();

    /// <summary>A delegate that launches the explicitly grouped kernel <paramref name="method"/>.</summary>
    /// <typeparam name="TDelegate">Action&lt;AcceleratorStream, KernelConfig, arguments&gt; or a delegate of that shape.</typeparam>
    public TDelegate LoadKernel<TDelegate>(MethodInfo method)
        where TDelegate : Delegate
        => LoadKernel<TDelegate>(method, KernelSpecialization.Empty);

    /// <summary>A delegate that launches the explicitly grouped kernel <paramref name="method"/>.</summary>
    /// <typeparam name="TDelegate">Action&lt;AcceleratorStream, KernelConfig, arguments&gt; or a delegate of that shape.</typeparam>
    public TDelegate LoadKernel<TDelegate>(MethodInfo method, KernelSpecialization specialization)
        where TDelegate : Delegate
        => LauncherFactory.Create<TDelegate>(Prepare(method, specialization));

    /// <summary>A delegate that launches the implicitly grouped kernel <paramref name="method"/>.</summary>
    /// <typeparam name="TDelegate">Action&lt;AcceleratorStream, index, arguments&gt; or a delegate of that shape.</typeparam>
    public TDelegate LoadAutoGroupedKernel<TDelegate>(MethodInfo method)
        where TDelegate : Delegate
        => LauncherFactory.Create<TDelegate>(PrepareImplicit(method, 0));

    /// <summary>A delegate that launches the implicitly grouped kernel <paramref name="method"/> with a given group size.</summary>
    /// <typeparam name="TDelegate">Action&lt;AcceleratorStream, index, arguments&gt; or a delegate of that shape.</typeparam>
    public TDelegate LoadImplicitlyGroupedKernel<TDelegate>(MethodInfo method, int customGroupSize)
        where TDelegate : Delegate
        => LauncherFactory.Create<TDelegate>(PrepareImplicit(method, CheckGroupSize(customGroupSize)));

    /// <summary>The kernels that were loaded so far.</summary>
    internal ICollection<KernelSignature> LoadedKernels => kernels.Keys;

    /// <summary>The compiled, explicitly grouped kernel.</summary>
    internal CompiledKernel Prepare(MethodInfo method, KernelSpecialization specialization = default) =>
        Prepare(new KernelSignature(method, isImplicit: false, maxGroupSize: specialization.MaxNumThreadsPerGroup ?? 0));

    /// <summary>The compiled, implicitly grouped kernel; <paramref name="groupSize"/> 0 leaves the group size to the accelerator.</summary>
    internal CompiledKernel PrepareImplicit(MethodInfo method, int groupSize) =>
        Prepare(new KernelSignature(method, isImplicit: true, groupSize));

    /// <summary>The group size where the device takes it.</summary>
    internal int CheckGroupSize(int groupSize)
    {
        if (groupSize >= 1 && groupSize <= MaxNumThreadsPerGroup)
            return groupSize;
        throw new ArgumentOutOfRangeException(
            nameof(groupSize), groupSize, $"{Name} takes groups of 1 to {MaxNumThreadsPerGroup} items.");
    }

    /// <summary>The compiled kernel of a signature.</summary>
    internal CompiledKernel Prepare(KernelSignature signature)
    {
        ThrowIfDisposed();
        var entry = kernels.GetOrAdd(signature, s => new Lazy<CompiledKernel>(() => Compile(s)));
        try
        {
            return entry.Value;
        }
        catch
        {
            // A failed compilation is not kept: the next load tries again and reports again.
            kernels.TryRemove(new(signature, entry));
            throw;
        }
    }

    private void ForgetKernels() => kernels.Clear();

    private void DisposeKernels()
    {
        foreach (var entry in kernels.Values)
        {
            if (entry.IsValueCreated)
                entry.Value.Dispose();
        }

        kernels.Clear();
    }
}
