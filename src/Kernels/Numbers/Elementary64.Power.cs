using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary64
{
    /// <summary>xʸ = ± e^(y ln |x|) with the logarithm and the product in twice the precision, and the special cases of IEEE 754 pow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Pow<N>(N x, N y) where N : struct, IBits<N>
    {
        N infinity = N.Const(double.PositiveInfinity);
        N a = N.Abs(x);
        var log = LogPair(a);
        var product = Pair<N>.Product(log.High, y);
        N high = product.High;
        N low = product.Low + log.Low * y;
        // Where the power overflows or underflows, the low part may be NaN.
        low = N.Select(N.Abs(high) < N.Const(800), low, N.Zero);
        N power = ExpTwoScales(Clamp(high, -746, 710), low, 6755399441057790.0);

        N halfY = y * N.Const(0.5);
        var whole = N.Equal(N.Truncate(y), y);
        var odd = whole & N.NotEqual(N.Truncate(halfY), halfY);
        power = N.Select(odd, N.CopySign(power, x), power);
        power = N.Select(x < N.Zero & x > -infinity & !whole, N.Const(double.NaN), power);
        var one = N.Equal(x, N.One) | N.Equal(y, N.Zero) | (N.Equal(a, N.One) & N.Equal(N.Abs(y), infinity));
        return N.Select(one, N.One, power);
    }

    // ln a in twice the precision; a ≥ 0. With s = f / (2 + f): ln (1 + f) = 2 s + s³ (2/3 + s² Q(s²)).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Pair<N> LogPair<N>(N a) where N : struct, IBits<N>
    {
        var tiny = a < N.Const(2.2250738585072014e-308);
        N normal = N.Select(tiny, a * N.Const(18014398509481984), a);
        N exponent = N.ShiftRightSigned(N.SubBits(normal, N.FromBits(0x3FE6A09E667F3BCD)), 52);
        N m = N.SubBits(normal, N.ShiftLeft(exponent, 52));
        N e = N.FromInteger(exponent) + N.Select(tiny, N.Const(-54), N.Zero);

        N f = m - N.One;
        N sum = m + N.One;
        N sumLow = m - (sum - N.One);
        N inverse = N.One / sum;
        N s = f * inverse;
        N sLow = (N.Fma(-s, sum, f) - s * sumLow) * inverse;

        var square = Pair<N>.Product(s, s);
        N squareLow = square.Low + (s + s) * sLow;
        var factor = Pair<N>.SumOrdered(N.Const(0.6666666666666666), N.Fma(square.High, PowTail(square.High), N.Const(3.700743415417188e-17)));
        var cube = Pair<N>.Product(square.High, s);
        N cubeLow = cube.Low + square.High * sLow + squareLow * s;
        var tail = Pair<N>.Product(cube.High, factor.High);
        N tailLow = tail.Low + cube.High * factor.Low + cubeLow * factor.High;

        var mantissa = Pair<N>.SumOrdered(s + s, tail.High);
        N low = mantissa.Low + (sLow + sLow + tailLow);
        var whole = Pair<N>.SumOrdered(e * N.Const(0.6931471805598903), mantissa.High);
        var log = Pair<N>.SumOrdered(whole.High, whole.Low + (low + e * N.Const(5.497923018708371e-14)));

        N infinity = N.Const(double.PositiveInfinity);
        var finite = a > N.Zero & a < infinity;
        N edge = N.Select(N.Equal(a, N.Zero), -infinity, a);   // NaN and infinity stay
        return new Pair<N>(N.Select(finite, log.High, edge), N.Select(finite, log.Low, N.Zero));
    }

    // ((ln ((1 + s) / (1 - s)) - 2 s) / s³ - 2/3) / s², z = s²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N PowTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(0.13206369268583992);
        p = N.Fma(p, z, N.Const(0.1325571537838212));
        p = N.Fma(p, z, N.Const(0.15386805861514496));
        p = N.Fma(p, z, N.Const(0.18181783278118197));
        p = N.Fma(p, z, N.Const(0.22222222532941954));
        p = N.Fma(p, z, N.Const(0.28571428570021906));
        return N.Fma(p, z, N.Const(0.40000000000002434));
    }
}
