using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = max(x, 0);  dy/dx = 1 for x &gt; 0, else 0: 0 at 0</summary>
public readonly struct Relu : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => N.Select(x < N.Zero, N.Zero, x);

    /// <inheritdoc/>
    // NaN is not ≤ 0, so it passes.
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Select(y <= N.Zero, N.Zero, N.One);

    /// <inheritdoc/>
    public Saved Saves => Saved.Output;
}

/// <summary>y = x for x &gt; 0, slope x otherwise;  dy/dx = 1 or slope</summary>
public readonly struct LeakyRelu(double slope) : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Select(x > N.Zero, x, N.Const(slope) * x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Select(x > N.Zero, N.One, N.Const(slope));

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = x for x &gt; 0, alpha (eˣ - 1) otherwise;  dy/dx = 1 or alpha eˣ</summary>
public readonly struct Elu(double alpha) : IUnaryOp
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N x) where N : struct, IReal<N> =>
        N.Select(x > N.Zero, x, N.Const(alpha) * N.Expm1(N.Select(x > N.Zero, N.Zero, x)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> =>
        N.Select(x > N.Zero, N.One, N.Const(alpha) * N.Exp(N.Select(x > N.Zero, N.Zero, x)));

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = σ(x) = 1 / (1 + e⁻ˣ);  dy/dx = y (1 - y)</summary>
public readonly struct Sigmoid : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => Logistic.Of(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => y * (N.One - y);

    /// <inheritdoc/>
    public Saved Saves => Saved.Output;
}

/// <summary>y = ln σ(x) = -ln (1 + e⁻ˣ);  dy/dx = σ(-x)</summary>
public readonly struct LogSigmoid : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => -Logistic.LogOnePlusExp(-x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => Logistic.Of(-x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = ln (1 + eˣ);  dy/dx = σ(x)</summary>
public readonly struct Softplus : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => Logistic.LogOnePlusExp(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => Logistic.Of(x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}
