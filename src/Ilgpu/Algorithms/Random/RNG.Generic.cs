using ILGPU.Algorithms.Random.Operations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms.Random;

/// <summary>Random numbers on an accelerator: one generator for each warp. One launch at a time may use them.</summary>
/// <typeparam name="TRandomProvider">The generator.</typeparam>
public class RNG<TRandomProvider> : RNG
    where TRandomProvider : unmanaged, IRandomProvider<TRandomProvider>
{
    private readonly MemoryBuffer1D<TRandomProvider, Stride1D.Dense> providers;

    /// <summary>Generators for all warps that the accelerator runs at once.</summary>
    public RNG(Accelerator accelerator, System.Random random)
        : this(accelerator, random, 1)
    {
    }

    /// <summary>Generators for at least so many warps.</summary>
    public RNG(Accelerator accelerator, System.Random random, int maxNumParallelWarps)
        : base(accelerator)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNumParallelWarps, 1);
        var (groups, group) = accelerator.ComputeGridStrideLoopExtent(int.MaxValue);
        var states = new TRandomProvider[Math.Max(Warps(groups, group), maxNumParallelWarps)];
        for (int i = 0; i < states.Length; i++)
            states[i] = default(TRandomProvider).CreateProvider(random);
        providers = accelerator.Allocate1D(states);
    }

    /// <summary>The number of warps that have a generator.</summary>
    public int MaxNumParallelWarps => (int)providers.Length;

    /// <summary>The bytes of all generators.</summary>
    public long LengthInBytes => providers.LengthInBytes;

    /// <summary>The generators of so many warps.</summary>
    public RNGView<TRandomProvider> GetView(int numWarps)
    {
        if (numWarps < 1 || numWarps > providers.Length)
            throw new ArgumentOutOfRangeException(nameof(numWarps), numWarps, $"There are generators for 1 to {providers.Length} warps; ask for more when creating them.");
        return new RNGView<TRandomProvider>(providers.View.AsContiguous().SubView(0L, (long)numWarps));
    }

    /// <summary>The generators for launches of so many items.</summary>
    public RNGView<TRandomProvider> GetViewViaThreads(int numThreads) =>
        GetView((int)(((long)numThreads + Accelerator.WarpSize - 1) / Accelerator.WarpSize));

    /// <inheritdoc/>
    public override void FillUniform(AcceleratorStream stream, ArrayView<int> view) => Fill<int, NextIntOperation<TRandomProvider>>(stream, view);

    /// <inheritdoc/>
    public override void FillUniform(AcceleratorStream stream, ArrayView<long> view) => Fill<long, NextLongOperation<TRandomProvider>>(stream, view);

    /// <inheritdoc/>
    public override void FillUniform(AcceleratorStream stream, ArrayView<float> view) => Fill<float, NextFloatOperation<TRandomProvider>>(stream, view);

    /// <inheritdoc/>
    public override void FillUniform(AcceleratorStream stream, ArrayView<double> view) => Fill<double, NextDoubleOperation<TRandomProvider>>(stream, view);

    private protected override void Release() => providers.Dispose();

    private void Fill<T, TOperation>(AcceleratorStream stream, ArrayView<T> view)
        where T : unmanaged
        where TOperation : struct, IRandomProviderOperation<T, TRandomProvider>
        => Accelerator.LaunchGridStride(
            stream, Views.Checked(view, 0, nameof(view)).Length, new Body<T, TOperation>(GetView((int)providers.Length), view));

    private int Warps(int groups, int group) => groups * ((group + Accelerator.WarpSize - 1) / Accelerator.WarpSize);

    private readonly struct Body<T, TOperation>(RNGView<TRandomProvider> random, ArrayView<T> target) : IGridStrideKernelBody
        where T : unmanaged
        where TOperation : struct, IRandomProviderOperation<T, TRandomProvider>
    {
        public void Execute(LongIndex1D linearIndex)
        {
            var value = random.Next<T, TOperation>();
            if (linearIndex.X < target.Length)
                target[linearIndex.X] = value;
        }

        public void Finish()
        {
        }
    }
}
