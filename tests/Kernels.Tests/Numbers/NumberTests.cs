using Gpu.Kernels.Numbers;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Numbers;

public class NumberTests
{
    private static readonly double[] Values = [0, -0.0, 1, -1.5, 2.5, -2.5, 3.5, 1e-40, 8388609, -4503599627370497, 1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN];

    [Fact]
    public void Max_and_min_let_NaN_win_and_order_the_zeros()
    {
        foreach (double a in Values)
            foreach (double b in Values)
            {
                Same.Bits(Math.Max(a, b), F64.Max(new(a), new(b)).Value, $"max({a:R}, {b:R})");
                Same.Bits(Math.Min(a, b), F64.Min(new(a), new(b)).Value, $"min({a:R}, {b:R})");
                Same.Bits(MathF.Max((float)a, (float)b), F32.Max(new((float)a), new((float)b)).Value, $"max({a:R}, {b:R})");
                Same.Bits(MathF.Min((float)a, (float)b), F32.Min(new((float)a), new((float)b)).Value, $"min({a:R}, {b:R})");
            }
    }

    [Fact]
    public void Comparisons_are_false_with_NaN_but_for_not_equal()
    {
        foreach (double a in Values)
            foreach (double b in Values)
            {
                F64 x = new(a), y = new(b);
                Assert.Equal(a < b, Holds(x < y));
                Assert.Equal(a > b, Holds(x > y));
                Assert.Equal(a <= b, Holds(x <= y));
                Assert.Equal(a >= b, Holds(x >= y));
                Assert.Equal(a == b, Holds(F64.Equal(x, y)));
                Assert.Equal(a != b, Holds(F64.NotEqual(x, y)));
                Assert.Equal(a < b && a == b, Holds(x < y & F64.Equal(x, y)));
                Assert.Equal(a < b || a == b, Holds(x < y | F64.Equal(x, y)));
                Assert.Equal(!(a < b), Holds(!(x < y)));
            }
    }

    [Fact]
    public void Rounding_keeps_the_sign_of_zero()
    {
        foreach (double a in Values)
        {
            Same.Bits(Math.Floor(a), F64.Floor(new(a)).Value);
            Same.Bits(Math.Ceiling(a), F64.Ceiling(new(a)).Value);
            Same.Bits(Math.Round(a, MidpointRounding.ToEven), F64.Round(new(a)).Value);
            Same.Bits(Math.Truncate(a), F64.Truncate(new(a)).Value);
            Same.Bits(MathF.Round((float)a, MidpointRounding.ToEven), F32.Round(new((float)a)).Value);
        }
    }

    [Fact]
    public void Integers_wrap_around_and_constants_stop_at_the_limits()
    {
        Assert.Equal(int.MinValue, (new I32(int.MaxValue) + I32.One).Value);
        Assert.Equal(long.MinValue, (new I64(long.MaxValue) + I64.One).Value);
        Assert.Equal(int.MinValue, I32.Abs(new(int.MinValue)).Value);
        Assert.Equal(int.MaxValue, I32.Const(double.PositiveInfinity).Value);
        Assert.Equal(int.MinValue, I32.Const(double.NegativeInfinity).Value);
        Assert.Equal(long.MaxValue, I64.Const(double.PositiveInfinity).Value);
        Assert.Equal(long.MinValue, I64.Const(double.NegativeInfinity).Value);
        Assert.Equal(-2, I32.Const(-2.9).Value);
    }

    [Fact]
    public void Truth_values_stay_0_or_1()
    {
        U8 no = U8.Zero, yes = U8.One;
        Assert.Equal(1, (yes + yes).Value);
        Assert.Equal(0, (yes * no).Value);
        Assert.Equal(0, (yes - yes).Value);
        Assert.Equal(1, (no - yes).Value);
        Assert.Equal(1, U8.Const(7).Value);
        Assert.Equal(0, U8.Const(-7).Value);
    }

    private static bool Holds(Mask<F64> mask) => F64.Any(mask);
}
