// x != x is how a comparison, not a library, tells NaN.
#pragma warning disable CS1718

namespace ILGPU.Algorithms;

/// <summary>Functions of numbers for kernels, 32 and 64 bits.</summary>
public static partial class XMath
{
    /// <summary>|x|.</summary>
    public static float Abs(float value) => MathF.Abs(value);

    /// <summary>arccos x.</summary>
    public static float Acos(float value) => MathF.Acos(value);

    /// <summary>arcsin x.</summary>
    public static float Asin(float value) => MathF.Asin(value);

    /// <summary>arctan x.</summary>
    public static float Atan(float value) => MathF.Atan(value);

    /// <summary>The least integer that is not less than x.</summary>
    public static float Ceiling(float value) => MathF.Ceiling(value);

    /// <summary>cos x.</summary>
    public static float Cos(float value) => MathF.Cos(value);

    /// <summary>cosh x.</summary>
    public static float Cosh(float value) => MathF.Cosh(value);

    /// <summary>e^x.</summary>
    public static float Exp(float value) => MathF.Exp(value);

    /// <summary>The greatest integer that is not greater than x.</summary>
    public static float Floor(float value) => MathF.Floor(value);

    /// <summary>The natural logarithm.</summary>
    public static float Log(float value) => MathF.Log(value);

    /// <summary>The logarithm to base 10.</summary>
    public static float Log10(float value) => MathF.Log10(value);

    /// <summary>The logarithm to base 2.</summary>
    public static float Log2(float value) => MathF.Log2(value);

    /// <summary>sin x.</summary>
    public static float Sin(float value) => MathF.Sin(value);

    /// <summary>sinh x.</summary>
    public static float Sinh(float value) => MathF.Sinh(value);

    /// <summary>The square root.</summary>
    public static float Sqrt(float value) => MathF.Sqrt(value);

    /// <summary>tan x.</summary>
    public static float Tan(float value) => MathF.Tan(value);

    /// <summary>tanh x.</summary>
    public static float Tanh(float value) => MathF.Tanh(value);

    /// <summary>x without its fraction.</summary>
    public static float Truncate(float value) => MathF.Truncate(value);

    /// <summary>The angle of the point (x, y).</summary>
    public static float Atan2(float y, float x) => MathF.Atan2(y, x);

    /// <summary>The logarithm to a base: log x / log base.</summary>
    public static float Log(float value, float newBase) => MathF.Log(value) / MathF.Log(newBase);

    /// <summary>2^x.</summary>
    public static float Exp2(float value) => MathF.Pow(2f, value);

    /// <summary>base^exp.</summary>
    public static float Pow(float @base, float exp) => MathF.Pow(@base, exp);

    /// <summary>1 / x.</summary>
    public static float Rcp(float value) => 1 / value;

    /// <summary>1 / sqrt x.</summary>
    public static float Rsqrt(float value) => 1 / MathF.Sqrt(value);

    /// <summary>The remainder of x / y, with the sign of x.</summary>
    public static float Rem(float x, float y) => x % y;

    /// <summary>The nearest integer, ties to even.</summary>
    public static float Round(float value) => MathF.Round(value);

    /// <summary>The nearest integer, ties to even.</summary>
    public static float RoundToEven(float value) => MathF.Round(value);

    /// <summary>-1, 0 or 1; 0 for NaN.</summary>
    public static int Sign(float value) => value > 0 ? 1 : value < 0 ? -1 : 0;

    /// <summary>True where the value is neither infinite nor NaN.</summary>
    public static bool IsFinite(float value) => value - value == 0;

    /// <summary>True where the value is infinite.</summary>
    public static bool IsInfinity(float value) => value == float.PositiveInfinity || value == float.NegativeInfinity;

    /// <summary>True where the value is not a number.</summary>
    public static bool IsNaN(float value) => value != value;

    /// <summary>The lesser of two values; NaN where one is NaN.</summary>
    public static float Min(float first, float second) => Math.Min(first, second);

    /// <summary>The greater of two values; NaN where one is NaN.</summary>
    public static float Max(float first, float second) => Math.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static float Clamp(float value, float min, float max) => Min(Max(value, min), max);

    /// <summary>(sin x, cos x).</summary>
    public static void SinCos(float radians, out float sin, out float cos)
    {
        sin = MathF.Sin(radians);
        cos = MathF.Cos(radians);
    }

    /// <summary>|x|.</summary>
    public static double Abs(double value) => Math.Abs(value);

    /// <summary>arccos x.</summary>
    public static double Acos(double value) => Math.Acos(value);

    /// <summary>arcsin x.</summary>
    public static double Asin(double value) => Math.Asin(value);

    /// <summary>arctan x.</summary>
    public static double Atan(double value) => Math.Atan(value);

    /// <summary>The least integer that is not less than x.</summary>
    public static double Ceiling(double value) => Math.Ceiling(value);

    /// <summary>cos x.</summary>
    public static double Cos(double value) => Math.Cos(value);

    /// <summary>cosh x.</summary>
    public static double Cosh(double value) => Math.Cosh(value);

    /// <summary>e^x.</summary>
    public static double Exp(double value) => Math.Exp(value);

    /// <summary>The greatest integer that is not greater than x.</summary>
    public static double Floor(double value) => Math.Floor(value);

    /// <summary>The natural logarithm.</summary>
    public static double Log(double value) => Math.Log(value);

    /// <summary>The logarithm to base 10.</summary>
    public static double Log10(double value) => Math.Log10(value);

    /// <summary>The logarithm to base 2.</summary>
    public static double Log2(double value) => Math.Log2(value);

    /// <summary>sin x.</summary>
    public static double Sin(double value) => Math.Sin(value);

    /// <summary>sinh x.</summary>
    public static double Sinh(double value) => Math.Sinh(value);

    /// <summary>The square root.</summary>
    public static double Sqrt(double value) => Math.Sqrt(value);

    /// <summary>tan x.</summary>
    public static double Tan(double value) => Math.Tan(value);

    /// <summary>tanh x.</summary>
    public static double Tanh(double value) => Math.Tanh(value);

    /// <summary>x without its fraction.</summary>
    public static double Truncate(double value) => Math.Truncate(value);

    /// <summary>The angle of the point (x, y).</summary>
    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    /// <summary>The logarithm to a base: log x / log base.</summary>
    public static double Log(double value, double newBase) => Math.Log(value) / Math.Log(newBase);

    /// <summary>2^x.</summary>
    public static double Exp2(double value) => Math.Pow(2.0, value);

    /// <summary>base^exp.</summary>
    public static double Pow(double @base, double exp) => Math.Pow(@base, exp);

    /// <summary>1 / x.</summary>
    public static double Rcp(double value) => 1 / value;

    /// <summary>1 / sqrt x.</summary>
    public static double Rsqrt(double value) => 1 / Math.Sqrt(value);

    /// <summary>The remainder of x / y, with the sign of x.</summary>
    public static double Rem(double x, double y) => x % y;

    /// <summary>The nearest integer, ties to even.</summary>
    public static double Round(double value) => Math.Round(value);

    /// <summary>The nearest integer, ties to even.</summary>
    public static double RoundToEven(double value) => Math.Round(value);

    /// <summary>-1, 0 or 1; 0 for NaN.</summary>
    public static int Sign(double value) => value > 0 ? 1 : value < 0 ? -1 : 0;

    /// <summary>True where the value is neither infinite nor NaN.</summary>
    public static bool IsFinite(double value) => value - value == 0;

    /// <summary>True where the value is infinite.</summary>
    public static bool IsInfinity(double value) => value == double.PositiveInfinity || value == double.NegativeInfinity;

    /// <summary>True where the value is not a number.</summary>
    public static bool IsNaN(double value) => value != value;

    /// <summary>The lesser of two values; NaN where one is NaN.</summary>
    public static double Min(double first, double second) => Math.Min(first, second);

    /// <summary>The greater of two values; NaN where one is NaN.</summary>
    public static double Max(double first, double second) => Math.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static double Clamp(double value, double min, double max) => Min(Max(value, min), max);

    /// <summary>(sin x, cos x).</summary>
    public static void SinCos(double radians, out double sin, out double cos)
    {
        sin = Math.Sin(radians);
        cos = Math.Cos(radians);
    }

    /// <summary>The value without its sign.</summary>
    public static int Abs(int value) => IntrinsicMath.Abs(value);

    /// <summary>The value without its sign.</summary>
    public static long Abs(long value) => IntrinsicMath.Abs(value);

    /// <summary>The lesser of two values.</summary>
    public static int Min(int first, int second) => IntrinsicMath.Min(first, second);

    /// <summary>The greater of two values.</summary>
    public static int Max(int first, int second) => IntrinsicMath.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static int Clamp(int value, int min, int max) => IntrinsicMath.Clamp(value, min, max);

    /// <summary>The lesser of two values.</summary>
    public static uint Min(uint first, uint second) => IntrinsicMath.Min(first, second);

    /// <summary>The greater of two values.</summary>
    public static uint Max(uint first, uint second) => IntrinsicMath.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static uint Clamp(uint value, uint min, uint max) => IntrinsicMath.Clamp(value, min, max);

    /// <summary>The lesser of two values.</summary>
    public static long Min(long first, long second) => IntrinsicMath.Min(first, second);

    /// <summary>The greater of two values.</summary>
    public static long Max(long first, long second) => IntrinsicMath.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static long Clamp(long value, long min, long max) => IntrinsicMath.Clamp(value, min, max);

    /// <summary>The lesser of two values.</summary>
    public static ulong Min(ulong first, ulong second) => IntrinsicMath.Min(first, second);

    /// <summary>The greater of two values.</summary>
    public static ulong Max(ulong first, ulong second) => IntrinsicMath.Max(first, second);

    /// <summary>min(max(value, min), max).</summary>
    public static ulong Clamp(ulong value, ulong min, ulong max) => IntrinsicMath.Clamp(value, min, max);
}
