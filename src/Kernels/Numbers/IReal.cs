namespace Gpu.Kernels.Numbers;

/// <summary>Floating numbers. The elementary functions give the same bits on every device: they are formulas over
/// + - * / sqrt, fused multiply-add and bit operations, written once per width.</summary>
public interface IReal<N> : INum<N> where N : struct, IReal<N>
{
    /// <summary>a / b, correctly rounded.</summary>
    static abstract N operator /(N a, N b);

    /// <summary>√a, correctly rounded.</summary>
    static abstract N Sqrt(N a);

    /// <summary>a * b + c with one rounding.</summary>
    static abstract N Fma(N a, N b, N c);

    /// <summary>The magnitude of <paramref name="a"/> with the sign of <paramref name="sign"/>.</summary>
    static abstract N CopySign(N a, N sign);

    /// <summary>The largest integer not above a.</summary>
    static abstract N Floor(N a);

    /// <summary>The smallest integer not below a.</summary>
    static abstract N Ceiling(N a);

    /// <summary>The nearest integer, halves to even.</summary>
    static abstract N Round(N a);

    /// <summary>The integer part: rounds toward zero.</summary>
    static abstract N Truncate(N a);

    /// <summary>eᵃ</summary>
    static abstract N Exp(N a);

    /// <summary>eᵃ - 1, accurate near 0.</summary>
    static abstract N Expm1(N a);

    /// <summary>ln a; -∞ at 0, NaN below.</summary>
    static abstract N Log(N a);

    /// <summary>ln (1 + a), accurate near 0.</summary>
    static abstract N Log1p(N a);

    /// <summary>aᵇ, with the special cases of IEEE 754 pow.</summary>
    static abstract N Pow(N a, N b);

    /// <summary>sin a, a in radians.</summary>
    static abstract N Sin(N a);

    /// <summary>cos a, a in radians.</summary>
    static abstract N Cos(N a);

    /// <summary>tan a, a in radians.</summary>
    static abstract N Tan(N a);

    /// <summary>The angle in [-π/2, π/2] whose sine is a.</summary>
    static abstract N Asin(N a);

    /// <summary>The angle in [0, π] whose cosine is a.</summary>
    static abstract N Acos(N a);

    /// <summary>The angle in (-π/2, π/2) whose tangent is a.</summary>
    static abstract N Atan(N a);

    /// <summary>(eᵃ - e⁻ᵃ) / 2</summary>
    static abstract N Sinh(N a);

    /// <summary>(eᵃ + e⁻ᵃ) / 2</summary>
    static abstract N Cosh(N a);

    /// <summary>sinh a / cosh a</summary>
    static abstract N Tanh(N a);

    /// <summary>2/√π ∫₀ᵃ e^(-t²) dt</summary>
    static abstract N Erf(N a);
}
