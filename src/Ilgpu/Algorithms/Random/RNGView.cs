using ILGPU.Algorithms.Random.Operations;

namespace ILGPU.Algorithms.Random;

/// <summary>
/// Random numbers in kernels: one generator for each warp, from which each lane takes a part of its own. All lanes of a warp must reach
/// each call.
/// </summary>
/// <typeparam name="TRandomProvider">The generator.</typeparam>
public readonly struct RNGView<TRandomProvider> : IRandomProvider
    where TRandomProvider : unmanaged, IRandomProvider<TRandomProvider>
{
    private readonly ArrayView<TRandomProvider> providers;

    internal RNGView(ArrayView<TRandomProvider> providers)
    {
        this.providers = providers;
    }

    /// <inheritdoc/>
    public int Next() => Next<int, NextIntOperation<TRandomProvider>>();

    /// <inheritdoc/>
    public long NextLong() => Next<long, NextLongOperation<TRandomProvider>>();

    /// <inheritdoc/>
    public float NextFloat() => Next<float, NextFloatOperation<TRandomProvider>>();

    /// <inheritdoc/>
    public double NextDouble() => Next<double, NextDoubleOperation<TRandomProvider>>();

    /// <summary>The result of an operation on the lane's generator.</summary>
    public T Next<T, TOperation>()
        where T : struct
        where TOperation : struct, IRandomProviderOperation<T, TRandomProvider>
    {
        int warps = (Group.Dimension.Size + Warp.WarpSize - 1) / Warp.WarpSize;
        int index = Grid.LinearIndex * warps + Warp.WarpIdx;
        var provider = providers[index];
        Warp.Barrier();
        provider.ShiftPeriod(Warp.LaneIdx);
        TOperation operation = default;
        var result = operation.Apply(ref provider);
        if (Warp.IsFirstLane)
            providers[index] = provider;
        Warp.Barrier();
        return result;
    }
}
