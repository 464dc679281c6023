namespace ILGPU.Algorithms.Random;

/// <summary>The xorshift generator of 128 bits (Marsaglia 2003, shifts 11, 8, 19): period 2^128 - 1.</summary>
public struct XorShift128 : IEquatable<XorShift128>, IRandomProvider<XorShift128>
{
    /// <summary>A generator with the given state, which must not be zero.</summary>
    public XorShift128(uint state0, uint state1, uint state2, uint state3)
    {
        State0 = state0;
        State1 = state1;
        State2 = state2;
        State3 = state3;
    }

    /// <summary>A part of the state.</summary>
    public uint State0 { get; private set; }

    /// <summary>A part of the state.</summary>
    public uint State1 { get; private set; }

    /// <summary>A part of the state.</summary>
    public uint State2 { get; private set; }

    /// <summary>A part of the state.</summary>
    public uint State3 { get; private set; }

    /// <summary>A generator with a state taken from <paramref name="random"/>.</summary>
    public static XorShift128 Create(System.Random random) => new(RandomBits.NextState(random), RandomBits.NextState(random), RandomBits.NextState(random), RandomBits.NextState(random));

    /// <summary>True for the same state.</summary>
    public static bool operator ==(XorShift128 first, XorShift128 second) => first.State0 == second.State0 && first.State1 == second.State1 && first.State2 == second.State2 && first.State3 == second.State3;

    /// <summary>True for different states.</summary>
    public static bool operator !=(XorShift128 first, XorShift128 second) => !(first == second);

    /// <summary>32 random bits.</summary>
    public uint NextUInt()
    {
        uint t = State3;
        t ^= t << 11;
        t ^= t >> 8;
        State3 = State2;
        State2 = State1;
        State1 = State0;
        t ^= State0 ^ (State0 >> 19);
        State0 = t;
        return t;
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
        var other = new XorShift64Star(RandomBits.Mix(NextULong(), shift));
        State0 = other.NextUInt();
        State1 = other.NextUInt();
        State2 = other.NextUInt();
        State3 = other.NextUInt() | 1;
    }

    /// <inheritdoc/>
    public XorShift128 NextProvider() => new(NextUInt(), NextUInt(), NextUInt(), NextUInt() | 1);

    /// <inheritdoc/>
    public readonly XorShift128 CreateProvider(System.Random random) => Create(random);

    /// <inheritdoc/>
    public readonly XorShift128 CreateProvider<TRandomProvider>(ref TRandomProvider random)
        where TRandomProvider : struct, IRandomProvider<TRandomProvider>
        => new((uint)random.Next() + 1, (uint)random.Next(), (uint)random.Next(), (uint)random.Next());

    /// <summary>True for the same state.</summary>
    public readonly bool Equals(XorShift128 other) => this == other;

    /// <inheritdoc/>
    public readonly override bool Equals(object? obj) => obj is XorShift128 other && Equals(other);

    /// <inheritdoc/>
    public readonly override int GetHashCode() => HashCode.Combine(State0, State1, State2, State3);

    /// <summary>The state.</summary>
    public readonly override string ToString() => $"[{State0}, {State1}, {State2}, {State3}]";
}
