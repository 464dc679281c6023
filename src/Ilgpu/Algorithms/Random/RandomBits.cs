namespace ILGPU.Algorithms.Random;

/// <summary>Random bits as numbers, and states from numbers.</summary>
internal static class RandomBits
{
    private const int FloatBits = 24;
    private const int DoubleBits = 53;

    public static int ToInt(uint bits) => (int)(bits >> 1);

    public static long ToLong(ulong bits) => (long)(bits >> 1);

    /// <summary>A multiple of 2^-24 in [0, 1).</summary>
    public static float ToFloat(uint bits) => (bits >> (32 - FloatBits)) * (1.0f / (1 << FloatBits));

    /// <summary>A multiple of 2^-53 in [0, 1).</summary>
    public static double ToDouble(ulong bits) => (bits >> (64 - DoubleBits)) * (1.0 / (1L << DoubleBits));

    public static uint Fold(ulong bits) => (uint)(bits >> 32) ^ (uint)bits;

    /// <summary>A state that is never 0, far from that of other shifts: the finalizer of SplitMix64 over state + shift * 2^64 / golden ratio.</summary>
    public static ulong Mix(ulong state, int shift)
    {
        ulong x = state + ((ulong)(uint)shift + 1) * 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        x ^= x >> 31;
        return x == 0 ? 1 : x;
    }

    /// <summary><see cref="Mix(ulong, int)"/> with 32 bits.</summary>
    public static uint MixNarrow(uint state, int shift)
    {
        uint x = Fold(Mix(state, shift));
        return x == 0 ? 1 : x;
    }

    public static uint NextState(System.Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return (uint)random.NextInt64(1, 1L << 32);
    }

    public static ulong NextWideState(System.Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return ((ulong)random.NextInt64(0, 1L << 32) << 32) | (uint)random.NextInt64(1, 1L << 32);
    }
}
