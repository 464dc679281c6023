using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

/// <summary>A single int64 number: one lane of a GPU kernel, or a value on the host. It has the memory layout of a long.</summary>
/// <remarks>A mask keeps 1 for true and 0 for false.</remarks>
public readonly struct I64(long value) : INum<I64>
{
    /// <summary>The value.</summary>
    public readonly long Value = value;

    /// <inheritdoc/>
    public static I64 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(0);
    }

    /// <inheritdoc/>
    public static I64 One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I64 Const(double value) =>
        new(value >= 9223372036854775807.0 ? long.MaxValue : value <= -9223372036854775808.0 ? long.MinValue : (long)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I64 operator +(I64 a, I64 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I64 operator -(I64 a, I64 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I64 operator *(I64 a, I64 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I64 operator -(I64 a) => new(-a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I64> operator <(I64 a, I64 b) => Truth(a.Value < b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I64> operator >(I64 a, I64 b) => Truth(a.Value > b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I64> operator <=(I64 a, I64 b) => Truth(a.Value <= b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I64> operator >=(I64 a, I64 b) => Truth(a.Value >= b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I64> Equal(I64 a, I64 b) => Truth(a.Value == b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I64> NotEqual(I64 a, I64 b) => Truth(a.Value != b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I64> Both(Mask<I64> a, Mask<I64> b) => new(new I64(a.Bits.Value & b.Bits.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I64> Either(Mask<I64> a, Mask<I64> b) => new(new I64(a.Bits.Value | b.Bits.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I64> Not(Mask<I64> a) => new(new I64(a.Bits.Value ^ 1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I64 Select(Mask<I64> mask, I64 whenTrue, I64 whenFalse) => mask.Bits.Value != 0 ? whenTrue : whenFalse;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I64 Max(I64 a, I64 b) => a.Value > b.Value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I64 Min(I64 a, I64 b) => a.Value < b.Value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I64 Abs(I64 a) => a.Value < 0 ? -a : a;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mask<I64> Truth(bool holds) => new(new I64(holds ? 1 : 0));
}
