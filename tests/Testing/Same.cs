using System.Numerics;
using System.Runtime.CompilerServices;
using Xunit;

namespace Gpu.Testing;

/// <summary>Assertions of equality bit by bit. Any NaN equals any NaN; +0 does not equal -0.</summary>
public static class Same
{
    /// <summary>All elements have the same bits.</summary>
    public static void Bits<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string what = "") where T : unmanaged, INumberBase<T>
    {
        if (expected.Length != actual.Length) Assert.Fail($"{Of(what)}{expected.Length} elements were expected, {actual.Length} came.");
        int wrong = 0;
        string first = "";
        for (int i = 0; i < expected.Length; i++)
        {
            if (SameElement(expected[i], actual[i])) continue;
            if (wrong++ < 4) first += $"\n  [{i}] expected {Show(expected[i])}, was {Show(actual[i])}";
        }
        if (wrong > 0) Assert.Fail($"{Of(what)}{wrong} of {expected.Length} elements differ in their bits:{first}");
    }

    /// <summary>All elements have the same bits.</summary>
    [OverloadResolutionPriority(1)]
    public static void Bits<T>(T[] expected, T[] actual, string what = "") where T : unmanaged, INumberBase<T> => Bits<T>(expected.AsSpan(), actual, what);

    /// <summary>The two numbers have the same bits.</summary>
    public static void Bits<T>(T expected, T actual, string what = "") where T : unmanaged, INumberBase<T> => Bits<T>([expected], [actual], what);

    private static bool SameElement<T>(T a, T b) where T : unmanaged, INumberBase<T> => (T.IsNaN(a) && T.IsNaN(b)) || Pattern(a) == Pattern(b);

    private static ulong Pattern<T>(T value) where T : unmanaged => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.As<T, byte>(ref value),
        4 => Unsafe.As<T, uint>(ref value),
        _ => Unsafe.As<T, ulong>(ref value),
    };

    private static string Show<T>(T value) where T : unmanaged, INumberBase<T> => $"{value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)} (0x{Pattern(value).ToString($"X{Unsafe.SizeOf<T>() * 2}")})";

    private static string Of(string what) => what == "" ? "" : what + ": ";
}
