namespace ILGPU.Algorithms;

/// <content>Integers.</content>
public static partial class XMath
{
    /// <summary>The value without its sign.</summary>
    public static sbyte Abs(sbyte value) => IntrinsicMath.Abs(value);

    /// <summary>The value without its sign.</summary>
    public static short Abs(short value) => IntrinsicMath.Abs(value);

    /// <summary>The lesser of two values.</summary>
    public static sbyte Min(sbyte first, sbyte second) => IntrinsicMath.Min(first, second);

    /// <summary>The greater of two values.</summary>
    public static sbyte Max(sbyte first, sbyte second) => IntrinsicMath.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static sbyte Clamp(sbyte value, sbyte min, sbyte max) => IntrinsicMath.Clamp(value, min, max);

    /// <summary>The lesser of two values.</summary>
    public static byte Min(byte first, byte second) => IntrinsicMath.Min(first, second);

    /// <summary>The greater of two values.</summary>
    public static byte Max(byte first, byte second) => IntrinsicMath.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static byte Clamp(byte value, byte min, byte max) => IntrinsicMath.Clamp(value, min, max);

    /// <summary>The lesser of two values.</summary>
    public static short Min(short first, short second) => IntrinsicMath.Min(first, second);

    /// <summary>The greater of two values.</summary>
    public static short Max(short first, short second) => IntrinsicMath.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static short Clamp(short value, short min, short max) => IntrinsicMath.Clamp(value, min, max);

    /// <summary>The lesser of two values.</summary>
    public static ushort Min(ushort first, ushort second) => IntrinsicMath.Min(first, second);

    /// <summary>The greater of two values.</summary>
    public static ushort Max(ushort first, ushort second) => IntrinsicMath.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static ushort Clamp(ushort value, ushort min, ushort max) => IntrinsicMath.Clamp(value, min, max);

    /// <summary>The number of bits that are set.</summary>
    public static int PopCount(int value) => IntrinsicMath.PopCount(value);

    /// <summary>The number of bits that are set.</summary>
    public static int PopCount(uint value) => IntrinsicMath.PopCount(value);

    /// <summary>The number of bits that are set.</summary>
    public static int PopCount(long value) => IntrinsicMath.PopCount(value);

    /// <summary>The number of bits that are set.</summary>
    public static int PopCount(ulong value) => IntrinsicMath.PopCount(value);

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    public static int LeadingZeroCount(int value) => IntrinsicMath.LeadingZeroCount(value);

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    public static int LeadingZeroCount(uint value) => IntrinsicMath.LeadingZeroCount(value);

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    public static int LeadingZeroCount(long value) => IntrinsicMath.LeadingZeroCount(value);

    /// <summary>The number of zeros above the highest bit that is set.</summary>
    public static int LeadingZeroCount(ulong value) => IntrinsicMath.LeadingZeroCount(value);

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    public static int TrailingZeroCount(int value) => IntrinsicMath.TrailingZeroCount(value);

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    public static int TrailingZeroCount(uint value) => IntrinsicMath.TrailingZeroCount(value);

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    public static int TrailingZeroCount(long value) => IntrinsicMath.TrailingZeroCount(value);

    /// <summary>The number of zeros below the lowest bit that is set.</summary>
    public static int TrailingZeroCount(ulong value) => IntrinsicMath.TrailingZeroCount(value);

    /// <summary>numerator / denominator, rounded down; both are not negative.</summary>
    public static int DivRoundDown(int numerator, int denominator) => IntrinsicMath.DivRoundDown(numerator, denominator);

    /// <summary>numerator / denominator, rounded up; both are not negative.</summary>
    public static int DivRoundUp(int numerator, int denominator) => IntrinsicMath.DivRoundUp(numerator, denominator);

    /// <summary>numerator / denominator, rounded down; both are not negative.</summary>
    public static long DivRoundDown(long numerator, long denominator) => IntrinsicMath.DivRoundDown(numerator, denominator);

    /// <summary>numerator / denominator, rounded up; both are not negative.</summary>
    public static long DivRoundUp(long numerator, long denominator) => IntrinsicMath.DivRoundUp(numerator, denominator);

    /// <summary>The two halves of a 64-bit integer.</summary>
    public static IntrinsicMath.IntegerParts Decompose(long value) => IntrinsicMath.Decompose(value);

    /// <summary>The two halves of a 64-bit integer.</summary>
    public static IntrinsicMath.IntegerParts Decompose(ulong value) => IntrinsicMath.Decompose(value);

    /// <summary>The 64-bit integer of two halves.</summary>
    public static ulong ComposeULong(IntrinsicMath.IntegerParts parts) => IntrinsicMath.ComposeULong(parts);

    /// <summary>The 64-bit integer of two halves.</summary>
    public static long ComposeLong(IntrinsicMath.IntegerParts parts) => IntrinsicMath.ComposeLong(parts);
}
