using System.Reflection;
using Gpu.Kernels.Functors;
using Gpu.Kernels.Tests.Numbers;

namespace Gpu.Kernels.Tests.Formulas;

/// <summary>One line for each functor: its parameters, what it should compute, and where the default arguments do not fit, others.</summary>
internal static class FunctorCases
{
    private static readonly double[] Line = [-100.3125, -20.25, -6.5, -3.125, -1.1875, -0.40625, -0.0625, 0.03125, 0.3125, 0.8125, 1.75, 4.25, 25.6875, 100.3125];
    private static readonly double[] Positive = [0.0625, 0.3125, 0.8125, 1.125, 1.75, 4.25, 25.5, 100.25];
    private static readonly double[] Inside = [-0.9375, -0.625, -0.4375, -0.0625, 0.03125, 0.375, 0.5625, 0.9375];
    private static readonly double[] Probabilities = [0.125, 0.25, 0.53125, 0.75, 0.875];
    private static readonly double[] Few = [-3.125, -0.40625, 0.8125, 2.5];
    private static readonly double[] Others = [-2.25, -0.625, 0.4375, 3.75];

    public static readonly FunctorCase[] All =
    [
        One(new Negate(), x => -x),
        One(new Absolute(), Math.Abs),
        One(new Sign(), x => Math.Sign(x)),
        One(new Square(), x => x * x),
        One(new AddScalar(3), x => x + 3),
        One(new MulScalar(-2), x => -2 * x),
        One(new RSubScalar(5), x => 5 - x),
        One(new DivScalar(7), x => x / 7),
        One(new RDivScalar(-3), x => -3 / x),
        One(new MaxScalar(1), x => Math.Max(x, 1)),
        One(new MinScalar(-1), x => Math.Min(x, -1)),
        One(new Clamp(-2, 3), x => Math.Clamp(x, -2, 3)),
        One(new Relu(), x => Math.Max(x, 0)),
        One(new Sqrt(), Math.Sqrt, Positive),
        One(new Rsqrt(), x => 1 / Math.Sqrt(x), Positive),
        One(new Reciprocal(), x => 1 / x),
        One(new PowScalar(0), x => 1),
        One(new PowScalar(1), x => x),
        One(new PowScalar(2), x => x * x),
        One(new PowScalar(3), x => x * x * x),
        One(new PowScalar(-1), x => 1 / x),
        One(new PowScalar(4), x => Math.Pow(x, 4)),
        One(new PowScalar(-2), x => Math.Pow(x, -2)),
        One(new PowScalar(0.5), Math.Sqrt, Positive),
        One(new PowScalar(2.5), x => Math.Pow(x, 2.5), Positive),
        One(new Exp(), Math.Exp, [.. Line.Where(x => x < 80)]),
        One(new Expm1(), x => Math.Exp(x) - 1, [.. Line.Where(x => x < 80)]),
        One(new Log(), Math.Log, Positive),
        One(new Log1p(), x => Math.Log(1 + x), [-0.9375, -0.5, .. Positive]),
        One(new Log2(), Math.Log2, Positive),
        One(new Log10(), Math.Log10, Positive),
        One(new Sin(), Math.Sin),
        One(new Cos(), Math.Cos),
        One(new Tan(), Math.Tan),
        One(new Asin(), Math.Asin, Inside),
        One(new Acos(), Math.Acos, Inside),
        One(new Atan(), Math.Atan),
        One(new Sinh(), Math.Sinh, [.. Line.Where(x => Math.Abs(x) < 80)]),
        One(new Cosh(), Math.Cosh, [.. Line.Where(x => Math.Abs(x) < 80)]),
        One(new Tanh(), Math.Tanh),
        One(new Erf(), Oracle.Erf),
        One(new Floor(), Math.Floor),
        One(new Ceiling(), Math.Ceiling),
        One(new Round(), x => Math.Round(x, MidpointRounding.ToEven), [.. Line.Where(x => Math.Abs(x) != 6.5)]),
        One(new Truncate(), Math.Truncate),
        One(new Sigmoid(), x => 1 / (1 + Math.Exp(-x))),
        One(new LogSigmoid(), x => x > 0 ? -Math.Log(1 + Math.Exp(-x)) : x - Math.Log(1 + Math.Exp(x))),
        One(new Softplus(), x => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x))),
        One(new LeakyRelu(0.125), x => x > 0 ? x : 0.125 * x),
        One(new Elu(1.5), x => x > 0 ? x : 1.5 * (Math.Exp(x) - 1)),
        One(new Silu(), x => x / (1 + Math.Exp(-x))),
        One(new Gelu(), x => x * 0.5 * (1 + Oracle.Erf(x / Math.Sqrt(2)))),
        One(new GeluTanh(), x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))),

        Two(new Add(), (a, b) => a + b),
        Two(new Subtract(), (a, b) => a - b),
        Two(new Multiply(), (a, b) => a * b),
        Two(new Divide(), (a, b) => a / b),
        Two(new Maximum(), Math.Max),
        Two(new Minimum(), Math.Min),
        Two(new SquaredDifference(), (a, b) => (a - b) * (a - b)),
        Two(new AddScaled(-0.75), (a, b) => a - 0.75 * b),
        Two(new Power(), Math.Pow, [0.3125, 0.8125, 1.75, 6.5], [-2.5, -1, 0, 0.5, 1, 2, 3.25]),
        Two(new Atan2(), Math.Atan2),
        Two(new BinaryCrossEntropy(), (p, t) => -(t * Math.Log(p) + (1 - t) * Math.Log(1 - p)), Probabilities, [0, 0.25, 1]),
        Two(new BinaryCrossEntropyWithLogits(), (x, t) => (x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x))) - t * x, Line, [0, 0.25, 1]),
        Two(new LinearCombination(0.875, 0.25), (a, b) => 0.875 * a + 0.25 * b),
        Two(new Biased(), (a, b) => a + b),

        Three(new MultiplyAdd(), (a, b, c) => a * b + c),
    ];

    /// <summary>Every functor of one to three arguments in the product, but for those made of another (fused backward passes).</summary>
    public static IEnumerable<Type> Types => typeof(Negate).Assembly.GetExportedTypes()
        .Where(t => t.IsValueType && !t.IsGenericType)
        .Where(t => t.GetInterfaces().Any(i => i == typeof(IUnary) || i == typeof(IBinary) || i == typeof(ITernary)
            || i == typeof(INumUnary) || i == typeof(INumBinary) || i == typeof(INumTernary)));

    public static FunctorCase Get(string name) => All.Single(c => c.Name == name);

    private static FunctorCase One(object functor, Func<double, double> reference, double[]? x = null) =>
        new(NameOf(functor), functor, v => reference(v[0]), [.. (x ?? Line).Select(a => new[] { a })]);

    private static FunctorCase Two(object functor, Func<double, double, double> reference, double[]? a = null, double[]? b = null) =>
        new(NameOf(functor), functor, v => reference(v[0], v[1]), [.. from p in a ?? Few from q in b ?? Others select new[] { p, q }]);

    private static FunctorCase Three(object functor, Func<double, double, double, double> reference, double[]? last = null) =>
        new(NameOf(functor), functor, v => reference(v[0], v[1], v[2]), [.. from p in Few from q in Others from r in last ?? Few select new[] { p, q, r }]);

    private static string NameOf(object functor)
    {
        var parameters = functor.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(f => FormattableString.Invariant($"{f.GetValue(functor)}"));
        string list = string.Join(", ", parameters);
        return list == "" ? functor.GetType().Name : $"{functor.GetType().Name}({list})";
    }
}
