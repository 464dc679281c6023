namespace ILGPU.Algorithms.Random;

/// <summary>The xorshift+ generator of 128 bits (Vigna 2017, shifts 23, 17, 26): period 2^128 - 1.</summary>
public struct XorShift128Plus : IEquatable<XorShift128Plus>, IRandomProvider<XorShift128Plus>
{
    /// <summary>A generator with the given state, which must not be zero.</summary>
    public XorShift128Plus(ulong state0, ulong state1)
    {
        State0 = state0;
        State1 = state1;
    }

    /// <summary>A part of the state.</summary>
    public ulong State0 { get; private set; }

    /// <summary>A part of the state.</summary>
    public ulong State1 { get; private set; }

    /// <summary>A generator with a state taken from <paramref name="random"/>.</summary>
    public static XorShift128Plus Create(System.Random random) => new(RandomBits.NextWideState(random), RandomBits.NextWideState(random));

    /// <summary>True for the same state.</summary>
    public static bool operator ==(XorShift128Plus first, XorShift128Plus second) => first.State0 == second.State0 && first.State1 == second.State1;

    /// <summary>True for different states.</summary>
    public static bool operator !=(XorShift128Plus first, XorShift128Plus second) => !(first == second);

    /// <summary>64 random bits.</summary>
    public ulong NextULong()
    {
        ulong x = State0, y = State1;
        State0 = y;
        x ^= x << 23;
        State1 = x ^ y ^ (x >> 17) ^ (y >> 26);
        return State1 + y;
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
        ulong state = NextULong();
        State0 = RandomBits.Mix(state, shift);
        State1 = RandomBits.Mix(~state, shift);
    }

    /// <inheritdoc/>
    public XorShift128Plus NextProvider() => new(NextULong(), NextULong() | 1);

    /// <inheritdoc/>
    public readonly XorShift128Plus CreateProvider(System.Random random) => Create(random);

    /// <inheritdoc/>
    public readonly XorShift128Plus CreateProvider<TRandomProvider>(ref TRandomProvider random)
        where TRandomProvider : struct, IRandomProvider<TRandomProvider>
        => new((ulong)random.NextLong() + 1, (ulong)random.NextLong());

    /// <summary>True for the same state.</summary>
    public readonly bool Equals(XorShift128Plus other) => this == other;

    /// <inheritdoc/>
    public readonly override bool Equals(object? obj) => obj is XorShift128Plus other && Equals(other);

    /// <inheritdoc/>
    public readonly override int GetHashCode() => HashCode.Combine(State0, State1);

    /// <summary>The state.</summary>
    public readonly override string ToString() => $"[{State0}, {State1}]";
}
