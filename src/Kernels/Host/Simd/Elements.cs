using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Single elements of the five types.</summary>
internal static class Elements
{
    /// <summary>The element nearest to a constant of a formula; integers truncate and saturate, a bool is 1 where it is positive. Type tests are folded by the JIT.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T From<T>(double value) where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)value)
        : typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(value)
        : FromInteger<T>(value);

    // Apart, so that the constants of float formulas, of which there are many, cost the JIT little.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FromInteger<T>(double value) where T : unmanaged =>
        typeof(T) == typeof(int) ? Unsafe.BitCast<int, T>((int)value)
        : typeof(T) == typeof(long) ? Unsafe.BitCast<long, T>((long)value)
        : Unsafe.BitCast<byte, T>(value > 0 ? (byte)1 : (byte)0);

    /// <summary>The element that a scalar converts to.</summary>
    public static T From<T>(Scalar value) where T : unmanaged => value.DType == DType.Float64 ? Convert<T>(value.Real) : Convert<T>(value.Integer);

    /// <summary>An element converted as C# converts: floats to integers truncate and saturate (NaN becomes 0), long to int wraps, anything to bool is x ≠ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTo Convert<TFrom, TTo>(TFrom value) where TFrom : unmanaged where TTo : unmanaged
    {
        if (typeof(TFrom) == typeof(float)) return Convert<TTo>((double)Unsafe.BitCast<TFrom, float>(value));
        if (typeof(TFrom) == typeof(double)) return Convert<TTo>(Unsafe.BitCast<TFrom, double>(value));
        if (typeof(TFrom) == typeof(int)) return Convert<TTo>((long)Unsafe.BitCast<TFrom, int>(value));
        if (typeof(TFrom) == typeof(long)) return Convert<TTo>(Unsafe.BitCast<TFrom, long>(value));
        return Convert<TTo>((long)Unsafe.BitCast<TFrom, byte>(value));
    }

    // float32 passes through double without loss; integers must not, because float32 would be rounded twice.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTo Convert<TTo>(double value) where TTo : unmanaged =>
        typeof(TTo) == typeof(byte) ? Unsafe.BitCast<byte, TTo>(value != 0 ? (byte)1 : (byte)0) : From<TTo>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTo Convert<TTo>(long value) where TTo : unmanaged =>
        typeof(TTo) == typeof(byte) ? Unsafe.BitCast<byte, TTo>(value != 0 ? (byte)1 : (byte)0)
        : typeof(TTo) == typeof(int) ? Unsafe.BitCast<int, TTo>((int)value)
        : typeof(TTo) == typeof(long) ? Unsafe.BitCast<long, TTo>(value)
        : typeof(TTo) == typeof(float) ? Unsafe.BitCast<float, TTo>(value)
        : Unsafe.BitCast<double, TTo>(value);

    /// <summary>a b + c with one rounding, for float and double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fma<T>(T a, T b, T c) where T : unmanaged => typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>(MathF.FusedMultiplyAdd(Unsafe.BitCast<T, float>(a), Unsafe.BitCast<T, float>(b), Unsafe.BitCast<T, float>(c)))
        : Unsafe.BitCast<double, T>(Math.FusedMultiplyAdd(Unsafe.BitCast<T, double>(a), Unsafe.BitCast<T, double>(b), Unsafe.BitCast<T, double>(c)));

    /// <summary>a + b, for float and double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add<T>(T a, T b) where T : unmanaged => typeof(T) == typeof(float)
        ? Unsafe.BitCast<float, T>(Unsafe.BitCast<T, float>(a) + Unsafe.BitCast<T, float>(b))
        : Unsafe.BitCast<double, T>(Unsafe.BitCast<T, double>(a) + Unsafe.BitCast<T, double>(b));
}
