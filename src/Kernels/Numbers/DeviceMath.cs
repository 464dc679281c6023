namespace Gpu.Kernels;

/// <summary>The one scalar function that not every kernel runtime offers.</summary>
/// <remarks>The package's code generators know no fused multiply-add, so with the package it rounds twice: results then agree with other
/// devices within tolerance only.</remarks>
public static class DeviceMath
{
    /// <summary>a * b + c with one rounding.</summary>
    public static float Fma(float a, float b, float c) =>
#if ILGPU_PACKAGE
        a * b + c;
#else
        MathF.FusedMultiplyAdd(a, b, c);
#endif

    /// <summary>a * b + c with one rounding.</summary>
    public static double Fma(double a, double b, double c) =>
#if ILGPU_PACKAGE
        a * b + c;
#else
        Math.FusedMultiplyAdd(a, b, c);
#endif
}
