using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = alpha a + beta b: a momentum buffer (v = momentum v + (1 - dampening) g) or a first moment (m = β₁ m + (1 - β₁) g).</summary>
public readonly struct LinearCombination(double alpha, double beta) : IBinary
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => N.Fma(N.Const(beta), b, N.Const(alpha) * a);
}

/// <summary>y = alpha a + beta b²: a second moment (v = β₂ v + (1 - β₂) g²).</summary>
public readonly struct SecondMoment(double alpha, double beta) : IBinary
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => N.Fma(N.Const(beta) * b, b, N.Const(alpha) * a);
}

/// <summary>y = p - step m / (√v / root + epsilon): Adam's update of the parameter p from the moments m and v, with
/// step = lr / (1 - β₁ᵗ) and root = √(1 - β₂ᵗ) (Kingma and Ba, Adam, 2015).</summary>
public readonly struct AdamStep(double step, double root, double epsilon) : ITernary
{
    /// <inheritdoc/>
    public N Forward<N>(N p, N m, N v) where N : struct, IReal<N> =>
        p - N.Const(step) * m / (N.Sqrt(v) / N.Const(root) + N.Const(epsilon));
}
