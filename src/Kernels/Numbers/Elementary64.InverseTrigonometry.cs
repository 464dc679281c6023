using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary64
{
    /// <summary>atan x = ± (π/2 - atan (1 / |x|)) beyond 1, else a polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Atan<N>(N x) where N : struct, IBits<N>
    {
        N a = N.Abs(x);
        var beyond = a > N.One;
        N t = N.Select(beyond, N.One / a, a);
        N z = t * t;
        N cubic = t * z * AtanTail(z);
        return N.CopySign(N.Select(beyond, FromRightAngle(t, cubic), t + cubic), x);
    }

    /// <summary>asin x = ± (π/2 - 2 asin √((1 - |x|) / 2)) beyond 1/2, else a polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Asin<N>(N x) where N : struct, IBits<N>
    {
        N a = N.Abs(x);
        var beyond = a > N.Const(0.5);
        N z = HalfAngleSquare(a, beyond);
        N s = N.Select(beyond, N.Sqrt(z), a);
        N cubic = s * z * AsinTail(z);
        return N.CopySign(N.Select(beyond, FromRightAngle(s + s, cubic + cubic), s + cubic), x);
    }

    /// <summary>acos x = π/2 - asin x up to 1/2, 2 asin √((1 - |x|) / 2) beyond, and π minus that below -1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Acos<N>(N x) where N : struct, IBits<N>
    {
        N a = N.Abs(x);
        var beyond = a > N.Const(0.5);
        N z = HalfAngleSquare(a, beyond);
        N s = N.Select(beyond, N.Sqrt(z), x);
        N cubic = s * z * AsinTail(z);
        N twice = s + s, twiceCubic = cubic + cubic;
        N obtuse = Minus(N.Const(3.141592653589793), N.Const(1.2246467991473532e-16), twice, twiceCubic);
        N outer = N.Select(x < N.Zero, obtuse, twice + twiceCubic);
        return N.Select(beyond, outer, FromRightAngle(s, cubic));
    }

    // (1 - a) / 2 beyond 1/2, else a²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N HalfAngleSquare<N>(N a, Mask<N> beyond) where N : struct, IBits<N> =>
        N.Select(beyond, N.Const(0.5) * (N.One - a), a * a);

    // π/2 - (large + small)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N FromRightAngle<N>(N large, N small) where N : struct, IBits<N> =>
        Minus(N.Const(1.5707963267948966), N.Const(6.123233995736766e-17), large, small);

    // (high + low) - (large + small), where |high| ≥ |large|
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Minus<N>(N high, N low, N large, N small) where N : struct, IBits<N>
    {
        var difference = Pair<N>.SumOrdered(high, -large);
        return difference.High + (difference.Low + (low - small));
    }

    // (atan t - t) / t³, z = t²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N AtanTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(1.2851805242397334e-05);
        p = N.Fma(p, z, N.Const(-0.00014841831625624026));
        p = N.Fma(p, z, N.Const(0.000813964717957847));
        p = N.Fma(p, z, N.Const(-0.0028355190990207095));
        p = N.Fma(p, z, N.Const(0.007099985521128468));
        p = N.Fma(p, z, N.Const(-0.013763346705652345));
        p = N.Fma(p, z, N.Const(0.021838074673802617));
        p = N.Fma(p, z, N.Const(-0.02978335206593911));
        p = N.Fma(p, z, N.Const(0.03656514353516968));
        p = N.Fma(p, z, N.Const(-0.04215367849911121));
        p = N.Fma(p, z, N.Const(0.047208494315127504));
        p = N.Fma(p, z, N.Const(-0.052530783065543436));
        p = N.Fma(p, z, N.Const(0.058804272191223445));
        p = N.Fma(p, z, N.Const(-0.06666386806559987));
        p = N.Fma(p, z, N.Const(0.07692277677819165));
        p = N.Fma(p, z, N.Const(-0.09090906812665642));
        p = N.Fma(p, z, N.Const(0.11111110995908832));
        p = N.Fma(p, z, N.Const(-0.14285714282181675));
        p = N.Fma(p, z, N.Const(0.19999999999944268));
        return N.Fma(p, z, N.Const(-0.3333333333333302));
    }

    // (asin t - t) / t³, z = t²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N AsinTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(0.031810453403294824);
        p = N.Fma(p, z, N.Const(-0.01607383790383481));
        p = N.Fma(p, z, N.Const(0.01943131839174411));
        p = N.Fma(p, z, N.Const(0.006563739590418124));
        p = N.Fma(p, z, N.Const(0.012160885731621687));
        p = N.Fma(p, z, N.Const(0.013886506972986382));
        p = N.Fma(p, z, N.Const(0.017359576505477373));
        p = N.Fma(p, z, N.Const(0.022371766438304318));
        p = N.Fma(p, z, N.Const(0.030381958797878136));
        p = N.Fma(p, z, N.Const(0.044642856836047275));
        p = N.Fma(p, z, N.Const(0.0750000000032883));
        return N.Fma(p, z, N.Const(0.16666666666665433));
    }
}
