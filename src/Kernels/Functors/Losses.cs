using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = -(t max(ln p, -100) + (1 - t) max(ln (1 - p), -100)), p = a a probability, t = b its target;
/// dy/da = (p - t) / max(p (1 - p), 10⁻¹²), dy/db = max(ln (1 - p), -100) - max(ln p, -100)</summary>
public readonly struct BinaryCrossEntropy : IBinaryOp
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => -(b * Bounded(a) + (N.One - b) * Bounded(N.One - a));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N>
    {
        N variance = a * (N.One - a);
        return (a - b) / N.Select(variance > N.Const(1e-12), variance, N.Const(1e-12));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => Bounded(N.One - a) - Bounded(a);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;

    // max(ln p, -100), where p below e⁻¹⁰⁰ does not reach the logarithm: its derivative there is 0, not 0 * ∞.
    // Not inlined: with two logarithms in it, a loop of the host grows beyond what the JIT inlines, and every + would become a call.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static N Bounded<N>(N p) where N : struct, IReal<N>
    {
        var below = p < N.Const(3.720075976020836e-44);
        return N.Select(below, N.Const(-100), N.Log(N.Select(below, N.One, p)));
    }
}

/// <summary>y = ln (1 + eˣ) - t x, x = a a logit, t = b its target: the binary cross-entropy of σ(x);  dy/da = σ(x) - t, dy/db = -x</summary>
public readonly struct BinaryCrossEntropyWithLogits : IBinaryOp
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => LogOnePlusExp(a) - b * a;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> => Logistic.Of(a) - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => -a;

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;

    // Not inlined for the same reason as above.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static N LogOnePlusExp<N>(N x) where N : struct, IReal<N> => Logistic.LogOnePlusExp(x);
}
