using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Formulas;

/// <summary>Where mathematics leaves the choice, or an overflow threatens: the conventions of PyTorch 1.13.</summary>
public class ConventionTests
{
    private const double Inf = double.PositiveInfinity, NaN = double.NaN;

    [Fact]
    public void Slopes_at_kinks()
    {
        Assert.Equal(0, Slope(new Relu(), 0));
        Assert.Equal(0, Slope(new Relu(), -0.0));
        Assert.Equal(0, Slope(new Absolute(), 0));
        Assert.Equal(Inf, Slope(new Sqrt(), 0));
        Assert.Equal(1, Slope(new Clamp(-1, 2), -1));
        Assert.Equal(1, Slope(new Clamp(-1, 2), 2));
        Assert.Equal(0, Slope(new Clamp(-1, 2), 2.5));
        Assert.Equal(1, Slope(new MaxScalar(1), 1));
        Assert.Equal(1, Slope(new MinScalar(1), 1));
        Assert.Equal(0.25, Slope(new LeakyRelu(0.25), 0));
        Assert.Equal(1.5, Slope(new Elu(1.5), 0));
    }

    [Fact]
    public void A_tie_shares_the_gradient()
    {
        foreach (var op in new IBinaryDerivative[] { new Maximum(), new Minimum() })
        {
            Assert.Equal(0.5, op.DerivativeA(new F64(3), new F64(3)).Value);
            Assert.Equal(0.5, op.DerivativeB(new F64(3), new F64(3)).Value);
        }
    }

    [Fact]
    public void NaN_passes_through_comparing_functors()
    {
        foreach (var op in new INumUnary[] { new Relu(), new Clamp(-1, 1), new MaxScalar(0), new MinScalar(0), new Absolute() })
            Assert.True(double.IsNaN(op.Forward(new F64(NaN)).Value), op.GetType().Name);
        foreach (var op in new INumBinary[] { new Maximum(), new Minimum() })
        {
            Assert.True(double.IsNaN(op.Forward(new F64(NaN), new F64(1)).Value));
            Assert.True(double.IsNaN(op.Forward(new F64(1), new F64(NaN)).Value));
        }
    }

    [Fact]
    public void A_power_of_zero_has_no_NaN_gradient()
    {
        foreach (double x in new[] { 0, 5.0, -3, Inf })
            Assert.Equal(0, Slope(new PowScalar(0), x));
        Assert.Equal(1, Slope(new PowScalar(1), 0));
        Assert.Equal(0, Slope(new PowScalar(2), 0));
        Assert.Equal(0, Slope(new PowScalar(3), 0));
        // d/db 0^b at b = -1, 0, 1
        Assert.Equal(-Inf, new Power().DerivativeB(new F64(0), new F64(-1)).Value);
        Assert.Equal(0, new Power().DerivativeB(new F64(0), new F64(0)).Value);
        Assert.Equal(0, new Power().DerivativeB(new F64(0), new F64(1)).Value);
        // d/da a^0
        Assert.Equal(0, new Power().DerivativeA(new F64(0), new F64(0)).Value);
        Assert.Equal(0, new Power().DerivativeA(new F64(5), new F64(0)).Value);
    }

    [Theory]
    [InlineData(-100)]
    [InlineData(-20)]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100)]
    public void Smooth_activations_stay_finite_in_float32_in_three_orders(float x)
    {
        foreach (var functor in new object[] { new Sigmoid(), new LogSigmoid(), new Softplus(), new Elu(1), new Silu(), new Gelu(), new GeluTanh(), new Tanh(), new Erf() })
        {
            var unary = (IUnaryDerivative)functor;
            var inner = new Dual<F32>(new(x), F32.One);
            var outer = new Dual<Dual<F32>>(inner, Dual<F32>.One);
            Dual<F32> y = ((IUnary)functor).Forward(inner);
            var result = unary.Derivative(outer, new(y, unary.Derivative(inner, y)));
            string at = $"{functor.GetType().Name} at {x}";
            Assert.True(float.IsFinite(result.Value.Value.Value), at);
            Assert.True(float.IsFinite(result.Slope.Value.Value), "second derivative of " + at);
            Assert.True(float.IsFinite(result.Slope.Slope.Value), "third derivative of " + at);
        }
    }

    [Fact]
    public void Derivatives_of_smooth_functions_at_zero()
    {
        Near.Value(0.25, new FunctorCase("", new Sigmoid(), _ => 0, []).Slope([0], 0), 1e-15);
        Near.Value(-0.25, new FunctorCase("", new LogSigmoid(), _ => 0, []).Curvature([0], 0, 0), 1e-15);
        Near.Value(0.25, new FunctorCase("", new Softplus(), _ => 0, []).Curvature([0], 0, 0), 1e-15);
        Near.Value(0.5, new FunctorCase("", new Silu(), _ => 0, []).Curvature([0], 0, 0), 1e-15);
    }

    [Fact]
    public void Small_sigmoids_keep_their_digits()
    {
        Near.Value(Math.Exp(-50), new Sigmoid().Forward(new F32(-50)).Value, 1e-6, 0);
        Near.Value(Math.Exp(-100), new Sigmoid().Forward(new F32(-100)).Value, 0.02, 0);
        Near.Value(-Math.Exp(-50), new LogSigmoid().Forward(new F32(50)).Value, 1e-6, 0);
    }

    [Fact]
    public void Cross_entropy_is_bounded_at_certain_predictions()
    {
        Assert.Equal(100, Loss32(0, 1));
        Assert.Equal(100, Loss32(1, 0));
        Assert.Equal(0, Loss32(1, 1));
        Assert.Equal(100, Loss64(0, 1));
        Assert.Equal(0, Loss64(0, 0));
        Near.Value(-1e12, new BinaryCrossEntropy().DerivativeA(new F64(0), new F64(1)).Value, 1e-15);
        Assert.Equal(100, new BinaryCrossEntropy().DerivativeB(new F64(0), new F64(1)).Value);
    }

    [Fact]
    public void Atan2_knows_the_quadrants_and_the_zeros()
    {
        double[] values = [0, -0.0, 1, -1, 2.5, -2.5, 1e-300, Inf, -Inf, NaN];
        foreach (double a in values)
            foreach (double b in values)
            {
                double expected = Math.Atan2(a, b), actual = new Atan2().Forward(new F64(a), new F64(b)).Value;
                Near.Value(expected, actual, 4e-16, 0, $"atan2({a:R}, {b:R})");
                Assert.True(double.IsNaN(expected) || double.IsNegative(expected) == double.IsNegative(actual), $"atan2({a:R}, {b:R})");
            }
    }

    [Fact]
    public void Powers_of_two_and_ten_have_the_logarithms_one_expects()
    {
        for (int k = -149; k < 128; k++)
            Near.Value(k, new Log2().Forward(new F32(MathF.ScaleB(1, k))).Value, 1.3e-7, 0);
        for (int k = -37; k <= 38; k++)
            Near.Value(k, new Log10().Forward(new F32((float)Math.Pow(10, k))).Value, 2.4e-7, 1e-7);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(3, 2)]
    [InlineData(NaN, 2)]
    [InlineData(2, NaN)]
    [InlineData(0, -0.0)]
    public void Relations(double a, double b)
    {
        Assert.Equal(a < b, Holds(new Less()));
        Assert.Equal(a <= b, Holds(new LessEqual()));
        Assert.Equal(a > b, Holds(new Greater()));
        Assert.Equal(a >= b, Holds(new GreaterEqual()));
        Assert.Equal(a == b, Holds(new Equal()));
        Assert.Equal(a != b, Holds(new NotEqual()));

        bool Holds(IRelation relation) => F64.Any(relation.Holds(new F64(a), new F64(b)));
    }

    [Fact]
    public void An_identity_does_not_change_what_it_is_combined_with()
    {
        foreach (var reduction in new IReduction[] { new Sum(), new Product(), new Maximum(), new Minimum() })
        {
            foreach (float x in new[] { 2.5f, -3f, float.PositiveInfinity, float.NegativeInfinity })
                Assert.Equal(x, reduction.Combine(reduction.Identity<F32>(), new F32(x)).Value);
            foreach (long x in new[] { 7, long.MinValue, long.MaxValue })
                Assert.Equal(x, reduction.Combine(reduction.Identity<I64>(), new I64(x)).Value);
            foreach (byte x in new byte[] { 0, 1 })
                Assert.Equal(x, reduction.Combine(reduction.Identity<U8>(), new U8(x)).Value);
        }
    }

    private static double Slope(object functor, double x) => new FunctorCase("", functor, _ => 0, []).Slope([x], 0);

    private static double Loss32(float p, float t) => new BinaryCrossEntropy().Forward(new F32(p), new F32(t)).Value;

    private static double Loss64(double p, double t) => new BinaryCrossEntropy().Forward(new F64(p), new F64(t)).Value;
}
