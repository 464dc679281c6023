using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary32
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
        low = N.Select(N.Abs(high) < N.Const(120), low, N.Zero);
        N power = ExpTwoScales(Clamp(high, -104, 89), low, 12583166.0);

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
        var tiny = a < N.Const(1.1754944e-38);
        N normal = N.Select(tiny, a * N.Const(8388608), a);
        N exponent = N.ShiftRightSigned(N.SubBits(normal, N.FromBits(0x3F3504F3)), 23);
        N m = N.SubBits(normal, N.ShiftLeft(exponent, 23));
        N e = N.FromInteger(exponent) + N.Select(tiny, N.Const(-23), N.Zero);

        N f = m - N.One;
        N sum = m + N.One;
        N sumLow = m - (sum - N.One);
        N inverse = N.One / sum;
        N s = f * inverse;
        N sLow = (N.Fma(-s, sum, f) - s * sumLow) * inverse;

        var square = Pair<N>.Product(s, s);
        N squareLow = square.Low + (s + s) * sLow;
        var factor = Pair<N>.SumOrdered(N.Const(0.6666667), N.Fma(square.High, PowTail(square.High), N.Const(-1.9868216e-08)));
        var cube = Pair<N>.Product(square.High, s);
        N cubeLow = cube.Low + square.High * sLow + squareLow * s;
        var tail = Pair<N>.Product(cube.High, factor.High);
        N tailLow = tail.Low + cube.High * factor.Low + cubeLow * factor.High;

        var mantissa = Pair<N>.SumOrdered(s + s, tail.High);
        N low = mantissa.Low + (sLow + sLow + tailLow);
        var whole = Pair<N>.SumOrdered(e * N.Const(0.69314575), mantissa.High);
        var log = Pair<N>.SumOrdered(whole.High, whole.Low + (low + e * N.Const(1.4286068e-06)));

        N infinity = N.Const(double.PositiveInfinity);
        var finite = a > N.Zero & a < infinity;
        N edge = N.Select(N.Equal(a, N.Zero), -infinity, a);   // NaN and infinity stay
        return new Pair<N>(N.Select(finite, log.High, edge), N.Select(finite, log.Low, N.Zero));
    }

    // ((ln ((1 + s) / (1 - s)) - 2 s) / s³ - 2/3) / s², z = s²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N PowTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(0.23431554);
        p = N.Fma(p, z, N.Const(0.28546548));
        return N.Fma(p, z, N.Const(0.4000016));
    }
}
