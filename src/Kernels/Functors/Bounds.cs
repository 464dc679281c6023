using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = max(x, c);  dy/dx = 1 for x ≥ c, else 0</summary>
public readonly struct MaxScalar(double c) : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => N.Max(x, N.Const(c));

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Select(x >= N.Const(c), N.One, N.Zero);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = min(x, c);  dy/dx = 1 for x ≤ c, else 0</summary>
public readonly struct MinScalar(double c) : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => N.Min(x, N.Const(c));

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Select(x <= N.Const(c), N.One, N.Zero);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = min(max(x, low), high);  dy/dx = 1 for low ≤ x ≤ high, else 0</summary>
public readonly struct Clamp(double low, double high) : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => N.Min(N.Max(x, N.Const(low)), N.Const(high));

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> =>
        N.Select(x >= N.Const(low) & x <= N.Const(high), N.One, N.Zero);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = max(a, b);  dy/da = 1 where a &gt; b, 1/2 at a tie, else 0. Folded: the largest, from -∞ on.</summary>
public readonly struct Maximum : INumBinaryOp, IReduction
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, INum<N> => N.Max(a, b);

    /// <inheritdoc/>
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> =>
        N.Select(a < b, N.Zero, N.Select(N.Equal(a, b), N.Const(0.5), N.One));

    /// <inheritdoc/>
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => DerivativeA(b, a);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;

    /// <inheritdoc/>
    public N Identity<N>() where N : struct, INum<N> => N.Const(double.NegativeInfinity);

    /// <inheritdoc/>
    public N Combine<N>(N a, N b) where N : struct, INum<N> => N.Max(a, b);
}

/// <summary>y = min(a, b);  dy/da = 1 where a &lt; b, 1/2 at a tie, else 0. Folded: the smallest, from +∞ on.</summary>
public readonly struct Minimum : INumBinaryOp, IReduction
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, INum<N> => N.Min(a, b);

    /// <inheritdoc/>
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> =>
        N.Select(a > b, N.Zero, N.Select(N.Equal(a, b), N.Const(0.5), N.One));

    /// <inheritdoc/>
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => DerivativeA(b, a);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;

    /// <inheritdoc/>
    public N Identity<N>() where N : struct, INum<N> => N.Const(double.PositiveInfinity);

    /// <inheritdoc/>
    public N Combine<N>(N a, N b) where N : struct, INum<N> => N.Min(a, b);
}
