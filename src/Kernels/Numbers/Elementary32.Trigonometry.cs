using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary32
{
    /// <summary>sin x = ± sin r or ± cos r, r = x - k π/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Sin<N>(N x) where N : struct, IBits<N>
    {
        var angle = Reduce(x);
        N sin = Signed(N.Select(IsEven(angle.Quadrant), SinOf(angle.Rest), CosOf(angle.Rest)), angle.Quadrant);
        return N.Select(N.Equal(x, N.Zero), x, sin);   // keeps -0
    }

    /// <summary>cos x = ± cos r or ± sin r, r = x - k π/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Cos<N>(N x) where N : struct, IBits<N>
    {
        var angle = Reduce(x);
        return Signed(
            N.Select(IsEven(angle.Quadrant), CosOf(angle.Rest), SinOf(angle.Rest)),
            N.AddBits(angle.Quadrant, N.FromBits(1)));
    }

    /// <summary>tan x = tan r or -1 / tan r, r = x - k π/2, with the digits that r and tan r lost to rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Tan<N>(N x) where N : struct, IBits<N>
    {
        var angle = Reduce(x);
        N r = angle.Rest;
        N z = r * r;
        N cubic = z * r * TanTail(z);
        N first = r + cubic;
        cubic += N.Fma(first * first, angle.Low, angle.Low);
        N tan = r + cubic;
        N lost = cubic - (tan - r);
        N inverse = N.Const(-1) / tan;
        N cotangent = N.Fma(inverse, N.Fma(inverse, lost, N.Fma(inverse, tan, N.One)), inverse);
        return N.Select(N.Equal(x, N.Zero), x, N.Select(IsEven(angle.Quadrant), tan, cotangent));   // keeps -0
    }

    // x - k π/2 in [-π/4, π/4]. π/2 in three parts serves below 2^16; the rest takes the long way, when any lane needs it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReducedAngle<N> Reduce<N>(N x) where N : struct, IBits<N>
    {
        N shifted = N.Fma(x, N.Const(0.63661975), N.Const(12582912.0));
        N k = shifted - N.Const(12582912.0);
        N high = N.Fma(k, N.Const(-1.5707964), x);
        N r = N.Fma(k, N.Const(1.7151245e-15), N.Fma(k, N.Const(4.371139e-08), high));
        var second = Pair<N>.Product(k, N.Const(4.371139e-08));
        var sum = Pair<N>.Sum(high, second.High);
        N low = N.Fma(k, N.Const(1.7151245e-15), (sum.High - r) + (sum.Low + second.Low));
        var angle = new ReducedAngle<N>(shifted, r, low);
        var large = N.Abs(x) >= N.Const(65536);
        if (N.Any(large))
        {
            var reduced = ReduceLarge(x);
            angle = new ReducedAngle<N>(
                N.Select(large, reduced.Quadrant, shifted),
                N.Select(large, reduced.Rest, r),
                N.Select(large, reduced.Low, low));
        }

        return angle;
    }

    // x 2/π modulo 4 by exact products with the bits of 2/π that matter at this magnitude (tools/elementary/constants.py).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReducedAngle<N> ReduceLarge<N>(N x) where N : struct, IBits<N>
    {
        N size = N.Abs(x);
        var second = size >= N.Const(281474976710656.0);   // 2^48
        var third = size >= N.Const(1.2089258196146292e+24);  // 2^80
        var fourth = size >= N.Const(5.192296858534828e+33);   // 2^112
        N y = x * Pick(second, third, fourth, 256.0, 5.9604644775390625e-08, 1.3877787807814457e-17, 3.2311742677852644e-27);
        var sum = default(QuarterTurns<N>);
        sum = sum.Add(y, Pick(second, third, fourth, 0.0024867058, 1.4308817, 1.1640037, 1.8201478));
        sum = sum.Add(y, Pick(second, third, fourth, 9.020578e-08, 4.927628e-09, 8.005186e-08, 5.163097e-08));
        sum = sum.Add(y, Pick(second, third, fourth, 9.448365e-16, 5.4599405e-16, 4.2863797e-15, 4.9208464e-15));
        sum = sum.Add(y, Pick(second, third, fourth, 4.2033485e-22, 4.1458828e-22, 1.8147108e-22, 2.6160738e-22));
        sum = sum.Add(y, Pick(second, third, fourth, 2.2973494e-29, 2.2130357e-29, 2.0176862e-29, 3.2537262e-30));
        N k = sum.Nearest();
        var turns = sum.Fraction(k);
        var radians = Pair<N>.Product(turns.High, N.Const(1.5707964));
        N low = N.Fma(turns.Low, N.Const(1.5707964), N.Fma(turns.High, N.Const(-4.371139e-08), radians.Low));
        var rest = Pair<N>.SumOrdered(radians.High, low);
        return new ReducedAngle<N>(k + N.Const(12582912.0), rest.High, rest.Low);
    }

    // The constant of the window that an angle falls into.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Pick<N>(Mask<N> second, Mask<N> third, Mask<N> fourth, double a, double b, double c, double d)
        where N : struct, IBits<N> =>
        N.Select(fourth, N.Const(d), N.Select(third, N.Const(c), N.Select(second, N.Const(b), N.Const(a))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Mask<N> IsEven<N>(N quadrant) where N : struct, IBits<N> =>
        N.BitsEqual(N.BitAnd(quadrant, N.FromBits(1)), N.FromBits(0));

    // -a in the quadrants 2 and 3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Signed<N>(N a, N quadrant) where N : struct, IBits<N> =>
        N.BitXor(a, N.ShiftLeft(N.BitAnd(quadrant, N.FromBits(2)), 30));

    // r + r³ S(r²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N SinOf<N>(N r) where N : struct, IBits<N>
    {
        N z = r * r;
        return N.Fma(SinTail(z) * z, r, r);
    }

    // 1 - r²/2 + r⁴ C(r²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N CosOf<N>(N r) where N : struct, IBits<N>
    {
        N z = r * r;
        return N.Fma(z, N.Fma(CosTail(z), z, N.Const(-0.5)), N.One);
    }

    // (sin r - r) / r³, z = r²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N SinTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(-0.00019510802);
        p = N.Fma(p, z, N.Const(0.00833212));
        return N.Fma(p, z, N.Const(-0.16666654));
    }

    // (cos r - 1 + r²/2) / r⁴, z = r²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N CosTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(2.4432338e-05);
        p = N.Fma(p, z, N.Const(-0.001388731));
        return N.Fma(p, z, N.Const(0.041666646));
    }

    // (tan r - r) / r³, z = r²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N TanTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(0.0043670125);
        p = N.Fma(p, z, N.Const(0.00011052191));
        p = N.Fma(p, z, N.Const(0.010817371));
        p = N.Fma(p, z, N.Const(0.021290092));
        p = N.Fma(p, z, N.Const(0.05405822));
        p = N.Fma(p, z, N.Const(0.1333268));
        return N.Fma(p, z, N.Const(0.3333335));
    }
}
