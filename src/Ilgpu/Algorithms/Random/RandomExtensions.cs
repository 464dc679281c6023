using ILGPU.Runtime;

namespace ILGPU.Algorithms.Random;

/// <summary>Numbers in ranges, and generators for kernels.</summary>
public static class RandomExtensions
{
    private const int MostInitializers = ushort.MaxValue;

    /// <summary>A number in [minValue, maxValue).</summary>
    public static float Next<TRandomProvider>(ref TRandomProvider randomProvider, float minValue, float maxValue)
        where TRandomProvider : struct, IRandomProvider
        => Math.Min(randomProvider.NextFloat() * (maxValue - minValue) + minValue, maxValue);

    /// <summary>A number in [minValue, maxValue).</summary>
    public static double Next<TRandomProvider>(ref TRandomProvider randomProvider, double minValue, double maxValue)
        where TRandomProvider : struct, IRandomProvider
        => Math.Min(randomProvider.NextDouble() * (maxValue - minValue) + minValue, maxValue);

    /// <summary>An integer in [minValue, maxValue).</summary>
    public static int Next<TRandomProvider>(ref TRandomProvider randomProvider, int minValue, int maxValue)
        where TRandomProvider : struct, IRandomProvider
    {
        ulong range = (ulong)((long)maxValue - minValue);
        ulong bits = (uint)randomProvider.Next();
        return (int)(minValue + (long)((bits * range) >> 31));
    }

    /// <summary>An integer in [minValue, maxValue).</summary>
    public static long Next<TRandomProvider>(ref TRandomProvider randomProvider, long minValue, long maxValue)
        where TRandomProvider : struct, IRandomProvider
    {
        ulong range = (ulong)maxValue - (ulong)minValue;
        ulong bits = (ulong)randomProvider.NextLong();
        return (long)((ulong)minValue + (range == 0 ? 0 : bits % range));
    }

    /// <summary>Generators for the warps of launches on an accelerator.</summary>
    public static RNG<TRandomProvider> CreateRNG<TRandomProvider>(this Accelerator accelerator, System.Random random)
        where TRandomProvider : unmanaged, IRandomProvider<TRandomProvider>
        => RNG.Create<TRandomProvider>(accelerator, random);

    /// <summary>Generators for at least so many warps.</summary>
    public static RNG<TRandomProvider> CreateRNG<TRandomProvider>(this Accelerator accelerator, System.Random random, int maxNumParallelWarps)
        where TRandomProvider : unmanaged, IRandomProvider<TRandomProvider>
        => RNG.Create<TRandomProvider>(accelerator, random, maxNumParallelWarps);

    /// <summary>Fills a view with generators; up to <paramref name="numInitializers"/> of their states come from the host.</summary>
    public static void InitRNGView<TRandomProvider>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView<TRandomProvider> rngView, System.Random random, int numInitializers = MostInitializers)
        where TRandomProvider : unmanaged, IRandomProvider<TRandomProvider>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(numInitializers, 1);
        if (rngView.Length == 0)
            return;
        var states = new XorShift128Plus[Math.Min(Math.Min(numInitializers, MostInitializers), rngView.Length)];
        for (int i = 0; i < states.Length; i++)
            states[i] = XorShift128Plus.Create(random);
        using var sources = accelerator.Allocate1D(states);
        accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<XorShift128Plus>, ArrayView<TRandomProvider>>(Initialize)(
            stream, states.Length, sources.View.AsContiguous(), rngView);
        stream.Synchronize();
    }

    private static void Initialize<TRandomProvider>(Index1D index, ArrayView<XorShift128Plus> sources, ArrayView<TRandomProvider> target)
        where TRandomProvider : unmanaged, IRandomProvider<TRandomProvider>
    {
        var source = sources[index];
        TRandomProvider maker = default;
        for (long i = index.X; i < target.Length; i += sources.Length)
            target[i] = maker.CreateProvider(ref source);
    }
}
