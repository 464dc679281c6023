using ILGPU.Runtime;

namespace ILGPU.Algorithms.Random;

/// <summary>Generators for items instead of warps: each item takes one from the view, uses it and puts it back.</summary>
/// <typeparam name="TRandomProvider">The generator.</typeparam>
public class ThreadWiseRNG<TRandomProvider> : IDisposable
    where TRandomProvider : unmanaged, IRandomProvider<TRandomProvider>
{
    private readonly MemoryBuffer1D<TRandomProvider, Stride1D.Dense> providers;

    /// <summary>So many generators.</summary>
    public ThreadWiseRNG(
        Accelerator accelerator, AcceleratorStream stream, LongIndex1D maxNumThreads, System.Random random, int numInitializers = ushort.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNumThreads.X, 1, nameof(maxNumThreads));
        providers = accelerator.Allocate1D<TRandomProvider>(maxNumThreads.X);
        accelerator.InitRNGView(stream, RNGView, random, numInitializers);
    }

    /// <summary>The generators.</summary>
    public ArrayView<TRandomProvider> RNGView => providers.View.AsContiguous();

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        providers.Dispose();
        GC.SuppressFinalize(this);
    }
}
