using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = f(x) on floats. A functor is a struct; its fields are the parameters of the formula.</summary>
public interface IUnary
{
    /// <summary>The formula.</summary>
    N Forward<N>(N x) where N : struct, IReal<N>;
}

/// <summary>y = f(a, b) on floats.</summary>
public interface IBinary
{
    /// <summary>The formula.</summary>
    N Forward<N>(N a, N b) where N : struct, IReal<N>;
}

/// <summary>y = f(a, b, c) on floats.</summary>
public interface ITernary
{
    /// <summary>The formula.</summary>
    N Forward<N>(N a, N b, N c) where N : struct, IReal<N>;
}

/// <summary>y = f(x) on every dtype.</summary>
public interface INumUnary
{
    /// <summary>The formula.</summary>
    N Forward<N>(N x) where N : struct, INum<N>;
}

/// <summary>y = f(a, b) on every dtype.</summary>
public interface INumBinary
{
    /// <summary>The formula.</summary>
    N Forward<N>(N a, N b) where N : struct, INum<N>;
}

/// <summary>y = f(a, b, c) on every dtype.</summary>
public interface INumTernary
{
    /// <summary>The formula.</summary>
    N Forward<N>(N a, N b, N c) where N : struct, INum<N>;
}

/// <summary>A relation between two numbers of one dtype.</summary>
public interface IRelation
{
    /// <summary>The relation.</summary>
    Mask<N> Holds<N>(N a, N b) where N : struct, INum<N>;
}

/// <summary>An associative combination, folded over many numbers in the fixed order of <see cref="ReductionOrder"/>.</summary>
public interface IReduction
{
    /// <summary>The value of an empty fold.</summary>
    N Identity<N>() where N : struct, INum<N>;

    /// <summary>Combines two partial results; <paramref name="a"/> comes first.</summary>
    N Combine<N>(N a, N b) where N : struct, INum<N>;
}

/// <summary>What the derivative of an elementwise operation needs.</summary>
[Flags]
public enum Saved
{
    /// <summary>Neither input nor output: the derivative is a constant.</summary>
    Nothing = 0,
    /// <summary>The input (of a binary operation: both inputs).</summary>
    Input = 1,
    /// <summary>The output.</summary>
    Output = 2,
}

/// <summary>The derivative of a unary operation.</summary>
public interface IUnaryDerivative
{
    /// <summary>dy/dx from the input and the output. What <see cref="Saves"/> does not name is not to be read.</summary>
    N Derivative<N>(N x, N y) where N : struct, IReal<N>;

    /// <summary>What the derivative reads.</summary>
    Saved Saves { get; }
}

/// <summary>The derivatives of a binary operation by its two inputs.</summary>
public interface IBinaryDerivative
{
    /// <summary>dy/da. What <see cref="Saves"/> does not name is not to be read.</summary>
    N DerivativeA<N>(N a, N b) where N : struct, IReal<N>;

    /// <summary>dy/db</summary>
    N DerivativeB<N>(N a, N b) where N : struct, IReal<N>;

    /// <summary>What the derivatives read: <see cref="Saved.Input"/> or <see cref="Saved.Nothing"/>.</summary>
    Saved Saves { get; }
}

/// <summary>A differentiable y = f(x) on floats.</summary>
public interface IUnaryOp : IUnary, IUnaryDerivative;

/// <summary>A differentiable y = f(x) on every dtype; only floats carry gradients.</summary>
public interface INumUnaryOp : INumUnary, IUnaryDerivative;

/// <summary>A differentiable y = f(a, b) on floats.</summary>
public interface IBinaryOp : IBinary, IBinaryDerivative;

/// <summary>A differentiable y = f(a, b) on every dtype; only floats carry gradients.</summary>
public interface INumBinaryOp : INumBinary, IBinaryDerivative;
