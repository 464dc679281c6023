namespace ILGPU;

/// <summary>Integer functions and what every device has as an instruction.</summary>
public static partial class IntrinsicMath
{
    /// <summary>The value without its sign.</summary>
    public static sbyte Abs(sbyte value) => (sbyte)(value < 0 ? -value : value);

    /// <summary>The value without its sign.</summary>
    public static short Abs(short value) => (short)(value < 0 ? -value : value);

    /// <summary>The value without its sign.</summary>
    public static int Abs(int value) => value < 0 ? -value : value;

    /// <summary>The value without its sign.</summary>
    public static long Abs(long value) => value < 0 ? -value : value;

    /// <summary>The value without its sign.</summary>
    public static float Abs(float value) => Math.Abs(value);

    /// <summary>The value without its sign.</summary>
    public static double Abs(double value) => Math.Abs(value);

    /// <summary>The lesser of two values.</summary>
    public static int Min(int first, int second) => first < second ? first : second;

    /// <summary>The lesser of two values.</summary>
    public static uint Min(uint first, uint second) => first < second ? first : second;

    /// <summary>The lesser of two values.</summary>
    public static long Min(long first, long second) => first < second ? first : second;

    /// <summary>The lesser of two values.</summary>
    public static ulong Min(ulong first, ulong second) => first < second ? first : second;

    /// <summary>The lesser of two values; NaN where one is NaN.</summary>
    public static float Min(float first, float second) => Math.Min(first, second);

    /// <summary>The lesser of two values; NaN where one is NaN.</summary>
    public static double Min(double first, double second) => Math.Min(first, second);

    /// <summary>The greater of two values.</summary>
    public static int Max(int first, int second) => first > second ? first : second;

    /// <summary>The greater of two values.</summary>
    public static uint Max(uint first, uint second) => first > second ? first : second;

    /// <summary>The greater of two values.</summary>
    public static long Max(long first, long second) => first > second ? first : second;

    /// <summary>The greater of two values.</summary>
    public static ulong Max(ulong first, ulong second) => first > second ? first : second;

    /// <summary>The greater of two values; NaN where one is NaN.</summary>
    public static float Max(float first, float second) => Math.Max(first, second);

    /// <summary>The greater of two values; NaN where one is NaN.</summary>
    public static double Max(double first, double second) => Math.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static int Clamp(int value, int min, int max) => Min(Max(value, min), max);

    /// <summary>min(max(value, min), max).</summary>
    public static uint Clamp(uint value, uint min, uint max) => Min(Max(value, min), max);

    /// <summary>min(max(value, min), max).</summary>
    public static long Clamp(long value, long min, long max) => Min(Max(value, min), max);

    /// <summary>min(max(value, min), max).</summary>
    public static ulong Clamp(ulong value, ulong min, ulong max) => Min(Max(value, min), max);

    /// <summary>min(max(value, min), max).</summary>
    public static float Clamp(float value, float min, float max) => Min(Max(value, min), max);

    /// <summary>min(max(value, min), max).</summary>
    public static double Clamp(double value, double min, double max) => Min(Max(value, min), max);

    /// <summary>The number of one bits.</summary>
    public static int PopCount(int value) => System.Numerics.BitOperations.PopCount((uint)value);

    /// <summary>The number of one bits.</summary>
    public static int PopCount(uint value) => System.Numerics.BitOperations.PopCount(value);

    /// <summary>The number of one bits.</summary>
    public static int PopCount(long value) => System.Numerics.BitOperations.PopCount((ulong)value);

    /// <summary>The number of one bits.</summary>
    public static int PopCount(ulong value) => System.Numerics.BitOperations.PopCount(value);

    /// <summary>The number of zero bits before the first one bit.</summary>
    public static int LeadingZeroCount(int value) => System.Numerics.BitOperations.LeadingZeroCount((uint)value);

    /// <summary>The number of zero bits before the first one bit.</summary>
    public static int LeadingZeroCount(uint value) => System.Numerics.BitOperations.LeadingZeroCount(value);

    /// <summary>The number of zero bits before the first one bit.</summary>
    public static int LeadingZeroCount(long value) => System.Numerics.BitOperations.LeadingZeroCount((ulong)value);

    /// <summary>The number of zero bits before the first one bit.</summary>
    public static int LeadingZeroCount(ulong value) => System.Numerics.BitOperations.LeadingZeroCount(value);

    /// <summary>The number of zero bits behind the last one bit.</summary>
    public static int TrailingZeroCount(int value) => System.Numerics.BitOperations.TrailingZeroCount(value);

    /// <summary>The number of zero bits behind the last one bit.</summary>
    public static int TrailingZeroCount(uint value) => System.Numerics.BitOperations.TrailingZeroCount(value);

    /// <summary>The number of zero bits behind the last one bit.</summary>
    public static int TrailingZeroCount(long value) => System.Numerics.BitOperations.TrailingZeroCount(value);

    /// <summary>The number of zero bits behind the last one bit.</summary>
    public static int TrailingZeroCount(ulong value) => System.Numerics.BitOperations.TrailingZeroCount(value);

    /// <summary>The quotient, rounded up; for a numerator of at least 0 and a positive denominator.</summary>
    public static int DivRoundUp(int numerator, int denominator) => (numerator + denominator - 1) / denominator;

    /// <summary>The quotient, rounded down; for a numerator of at least 0 and a positive denominator.</summary>
    public static int DivRoundDown(int numerator, int denominator) => numerator / denominator;

    /// <summary>The quotient, rounded up; for a numerator of at least 0 and a positive denominator.</summary>
    public static long DivRoundUp(long numerator, long denominator) => (numerator + denominator - 1) / denominator;

    /// <summary>The quotient, rounded down; for a numerator of at least 0 and a positive denominator.</summary>
    public static long DivRoundDown(long numerator, long denominator) => numerator / denominator;

    /// <summary>|x| with the sign of y.</summary>
    public static float CopySign(float x, float y) => MathF.CopySign(x, y);

    /// <summary>|x| with the sign of y.</summary>
    public static double CopySign(double x, double y) => Math.CopySign(x, y);
}
