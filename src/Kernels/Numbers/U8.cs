using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

/// <summary>A single truth value, 0 or 1, in a byte: one lane of a GPU kernel, or a value on the host. Arithmetic stays within 0 and 1:
/// + is or, * is and, - is exclusive or, and a constant is 1 where it is positive.</summary>
/// <remarks>A mask keeps 1 for true and 0 for false.</remarks>
public readonly struct U8(byte value) : INum<U8>
{
    /// <summary>The value.</summary>
    public readonly byte Value = value;

    /// <inheritdoc/>
    public static U8 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(0);
    }

    /// <inheritdoc/>
    public static U8 One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U8 Const(double value) => new(value > 0 ? (byte)1 : (byte)0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U8 operator +(U8 a, U8 b) => new((byte)(a.Value | b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U8 operator -(U8 a, U8 b) => new((byte)(a.Value ^ b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U8 operator *(U8 a, U8 b) => new((byte)(a.Value & b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U8 operator -(U8 a) => a;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<U8> operator <(U8 a, U8 b) => Truth(a.Value < b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<U8> operator >(U8 a, U8 b) => Truth(a.Value > b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<U8> operator <=(U8 a, U8 b) => Truth(a.Value <= b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<U8> operator >=(U8 a, U8 b) => Truth(a.Value >= b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<U8> Equal(U8 a, U8 b) => Truth(a.Value == b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<U8> NotEqual(U8 a, U8 b) => Truth(a.Value != b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<U8> Both(Mask<U8> a, Mask<U8> b) => new(new U8((byte)(a.Bits.Value & b.Bits.Value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<U8> Either(Mask<U8> a, Mask<U8> b) => new(new U8((byte)(a.Bits.Value | b.Bits.Value)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask<U8> Not(Mask<U8> a) => new(new U8((byte)(a.Bits.Value ^ 1)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U8 Select(Mask<U8> mask, U8 whenTrue, U8 whenFalse) => mask.Bits.Value != 0 ? whenTrue : whenFalse;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U8 Max(U8 a, U8 b) => a.Value > b.Value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U8 Min(U8 a, U8 b) => a.Value < b.Value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static U8 Abs(U8 a) => a;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mask<U8> Truth(bool holds) => new(new U8(holds ? (byte)1 : (byte)0));
}
