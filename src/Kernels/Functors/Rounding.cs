using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = ⌊x⌋;  dy/dx = 0</summary>
public readonly struct Floor : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Floor(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Zero;

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = ⌈x⌉;  dy/dx = 0</summary>
public readonly struct Ceiling : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Ceiling(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Zero;

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = the integer nearest to x, halves to even;  dy/dx = 0</summary>
public readonly struct Round : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Round(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Zero;

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = the integer part of x;  dy/dx = 0</summary>
public readonly struct Truncate : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Truncate(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Zero;

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}
