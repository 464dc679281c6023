namespace ILGPU.Algorithms.Random;

/// <summary>A generator of random numbers: a small state that kernels can hold.</summary>
public interface IRandomProvider
{
    /// <summary>An integer in [0, 2^31 - 1].</summary>
    int Next();

    /// <summary>An integer in [0, 2^63 - 1].</summary>
    long NextLong();

    /// <summary>A number in [0, 1).</summary>
    float NextFloat();

    /// <summary>A number in [0, 1).</summary>
    double NextDouble();
}

/// <summary>A generator that makes others of its kind.</summary>
/// <typeparam name="TProvider">The generator itself.</typeparam>
public interface IRandomProvider<TProvider> : IRandomProvider
    where TProvider : struct, IRandomProvider<TProvider>
{
    /// <summary>Moves to another part of the sequence; lanes of a warp move by their index and so differ.</summary>
    void ShiftPeriod(int shift);

    /// <summary>A generator with a state taken from this one.</summary>
    TProvider NextProvider();

    /// <summary>A generator with a state taken from <paramref name="random"/>.</summary>
    TProvider CreateProvider(System.Random random);

    /// <summary>A generator with a state taken from another one.</summary>
    TProvider CreateProvider<TRandomProvider>(ref TRandomProvider random)
        where TRandomProvider : struct, IRandomProvider<TRandomProvider>;
}
