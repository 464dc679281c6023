using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary32
{
    /// <summary>tanh x = ± (1 - 2 / (e^(2|x|) + 1)) beyond 0.5625, else a polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static N Tanh<N>(N x) where N : struct, IBits<N>
    {
        N a = N.Abs(x);
        N z = x * x;
        N near = N.Fma(TanhTail(z) * z, a, a);
        N bounded = N.Select(a > N.Const(10), N.Const(10), a);
        N far = N.One - N.Const(2) / (ExpOfModerate(bounded + bounded) + N.One);
        return N.CopySign(N.Select(a < N.Const(0.5625), near, far), x);
    }

    /// <summary>sinh x = ± (h - 1 / (4 h)), h = e^|x| / 2, beyond 1, else a polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Sinh<N>(N x) where N : struct, IBits<N>
    {
        N a = N.Abs(x);
        N z = x * x;
        N near = N.Fma(SinhTail(z) * z, a, a);
        N h = HalfExp(a);
        return N.CopySign(N.Select(a < N.One, near, h - N.Const(0.25) / h), x);
    }

    /// <summary>cosh x = h + 1 / (4 h), h = e^|x| / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static N Cosh<N>(N x) where N : struct, IBits<N>
    {
        N h = HalfExp(N.Abs(x));
        return h + N.Const(0.25) / h;
    }

    // (tanh x - x) / x³, z = x²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N TanhTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(-0.006174429);
        p = N.Fma(p, z, N.Const(0.021003252));
        p = N.Fma(p, z, N.Const(-0.05383629));
        p = N.Fma(p, z, N.Const(0.1333244));
        return N.Fma(p, z, N.Const(-0.33333313));
    }

    // (sinh x - x) / x³, z = x²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N SinhTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(2.789984e-06);
        p = N.Fma(p, z, N.Const(0.00019841666));
        p = N.Fma(p, z, N.Const(0.008333315));
        return N.Fma(p, z, N.Const(0.16666667));
    }
}
