using System.Globalization;
using Gpu.Kernels.Numbers;
using Xunit;

namespace Gpu.Kernels.Tests.Numbers;

/// <summary>The float64 functions against correctly rounded values from mpmath (tools/elementary/reference.py).</summary>
public class Elementary64Tests
{
    // One less than the bound of 4: the reference itself is rounded.
    private const long Allowed = 3;

    private static readonly Dictionary<string, Func<F64, F64>> Functions = new()
    {
        ["exp"] = F64.Exp,
        ["expm1"] = F64.Expm1,
        ["log"] = F64.Log,
        ["log1p"] = F64.Log1p,
        ["sin"] = F64.Sin,
        ["cos"] = F64.Cos,
        ["tan"] = F64.Tan,
        ["asin"] = F64.Asin,
        ["acos"] = F64.Acos,
        ["atan"] = F64.Atan,
        ["sinh"] = F64.Sinh,
        ["cosh"] = F64.Cosh,
        ["tanh"] = F64.Tanh,
        ["erf"] = F64.Erf,
    };

    private static readonly ILookup<string, double[]> Reference = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Numbers", "elementary64.txt"))
        .Select(line => line.Split(' '))
        .ToLookup(words => words[0], words => words.Skip(1).Select(Parse).ToArray());

    public static TheoryData<string> Names => new(Functions.Keys);

    [Theory, MemberData(nameof(Names))]
    public void Is_near_the_correctly_rounded_value(string name)
    {
        var rows = Reference[name].ToArray();
        Assert.True(rows.Length > 100, $"{rows.Length} reference values for {name}");
        foreach (var row in rows)
            Check($"{name}({row[0]:R})", row[1], Functions[name](new F64(row[0])).Value);
    }

    [Fact]
    public void Pow_is_near_the_correctly_rounded_value()
    {
        var rows = Reference["pow"].ToArray();
        Assert.True(rows.Length > 300, $"{rows.Length} reference values for pow");
        foreach (var row in rows)
            Check($"pow({row[0]:R}, {row[1]:R})", row[2], F64.Pow(new F64(row[0]), new F64(row[1])).Value);
    }

    private static void Check(string call, double expected, double actual)
    {
        long distance = Math.Abs(Ordered(expected) - Ordered(actual));
        Assert.True(distance <= Allowed, $"{call} = {actual:R} is {distance} floats from {expected:R}");
    }

    private static double Parse(string hex) => BitConverter.UInt64BitsToDouble(ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    // Neighbouring floats have neighbouring numbers.
    private static long Ordered(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        return bits < 0 ? long.MinValue - bits : bits;
    }
}
