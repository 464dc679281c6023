using Gpu.Kernels.Numbers;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Numbers;

/// <summary>Values that the standards (IEEE 754-2019 section 9.2, C99 annex F) fix exactly, in both widths.</summary>
public class SpecialValueTests
{
    private const double Inf = double.PositiveInfinity, NaN = double.NaN;

    [Theory]
    [InlineData("exp", 0, 1)]
    [InlineData("exp", -0.0, 1)]
    [InlineData("exp", Inf, Inf)]
    [InlineData("exp", -Inf, 0)]
    [InlineData("exp", 1000, Inf)]
    [InlineData("exp", -1000, 0)]
    [InlineData("expm1", 0, 0)]
    [InlineData("expm1", -0.0, -0.0)]
    [InlineData("expm1", Inf, Inf)]
    [InlineData("expm1", -Inf, -1)]
    [InlineData("expm1", 1000, Inf)]
    [InlineData("log", 1, 0)]
    [InlineData("log", 0, -Inf)]
    [InlineData("log", -0.0, -Inf)]
    [InlineData("log", -1, NaN)]
    [InlineData("log", -Inf, NaN)]
    [InlineData("log", Inf, Inf)]
    [InlineData("log1p", 0, 0)]
    [InlineData("log1p", -0.0, -0.0)]
    [InlineData("log1p", -1, -Inf)]
    [InlineData("log1p", -2, NaN)]
    [InlineData("log1p", Inf, Inf)]
    [InlineData("log1p", -Inf, NaN)]
    [InlineData("sin", 0, 0)]
    [InlineData("sin", -0.0, -0.0)]
    [InlineData("sin", Inf, NaN)]
    [InlineData("sin", -Inf, NaN)]
    [InlineData("cos", 0, 1)]
    [InlineData("cos", -0.0, 1)]
    [InlineData("cos", Inf, NaN)]
    [InlineData("tan", 0, 0)]
    [InlineData("tan", -0.0, -0.0)]
    [InlineData("tan", -Inf, NaN)]
    [InlineData("asin", 0, 0)]
    [InlineData("asin", -0.0, -0.0)]
    [InlineData("asin", 1.5, NaN)]
    [InlineData("asin", 1, Math.PI / 2)]
    [InlineData("asin", -1, -Math.PI / 2)]
    [InlineData("acos", 1, 0)]
    [InlineData("acos", -1, Math.PI)]
    [InlineData("acos", 0, Math.PI / 2)]
    [InlineData("acos", -1.5, NaN)]
    [InlineData("atan", 0, 0)]
    [InlineData("atan", -0.0, -0.0)]
    [InlineData("atan", Inf, Math.PI / 2)]
    [InlineData("atan", -Inf, -Math.PI / 2)]
    [InlineData("sinh", 0, 0)]
    [InlineData("sinh", -0.0, -0.0)]
    [InlineData("sinh", Inf, Inf)]
    [InlineData("sinh", -Inf, -Inf)]
    [InlineData("sinh", -1000, -Inf)]
    [InlineData("cosh", 0, 1)]
    [InlineData("cosh", -Inf, Inf)]
    [InlineData("cosh", 1000, Inf)]
    [InlineData("tanh", 0, 0)]
    [InlineData("tanh", -0.0, -0.0)]
    [InlineData("tanh", Inf, 1)]
    [InlineData("tanh", -Inf, -1)]
    [InlineData("tanh", 100, 1)]
    [InlineData("erf", 0, 0)]
    [InlineData("erf", -0.0, -0.0)]
    [InlineData("erf", Inf, 1)]
    [InlineData("erf", -Inf, -1)]
    [InlineData("erf", 1e30, 1)]
    public void Exact(string name, double x, double y)
    {
        Same.Bits((float)y, Apply<F32>(name, new((float)x)).Value, $"{name}({x:R})");
        Same.Bits(y, Apply<F64>(name, new(x)).Value, $"{name}({x:R})");
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("expm1")]
    [InlineData("log")]
    [InlineData("log1p")]
    [InlineData("sin")]
    [InlineData("cos")]
    [InlineData("tan")]
    [InlineData("asin")]
    [InlineData("acos")]
    [InlineData("atan")]
    [InlineData("sinh")]
    [InlineData("cosh")]
    [InlineData("tanh")]
    [InlineData("erf")]
    public void NaN_stays_NaN(string name)
    {
        Assert.True(float.IsNaN(Apply<F32>(name, new(float.NaN)).Value));
        Assert.True(double.IsNaN(Apply<F64>(name, new(double.NaN)).Value));
    }

    [Theory]
    [InlineData("expm1")]
    [InlineData("log1p")]
    [InlineData("sin")]
    [InlineData("tan")]
    [InlineData("asin")]
    [InlineData("atan")]
    [InlineData("sinh")]
    [InlineData("tanh")]
    public void Tiny_numbers_are_their_own_value(string name)
    {
        foreach (float x in new[] { float.Epsilon, -float.Epsilon, 3 * float.Epsilon, 1e-41f, -1e-38f, 1e-30f })
            Same.Bits(x, Apply<F32>(name, new(x)).Value, name);
        foreach (double x in new[] { double.Epsilon, -double.Epsilon, 3 * double.Epsilon, 1e-310, -3e-308, 1e-200 })
            Same.Bits(x, Apply<F64>(name, new(x)).Value, name);
    }

    [Fact]
    public void Exp_overflows_and_underflows_where_it_should()
    {
        Assert.True(float.IsFinite(F32.Exp(new(88.72283f)).Value));
        Assert.Equal(float.PositiveInfinity, F32.Exp(new(88.72284f)).Value);
        Assert.Equal(float.Epsilon, F32.Exp(new(-103.97f)).Value);
        Assert.Equal(0, F32.Exp(new(-103.98f)).Value);
        Assert.True(double.IsFinite(F64.Exp(new(709.782712893384)).Value));
        Assert.Equal(double.PositiveInfinity, F64.Exp(new(709.7827128933841)).Value);
        Assert.Equal(double.Epsilon, F64.Exp(new(-745.1332191019411)).Value);
        Assert.Equal(0, F64.Exp(new(-745.1332191019412)).Value);
    }

    public static TheoryData<double, double> PowArguments
    {
        get
        {
            double[] values = [0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, Inf, -Inf, NaN, 1e30, -1e30, 16777217, 4, -7, 1e-40];
            var data = new TheoryData<double, double>();
            foreach (double x in values)
                foreach (double y in values)
                    data.Add(x, y);
            return data;
        }
    }

    [Theory, MemberData(nameof(PowArguments))]
    public void Pow_has_the_special_cases_of_IEEE_754(double x, double y)
    {
        double expected = Math.Pow(x, y);
        double actual = F64.Pow(new(x), new(y)).Value;
        if (double.IsFinite(expected) && expected != 0) Near.Value(expected, actual, 1e-15, 0);
        else Same.Bits(expected, actual, $"pow({x:R}, {y:R})");

        float single = (float)Math.Pow((float)x, (float)y);
        float actualSingle = F32.Pow(new((float)x), new((float)y)).Value;
        if (float.IsFinite(single) && single != 0) Near.Value(single, actualSingle, 2.4e-7, 1.5e-45);
        else Same.Bits(single, actualSingle, $"pow({x:R}, {y:R})");
    }

    private static N Apply<N>(string name, N x) where N : struct, IReal<N> => name switch
    {
        "exp" => N.Exp(x),
        "expm1" => N.Expm1(x),
        "log" => N.Log(x),
        "log1p" => N.Log1p(x),
        "sin" => N.Sin(x),
        "cos" => N.Cos(x),
        "tan" => N.Tan(x),
        "asin" => N.Asin(x),
        "acos" => N.Acos(x),
        "atan" => N.Atan(x),
        "sinh" => N.Sinh(x),
        "cosh" => N.Cosh(x),
        "tanh" => N.Tanh(x),
        "erf" => N.Erf(x),
        _ => throw new ArgumentException(name),
    };
}
