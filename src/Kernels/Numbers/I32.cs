using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

/// <summary>A single int32 number: one lane of a GPU kernel, or a value on the host. It has the memory layout of an int.</summary>
/// <remarks>A mask keeps 1 for true and 0 for false.</remarks>
public readonly struct I32(int value) : INum<I32>
{
    /// <summary>The value.</summary>
    public readonly int Value = value;

    /// <inheritdoc/>
    public static I32 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(0);
    }

    /// <inheritdoc/>
    public static I32 One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32 Const(double value) =>
        new(value >= 2147483647.0 ? int.MaxValue : value <= -2147483648.0 ? int.MinValue : (int)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32 operator +(I32 a, I32 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32 operator -(I32 a, I32 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32 operator *(I32 a, I32 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32 operator -(I32 a) => new(-a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I32> operator <(I32 a, I32 b) => Truth(a.Value < b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I32> operator >(I32 a, I32 b) => Truth(a.Value > b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I32> operator <=(I32 a, I32 b) => Truth(a.Value <= b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I32> operator >=(I32 a, I32 b) => Truth(a.Value >= b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I32> Equal(I32 a, I32 b) => Truth(a.Value == b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I32> NotEqual(I32 a, I32 b) => Truth(a.Value != b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I32> Both(Mask<I32> a, Mask<I32> b) => new(new I32(a.Bits.Value & b.Bits.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I32> Either(Mask<I32> a, Mask<I32> b) => new(new I32(a.Bits.Value | b.Bits.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<I32> Not(Mask<I32> a) => new(new I32(a.Bits.Value ^ 1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32 Select(Mask<I32> mask, I32 whenTrue, I32 whenFalse) => mask.Bits.Value != 0 ? whenTrue : whenFalse;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32 Max(I32 a, I32 b) => a.Value > b.Value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32 Min(I32 a, I32 b) => a.Value < b.Value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static I32 Abs(I32 a) => a.Value < 0 ? -a : a;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mask<I32> Truth(bool holds) => new(new I32(holds ? 1 : 0));
}
