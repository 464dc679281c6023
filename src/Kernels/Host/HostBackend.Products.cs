using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Matrix products: from the dtype and the vector width to the loops.</summary>
internal sealed unsafe partial class HostBackend
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MatMul(in Operand a, in Operand b, in Operand y)
    {
        if (y.DType == DType.Float32) MatMul<float>(a, b, y);
        else MatMul<double>(a, b, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MatMul<T>(in Operand a, in Operand b, in Operand y) where T : unmanaged
    {
        if (Avx512DQ.IsSupported) MatrixProduct<Lanes512<T>, T>.Run(a, b, y, default);
        else if (Fma.IsSupported) MatrixProduct<Lanes256<T>, T>.Run(a, b, y, default);
        else MatrixProduct<Lanes128<T>, T>.Run(a, b, y, default);
    }

    public void MatMul<TOp>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, IBinary
    {
        bool done = y.DType == DType.Float32 ? MatMul<TOp, float>(op, a, b, c, y) : MatMul<TOp, double>(op, a, b, c, y);
        if (!done) Map(op, y, c, y);
    }

    private static bool MatMul<TOp, T>(TOp op, in Operand a, in Operand b, in Operand c, in Operand y) where TOp : struct, IBinary where T : unmanaged =>
        Avx512DQ.IsSupported ? MatrixProduct<Lanes512<T>, T>.Run(a, b, y, Epilogue<T>.Of<Lanes512<T>, TOp>(ref op, c))
        : Fma.IsSupported ? MatrixProduct<Lanes256<T>, T>.Run(a, b, y, Epilogue<T>.Of<Lanes256<T>, TOp>(ref op, c))
        : MatrixProduct<Lanes128<T>, T>.Run(a, b, y, Epilogue<T>.Of<Lanes128<T>, TOp>(ref op, c));
}
