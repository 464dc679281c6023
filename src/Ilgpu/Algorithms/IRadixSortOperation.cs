namespace ILGPU.Algorithms.RadixSortOperations;

/// <summary>How keys become unsigned numbers of some bits whose order is the wanted one.</summary>
/// <typeparam name="T">The key type.</typeparam>
public interface IRadixSortOperation<T>
    where T : struct
{
    /// <summary>The number of bits that decide; a multiple of 8.</summary>
    int NumBits { get; }

    /// <summary>The key that comes last.</summary>
    T DefaultValue { get; }

    /// <summary>The bits of the key's number from <paramref name="shift"/> on, as far as <paramref name="bitMask"/> lets them through.</summary>
    int ExtractRadixBits(T value, int shift, int bitMask);
}

/// <summary>
/// Floating-point numbers as unsigned numbers of the same order: positive ones get the top bit, of negative ones all bits are flipped.
/// </summary>
internal static class RadixOrder
{
    public static uint Of(float value)
    {
        uint bits = Interop.FloatAsInt(value);
        return (bits >> 31) != 0 ? ~bits : bits | (1u << 31);
    }

    public static ulong Of(double value)
    {
        ulong bits = Interop.FloatAsInt(value);
        return (bits >> 63) != 0 ? ~bits : bits | (1UL << 63);
    }

    public static uint Of(Half value)
    {
        uint bits = Interop.FloatAsInt(value);
        return (bits >> 15) != 0 ? ~bits & 0xffff : bits | (1u << 15);
    }
}
