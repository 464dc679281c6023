using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>dx = dy * f'(x): the fused backward pass of a unary operation that saves its input.</summary>
public readonly struct BackwardOfInput<TOp>(TOp op) : IBinary where TOp : struct, IUnaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy, N x) where N : struct, IReal<N> => dy * _op.Derivative(x, x);
}

/// <summary>dx = dy * f'(y): the fused backward pass of a unary operation that saves its output.</summary>
public readonly struct BackwardOfOutput<TOp>(TOp op) : IBinary where TOp : struct, IUnaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy, N y) where N : struct, IReal<N> => dy * _op.Derivative(y, y);
}

/// <summary>dx = dy * f'(x, y): the fused backward pass of a unary operation that saves both.</summary>
public readonly struct BackwardOfBoth<TOp>(TOp op) : ITernary where TOp : struct, IUnaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy, N x, N y) where N : struct, IReal<N> => dy * _op.Derivative(x, y);
}

/// <summary>dx = dy * c: the backward pass of a unary operation whose derivative is constant.</summary>
public readonly struct BackwardOfNothing<TOp>(TOp op) : IUnary where TOp : struct, IUnaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy) where N : struct, IReal<N> => dy * _op.Derivative(dy, dy);
}

/// <summary>da = dy * ∂f/∂a: the fused backward pass of a binary operation by its first input.</summary>
public readonly struct BackwardA<TOp>(TOp op) : ITernary where TOp : struct, IBinaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy, N a, N b) where N : struct, IReal<N> => dy * _op.DerivativeA(a, b);
}

/// <summary>db = dy * ∂f/∂b: the fused backward pass of a binary operation by its second input.</summary>
public readonly struct BackwardB<TOp>(TOp op) : ITernary where TOp : struct, IBinaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy, N a, N b) where N : struct, IReal<N> => dy * _op.DerivativeB(a, b);
}

/// <summary>da = dy * ∂f/∂a, where the derivative reads a alone.</summary>
public readonly struct BackwardAFromA<TOp>(TOp op) : IBinary where TOp : struct, IBinaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy, N a) where N : struct, IReal<N> => dy * _op.DerivativeA(a, a);
}

/// <summary>da = dy * ∂f/∂a, where the derivative reads b alone.</summary>
public readonly struct BackwardAFromB<TOp>(TOp op) : IBinary where TOp : struct, IBinaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy, N b) where N : struct, IReal<N> => dy * _op.DerivativeA(b, b);
}

/// <summary>db = dy * ∂f/∂b, where the derivative reads a alone.</summary>
public readonly struct BackwardBFromA<TOp>(TOp op) : IBinary where TOp : struct, IBinaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy, N a) where N : struct, IReal<N> => dy * _op.DerivativeB(a, a);
}

/// <summary>db = dy * ∂f/∂b, where the derivative reads b alone.</summary>
public readonly struct BackwardBFromB<TOp>(TOp op) : IBinary where TOp : struct, IBinaryDerivative
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Forward<N>(N dy, N b) where N : struct, IReal<N> => dy * _op.DerivativeB(b, b);
}
