using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary32
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
        N obtuse = Minus(N.Const(3.1415927), N.Const(-8.742278e-08), twice, twiceCubic);
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
        Minus(N.Const(1.5707964), N.Const(-4.371139e-08), large, small);

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
        N p = N.Const(-0.0017389732);
        p = N.Fma(p, z, N.Const(0.01066674));
        p = N.Fma(p, z, N.Const(-0.030709004));
        p = N.Fma(p, z, N.Const(0.057478942));
        p = N.Fma(p, z, N.Const(-0.08374951));
        p = N.Fma(p, z, N.Const(0.1094222));
        p = N.Fma(p, z, N.Const(-0.1426229));
        p = N.Fma(p, z, N.Const(0.1999836));
        return N.Fma(p, z, N.Const(-0.33333293));
    }

    // (asin t - t) / t³, z = t²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N AsinTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(0.042108715);
        p = N.Fma(p, z, N.Const(0.024211599));
        p = N.Fma(p, z, N.Const(0.04546455));
        p = N.Fma(p, z, N.Const(0.07495334));
        return N.Fma(p, z, N.Const(0.16666752));
    }
}
