namespace ILGPU;

/// <summary>A 16-bit floating-point number (IEEE binary16). Arithmetic runs in 32 bits and rounds to 16 after every operation.</summary>
public readonly partial struct Half : IEquatable<Half>
{
    internal Half(ushort rawValue)
    {
        RawValue = rawValue;
    }

    internal ushort RawValue { get; }

    /// <summary>Rounds to the nearest, ties to even.</summary>
    public static explicit operator Half(float value) => new(FromSingle(value));

    /// <summary>Rounds to the nearest, ties to even, once.</summary>
    public static explicit operator Half(double value) => new(FromDouble(value));

    /// <summary>The same value with 32 bits.</summary>
    public static implicit operator float(Half value) => ToSingle(value.RawValue);

    /// <summary>The same value with 64 bits.</summary>
    public static implicit operator double(Half value) => ToSingle(value.RawValue);

    /// <summary>-value.</summary>
    public static Half operator -(Half value) => new((ushort)(value.RawValue ^ 0x8000));

    /// <summary>left + right.</summary>
    public static Half operator +(Half left, Half right) => (Half)((float)left + (float)right);

    /// <summary>left - right.</summary>
    public static Half operator -(Half left, Half right) => (Half)((float)left - (float)right);

    /// <summary>left * right.</summary>
    public static Half operator *(Half left, Half right) => (Half)((float)left * (float)right);

    /// <summary>left / right.</summary>
    public static Half operator /(Half left, Half right) => (Half)((float)left / (float)right);

    /// <summary>left &lt; right.</summary>
    public static bool operator <(Half left, Half right) => (float)left < (float)right;

    /// <summary>left &lt;= right.</summary>
    public static bool operator <=(Half left, Half right) => (float)left <= (float)right;

    /// <summary>left &gt; right.</summary>
    public static bool operator >(Half left, Half right) => (float)left > (float)right;

    /// <summary>left &gt;= right.</summary>
    public static bool operator >=(Half left, Half right) => (float)left >= (float)right;

    /// <summary>left == right; NaN equals nothing.</summary>
    public static bool operator ==(Half left, Half right) => (float)left == (float)right;

    /// <summary>left != right; NaN differs from everything.</summary>
    public static bool operator !=(Half left, Half right) => (float)left != (float)right;

    /// <summary>True where both are the same value or both are NaN.</summary>
    public bool Equals(Half other) => ((float)this).Equals((float)other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Half other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((float)this).GetHashCode();

    /// <summary>The value as a number.</summary>
    public override string ToString() => ((float)this).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Intrinsic("il_half_to_f32({0})", "il_half_to_f32({0})", Pure = true)]
    private static float ToSingle(ushort bits) => (float)BitConverter.UInt16BitsToHalf(bits);

    [Intrinsic("il_f32_to_half({0})", "il_f32_to_half({0})", Pure = true)]
    private static ushort FromSingle(float value) => BitConverter.HalfToUInt16Bits((System.Half)value);

    [Intrinsic("il_f64_to_half({0})", "il_f64_to_half({0})", Pure = true)]
    private static ushort FromDouble(double value) => BitConverter.HalfToUInt16Bits((System.Half)value);
}
