using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

internal static partial class Elementary64
{
    /// <summary>tanh x = ± (1 - 2 / (e^(2|x|) + 1)) beyond 0.5625, else a polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]
    public static N Tanh<N>(N x) where N : struct, IBits<N>
    {
        N a = N.Abs(x);
        N z = x * x;
        N near = N.Fma(TanhTail(z) * z, a, a);
        N bounded = N.Select(a > N.Const(20), N.Const(20), a);
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
        N p = N.Const(4.9532253247458404e-05);
        p = N.Fma(p, z, N.Const(-0.00020811521721519904));
        p = N.Fma(p, z, N.Const(0.0005777762284607965));
        p = N.Fma(p, z, N.Const(-0.0014527498721532681));
        p = N.Fma(p, z, N.Const(0.00359162337539006));
        p = N.Fma(p, z, N.Const(-0.008863182286370461));
        p = N.Fma(p, z, N.Const(0.021869485040429473));
        p = N.Fma(p, z, N.Const(-0.053968253835692905));
        p = N.Fma(p, z, N.Const(0.13333333333083025));
        return N.Fma(p, z, N.Const(-0.33333333333331683));
    }

    // (sinh x - x) / x³, z = x²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N SinhTail<N>(N z) where N : struct, IBits<N>
    {
        N p = N.Const(4.493426052302047e-15);
        p = N.Fma(p, z, N.Const(7.578409758982064e-13));
        p = N.Fma(p, z, N.Const(1.6060201955679355e-10));
        p = N.Fma(p, z, N.Const(2.5052098126714683e-08));
        p = N.Fma(p, z, N.Const(2.755731927486812e-06));
        p = N.Fma(p, z, N.Const(0.00019841269841131145));
        p = N.Fma(p, z, N.Const(0.00833333333333352));
        return N.Fma(p, z, N.Const(0.16666666666666666));
    }
}
