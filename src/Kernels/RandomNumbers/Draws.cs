using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.RandomNumbers;

/// <summary>From random words to distributions: the formulas that every device shares.</summary>
public static class Draws
{
    /// <summary>⌊word / 2⁸⌋ 2⁻²⁴, in [0, 1), from the high word of an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Unit32(uint high) => (int)(high >> 8) * (1f / (1 << 24));

    /// <summary>(⌊word / 2⁸⌋ + 1) 2⁻²⁴, in (0, 1]: what a logarithm may see.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float PositiveUnit32(uint high) => ((int)(high >> 8) + 1) * (1f / (1 << 24));

    /// <summary>⌊words / 2¹¹⌋ 2⁻⁵³, in [0, 1), from both words of an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Unit64(uint high, uint low) => (long)((((ulong)high << 32) | low) >> 11) * (1.0 / (1L << 53));

    /// <summary>(⌊words / 2¹¹⌋ + 1) 2⁻⁵³, in (0, 1]: what a logarithm may see.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PositiveUnit64(uint high, uint low) => ((long)((((ulong)high << 32) | low) >> 11) + 1) * (1.0 / (1L << 53));

    /// <summary>The number below which the high word of an element counts as success: p 2³², rounded up. p = 0 never succeeds, p = 1 always.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long BernoulliThreshold(double p) => (long)Math.Ceiling(Math.Clamp(p, 0, 1) * 4294967296.0);

    /// <summary>1 when the high word is below the threshold, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bernoulli(uint high, long threshold) => (long)high < threshold ? 1 : 0;

    /// <summary>An integer of [low, low + range): low + ⌊words range / 2⁶⁴⌋.</summary>
    /// <param name="high">High word of the element.</param>
    /// <param name="low">Low word of the element.</param>
    /// <param name="start">The smallest result.</param>
    /// <param name="range">How many results there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Integer(uint high, uint low, long start, ulong range)
    {
        // The high half of a 64 x 64-bit product, from 32-bit pieces: what every device can do.
        ulong r0 = (uint)range, r1 = range >> 32;
        ulong low1 = low * r1, high0 = high * r0;
        ulong middle = ((low * r0) >> 32) + (uint)low1 + (uint)high0;
        return start + (long)(high * r1 + (low1 >> 32) + (high0 >> 32) + (middle >> 32));
    }

    /// <summary>Uniform on [a, b): a + u (b - a) with one rounding; a where that rounds up to b.</summary>
    /// <param name="unit">u in [0, 1).</param>
    /// <param name="a">The smallest result.</param>
    /// <param name="width">b - a, computed in float64 and rounded.</param>
    /// <param name="b">The bound.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static N Uniform<N>(N unit, N a, N width, N b) where N : struct, IReal<N>
    {
        var y = N.Fma(unit, width, a);
        return N.Select(y < b, y, a);
    }

    /// <summary>The even normal number of a pair (Box and Muller): mean + deviation √(-2 ln u) cos(2π v).</summary>
    /// <param name="u">In (0, 1], from the words of the even element.</param>
    /// <param name="v">In [0, 1), from the words of the odd element.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="deviation">Standard deviation.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static N NormalEven<N>(N u, N v, N mean, N deviation) where N : struct, IReal<N> =>
        N.Fma(deviation, Radius(u) * N.Cos(Angle(v)), mean);

    /// <summary>The odd normal number of a pair: mean + deviation √(-2 ln u) sin(2π v).</summary>
    /// <inheritdoc cref="NormalEven" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static N NormalOdd<N>(N u, N v, N mean, N deviation) where N : struct, IReal<N> =>
        N.Fma(deviation, Radius(u) * N.Sin(Angle(v)), mean);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Radius<N>(N u) where N : struct, IReal<N> => N.Sqrt(N.Const(-2) * N.Log(u));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Angle<N>(N v) where N : struct, IReal<N> => N.Const(2 * Math.PI) * v;
}
