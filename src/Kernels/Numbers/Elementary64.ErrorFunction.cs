using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary64
{
    /// <summary>erf x = x + x P(x²) up to 1, ± (1 - e^-G(|x|)) beyond, where G = -ln erfc.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Erf<N>(N x) where N : struct, IBits<N>
    {
        N a = N.Abs(x);
        N near = N.Fma(ErfSmall(x * x), a, a);
        N bounded = N.Select(a > N.Const(6), N.Const(6), a);
        N far = N.One - ExpOfModerate(-ErfLarge(bounded));
        return N.CopySign(N.Select(a < N.One, near, far), x);
    }

    // erf x / x - 1, z = x²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N ErfSmall<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(6.684830822627492e-11);
        p = N.Fma(p, z, N.Const(-1.1830590465705277e-09));
        p = N.Fma(p, z, N.Const(1.4786548418167036e-08));
        p = N.Fma(p, z, N.Const(-1.637063829093387e-07));
        p = N.Fma(p, z, N.Const(1.646308709483387e-06));
        p = N.Fma(p, z, N.Const(-1.4925738504204218e-05));
        p = N.Fma(p, z, N.Const(0.00012055337777810952));
        p = N.Fma(p, z, N.Const(-0.0008548327189606624));
        p = N.Fma(p, z, N.Const(0.005223977629095658));
        p = N.Fma(p, z, N.Const(-0.02686617064561954));
        p = N.Fma(p, z, N.Const(0.11283791670958743));
        p = N.Fma(p, z, N.Const(-0.37612638903183876));
        return N.Fma(p, z, N.Const(0.1283791670955126));
    }

    // -ln erfc a
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N ErfLarge<N>(N a) where N : struct, IBits<N>
    {
        N p = N.Const(-1.0412602596987568e-12);
        p = N.Fma(p, a, N.Const(4.7608465851732597e-11));
        p = N.Fma(p, a, N.Const(-1.0188167702766415e-09));
        p = N.Fma(p, a, N.Const(1.35435360842187e-08));
        p = N.Fma(p, a, N.Const(-1.2500957508577495e-07));
        p = N.Fma(p, a, N.Const(8.463011329216734e-07));
        p = N.Fma(p, a, N.Const(-4.307041508818445e-06));
        p = N.Fma(p, a, N.Const(1.6441025726192045e-05));
        p = N.Fma(p, a, N.Const(-4.4827464447104544e-05));
        p = N.Fma(p, a, N.Const(6.988572202336342e-05));
        p = N.Fma(p, a, N.Const(4.570153102186749e-05));
        p = N.Fma(p, a, N.Const(-0.0006424519156150525));
        p = N.Fma(p, a, N.Const(0.0017704717951231225));
        p = N.Fma(p, a, N.Const(-0.0002818077619482937));
        p = N.Fma(p, a, N.Const(-0.019077253529636476));
        p = N.Fma(p, a, N.Const(0.1027467982233643));
        p = N.Fma(p, a, N.Const(0.6366286474045035));
        p = N.Fma(p, a, N.Const(1.128377295012495));
        return N.Fma(p, a, N.Const(1.8306930220356266e-07));
    }
}
