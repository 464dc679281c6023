using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Tests.Formulas;

/// <summary>A functor with its parameters, its value by System.Math, and the arguments at which to look at it.</summary>
internal sealed class FunctorCase(string name, object functor, Func<double[], double> reference, double[][] samples)
{
    /// <summary>The functor and its parameters.</summary>
    public string Name { get; } = name;

    public object Functor { get; } = functor;

    public Func<double[], double> Reference { get; } = reference;

    /// <summary>Arguments, all of them float32 numbers, away from kinks.</summary>
    public double[][] Samples { get; } = samples;

    public bool IsReal => Functor is IUnary or IBinary or ITernary;

    public bool IsDifferentiable => Functor is IUnaryDerivative or IBinaryDerivative;

    /// <summary>The formula on some kind of number.</summary>
    public N Forward<N>(N[] x) where N : struct, IReal<N> => Functor switch
    {
        IUnary f => f.Forward(x[0]),
        IBinary f => f.Forward(x[0], x[1]),
        ITernary f => f.Forward(x[0], x[1], x[2]),
        _ => ForwardNum(x),
    };

    /// <summary>The formula on integers too.</summary>
    public N ForwardNum<N>(N[] x) where N : struct, INum<N> => Functor switch
    {
        INumUnary f => f.Forward(x[0]),
        INumBinary f => f.Forward(x[0], x[1]),
        INumTernary f => f.Forward(x[0], x[1], x[2]),
        _ => throw new ArgumentException($"{Functor.GetType().Name} is no functor of one to three arguments."),
    };

    /// <summary>The derivative by argument k on some kind of number, from exactly what the functor says that it saves.</summary>
    public N Derivative<N>(N[] x, N y, int k) where N : struct, IReal<N>
    {
        N unread = N.Const(double.NaN);
        if (Functor is IUnaryDerivative unary)
            return unary.Derivative(unary.Saves.HasFlag(Saved.Input) ? x[0] : unread, unary.Saves.HasFlag(Saved.Output) ? y : unread);
        var binary = (IBinaryDerivative)Functor;
        N a = binary.Saves.HasFlag(Saved.Input) ? x[0] : unread, b = binary.Saves.HasFlag(Saved.Input) ? x[1] : unread;
        return k == 0 ? binary.DerivativeA(a, b) : binary.DerivativeB(a, b);
    }

    /// <summary>The formula in float64.</summary>
    public double Value(double[] x) => Forward(Array.ConvertAll(x, v => new F64(v))).Value;

    /// <summary>The derivative by argument k in float64.</summary>
    public double Slope(double[] x, int k)
    {
        var numbers = Array.ConvertAll(x, v => new F64(v));
        return Derivative(numbers, Forward(numbers), k).Value;
    }

    /// <summary>The second derivative by arguments k and j: the derivative formula on dual numbers.</summary>
    public double Curvature(double[] x, int k, int j) => Second(Array.ConvertAll(x, v => new F64(v)), k, j).Value;

    /// <summary>The third derivative by arguments k, j and i: the derivative formula on duals of duals.</summary>
    public double Third(double[] x, int k, int j, int i)
    {
        var duals = Seed(Array.ConvertAll(x, v => new F64(v)), i);
        return Second(duals, k, j).Slope.Value;
    }

    private T Second<T>(T[] x, int k, int j) where T : struct, IReal<T>
    {
        var duals = Seed(x, j);
        T y = Forward(x);
        // An engine knows the output by its own node, whose derivative is the functor's.
        var output = new Dual<T>(y, Derivative(x, y, j));
        return Derivative(duals, output, k).Slope;
    }

    private static Dual<T>[] Seed<T>(T[] x, int k) where T : struct, IReal<T>
    {
        var duals = new Dual<T>[x.Length];
        for (int i = 0; i < x.Length; i++) duals[i] = new(x[i], i == k ? T.One : T.Zero);
        return duals;
    }

    public override string ToString() => Name;
}
