using System.Runtime.CompilerServices;
using ILGPU.Algorithms;

namespace Gpu.Kernels.Numbers;

/// <summary>A float32 number whose elementary functions are those of the device's own library: faster on some devices, and not the same bits on all.
/// For <see cref="Precision.Fast"/>. Arithmetic is that of <see cref="F32"/>; so are the functions that ILGPU's library lacks. It has the memory layout of a float.</summary>
internal readonly struct Native32(F32 number) : IReal<Native32>
{
    private readonly F32 _number = number;

    /// <inheritdoc/>
    public static Native32 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(F32.Zero);
    }

    /// <inheritdoc/>
    public static Native32 One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(F32.One);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Const(double value) => new(F32.Const(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 operator +(Native32 a, Native32 b) => new(a._number + b._number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 operator -(Native32 a, Native32 b) => new(a._number - b._number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 operator *(Native32 a, Native32 b) => new(a._number * b._number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 operator /(Native32 a, Native32 b) => new(a._number / b._number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 operator -(Native32 a) => new(-a._number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Native32> operator <(Native32 a, Native32 b) => From(a._number < b._number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Native32> operator >(Native32 a, Native32 b) => From(a._number > b._number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Native32> operator <=(Native32 a, Native32 b) => From(a._number <= b._number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Native32> operator >=(Native32 a, Native32 b) => From(a._number >= b._number);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Native32> Equal(Native32 a, Native32 b) => From(F32.Equal(a._number, b._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Native32> NotEqual(Native32 a, Native32 b) => From(F32.NotEqual(a._number, b._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Native32> Both(Mask<Native32> a, Mask<Native32> b) => From(F32.Both(To(a), To(b)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Native32> Either(Mask<Native32> a, Mask<Native32> b) => From(F32.Either(To(a), To(b)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<Native32> Not(Mask<Native32> a) => From(F32.Not(To(a)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Select(Mask<Native32> mask, Native32 whenTrue, Native32 whenFalse) => new(F32.Select(To(mask), whenTrue._number, whenFalse._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Max(Native32 a, Native32 b) => new(F32.Max(a._number, b._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Min(Native32 a, Native32 b) => new(F32.Min(a._number, b._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 CopySign(Native32 a, Native32 sign) => new(F32.CopySign(a._number, sign._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Fma(Native32 a, Native32 b, Native32 c) => new(F32.Fma(a._number, b._number, c._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Abs(Native32 a) => new(F32.Abs(a._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Sqrt(Native32 a) => new(F32.Sqrt(a._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Floor(Native32 a) => new(F32.Floor(a._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Ceiling(Native32 a) => new(F32.Ceiling(a._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Round(Native32 a) => new(F32.Round(a._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Truncate(Native32 a) => new(F32.Truncate(a._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Expm1(Native32 a) => new(F32.Expm1(a._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Log1p(Native32 a) => new(F32.Log1p(a._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Erf(Native32 a) => new(F32.Erf(a._number));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Exp(Native32 a) => Of(XMath.Exp(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Log(Native32 a) => Of(XMath.Log(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Sin(Native32 a) => Of(XMath.Sin(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Cos(Native32 a) => Of(XMath.Cos(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Tan(Native32 a) => Of(XMath.Tan(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Asin(Native32 a) => Of(XMath.Asin(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Acos(Native32 a) => Of(XMath.Acos(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Atan(Native32 a) => Of(XMath.Atan(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Sinh(Native32 a) => Of(XMath.Sinh(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Cosh(Native32 a) => Of(XMath.Cosh(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Tanh(Native32 a) => Of(XMath.Tanh(a._number.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Native32 Pow(Native32 a, Native32 b) => Of(XMath.Pow(a._number.Value, b._number.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Native32 Of(float value) => new(new F32(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mask<Native32> From(Mask<F32> mask) => new(new Native32(mask.Bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mask<F32> To(Mask<Native32> mask) => new(mask.Bits._number);
}
