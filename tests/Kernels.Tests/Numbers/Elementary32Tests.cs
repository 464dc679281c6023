using Gpu.Kernels.Numbers;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Numbers;

/// <summary>The float32 functions against float64 ones, over all exponents.</summary>
public class Elementary32Tests
{
    // A prime, so that every exponent is met with all kinds of mantissas: about 200,000 numbers a function.
    private const uint Stride = 20011;

    private static readonly Dictionary<string, (Func<F32, F32> Tested, Func<double, double> Reference)> Functions = new()
    {
        ["exp"] = (F32.Exp, Math.Exp),
        ["expm1"] = (F32.Expm1, x => Math.Abs(x) < 1 ? 2 * Math.Sinh(x / 2) * Math.Exp(x / 2) : Math.Exp(x) - 1),
        ["log"] = (F32.Log, Math.Log),
        ["log1p"] = (F32.Log1p, Log1p),
        ["sin"] = (F32.Sin, Math.Sin),
        ["cos"] = (F32.Cos, Math.Cos),
        ["tan"] = (F32.Tan, Math.Tan),
        ["asin"] = (F32.Asin, Math.Asin),
        ["acos"] = (F32.Acos, Math.Acos),
        ["atan"] = (F32.Atan, Math.Atan),
        ["sinh"] = (F32.Sinh, Math.Sinh),
        ["cosh"] = (F32.Cosh, Math.Cosh),
        ["tanh"] = (F32.Tanh, Math.Tanh),
        ["erf"] = (F32.Erf, Oracle.Erf),
    };

    public static TheoryData<string> Names => new(Functions.Keys);

    [Theory, MemberData(nameof(Names))]
    public void At_most_2_ulp_over_all_exponents(string name)
    {
        var (tested, reference) = Functions[name];
        double worst = 0;
        float at = 0;
        for (ulong pattern = 0; pattern <= uint.MaxValue; pattern += Stride)
            Measure(BitConverter.UInt32BitsToSingle((uint)pattern));
        // Where formulas change and where training lives.
        foreach (float scale in new[] { 1e-3f, 0.5f, 1f, 2f, 10f, 100f })
            for (int i = -2000; i <= 2000; i++)
                Measure(scale * i / 2000);
        Assert.True(worst <= 2, $"{name}({at:R}) = {tested(new F32(at)).Value:R} is {worst:F2} ulp from {reference(at):R}");

        void Measure(float x)
        {
            double error = Near.UlpError(reference(x), tested(new F32(x)).Value);
            if (error > worst) (worst, at) = (error, x);
        }
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(-0.5)]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(2.5)]
    [InlineData(17)]
    [InlineData(30.7)]
    public void Pow_is_at_most_2_ulp_off(double exponent)
    {
        float y = (float)exponent;
        for (ulong pattern = 0; pattern <= uint.MaxValue; pattern += Stride)
            Check(BitConverter.UInt32BitsToSingle((uint)pattern), y);
        for (uint pattern = 0; pattern < uint.MaxValue - Stride; pattern += Stride)
            Check(Math.Abs(y), BitConverter.UInt32BitsToSingle(pattern));

        static void Check(float x, float y)
        {
            double error = Near.UlpError(Math.Pow(x, y), F32.Pow(new F32(x), new F32(y)).Value);
            Assert.True(error <= 2, $"pow({x:R}, {y:R}) = {F32.Pow(new F32(x), new F32(y)).Value:R} is {error:F2} ulp from {Math.Pow(x, y):R}");
        }
    }

    // ln u x / (u - 1) with u = 1 + x rounded: the errors of u cancel (Goldberg 1991, theorem 4).
    private static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 || double.IsPositiveInfinity(u) ? x : u == 0 ? double.NegativeInfinity : Math.Log(u) * x / (u - 1);
    }
}
