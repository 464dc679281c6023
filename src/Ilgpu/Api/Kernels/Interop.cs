using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>Bits of floating-point numbers, sizes.</summary>
public static class Interop
{
    /// <summary>The bits of a 32-bit floating-point number.</summary>
    [Intrinsic("as_uint({0})", "__float_as_uint({0})", Pure = true)]
    public static uint FloatAsInt(float value) => BitConverter.SingleToUInt32Bits(value);

    /// <summary>The bits of a 64-bit floating-point number.</summary>
    [Intrinsic("as_ulong({0})", "((unsigned long long)__double_as_longlong({0}))", Pure = true)]
    public static ulong FloatAsInt(double value) => BitConverter.DoubleToUInt64Bits(value);

    /// <summary>The bits of a 16-bit floating-point number.</summary>
    public static ushort FloatAsInt(Half value) => value.RawValue;

    /// <summary>The 32-bit floating-point number with the given bits.</summary>
    [Intrinsic("as_float({0})", "__uint_as_float({0})", Pure = true)]
    public static float IntAsFloat(uint value) => BitConverter.UInt32BitsToSingle(value);

    /// <summary>The 64-bit floating-point number with the given bits.</summary>
    [Intrinsic("as_double({0})", "__longlong_as_double((long long)({0}))", Pure = true)]
    public static double IntAsFloat(ulong value) => BitConverter.UInt64BitsToDouble(value);

    /// <summary>The 16-bit floating-point number with the given bits.</summary>
    public static Half IntAsFloat(ushort value) => new(value);

    /// <summary>The size of a value in bytes.</summary>
    public static int SizeOf<T>()
        where T : unmanaged
        => Unsafe.SizeOf<T>();
}
