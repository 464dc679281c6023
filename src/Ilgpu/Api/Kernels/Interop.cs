using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>Bits of floating-point numbers, sizes.</summary>
public static partial class Interop
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

    /// <summary>The size of a value in bytes.</summary>
    public static int SizeOf<T>(T structure)
        where T : unmanaged
        => Unsafe.SizeOf<T>();

    /// <summary>The size of a value of an unmanaged type in bytes; for host code.</summary>
    [NotInsideKernel]
    public static int SizeOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Runtime.FieldLayout.SizeOf(type);
    }

    /// <summary>Where a field begins in a value, in bytes.</summary>
    /// <exception cref="ArgumentException">The type has no such field.</exception>
    [Special("offset_of")]
    public static int OffsetOf<T>(string fieldName)
        where T : unmanaged
        => Runtime.FieldLayout.OffsetOf(typeof(T), fieldName);

    /// <summary>The least number of elements of the first type that hold some elements of the second.</summary>
    public static long ComputeRelativeSizeOf<TFirst, TSecond>(long numSecondElements)
        where TFirst : unmanaged
        where TSecond : unmanaged
        => (Unsafe.SizeOf<TSecond>() * numSecondElements + Unsafe.SizeOf<TFirst>() - 1) / Unsafe.SizeOf<TFirst>();

    /// <summary>The number of bytes from an address to the next multiple of a power of two; 0 at a multiple.</summary>
    public static int ComputeAlignmentOffset(long ptr, int alignmentInBytes) => (int)(-ptr & (alignmentInBytes - 1));

    /// <summary>The next multiple of a power of two, at most <paramref name="length"/> further on.</summary>
    public static long Align(long ptr, long length, int alignmentInBytes) =>
        ptr + Math.Min(length, ComputeAlignmentOffset(ptr, alignmentInBytes));
}
