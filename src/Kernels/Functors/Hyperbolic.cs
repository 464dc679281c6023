using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = sinh x;  dy/dx = cosh x</summary>
public readonly struct Sinh : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Sinh(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Cosh(x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = cosh x;  dy/dx = sinh x</summary>
public readonly struct Cosh : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Cosh(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Sinh(x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = tanh x;  dy/dx = 1 - y²</summary>
public readonly struct Tanh : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Tanh(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.One - y * y;

    /// <inheritdoc/>
    public Saved Saves => Saved.Output;
}

/// <summary>y = erf x = 2/√π ∫₀ˣ e^(-t²) dt;  dy/dx = 2/√π e^(-x²)</summary>
public readonly struct Erf : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Erf(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Const(1.1283791670955126) * N.Exp(-(x * x));

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}
