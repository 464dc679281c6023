using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary64
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

    // x - k π/2 in [-π/4, π/4]. π/2 in three parts serves below 2^30; the rest takes the long way, when any lane needs it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReducedAngle<N> Reduce<N>(N x) where N : struct, IBits<N>
    {
        N shifted = N.Fma(x, N.Const(0.6366197723675814), N.Const(6755399441055744.0));
        N k = shifted - N.Const(6755399441055744.0);
        N high = N.Fma(k, N.Const(-1.5707963267948966), x);
        N r = N.Fma(k, N.Const(1.4973849048591698e-33), N.Fma(k, N.Const(-6.123233995736766e-17), high));
        var second = Pair<N>.Product(k, N.Const(-6.123233995736766e-17));
        var sum = Pair<N>.Sum(high, second.High);
        N low = N.Fma(k, N.Const(1.4973849048591698e-33), (sum.High - r) + (sum.Low + second.Low));
        var angle = new ReducedAngle<N>(shifted, r, low);
        var large = N.Abs(x) >= N.Const(1073741824);
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
        var second = size >= N.Const(1.2433080910244666e+86);   // 2^286
        var third = size >= N.Const(1.439652414253823e+163);  // 2^542
        var fourth = size >= N.Const(1.6670036082199636e+240);   // 2^798
        N y = x * Pick(second, third, fourth, 8388608.0, 7.24454326306137e-71, 6.256509672447191e-148, 5.403227209783267e-225);
        var sum = default(QuarterTurns<N>);
        sum = sum.Add(y, Pick(second, third, fourth, 7.589099060290039e-08, 1.4669611114739938, 1.4630285397223597, 0.043703071393008));
        sum = sum.Add(y, Pick(second, third, fourth, 1.7501906477227432e-16, 6.269984520171345e-17, 1.8608953573452741e-16, 9.302896209245579e-17));
        sum = sum.Add(y, Pick(second, third, fourth, 9.175187187241997e-33, 1.8070697265075212e-32, 8.560627682723795e-33, 2.4193224176516802e-32));
        sum = sum.Add(y, Pick(second, third, fourth, 1.895441178761604e-48, 1.5992972244914124e-49, 7.076049742681001e-49, 1.7439664625851367e-48));
        sum = sum.Add(y, Pick(second, third, fourth, 3.7857487881173556e-65, 2.8312434612343394e-64, 2.1127423614662695e-64, 2.5557581669838872e-64));
        sum = sum.Add(y, Pick(second, third, fourth, 1.8285890581473985e-80, 1.805857149769777e-80, 6.341723323629617e-81, 2.990858453313927e-80));
        sum = sum.Add(y, Pick(second, third, fourth, 2.1573154797859074e-96, 3.492720122872333e-97, 1.9108052126356318e-96, 2.1746894684032176e-96));
        sum = sum.Add(y, Pick(second, third, fourth, 1.304410046002405e-112, 3.3152246464438184e-112, 1.9693378543553619e-112, 2.225040105300713e-112));
        sum = sum.Add(y, Pick(second, third, fourth, 4.23981404613264e-128, 1.722994046399619e-128, 1.1433178326302691e-128, 8.705921620172025e-129));
        N k = sum.Nearest();
        var turns = sum.Fraction(k);
        var radians = Pair<N>.Product(turns.High, N.Const(1.5707963267948966));
        N low = N.Fma(turns.Low, N.Const(1.5707963267948966), N.Fma(turns.High, N.Const(6.123233995736766e-17), radians.Low));
        var rest = Pair<N>.SumOrdered(radians.High, low);
        return new ReducedAngle<N>(k + N.Const(6755399441055744.0), rest.High, rest.Low);
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
        N.BitXor(a, N.ShiftLeft(N.BitAnd(quadrant, N.FromBits(2)), 62));

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
        N p = N.Const(1.5895744543462727e-10);
        p = N.Fma(p, z, N.Const(-2.505073921556132e-08));
        p = N.Fma(p, z, N.Const(2.755731356505335e-06));
        p = N.Fma(p, z, N.Const(-0.0001984126982941891));
        p = N.Fma(p, z, N.Const(0.008333333333321888));
        return N.Fma(p, z, N.Const(-0.1666666666666663));
    }

    // (cos r - 1 + r²/2) / r⁴, z = r²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N CosTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(-1.1357850815217086e-11);
        p = N.Fma(p, z, N.Const(2.0875686841899258e-09));
        p = N.Fma(p, z, N.Const(-2.755731406911518e-07));
        p = N.Fma(p, z, N.Const(2.4801587288437122e-05));
        p = N.Fma(p, z, N.Const(-0.0013888888888872318));
        return N.Fma(p, z, N.Const(0.04166666666666659));
    }

    // (tan r - r) / r³, z = r²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N TanTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(2.0859266554370293e-05);
        p = N.Fma(p, z, N.Const(-4.48494569115508e-05));
        p = N.Fma(p, z, N.Const(8.938209572978753e-05));
        p = N.Fma(p, z, N.Const(-2.6287394263943793e-05));
        p = N.Fma(p, z, N.Const(0.00013643933692683696));
        p = N.Fma(p, z, N.Const(0.00022242953987966987));
        p = N.Fma(p, z, N.Const(0.0005950452430917179));
        p = N.Fma(p, z, N.Const(0.0014547631896122562));
        p = N.Fma(p, z, N.Const(0.003592288137388295));
        p = N.Fma(p, z, N.Const(0.008863219274422147));
        p = N.Fma(p, z, N.Const(0.021869489601196276));
        p = N.Fma(p, z, N.Const(0.053968253926958476));
        p = N.Fma(p, z, N.Const(0.13333333333414238));
        return N.Fma(p, z, N.Const(0.33333333333332776));
    }
}
