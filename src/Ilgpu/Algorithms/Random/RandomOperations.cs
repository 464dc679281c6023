namespace ILGPU.Algorithms.Random.Operations;

/// <summary>What to ask of a generator, as a type argument.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <typeparam name="TRandomProvider">The generator.</typeparam>
public interface IRandomProviderOperation<T, TRandomProvider>
    where T : struct
    where TRandomProvider : struct, IRandomProvider<TRandomProvider>
{
    /// <summary>The next number.</summary>
    T Apply(ref TRandomProvider randomProvider);
}

/// <summary>An integer in [0, 2^31 - 1].</summary>
/// <typeparam name="TRandomProvider">The generator.</typeparam>
public readonly struct NextIntOperation<TRandomProvider> : IRandomProviderOperation<int, TRandomProvider>
    where TRandomProvider : struct, IRandomProvider<TRandomProvider>
{
    /// <inheritdoc/>
    public int Apply(ref TRandomProvider randomProvider) => randomProvider.Next();
}

/// <summary>An integer in [0, 2^63 - 1].</summary>
/// <typeparam name="TRandomProvider">The generator.</typeparam>
public readonly struct NextLongOperation<TRandomProvider> : IRandomProviderOperation<long, TRandomProvider>
    where TRandomProvider : struct, IRandomProvider<TRandomProvider>
{
    /// <inheritdoc/>
    public long Apply(ref TRandomProvider randomProvider) => randomProvider.NextLong();
}

/// <summary>A number in [0, 1).</summary>
/// <typeparam name="TRandomProvider">The generator.</typeparam>
public readonly struct NextFloatOperation<TRandomProvider> : IRandomProviderOperation<float, TRandomProvider>
    where TRandomProvider : struct, IRandomProvider<TRandomProvider>
{
    /// <inheritdoc/>
    public float Apply(ref TRandomProvider randomProvider) => randomProvider.NextFloat();
}

/// <summary>A number in [0, 1).</summary>
/// <typeparam name="TRandomProvider">The generator.</typeparam>
public readonly struct NextDoubleOperation<TRandomProvider> : IRandomProviderOperation<double, TRandomProvider>
    where TRandomProvider : struct, IRandomProvider<TRandomProvider>
{
    /// <inheritdoc/>
    public double Apply(ref TRandomProvider randomProvider) => randomProvider.NextDouble();
}
