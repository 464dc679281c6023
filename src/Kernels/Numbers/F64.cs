using System.Runtime.CompilerServices;
using ILGPU;

namespace Gpu.Kernels.Numbers;

/// <summary>A single float64 number (IEEE 754 binary64): one lane of a GPU kernel, or a value on the host. It has the memory layout of a double.</summary>
/// <remarks>A mask keeps 1 for true and 0 for false.</remarks>
public readonly struct F64(double value) : IBits<F64>
{
    /// <summary>The value.</summary>
    public readonly double Value = value;

    private ulong Pattern
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Interop.FloatAsInt(Value);
    }

    private long Integer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (long)Interop.FloatAsInt(Value);
    }

    /// <inheritdoc/>
    public static F64 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(0.0);
    }

    /// <inheritdoc/>
    public static F64 One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(1.0);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Const(double value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 operator +(F64 a, F64 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 operator -(F64 a, F64 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 operator *(F64 a, F64 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 operator /(F64 a, F64 b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 operator -(F64 a) => new(-a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> operator <(F64 a, F64 b) => Truth(a.Value < b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> operator >(F64 a, F64 b) => Truth(a.Value > b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> operator <=(F64 a, F64 b) => Truth(a.Value <= b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> operator >=(F64 a, F64 b) => Truth(a.Value >= b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> Equal(F64 a, F64 b) => Truth(a.Value == b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> NotEqual(F64 a, F64 b) => Truth(a.Value != b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> Both(Mask<F64> a, Mask<F64> b) => new(a.Bits * b.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> Either(Mask<F64> a, Mask<F64> b) => Truth(a.Bits.Value + b.Bits.Value != 0.0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> Not(Mask<F64> a) => new(One - a.Bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Select(Mask<F64> mask, F64 whenTrue, F64 whenFalse) => mask.Bits.Value != 0.0 ? whenTrue : whenFalse;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Mask<F64> mask) => mask.Bits.Value != 0.0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Max(F64 a, F64 b) => 
        a.Value > b.Value ? a : a.Value < b.Value ? b : a.Value == b.Value ? BitAnd(a, b) : a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Min(F64 a, F64 b) => 
        a.Value < b.Value ? a : a.Value > b.Value ? b : a.Value == b.Value ? BitOr(a, b) : a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Abs(F64 a) => FromPattern(a.Pattern & 0x7FFFFFFFFFFFFFFF);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Sqrt(F64 a) => new(Math.Sqrt(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Fma(F64 a, F64 b, F64 c) => new(DeviceMath.Fma(a.Value, b.Value, c.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 CopySign(F64 a, F64 sign) => FromPattern((a.Pattern & 0x7FFFFFFFFFFFFFFF) | (sign.Pattern & 0x8000000000000000));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Floor(F64 a) => new(Math.Floor(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Ceiling(F64 a) => new(Math.Ceiling(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Round(F64 a) => new(Math.Round(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Truncate(F64 a) => new(Math.Truncate(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Exp(F64 a) => Elementary64.Exp(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Expm1(F64 a) => Elementary64.Expm1(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Log(F64 a) => Elementary64.Log(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Log1p(F64 a) => Elementary64.Log1p(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Pow(F64 a, F64 b) => Elementary64.Pow(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Sin(F64 a) => Elementary64.Sin(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Cos(F64 a) => Elementary64.Cos(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Tan(F64 a) => Elementary64.Tan(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Asin(F64 a) => Elementary64.Asin(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Acos(F64 a) => Elementary64.Acos(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Atan(F64 a) => Elementary64.Atan(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Sinh(F64 a) => Elementary64.Sinh(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Cosh(F64 a) => Elementary64.Cosh(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Tanh(F64 a) => Elementary64.Tanh(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 Erf(F64 a) => Elementary64.Erf(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 FromBits(long pattern) => FromPattern(unchecked((ulong)pattern));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 BitAnd(F64 a, F64 b) => FromPattern(a.Pattern & b.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 BitOr(F64 a, F64 b) => FromPattern(a.Pattern | b.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 BitXor(F64 a, F64 b) => FromPattern(a.Pattern ^ b.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 ShiftLeft(F64 a, int count) => FromPattern(a.Pattern << count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 ShiftRight(F64 a, int count) => FromPattern(a.Pattern >> count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 ShiftRightSigned(F64 a, int count) => FromPattern((ulong)(a.Integer >> count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 AddBits(F64 a, F64 b) => FromPattern(a.Pattern + b.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 SubBits(F64 a, F64 b) => FromPattern(a.Pattern - b.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> BitsGreater(F64 a, F64 b) => Truth(a.Integer > b.Integer);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<F64> BitsEqual(F64 a, F64 b) => Truth(a.Pattern == b.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 ToInteger(F64 a) => FromPattern((ulong)(long)a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F64 FromInteger(F64 bits) => new(bits.Integer);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mask<F64> Truth(bool holds) => new(new F64(holds ? 1.0 : 0.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F64 FromPattern(ulong pattern) => new(Interop.IntAsFloat(pattern));
}
