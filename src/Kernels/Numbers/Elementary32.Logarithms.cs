using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary32
{
    /// <summary>ln x = e ln 2 + ln m, x = 2ᵉ m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static N Log<N>(N x) where N : struct, IBits<N>
    {
        var tiny = x < N.Const(1.1754944e-38);
        N normal = N.Select(tiny, x * N.Const(8388608), x);
        N exponent = ExponentOf(normal);
        N mantissa = N.SubBits(normal, N.ShiftLeft(exponent, 23));
        N e = N.FromInteger(exponent) + N.Select(tiny, N.Const(-23), N.Zero);
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
        N scale = N.SubBits(N.FromBits(0x40800000), N.ShiftLeft(exponent, 23));
        N f = N.Fma(x * N.Const(0.25), scale, N.Fma(N.Const(0.25), scale, N.Const(-1)));
        N y = LogOf(N.FromInteger(exponent), f);
        y = N.Select(x < N.Const(double.PositiveInfinity), y, x);
        y = N.Select(N.Abs(x) < N.Const(2.9802322e-08), x, y);
        y = N.Select(N.Equal(x, N.Const(-1)), N.Const(double.NegativeInfinity), y);
        return N.Select(x < N.Const(-1), N.Const(double.NaN), y);
    }

    // The exponent e, as bits, with x / 2^e in [2/3, 4/3).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N ExponentOf<N>(N x) where N : struct, IBits<N> =>
        N.ShiftRightSigned(N.SubBits(x, N.FromBits(0x3F2AAAAB)), 23);

    // e ln 2 + ln (1 + f)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N LogOf<N>(N e, N f) where N : struct, IBits<N> =>
        N.Fma(e, N.Const(0.6931472), N.Fma(LogTail(f), f * f, f));

    // (ln (1 + f) - f) / f²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N LogTail<N>(N f) where N : struct, IBits<N>
    {
        N p = N.Const(-0.12631042);
        p = N.Fma(p, f, N.Const(0.14009972));
        p = N.Fma(p, f, N.Const(-0.12244257));
        p = N.Fma(p, f, N.Const(0.13999932));
        p = N.Fma(p, f, N.Const(-0.16676164));
        p = N.Fma(p, f, N.Const(0.20010841));
        p = N.Fma(p, f, N.Const(-0.24999893));
        p = N.Fma(p, f, N.Const(0.33333206));
        return N.Fma(p, f, N.Const(-0.5));
    }
}
