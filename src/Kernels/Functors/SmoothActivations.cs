using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = x σ(x);  dy/dx = σ (1 + x (1 - σ))</summary>
public readonly struct Silu : IUnaryOp
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N x) where N : struct, IReal<N> => x * Logistic.Of(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Derivative<N>(N x, N y) where N : struct, IReal<N>
    {
        N s = Logistic.Of(x);
        return s * (N.One + x * (N.One - s));
    }

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = x Φ(x), Φ(x) = (1 + erf(x / √2)) / 2;  dy/dx = Φ(x) + x e^(-x²/2) / √(2π)</summary>
public readonly struct Gelu : IUnaryOp
{
    private const double PerRoot2 = 0.7071067811865476, PerRoot2Pi = 0.3989422804014327;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N x) where N : struct, IReal<N> => x * Cumulative(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> =>
        Cumulative(x) + x * (N.Const(PerRoot2Pi) * N.Exp(N.Const(-0.5) * (x * x)));

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Cumulative<N>(N x) where N : struct, IReal<N> => N.Const(0.5) * (N.One + N.Erf(x * N.Const(PerRoot2)));
}

/// <summary>y = x (1 + tanh u) / 2, u = √(2/π) (x + 0.044715 x³): the approximation of <see cref="Gelu"/>;
/// dy/dx = (1 + tanh u) / 2 + x (1 - tanh² u) u' / 2</summary>
public readonly struct GeluTanh : IUnaryOp
{
    private const double Scale = 0.7978845608028654, Cubic = 0.044715;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N x) where N : struct, IReal<N> => x * (N.Const(0.5) * (N.One + N.Tanh(Inner(x))));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Derivative<N>(N x, N y) where N : struct, IReal<N>
    {
        // Beyond 100 the tanh is constant to the last bit, while x² may overflow and make 0 * ∞.
        N a = N.Select(x > N.Const(100), N.Const(100), N.Select(x < N.Const(-100), N.Const(-100), x));
        N t = N.Tanh(Inner(a));
        N slope = N.Const(Scale) * (N.One + N.Const(3 * Cubic) * (a * a));
        return N.Const(0.5) * (N.One + t) + N.Const(0.5) * a * (N.One - t * t) * slope;
    }

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Inner<N>(N x) where N : struct, IReal<N> => N.Const(Scale) * (x + N.Const(Cubic) * (x * x * x));
}
