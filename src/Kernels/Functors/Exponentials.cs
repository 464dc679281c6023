using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = eˣ;  dy/dx = y</summary>
public readonly struct Exp : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Exp(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => y;

    /// <inheritdoc/>
    public Saved Saves => Saved.Output;
}

/// <summary>y = eˣ - 1;  dy/dx = y + 1</summary>
public readonly struct Expm1 : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Expm1(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => y + N.One;

    /// <inheritdoc/>
    public Saved Saves => Saved.Output;
}

/// <summary>y = ln x;  dy/dx = 1 / x</summary>
public readonly struct Log : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Log(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.One / x;

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = ln (1 + x);  dy/dx = 1 / (1 + x)</summary>
public readonly struct Log1p : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Log1p(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.One / (N.One + x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = log₂ x = ln x / ln 2;  dy/dx = 1 / (x ln 2)</summary>
public readonly struct Log2 : IUnaryOp
{
    private const double PerLn2 = 1.4426950408889634;

    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Log(x) * N.Const(PerLn2);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Const(PerLn2) / x;

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = log₁₀ x = ln x / ln 10;  dy/dx = 1 / (x ln 10)</summary>
public readonly struct Log10 : IUnaryOp
{
    private const double PerLn10 = 0.4342944819032518;

    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Log(x) * N.Const(PerLn10);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Const(PerLn10) / x;

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}
