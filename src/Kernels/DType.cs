namespace Gpu.Kernels;

/// <summary>The element types of tensors. The order is the order of promotion.</summary>
public enum DType : byte
{
    /// <summary>True or false, stored as one byte: 0 or 1.</summary>
    Bool,
    /// <summary>Signed 32-bit integer.</summary>
    Int32,
    /// <summary>Signed 64-bit integer.</summary>
    Int64,
    /// <summary>IEEE 754 binary32.</summary>
    Float32,
    /// <summary>IEEE 754 binary64.</summary>
    Float64,
}

/// <summary>Facts about element types.</summary>
public static class DTypes
{
    /// <summary>Bytes of one element.</summary>
    public static int Size(this DType dtype) => dtype == DType.Bool ? 1 : dtype is DType.Int32 or DType.Float32 ? 4 : 8;

    /// <summary>True for float32 and float64: the types that can carry a gradient.</summary>
    public static bool IsFloat(this DType dtype) => dtype >= DType.Float32;

    /// <summary>The name users read in messages: "float32".</summary>
    public static string Name(this DType dtype) => dtype switch
    {
        DType.Bool => "bool",
        DType.Int32 => "int32",
        DType.Int64 => "int64",
        DType.Float32 => "float32",
        _ => "float64",
    };

    /// <summary>The element type of a .NET type.</summary>
    /// <exception cref="ArgumentException">The type is not bool, int, long, float or double.</exception>
    public static DType Of<T>() where T : unmanaged =>
        typeof(T) == typeof(bool) || typeof(T) == typeof(byte) ? DType.Bool
        : typeof(T) == typeof(int) ? DType.Int32
        : typeof(T) == typeof(long) ? DType.Int64
        : typeof(T) == typeof(float) ? DType.Float32
        : typeof(T) == typeof(double) ? DType.Float64
        : throw new ArgumentException($"A tensor cannot hold {typeof(T).Name}. Its element types are bool, int, long, float and double.");

    /// <summary>The common type of two operands: the later one in the order bool, int32, int64, float32, float64.</summary>
    public static DType Promote(DType a, DType b) => a > b ? a : b;
}
