using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = -x;  dy/dx = -1</summary>
public readonly struct Negate : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => -x;

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Const(-1);

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = |x|;  dy/dx = sign x, 0 at 0</summary>
public readonly struct Absolute : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => N.Abs(x);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => new Sign().Forward(x);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = 1 for x &gt; 0, -1 for x &lt; 0, else 0;  dy/dx = 0</summary>
public readonly struct Sign : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => N.Select(x > N.Zero, N.One, N.Select(x < N.Zero, -N.One, N.Zero));

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Zero;

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = x²;  dy/dx = 2 x</summary>
public readonly struct Square : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => x * x;

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => x + x;

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = x + c;  dy/dx = 1</summary>
public readonly struct AddScalar(double c) : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => x + N.Const(c);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.One;

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = c x;  dy/dx = c</summary>
public readonly struct MulScalar(double c) : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => x * N.Const(c);

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Const(c);

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = c - x;  dy/dx = -1</summary>
public readonly struct RSubScalar(double c) : INumUnaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N x) where N : struct, INum<N> => N.Const(c) - x;

    /// <inheritdoc/>
    public N Derivative<N>(N x, N y) where N : struct, IReal<N> => N.Const(-1);

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = a + b;  dy/da = dy/db = 1</summary>
public readonly struct Add : INumBinaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, INum<N> => a + b;

    /// <inheritdoc/>
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> => N.One;

    /// <inheritdoc/>
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => N.One;

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = a - b;  dy/da = 1, dy/db = -1</summary>
public readonly struct Subtract : INumBinaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, INum<N> => a - b;

    /// <inheritdoc/>
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> => N.One;

    /// <inheritdoc/>
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => N.Const(-1);

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = a b;  dy/da = b, dy/db = a</summary>
public readonly struct Multiply : INumBinaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, INum<N> => a * b;

    /// <inheritdoc/>
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> => b;

    /// <inheritdoc/>
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => a;

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = a / b;  dy/da = 1 / b, dy/db = -a / b²</summary>
public readonly struct Divide : IBinaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => a / b;

    /// <inheritdoc/>
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> => N.One / b;

    /// <inheritdoc/>
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => -(a / b) / b;

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = (a - b)²;  dy/da = 2 (a - b), dy/db = -2 (a - b)</summary>
public readonly struct SquaredDifference : INumBinaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, INum<N> => (a - b) * (a - b);

    /// <inheritdoc/>
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> => N.Const(2) * (a - b);

    /// <inheritdoc/>
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => N.Const(2) * (b - a);

    /// <inheritdoc/>
    public Saved Saves => Saved.Input;
}

/// <summary>y = a + c b, rounded once;  dy/da = 1, dy/db = c</summary>
public readonly struct AddScaled(double c) : IBinaryOp
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => N.Fma(N.Const(c), b, a);

    /// <inheritdoc/>
    public N DerivativeA<N>(N a, N b) where N : struct, IReal<N> => N.One;

    /// <inheritdoc/>
    public N DerivativeB<N>(N a, N b) where N : struct, IReal<N> => N.Const(c);

    /// <inheritdoc/>
    public Saved Saves => Saved.Nothing;
}

/// <summary>y = a b + c, rounded once</summary>
public readonly struct MultiplyAdd : ITernary
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b, N c) where N : struct, IReal<N> => N.Fma(a, b, c);
}
