using ILGPU.Runtime;

namespace ILGPU.Algorithms.Random;

/// <summary>Random numbers on an accelerator.</summary>
public abstract class RNG : AlgorithmObject
{
    private protected RNG(Accelerator accelerator)
        : base(accelerator)
    {
    }

    /// <summary>Generators for all warps that the accelerator runs at once.</summary>
    public static RNG<TRandomProvider> Create<TRandomProvider>(Accelerator accelerator, System.Random random)
        where TRandomProvider : unmanaged, IRandomProvider<TRandomProvider>
        => new(accelerator, random);

    /// <summary>Generators for at least so many warps.</summary>
    public static RNG<TRandomProvider> Create<TRandomProvider>(Accelerator accelerator, System.Random random, int maxNumParallelWarps)
        where TRandomProvider : unmanaged, IRandomProvider<TRandomProvider>
        => new(accelerator, random, maxNumParallelWarps);

    /// <summary>Fills a view with integers in [0, 2^31 - 1], on the default stream.</summary>
    public void FillUniform(ArrayView<int> view) => FillUniform(Accelerator.DefaultStream, view);

    /// <summary>Fills a view with integers in [0, 2^63 - 1], on the default stream.</summary>
    public void FillUniform(ArrayView<long> view) => FillUniform(Accelerator.DefaultStream, view);

    /// <summary>Fills a view with numbers in [0, 1), on the default stream.</summary>
    public void FillUniform(ArrayView<float> view) => FillUniform(Accelerator.DefaultStream, view);

    /// <summary>Fills a view with numbers in [0, 1), on the default stream.</summary>
    public void FillUniform(ArrayView<double> view) => FillUniform(Accelerator.DefaultStream, view);

    /// <summary>Fills a view with integers in [0, 2^31 - 1].</summary>
    public abstract void FillUniform(AcceleratorStream stream, ArrayView<int> view);

    /// <summary>Fills a view with integers in [0, 2^63 - 1].</summary>
    public abstract void FillUniform(AcceleratorStream stream, ArrayView<long> view);

    /// <summary>Fills a view with numbers in [0, 1).</summary>
    public abstract void FillUniform(AcceleratorStream stream, ArrayView<float> view);

    /// <summary>Fills a view with numbers in [0, 1).</summary>
    public abstract void FillUniform(AcceleratorStream stream, ArrayView<double> view);
}
