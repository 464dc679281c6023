using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

/// <summary>The loaded kernels of one kind: a delegate for every backend. Finding one is an array access.</summary>
/// <typeparam name="TTag">Names the kernel, where the signature alone does not.</typeparam>
/// <typeparam name="TLaunch">The delegate that launches it.</typeparam>
internal static class LoadedKernel<TTag, TLaunch> where TLaunch : Delegate
{
    private static TLaunch?[] s_launches = [];

    /// <summary>The kernel on a backend; loaded, and so compiled, on the first use.</summary>
    public static TLaunch On(GpuBackend backend, Func<Accelerator, TLaunch> load)
    {
        var launches = s_launches;
        return (uint)backend.Number < (uint)launches.Length && launches[backend.Number] is { } launch ? launch : Load(backend, load);
    }

    private static TLaunch Load(GpuBackend backend, Func<Accelerator, TLaunch> load)
    {
        // One at a time on each accelerator: compilers are not meant to be entered twice.
        lock (backend.LoadLock)
        {
            if (backend.Number < s_launches.Length && s_launches[backend.Number] is { } other) return other;
            var launch = load(backend.Accelerator);
            lock (typeof(LoadedKernel<TTag, TLaunch>))
            {
                var grown = new TLaunch?[Math.Max(s_launches.Length, backend.Number + 1)];
                s_launches.CopyTo(grown, 0);
                grown[backend.Number] = launch;
                s_launches = grown;
            }
            return launch;
        }
    }
}
