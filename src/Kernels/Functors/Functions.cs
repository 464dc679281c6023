using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>A functor bound to one kind of number: what kernels and loops call, so that each is written once per arity.</summary>
public interface IFunction1<N> where N : struct
{
    /// <summary>y = f(x)</summary>
    N Invoke(N x);
}

/// <summary>A functor of two arguments bound to one kind of number.</summary>
public interface IFunction2<N> where N : struct
{
    /// <summary>y = f(a, b)</summary>
    N Invoke(N a, N b);
}

/// <summary>A functor of three arguments bound to one kind of number.</summary>
public interface IFunction3<N> where N : struct
{
    /// <summary>y = f(a, b, c)</summary>
    N Invoke(N a, N b, N c);
}

/// <summary>A float functor on the number <typeparamref name="N"/>.</summary>
public readonly struct Real1<TOp, N>(TOp op) : IFunction1<N> where TOp : struct, IUnary where N : struct, IReal<N>
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Invoke(N x) => _op.Forward(x);
}

/// <summary>A float functor on the number <typeparamref name="N"/>.</summary>
public readonly struct Real2<TOp, N>(TOp op) : IFunction2<N> where TOp : struct, IBinary where N : struct, IReal<N>
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Invoke(N a, N b) => _op.Forward(a, b);
}

/// <summary>A float functor on the number <typeparamref name="N"/>.</summary>
public readonly struct Real3<TOp, N>(TOp op) : IFunction3<N> where TOp : struct, ITernary where N : struct, IReal<N>
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Invoke(N a, N b, N c) => _op.Forward(a, b, c);
}

/// <summary>An every-dtype functor on the number <typeparamref name="N"/>.</summary>
public readonly struct Num1<TOp, N>(TOp op) : IFunction1<N> where TOp : struct, INumUnary where N : struct, INum<N>
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Invoke(N x) => _op.Forward(x);
}

/// <summary>An every-dtype functor on the number <typeparamref name="N"/>.</summary>
public readonly struct Num2<TOp, N>(TOp op) : IFunction2<N> where TOp : struct, INumBinary where N : struct, INum<N>
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Invoke(N a, N b) => _op.Forward(a, b);
}

/// <summary>An every-dtype functor on the number <typeparamref name="N"/>.</summary>
public readonly struct Num3<TOp, N>(TOp op) : IFunction3<N> where TOp : struct, INumTernary where N : struct, INum<N>
{
    private readonly TOp _op = op;

    /// <inheritdoc/>
    public N Invoke(N a, N b, N c) => _op.Forward(a, b, c);
}
