namespace Gpu.Kernels.Tests.Numbers;

/// <summary>Functions that System.Math lacks.</summary>
internal static class Oracle
{
    /// <summary>erf x by its series of positive terms, 2/√π e^(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!; it is ±1 to the last bit beyond 6.</summary>
    public static double Erf(double x)
    {
        if (double.IsNaN(x) || x == 0) return x;
        if (Math.Abs(x) > 6) return Math.Sign(x);
        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-20 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
