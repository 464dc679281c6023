using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Formulas;

/// <summary>Every functor of the product, found by reflection: values against System.Math, derivatives of three orders against finite differences.</summary>
public class FunctorTests
{
    public static TheoryData<string> Names => new(FunctorCases.All.Select(c => c.Name));

    public static TheoryData<string> Differentiable => new(FunctorCases.All.Where(c => c.IsDifferentiable).Select(c => c.Name));

    [Fact]
    public void Every_functor_has_a_case()
    {
        var missing = FunctorCases.Types.Except(FunctorCases.All.Select(c => c.Functor.GetType())).Select(t => t.Name);
        Assert.True(!missing.Any(), $"FunctorCases has no line for {string.Join(", ", missing)}.");
        Assert.True(FunctorCases.Types.Count() > 50);
    }

    [Theory, MemberData(nameof(Names))]
    public void Value(string name)
    {
        var functor = FunctorCases.Get(name);
        foreach (var x in functor.Samples)
        {
            double expected = functor.Reference(x);
            Assert.True(double.IsFinite(expected), $"{At(name, x)} is {expected}: give the functor samples inside its domain.");
            Near.Value(expected, functor.Value(x), 1e-14, 1e-14, At(name, x));
            float single = functor.Forward(Array.ConvertAll(x, v => new F32((float)v))).Value;
            // Parameters and intermediate sums of a magnitude up to 1 are rounded to float32, too.
            Near.Value(expected, single, 2e-6, 2e-6, "float32 " + At(name, x));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Value_on_integers(string name)
    {
        var functor = FunctorCases.Get(name);
        if (functor.IsReal) return;
        foreach (var sample in functor.Samples)
        {
            var x = Array.ConvertAll(sample, Math.Round);
            double expected = functor.Reference(x);
            Assert.Equal((int)expected, functor.ForwardNum(Array.ConvertAll(x, v => new I32((int)v))).Value);
            Assert.Equal((long)expected, functor.ForwardNum(Array.ConvertAll(x, v => new I64((long)v))).Value);
        }
    }

    [Theory, MemberData(nameof(Differentiable))]
    public void First_derivative(string name) => Compare(name, (c, x, k) => (c.Value, c.Slope(x, k), k));

    [Theory, MemberData(nameof(Differentiable))]
    public void Second_derivative(string name)
    {
        for (int j = 0; j < FunctorCases.Get(name).Samples[0].Length; j++)
            Compare(name, (c, x, k) => (v => c.Slope(v, k), c.Curvature(x, k, j), j));
    }

    [Theory, MemberData(nameof(Differentiable))]
    public void Third_derivative(string name)
    {
        for (int j = 0; j < FunctorCases.Get(name).Samples[0].Length; j++)
            Compare(name, (c, x, k) => (v => c.Curvature(v, k, j), c.Third(x, k, j, j), j));
    }

    private static void Compare(string name, Func<FunctorCase, double[], int, (Func<double[], double> Function, double Derivative, int By)> order)
    {
        var functor = FunctorCases.Get(name);
        foreach (var x in functor.Samples)
            for (int k = 0; k < x.Length; k++)
            {
                var (function, derivative, by) = order(functor, x, k);
                double expected = Slope(function, x, by), value = Math.Abs(function(x));
                // Rounding of the function's value over the step, and the truncation of the difference.
                double allowed = 2e-6 * Math.Abs(expected) + 1e-11 * Math.Max(value, 1);
                Assert.True(Math.Abs(derivative - expected) <= allowed, $"{At(name, x)} by argument {k}: derivative {derivative:R}, finite difference {expected:R}");
            }
    }

    // Central differences of fourth order: (8 (f(x + h) - f(x - h)) - (f(x + 2 h) - f(x - 2 h))) / 12 h
    private static double Slope(Func<double[], double> f, double[] x, int k)
    {
        double h = Math.ScaleB(1, -10) * Math.Clamp(Math.Abs(x[k]), 1.0 / 16, 1);
        return (8 * (At(h) - At(-h)) - (At(2 * h) - At(-2 * h))) / (12 * h);

        double At(double step)
        {
            var moved = (double[])x.Clone();
            moved[k] += step;
            return f(moved);
        }
    }

    private static string At(string name, double[] x) => $"{name} at ({string.Join(", ", x.Select(v => v.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))})";
}
