namespace ILGPU;

/// <content>Limits, questions and conversions.</content>
public readonly partial struct Half : IComparable<Half>
{
    /// <summary>0.</summary>
    public static readonly Half Zero = new(0x0000);

    /// <summary>1.</summary>
    public static readonly Half One = new(0x3C00);

    /// <summary>The smallest positive value, 2^-24.</summary>
    public static readonly Half Epsilon = new(0x0001);

    /// <summary>The greatest finite value, 65504.</summary>
    public static readonly Half MaxValue = new(0x7BFF);

    /// <summary>The least finite value, -65504.</summary>
    public static readonly Half MinValue = new(0xFBFF);

    /// <summary>Infinity.</summary>
    public static readonly Half PositiveInfinity = new(0x7C00);

    /// <summary>Minus infinity.</summary>
    public static readonly Half NegativeInfinity = new(0xFC00);

    /// <summary>Not a number.</summary>
    public static readonly Half NaN = new(0xFE00);

    /// <summary>The value without its sign.</summary>
    public static Half Abs(Half half) => new((ushort)(half.RawValue & 0x7FFF));

    /// <summary>True for a NaN.</summary>
    public static bool IsNaN(Half half) => (half.RawValue & 0x7FFF) > 0x7C00;

    /// <summary>True for 0 and -0.</summary>
    public static bool IsZero(Half half) => (half.RawValue & 0x7FFF) == 0;

    /// <summary>True for both infinities.</summary>
    public static bool IsInfinity(Half half) => (half.RawValue & 0x7FFF) == 0x7C00;

    /// <summary>True for infinity.</summary>
    public static bool IsPositiveInfinity(Half half) => half.RawValue == 0x7C00;

    /// <summary>True for minus infinity.</summary>
    public static bool IsNegativeInfinity(Half half) => half.RawValue == 0xFC00;

    /// <summary>True for a value that is neither infinite nor NaN.</summary>
    public static bool IsFinite(Half half) => (half.RawValue & 0x7FFF) < 0x7C00;

    /// <summary>Rounds to the nearest, ties to even.</summary>
    public static explicit operator Half(sbyte value) => (Half)(float)value;

    /// <summary>Drops the fraction, as the conversion from 32 bits does.</summary>
    public static explicit operator sbyte(Half value) => (sbyte)(float)value;

    /// <summary>Rounds to the nearest, ties to even.</summary>
    public static explicit operator Half(byte value) => (Half)(float)value;

    /// <summary>Drops the fraction, as the conversion from 32 bits does.</summary>
    public static explicit operator byte(Half value) => (byte)(float)value;

    /// <summary>Rounds to the nearest, ties to even.</summary>
    public static explicit operator Half(short value) => (Half)(float)value;

    /// <summary>Drops the fraction, as the conversion from 32 bits does.</summary>
    public static explicit operator short(Half value) => (short)(float)value;

    /// <summary>Rounds to the nearest, ties to even.</summary>
    public static explicit operator Half(ushort value) => (Half)(float)value;

    /// <summary>Drops the fraction, as the conversion from 32 bits does.</summary>
    public static explicit operator ushort(Half value) => (ushort)(float)value;

    /// <summary>Rounds to the nearest, ties to even.</summary>
    public static explicit operator Half(int value) => (Half)(float)value;

    /// <summary>Drops the fraction, as the conversion from 32 bits does.</summary>
    public static explicit operator int(Half value) => (int)(float)value;

    /// <summary>Rounds to the nearest, ties to even.</summary>
    public static explicit operator Half(uint value) => (Half)(float)value;

    /// <summary>Drops the fraction, as the conversion from 32 bits does.</summary>
    public static explicit operator uint(Half value) => (uint)(float)value;

    /// <summary>Rounds to the nearest, ties to even.</summary>
    public static explicit operator Half(long value) => (Half)(double)value;

    /// <summary>Drops the fraction, as the conversion from 32 bits does.</summary>
    public static explicit operator long(Half value) => (long)(float)value;

    /// <summary>Rounds to the nearest, ties to even.</summary>
    public static explicit operator Half(ulong value) => (Half)(double)value;

    /// <summary>Drops the fraction, as the conversion from 32 bits does.</summary>
    public static explicit operator ulong(Half value) => (ulong)(float)value;

    /// <summary>Less than 0, 0 or greater than 0, in the order of <see cref="float.CompareTo(float)"/>.</summary>
    public int CompareTo(Half other) => ((float)this).CompareTo((float)other);
}
