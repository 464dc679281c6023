namespace ILGPU.Algorithms.Random;

/// <summary>The xorshift* generator of 64 bits (Vigna 2016, shifts 12, 25, 27): period 2^64 - 1.</summary>
public struct XorShift64Star : IEquatable<XorShift64Star>, IRandomProvider<XorShift64Star>
{
    /// <summary>A generator with the given state, which must not be zero.</summary>
    public XorShift64Star(ulong state)
    {
        State = state;
    }

    /// <summary>The state.</summary>
    public ulong State { get; private set; }

    /// <summary>A generator with a state taken from <paramref name="random"/>.</summary>
    public static XorShift64Star Create(System.Random random) => new(RandomBits.NextWideState(random));

    /// <summary>True for the same state.</summary>
    public static bool operator ==(XorShift64Star first, XorShift64Star second) => first.State == second.State;

    /// <summary>True for different states.</summary>
    public static bool operator !=(XorShift64Star first, XorShift64Star second) => !(first == second);

    /// <summary>64 random bits.</summary>
    public ulong NextULong()
    {
        ulong x = State;
        x ^= x >> 12;
        x ^= x << 25;
        x ^= x >> 27;
        State = x;
        return x * 0x2545F4914F6CDD1DUL;
    }

    /// <summary>32 random bits.</summary>
    public uint NextUInt() => RandomBits.Fold(NextULong());

    /// <inheritdoc/>
    public int Next() => RandomBits.ToInt(NextUInt());

    /// <inheritdoc/>
    public long NextLong() => RandomBits.ToLong(NextULong());

    /// <inheritdoc/>
    public float NextFloat() => RandomBits.ToFloat(NextUInt());

    /// <inheritdoc/>
    public double NextDouble() => RandomBits.ToDouble(NextULong());

    /// <inheritdoc/>
    public void ShiftPeriod(int shift)
    {
        State = RandomBits.Mix(State, shift);
    }

    /// <inheritdoc/>
    public XorShift64Star NextProvider() => new(RandomBits.Mix(NextULong(), 0));

    /// <inheritdoc/>
    public readonly XorShift64Star CreateProvider(System.Random random) => Create(random);

    /// <inheritdoc/>
    public readonly XorShift64Star CreateProvider<TRandomProvider>(ref TRandomProvider random)
        where TRandomProvider : struct, IRandomProvider<TRandomProvider>
        => new(RandomBits.Mix((ulong)random.NextLong(), 0));

    /// <summary>True for the same state.</summary>
    public readonly bool Equals(XorShift64Star other) => this == other;

    /// <inheritdoc/>
    public readonly override bool Equals(object? obj) => obj is XorShift64Star other && Equals(other);

    /// <inheritdoc/>
    public readonly override int GetHashCode() => State.GetHashCode();

    /// <summary>The state.</summary>
    public readonly override string ToString() => State.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
