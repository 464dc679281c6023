using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = alpha a + beta b, with one rounding after alpha a: a step along a direction (p - lr g), a decayed gradient (g + decay p), a moving average.</summary>
public readonly struct LinearCombination(double alpha, double beta) : IBinary
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => N.Fma(N.Const(beta), b, N.Const(alpha) * a);
}

/// <summary>A step of an optimizer, element by element: what becomes of a parameter p and of up to three numbers a, b, c that are remembered for it, given its gradient.</summary>
public interface IUpdate
{
    /// <summary>How many of a, b, c there are: 0 to 3. The methods of the others are not called.</summary>
    int Slots { get; }

    /// <summary>The gradient that the others see: g, or g with a weight decay.</summary>
    N Gradient<N>(N p, N g) where N : struct, IReal<N>;

    /// <summary>The new a.</summary>
    N First<N>(N a, N g) where N : struct, IReal<N>;

    /// <summary>The new b.</summary>
    N Second<N>(N b, N g) where N : struct, IReal<N>;

    /// <summary>The new c, from the new b.</summary>
    N Third<N>(N c, N b) where N : struct, IReal<N>;

    /// <summary>The new p, from the new a, b and c.</summary>
    N Parameter<N>(N p, N g, N a, N b, N c) where N : struct, IReal<N>;
}

/// <summary>g = ∇p + decay p, p = p - lr g.</summary>
public readonly struct SgdUpdate(double lr, double decay) : IUpdate
{
    /// <inheritdoc/>
    public int Slots => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Gradient<N>(N p, N g) where N : struct, IReal<N> => WeightDecay.Of(decay, p, g);

    /// <inheritdoc/>
    public N First<N>(N a, N g) where N : struct, IReal<N> => a;

    /// <inheritdoc/>
    public N Second<N>(N b, N g) where N : struct, IReal<N> => b;

    /// <inheritdoc/>
    public N Third<N>(N c, N b) where N : struct, IReal<N> => c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Parameter<N>(N p, N g, N a, N b, N c) where N : struct, IReal<N> => N.Fma(N.Const(-lr), g, p);
}

/// <summary>g = ∇p + decay p, a = momentum a + share g, p = p - lr a.</summary>
public readonly struct MomentumUpdate(double lr, double momentum, double share, double decay) : IUpdate
{
    /// <inheritdoc/>
    public int Slots => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Gradient<N>(N p, N g) where N : struct, IReal<N> => WeightDecay.Of(decay, p, g);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N First<N>(N a, N g) where N : struct, IReal<N> => new LinearCombination(momentum, share).Forward(a, g);

    /// <inheritdoc/>
    public N Second<N>(N b, N g) where N : struct, IReal<N> => b;

    /// <inheritdoc/>
    public N Third<N>(N c, N b) where N : struct, IReal<N> => c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Parameter<N>(N p, N g, N a, N b, N c) where N : struct, IReal<N> => N.Fma(N.Const(-lr), a, p);
}

/// <summary>g = ∇p + decay p, a = momentum a + share g, p = p - lr (g + momentum a).</summary>
public readonly struct NesterovUpdate(double lr, double momentum, double share, double decay) : IUpdate
{
    /// <inheritdoc/>
    public int Slots => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Gradient<N>(N p, N g) where N : struct, IReal<N> => WeightDecay.Of(decay, p, g);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N First<N>(N a, N g) where N : struct, IReal<N> => new LinearCombination(momentum, share).Forward(a, g);

    /// <inheritdoc/>
    public N Second<N>(N b, N g) where N : struct, IReal<N> => b;

    /// <inheritdoc/>
    public N Third<N>(N c, N b) where N : struct, IReal<N> => c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Parameter<N>(N p, N g, N a, N b, N c) where N : struct, IReal<N> => N.Fma(N.Const(-lr), N.Fma(N.Const(momentum), a, g), p);
}

/// <summary>g = ∇p + decay p, a = β₁ a + (1 - β₁) g, b = β₂ b + (1 - β₂) g², p = shrink p - step a / (√b scale + ε), with step = lr / (1 - β₁ᵗ) and
/// scale = 1 / √(1 - β₂ᵗ). Kingma and Ba, Adam, 2015.</summary>
public readonly struct AdamUpdate(double step, double scale, double beta1, double beta2, double epsilon, double decay, double shrink) : IUpdate
{
    /// <inheritdoc/>
    public int Slots => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Gradient<N>(N p, N g) where N : struct, IReal<N> => WeightDecay.Of(decay, p, g);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N First<N>(N a, N g) where N : struct, IReal<N> => new LinearCombination(beta1, 1 - beta1).Forward(a, g);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Second<N>(N b, N g) where N : struct, IReal<N> => N.Fma(N.Const(1 - beta2) * g, g, N.Const(beta2) * b);

    /// <inheritdoc/>
    public N Third<N>(N c, N b) where N : struct, IReal<N> => c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Parameter<N>(N p, N g, N a, N b, N c) where N : struct, IReal<N> =>
        N.Const(shrink) * p - N.Const(step) * a / N.Fma(N.Sqrt(b), N.Const(scale), N.Const(epsilon));
}

/// <summary><see cref="AdamUpdate"/> with c = max(c, b), the largest b so far, in b's place. Reddi et al., On the convergence of Adam and beyond, 2018.</summary>
public readonly struct AmsGradUpdate(AdamUpdate adam) : IUpdate
{
    private readonly AdamUpdate _adam = adam;

    /// <inheritdoc/>
    public int Slots => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Gradient<N>(N p, N g) where N : struct, IReal<N> => _adam.Gradient(p, g);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N First<N>(N a, N g) where N : struct, IReal<N> => _adam.First(a, g);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Second<N>(N b, N g) where N : struct, IReal<N> => _adam.Second(b, g);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Third<N>(N c, N b) where N : struct, IReal<N> => N.Max(c, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Parameter<N>(N p, N g, N a, N b, N c) where N : struct, IReal<N> => _adam.Parameter(p, g, a, c, c);
}

/// <summary>g + decay p; without decay g itself, whatever p is.</summary>
internal static class WeightDecay
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static N Of<N>(double decay, N p, N g) where N : struct, IReal<N>
    {
        N factor = N.Const(decay);
        return N.Select(N.Equal(factor, N.Zero), g, N.Fma(factor, p, g));
    }
}
