using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = √x;  dy/dx = 1 / (2 y)</summary>
public readonly struct Sqrt : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Sqrt(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Const(0.5) / y;

    /// <inheritdoc/>
    public Saved Saves => Saved.Output;
}

/// <summary>y = 1 / √x;  dy/dx = -y³ / 2</summary>
public readonly struct Rsqrt : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.One / N.Sqrt(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Const(-0.5) * (y * y * y);

    /// <inheritdoc/>
    public Saved Saves => Saved.Output;
}

/// <summary>y = 1 / x;  dy/dx = -y²</summary>
public readonly struct Reciprocal : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.One / x;

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => -(y * y);

    /// <inheritdoc/>
    public Saved Saves => Saved.Output;
}

/// <summary>y = xᵖ;  dy/dx = p xᵖ⁻¹, and 0 where p = 0. The exponents -1, 0, 1/2, 1, 2 and 3 are computed without pow.</summary>
public readonly struct PowScalar(double p) : IUnaryOp
{
    /// <inheritdoc/>
    // The exponent is the same for all elements, so choosing by it is no branch on data.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N x) where N : struct, IReal<N> =>
        p == 2 ? x * x
        : p == 1 ? x
        : p == 0 ? N.One
        : p == 3 ? x * x * x
        : p == -1 ? N.One / x
        : p == 0.5 ? N.Sqrt(x)
        : N.Pow(x, N.Const(p));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> =>
        p == 0 ? N.Zero : N.Const(p) * new PowScalar(p - 1).Forward(x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = aᵇ;  dy/da = b aᵇ⁻¹, 0 at b = 0;  dy/db = aᵇ ln a, 0 at a = 0 with b ≥ 0</summary>
public readonly struct Power : IBinaryOp
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => N.Pow(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N>
    {
        // 0⁻¹ is infinite, and 0 * ∞ is NaN.
        N safe = N.Select(N.Equal(a, N.Zero) & N.Equal(b, N.Zero), N.One, a);
        return b * N.Pow(safe, b - N.One);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N>
    {
        N safe = N.Select(N.Equal(a, N.Zero) & b >= N.Zero, N.One, a);
        return N.Pow(safe, b) * N.Log(safe);
    }

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}
