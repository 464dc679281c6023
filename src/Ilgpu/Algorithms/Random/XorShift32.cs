namespace ILGPU.Algorithms.Random;

/// <summary>The xorshift generator of 32 bits (Marsaglia 2003, shifts 13, 17, 5): period 2^32 - 1.</summary>
public struct XorShift32 : IEquatable<XorShift32>, IRandomProvider<XorShift32>
{
    /// <summary>A generator with the given state, which must not be zero.</summary>
    public XorShift32(uint state)
    {
        State = state;
    }

    /// <summary>The state.</summary>
    public uint State { get; private set; }

    /// <summary>A generator with a state taken from <paramref name="random"/>.</summary>
    public static XorShift32 Create(System.Random random) => new(RandomBits.NextState(random));

    /// <summary>True for the same state.</summary>
    public static bool operator ==(XorShift32 first, XorShift32 second) => first.State == second.State;

    /// <summary>True for different states.</summary>
    public static bool operator !=(XorShift32 first, XorShift32 second) => !(first == second);

    /// <summary>32 random bits, never all zero.</summary>
    public uint NextUInt()
    {
        uint x = State;
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        State = x;
        return x;
    }

    /// <summary>64 random bits.</summary>
    public ulong NextULong()
    {
        ulong high = NextUInt();
        return (high << 32) | NextUInt();
    }

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
        State = RandomBits.MixNarrow(State, shift);
    }

    /// <inheritdoc/>
    public XorShift32 NextProvider() => new(RandomBits.MixNarrow(NextUInt(), 0));

    /// <inheritdoc/>
    public readonly XorShift32 CreateProvider(System.Random random) => Create(random);

    /// <inheritdoc/>
    public readonly XorShift32 CreateProvider<TRandomProvider>(ref TRandomProvider random)
        where TRandomProvider : struct, IRandomProvider<TRandomProvider>
        => new((uint)random.Next() + 1);

    /// <summary>True for the same state.</summary>
    public readonly bool Equals(XorShift32 other) => this == other;

    /// <inheritdoc/>
    public readonly override bool Equals(object? obj) => obj is XorShift32 other && Equals(other);

    /// <inheritdoc/>
    public readonly override int GetHashCode() => (int)State;

    /// <summary>The state.</summary>
    public readonly override string ToString() => State.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
