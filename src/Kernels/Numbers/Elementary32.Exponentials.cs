using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

/// <summary>Elementary functions of float32 numbers: formulas over + - * / sqrt, fused multiply-add and bits, without branches on values.</summary>
/// <remarks>Polynomials are weighted least-squares fits on Chebyshev nodes (tools/elementary/fit.py). Argument reductions are those of
/// Muller, Elementary Functions, 3rd edition, chapters 10 and 11. NaN passes through every comparison into the untouched branch.
/// The functions of every training step are inlined into loops as far as the JIT is willing to; what it calls instead is optimized from the
/// first call on.</remarks>
internal static partial class Elementary32
{
    // Adding 1.5 * 2^23 to a smaller number rounds it to an integer, which then stands in the low bits; a further offset is an exponent bias.

    /// <summary>eˣ = 2ⁿ eʳ, n = round(x / ln 2), |r| ≤ ln 2 / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static N Exp<N>(N x) where N : struct, IBits<N> => ExpTwoScales(Clamp(x, -104, 89), N.Zero, 12583166.0);

    /// <summary>eˣ - 1 = 2ⁿ (eʳ - 1) + (2ⁿ - 1), computed as halves so that 2ⁿ does not overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static N Expm1<N>(N x) where N : struct, IBits<N>
    {
        N a = Clamp(x, -20, 89);
        N shifted = N.Fma(a, N.Const(1.442695), N.Const(12583038.0));
        N r = Remainder(a, shifted - N.Const(12583038.0));
        N q = N.Fma(ExpTail(r), r * r, r);
        N scale = N.ShiftLeft(shifted, 23);
        N half = N.Fma(q, scale, scale - N.Const(0.5));
        return N.Select(N.Abs(x) < N.Const(2.9802322e-08), x, half + half);
    }

    /// <summary>eˣ where no power of two leaves the normal range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N ExpOfModerate<N>(N x) where N : struct, IBits<N>
    {
        N shifted = N.Fma(x, N.Const(1.442695), N.Const(12583039.0));
        N r = Remainder(x, shifted - N.Const(12583039.0));
        return (N.One + N.Fma(ExpTail(r), r * r, r)) * N.ShiftLeft(shifted, 23);
    }

    /// <summary>eˣ / 2, which stays finite a little longer than eˣ. x ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N HalfExp<N>(N x) where N : struct, IBits<N> => ExpTwoScales(N.Select(x > N.Const(90), N.Const(90), x), N.Zero, 12583165.0);

    // e^(x + low) * 2^(offset - offset of Exp). The power of two is the product of two halves of it: each is a normal number, and the last
    // product rounds once, also to a subnormal number or to infinity.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N ExpTwoScales<N>(N x, N low, double offset) where N : struct, IBits<N>
    {
        N shifted = N.Fma(x, N.Const(1.442695), N.Const(offset));
        N r = Remainder(x, shifted - N.Const(offset)) + low;
        N mantissa = N.One + N.Fma(ExpTail(r), r * r, r);
        N exponent = N.ShiftLeft(shifted, 22);
        N first = N.BitAnd(exponent, N.FromBits(0x7F800000));
        N second = N.BitAnd(N.AddBits(exponent, N.FromBits(0x00400000)), N.FromBits(0x7F800000));
        return mantissa * first * second;
    }

    // x - n ln 2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Remainder<N>(N x, N n) where N : struct, IBits<N> =>
        N.Fma(n, N.Const(1.9046542e-09), N.Fma(n, N.Const(-0.6931472), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Clamp<N>(N x, double low, double high) where N : struct, IBits<N>
    {
        N below = N.Select(x > N.Const(high), N.Const(high), x);
        return N.Select(below < N.Const(low), N.Const(low), below);
    }

    // (eʳ - 1 - r) / r²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N ExpTail<N>(N r) where N : struct, IBits<N>
    {
        N p = N.Const(0.0013863314);
        p = N.Fma(p, r, N.Const(0.008366853));
        p = N.Fma(p, r, N.Const(0.041667517));
        p = N.Fma(p, r, N.Const(0.1666654));
        return N.Fma(p, r, N.Const(0.49999997));
    }
}
