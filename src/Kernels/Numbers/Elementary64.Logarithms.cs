using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary64
{
    /// <summary>ln x = e ln 2 + ln m, x = 2ᵉ m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static N Log<N>(N x) where N : struct, IBits<N>
    {
        var tiny = x < N.Const(2.2250738585072014e-308);
        N normal = N.Select(tiny, x * N.Const(18014398509481984), x);
        N exponent = ExponentOf(normal);
        N mantissa = N.SubBits(normal, N.ShiftLeft(exponent, 52));
        N e = N.FromInteger(exponent) + N.Select(tiny, N.Const(-54), N.Zero);
        N y = LogOf(e, mantissa - N.One);
        y = N.Select(x < N.Const(double.PositiveInfinity), y, x);
        y = N.Select(N.Equal(x, N.Zero), N.Const(double.NegativeInfinity), y);
        return N.Select(x < N.Zero, N.Const(double.NaN), y);
    }

    /// <summary>ln (1 + x) = e ln 2 + ln (1 + f), where 1 + x = 2ᵉ (1 + f): f = 2⁻ᵉ x + (2⁻ᵉ - 1) loses nothing of a small x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static N Log1p<N>(N x) where N : struct, IBits<N>
    {
        N exponent = ExponentOf(N.One + x);
        // 4 * 2^-e, because 2^-e alone is subnormal for the largest x.
        N scale = N.SubBits(N.FromBits(0x4010000000000000), N.ShiftLeft(exponent, 52));
        N f = N.Fma(x * N.Const(0.25), scale, N.Fma(N.Const(0.25), scale, N.Const(-1)));
        N y = LogOf(N.FromInteger(exponent), f);
        y = N.Select(x < N.Const(double.PositiveInfinity), y, x);
        y = N.Select(N.Abs(x) < N.Const(5.551115123125783e-17), x, y);
        y = N.Select(N.Equal(x, N.Const(-1)), N.Const(double.NegativeInfinity), y);
        return N.Select(x < N.Const(-1), N.Const(double.NaN), y);
    }

    // The exponent e, as bits, with x / 2^e in [√½, √2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N ExponentOf<N>(N x) where N : struct, IBits<N> =>
        N.ShiftRightSigned(N.SubBits(x, N.FromBits(0x3FE6A09E667F3BCD)), 52);

    // e ln 2 + ln (1 + f). With s = f / (2 + f): ln (1 + f) = 2 s + s R(s²) = f - (f²/2 - s (f²/2 + R)), and f is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N LogOf<N>(N e, N f) where N : struct, IBits<N>
    {
        N s = f / (N.Const(2) + f);
        N z = s * s;
        N square = N.Const(0.5) * f * f;
        N correction = N.Fma(s, N.Fma(z, LogTail(z), square), e * N.Const(5.497923018708371e-14));
        return N.Fma(e, N.Const(0.6931471805598903), f - (square - correction));
    }

    // (ln ((1 + s) / (1 - s)) - 2 s) / s³, z = s²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N LogTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(0.1480356766951301);
        p = N.Fma(p, z, N.Const(0.15313305475315434));
        p = N.Fma(p, z, N.Const(0.1818359293742528));
        p = N.Fma(p, z, N.Const(0.22222198028365286));
        p = N.Fma(p, z, N.Const(0.28571428747713445));
        p = N.Fma(p, z, N.Const(0.3999999999939002));
        return N.Fma(p, z, N.Const(0.6666666666666738));
    }
}
