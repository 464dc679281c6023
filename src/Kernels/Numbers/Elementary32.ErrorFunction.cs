using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary32
{
    /// <summary>erf x = x + x P(x²) up to 1, ± (1 - e^-G(|x|)) beyond, where G = -ln erfc.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Erf<N>(N x) where N : struct, IBits<N>
    {
        N a = N.Abs(x);
        N near = N.Fma(ErfSmall(x * x), a, a);
        N bounded = N.Select(a > N.Const(4), N.Const(4), a);
        N far = N.One - ExpOfModerate(-ErfLarge(bounded));
        return N.CopySign(N.Select(a < N.One, near, far), x);
    }

    // erf x / x - 1, z = x²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N ErfSmall<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(7.842288e-05);
        p = N.Fma(p, z, N.Const(-0.0008006793));
        p = N.Fma(p, z, N.Const(0.0051879627));
        p = N.Fma(p, z, N.Const(-0.026853643));
        p = N.Fma(p, z, N.Const(0.112835824));
        p = N.Fma(p, z, N.Const(-0.37612626));
        return N.Fma(p, z, N.Const(0.12837917));
    }

    // -ln erfc a
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N ErfLarge<N>(N a) where N : struct, IBits<N>
    {
        N p = N.Const(2.1791782e-05);
        p = N.Fma(p, a, N.Const(-0.0004426158));
        p = N.Fma(p, a, N.Const(0.0042111143));
        p = N.Fma(p, a, N.Const(-0.025226537));
        p = N.Fma(p, a, N.Const(0.108448595));
        p = N.Fma(p, a, N.Const(0.6331909));
        p = N.Fma(p, a, N.Const(1.1295937));
        return N.Fma(p, a, N.Const(-0.00019143833));
    }
}
