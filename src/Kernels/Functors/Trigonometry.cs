using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = sin x;  dy/dx = cos x</summary>
public readonly struct Sin : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Sin(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Cos(x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = cos x;  dy/dx = -sin x</summary>
public readonly struct Cos : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Cos(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => -N.Sin(x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = tan x;  dy/dx = 1 + y²</summary>
public readonly struct Tan : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Tan(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.One + y * y;

    /// <inheritdoc/>
    public Saved Saves => Saved.Output;
}

/// <summary>y = asin x;  dy/dx = 1 / √(1 - x²)</summary>
public readonly struct Asin : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Asin(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.One / N.Sqrt((N.One - x) * (N.One + x));

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = acos x;  dy/dx = -1 / √(1 - x²)</summary>
public readonly struct Acos : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Acos(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Const(-1) / N.Sqrt((N.One - x) * (N.One + x));

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = atan x;  dy/dx = 1 / (1 + x²)</summary>
public readonly struct Atan : IUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, IReal<N> => N.Atan(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.One / (N.One + x * x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = the angle of the point (b, a), in (-π, π];  dy/da = b / (a² + b²), dy/db = -a / (a² + b²)</summary>
public readonly struct Atan2 : IBinaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, IReal<N>
    {
        N up = N.Abs(a), right = N.Abs(b);
        var steep = up > right;
        N small = N.Select(steep, right, up), large = N.Select(steep, up, right);
        // 0 / 0 counts as 0 and ∞ / ∞ as 1; NaN comes in again at the end.
        N ratio = N.Select(N.Equal(large, N.Zero), N.Zero, N.Select(N.Equal(small, large), N.One, small / large));
        N angle = Arc(ratio);
        angle = N.Select(steep, N.Const(Math.PI / 2) - angle, angle);
        angle = N.Select(N.CopySign(N.One, b) < N.Zero, N.Const(Math.PI) - angle, angle);
        return N.Select(N.Equal(a, a) & N.Equal(b, b), N.CopySign(angle, a), a + b);
    }

    // Not inlined: all in one, a loop of the host grows beyond what the JIT inlines, and every + would become a call.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static N Arc<N>(N x) where N : struct, IReal<N> => N.Atan(x);

    /// <inheritdoc/>
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> => b / (a * a + b * b);

    /// <inheritdoc/>
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => -a / (a * a + b * b);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}
