using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Tests.Backend;

/// <summary>y = x / (1 + |x|)</summary>
internal readonly struct Soft : IUnary
{
    public N Forward<N>(N x) where N : struct, IReal<N> => x / (N.One + N.Abs(x));
}

/// <summary>y = slope a - b</summary>
internal readonly struct Tilt(double slope) : IBinary
{
    private readonly double _slope = slope;

    public N Forward<N>(N a, N b) where N : struct, IReal<N> => N.Const(_slope) * a - b;
}

/// <summary>y = a b + c with one rounding</summary>
internal readonly struct Fused : ITernary
{
    public N Forward<N>(N a, N b, N c) where N : struct, IReal<N> => N.Fma(a, b, c);
}

/// <summary>y = x x - 1</summary>
internal readonly struct SquareLessOne : INumUnary
{
    public N Forward<N>(N x) where N : struct, INum<N> => x * x - N.One;
}

/// <summary>y = a + b</summary>
internal readonly struct Plus : INumBinary
{
    public N Forward<N>(N a, N b) where N : struct, INum<N> => a + b;
}

/// <summary>y = the larger of a and b, at most c</summary>
internal readonly struct MaxThenMin : INumTernary
{
    public N Forward<N>(N a, N b, N c) where N : struct, INum<N> => N.Min(N.Max(a, b), c);
}

/// <summary>a &lt; b</summary>
internal readonly struct Less : IRelation
{
    public Mask<N> Holds<N>(N a, N b) where N : struct, INum<N> => a < b;
}

/// <summary>Σ x</summary>
internal readonly struct Sum : IReduction
{
    public N Identity<N>() where N : struct, INum<N> => N.Zero;

    public N Combine<N>(N a, N b) where N : struct, INum<N> => a + b;
}

/// <summary>The largest x</summary>
internal readonly struct Largest : IReduction
{
    public N Identity<N>() where N : struct, INum<N> => N.Const(double.NegativeInfinity);

    public N Combine<N>(N a, N b) where N : struct, INum<N> => N.Max(a, b);
}
