namespace ILGPU;

/// <content>Small integers, halves of 64-bit integers.</content>
public static partial class IntrinsicMath
{
    /// <summary>The lesser of two values.</summary>
    public static sbyte Min(sbyte first, sbyte second) => first < second ? first : second;

    /// <summary>The greater of two values.</summary>
    public static sbyte Max(sbyte first, sbyte second) => first > second ? first : second;

    /// <summary>The value, held between two limits.</summary>
    public static sbyte Clamp(sbyte value, sbyte min, sbyte max) => Max(Min(value, max), min);

    /// <summary>The lesser of two values.</summary>
    public static byte Min(byte first, byte second) => first < second ? first : second;

    /// <summary>The greater of two values.</summary>
    public static byte Max(byte first, byte second) => first > second ? first : second;

    /// <summary>The value, held between two limits.</summary>
    public static byte Clamp(byte value, byte min, byte max) => Max(Min(value, max), min);

    /// <summary>The lesser of two values.</summary>
    public static short Min(short first, short second) => first < second ? first : second;

    /// <summary>The greater of two values.</summary>
    public static short Max(short first, short second) => first > second ? first : second;

    /// <summary>The value, held between two limits.</summary>
    public static short Clamp(short value, short min, short max) => Max(Min(value, max), min);

    /// <summary>The lesser of two values.</summary>
    public static ushort Min(ushort first, ushort second) => first < second ? first : second;

    /// <summary>The greater of two values.</summary>
    public static ushort Max(ushort first, ushort second) => first > second ? first : second;

    /// <summary>The value, held between two limits.</summary>
    public static ushort Clamp(ushort value, ushort min, ushort max) => Max(Min(value, max), min);

    /// <summary>The value without its sign.</summary>
    public static Half Abs(Half value) => Half.Abs(value);

    /// <summary>The two halves of a 64-bit integer.</summary>
    public static IntegerParts Decompose(ulong value) => new(value);

    /// <summary>The two halves of a 64-bit integer.</summary>
    public static IntegerParts Decompose(long value) => new((ulong)value);

    /// <summary>The 64-bit integer of two halves.</summary>
    public static ulong ComposeULong(IntegerParts parts) => parts.ToULong();

    /// <summary>The 64-bit integer of two halves.</summary>
    public static long ComposeLong(IntegerParts parts) => (long)parts.ToULong();

    /// <summary>A 64-bit integer as two of 32 bits.</summary>
    public struct IntegerParts
    {
        /// <summary>From the two halves.</summary>
        public IntegerParts(uint lower, uint upper)
        {
            Lower = lower;
            Upper = upper;
        }

        /// <summary>From the whole.</summary>
        public IntegerParts(ulong value)
            : this((uint)value, (uint)(value >> 32))
        {
        }

        /// <summary>Bits 0 to 31.</summary>
        public uint Lower { get; set; }

        /// <summary>Bits 32 to 63.</summary>
        public uint Upper { get; set; }

        /// <summary>The whole.</summary>
        public readonly ulong ToULong() => ((ulong)Upper << 32) | Lower;
    }
}
