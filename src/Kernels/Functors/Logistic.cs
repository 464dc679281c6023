using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>Formulas that several activations share.</summary>
internal static class Logistic
{
    /// <summary>σ(x) = 1 / (1 + e⁻ˣ), without overflow, and with small results for negative x exact to the last bits.</summary>
    /// <remarks>-|x| is a select, not Abs: both of its sides have the same derivatives at 0, so σ may be differentiated there.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static N Of<N>(N x) where N : struct, IReal<N>
    {
        var negative = x < N.Zero;
        N e = N.Exp(N.Select(negative, x, -x));
        return N.Select(negative, e, N.One) / (N.One + e);
    }

    /// <summary>ln (1 + eˣ) without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static N LogOnePlusExp<N>(N x) where N : struct, IReal<N>
    {
        var negative = x < N.Zero;
        return N.Select(negative, N.Zero, x) + N.Log1p(N.Exp(N.Select(negative, x, -x)));
    }
}
