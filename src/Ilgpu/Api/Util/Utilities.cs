using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ILGPU.Util;

/// <summary>Small helpers, most of them usable in kernels.</summary>
public static class Utilities
{
    /// <summary>Exchanges two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Swap<T>(ref T first, ref T second) => (first, second) = (second, first);

    /// <summary>Exchanges two values where <paramref name="performSwap"/> is true, and returns it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Swap<T>(bool performSwap, ref T first, ref T second)
    {
        if (performSwap)
            Swap(ref first, ref second);
        return performSwap;
    }

    /// <summary>One of two values that are both computed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Select<T>(bool takeFirst, T first, T second) => takeFirst ? first : second;

    /// <summary>True for 1, 2, 4, 8 ... and their negatives.</summary>
    public static bool IsPowerOf2(long value) => value != long.MinValue && IsPowerOf2((ulong)Math.Abs(value));

    /// <summary>True for 1, 2, 4, 8 ...</summary>
    public static bool IsPowerOf2(ulong value) => value != 0 && (value & (value - 1)) == 0;

    /// <summary>The greatest common divisor of two positive numbers.</summary>
    public static long GCD(long first, long second)
    {
        while (second != 0)
            (first, second) = (second, first % second);
        return first;
    }

    /// <summary>The least common multiple of two positive numbers.</summary>
    public static long LCM(long first, long second) => first / GCD(first, second) * second;

    /// <summary>A value that is set before it is read, for fields of reference types.</summary>
    public static T InitNotNullable<T>() => default!;
}

/// <summary>Ands and ors without branches: both sides are always computed.</summary>
public static class Bitwise
{
    /// <summary>True where both are.</summary>
    public static bool And(bool first, bool second) => first & second;

    /// <summary>True where all are.</summary>
    public static bool And(bool first, bool second, bool third) => first & second & third;

    /// <summary>The bits that both have.</summary>
    public static int And(int first, int second) => first & second;

    /// <summary>The bits that both have.</summary>
    public static long And(long first, long second) => first & second;

    /// <summary>The bits that both have.</summary>
    public static uint And(uint first, uint second) => first & second;

    /// <summary>The bits that both have.</summary>
    public static ulong And(ulong first, ulong second) => first & second;

    /// <summary>True where one is.</summary>
    public static bool Or(bool first, bool second) => first | second;

    /// <summary>True where one is.</summary>
    public static bool Or(bool first, bool second, bool third) => first | second | third;

    /// <summary>The bits that one has.</summary>
    public static int Or(int first, int second) => first | second;

    /// <summary>The bits that one has.</summary>
    public static long Or(long first, long second) => first | second;

    /// <summary>The bits that one has.</summary>
    public static uint Or(uint first, uint second) => first | second;

    /// <summary>The bits that one has.</summary>
    public static ulong Or(ulong first, ulong second) => first | second;
}

/// <summary>What host code asks of references.</summary>
public static class TypeExtensions
{
    /// <summary>The value, which the caller knows not to be null; nothing is checked.</summary>
    public static T AsNotNull<T>(this T? value) => value!;

    /// <summary>The value as a T; null where it is something else.</summary>
    public static T AsNotNullCast<T>(this object? value)
        where T : class
        => (value as T)!;

    /// <summary>The value, which must not be null.</summary>
    /// <exception cref="ArgumentNullException">It is.</exception>
    public static T ThrowIfNull<T>([NotNull] this T? value) => value ?? throw new ArgumentNullException(nameof(value), $"A {typeof(T).Name} is null.");
}
