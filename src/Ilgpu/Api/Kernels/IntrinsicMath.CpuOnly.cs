using ILGPU.Algorithms;

namespace ILGPU;

/// <content>The functions of reals.</content>
public static partial class IntrinsicMath
{
    /// <summary>Functions of reals: those of <see cref="XMath"/>, which kernels call on every device.</summary>
    public static class CPUOnly
    {
        /// <summary>arccos x.</summary>
        public static float Acos(float value) => XMath.Acos(value);

        /// <summary>arcsin x.</summary>
        public static float Asin(float value) => XMath.Asin(value);

        /// <summary>arctan x.</summary>
        public static float Atan(float value) => XMath.Atan(value);

        /// <summary>The least integer that is not less than x.</summary>
        public static float Ceiling(float value) => XMath.Ceiling(value);

        /// <summary>cos x.</summary>
        public static float Cos(float value) => XMath.Cos(value);

        /// <summary>cosh x.</summary>
        public static float Cosh(float value) => XMath.Cosh(value);

        /// <summary>e^x.</summary>
        public static float Exp(float value) => XMath.Exp(value);

        /// <summary>The greatest integer that is not greater than x.</summary>
        public static float Floor(float value) => XMath.Floor(value);

        /// <summary>The natural logarithm.</summary>
        public static float Log(float value) => XMath.Log(value);

        /// <summary>The logarithm to base 10.</summary>
        public static float Log10(float value) => XMath.Log10(value);

        /// <summary>The logarithm to base 2.</summary>
        public static float Log2(float value) => XMath.Log2(value);

        /// <summary>sin x.</summary>
        public static float Sin(float value) => XMath.Sin(value);

        /// <summary>sinh x.</summary>
        public static float Sinh(float value) => XMath.Sinh(value);

        /// <summary>The square root.</summary>
        public static float Sqrt(float value) => XMath.Sqrt(value);

        /// <summary>tan x.</summary>
        public static float Tan(float value) => XMath.Tan(value);

        /// <summary>tanh x.</summary>
        public static float Tanh(float value) => XMath.Tanh(value);

        /// <summary>2^x.</summary>
        public static float Exp2(float value) => XMath.Exp2(value);

        /// <summary>1 / x.</summary>
        public static float Rcp(float value) => XMath.Rcp(value);

        /// <summary>1 / sqrt x.</summary>
        public static float Rsqrt(float value) => XMath.Rsqrt(value);

        /// <summary>The angle of the point (x, y).</summary>
        public static float Atan2(float y, float x) => XMath.Atan2(y, x);

        /// <summary>The logarithm to a base: log x / log base.</summary>
        public static float Log(float value, float newBase) => XMath.Log(value, newBase);

        /// <summary>The greater of two values; NaN where one is NaN.</summary>
        public static float Max(float first, float second) => XMath.Max(first, second);

        /// <summary>The lesser of two values; NaN where one is NaN.</summary>
        public static float Min(float first, float second) => XMath.Min(first, second);

        /// <summary>base^exp.</summary>
        public static float Pow(float @base, float exp) => XMath.Pow(@base, exp);

        /// <summary>The remainder of x / y, with the sign of x.</summary>
        public static float Rem(float x, float y) => XMath.Rem(x, y);

        /// <summary>True where the value is neither infinite nor NaN.</summary>
        public static bool IsFinite(float value) => XMath.IsFinite(value);

        /// <summary>True where the value is infinite.</summary>
        public static bool IsInfinity(float value) => XMath.IsInfinity(value);

        /// <summary>True where the value is not a number.</summary>
        public static bool IsNaN(float value) => XMath.IsNaN(value);

        /// <summary>arccos x.</summary>
        public static double Acos(double value) => XMath.Acos(value);

        /// <summary>arcsin x.</summary>
        public static double Asin(double value) => XMath.Asin(value);

        /// <summary>arctan x.</summary>
        public static double Atan(double value) => XMath.Atan(value);

        /// <summary>The least integer that is not less than x.</summary>
        public static double Ceiling(double value) => XMath.Ceiling(value);

        /// <summary>cos x.</summary>
        public static double Cos(double value) => XMath.Cos(value);

        /// <summary>cosh x.</summary>
        public static double Cosh(double value) => XMath.Cosh(value);

        /// <summary>e^x.</summary>
        public static double Exp(double value) => XMath.Exp(value);

        /// <summary>The greatest integer that is not greater than x.</summary>
        public static double Floor(double value) => XMath.Floor(value);

        /// <summary>The natural logarithm.</summary>
        public static double Log(double value) => XMath.Log(value);

        /// <summary>The logarithm to base 10.</summary>
        public static double Log10(double value) => XMath.Log10(value);

        /// <summary>The logarithm to base 2.</summary>
        public static double Log2(double value) => XMath.Log2(value);

        /// <summary>sin x.</summary>
        public static double Sin(double value) => XMath.Sin(value);

        /// <summary>sinh x.</summary>
        public static double Sinh(double value) => XMath.Sinh(value);

        /// <summary>The square root.</summary>
        public static double Sqrt(double value) => XMath.Sqrt(value);

        /// <summary>tan x.</summary>
        public static double Tan(double value) => XMath.Tan(value);

        /// <summary>tanh x.</summary>
        public static double Tanh(double value) => XMath.Tanh(value);

        /// <summary>2^x.</summary>
        public static double Exp2(double value) => XMath.Exp2(value);

        /// <summary>1 / x.</summary>
        public static double Rcp(double value) => XMath.Rcp(value);

        /// <summary>1 / sqrt x.</summary>
        public static double Rsqrt(double value) => XMath.Rsqrt(value);

        /// <summary>The angle of the point (x, y).</summary>
        public static double Atan2(double y, double x) => XMath.Atan2(y, x);

        /// <summary>The logarithm to a base: log x / log base.</summary>
        public static double Log(double value, double newBase) => XMath.Log(value, newBase);

        /// <summary>The greater of two values; NaN where one is NaN.</summary>
        public static double Max(double first, double second) => XMath.Max(first, second);

        /// <summary>The lesser of two values; NaN where one is NaN.</summary>
        public static double Min(double first, double second) => XMath.Min(first, second);

        /// <summary>base^exp.</summary>
        public static double Pow(double @base, double exp) => XMath.Pow(@base, exp);

        /// <summary>The remainder of x / y, with the sign of x.</summary>
        public static double Rem(double x, double y) => XMath.Rem(x, y);

        /// <summary>True where the value is neither infinite nor NaN.</summary>
        public static bool IsFinite(double value) => XMath.IsFinite(value);

        /// <summary>True where the value is infinite.</summary>
        public static bool IsInfinity(double value) => XMath.IsInfinity(value);

        /// <summary>True where the value is not a number.</summary>
        public static bool IsNaN(double value) => XMath.IsNaN(value);
    }
}
