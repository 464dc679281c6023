using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = x / c, correctly rounded;  dy/dx = 1 / c</summary>
public readonly struct DivScalar(double c) : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => x / N.Const(c);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.One / N.Const(c);

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = c / x;  dy/dx = -c / x²</summary>
public readonly struct RDivScalar(double c) : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Const(c) / x;

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => -(N.Const(c) / x) / x;

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}
