using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels;

/// <summary>A formula of up to three inputs that was put together from functors: what a kernel is compiled for. Its fields are those of the functors.</summary>
/// <typeparam name="TSelf">The formula itself.</typeparam>
internal interface IExpression<TSelf> where TSelf : struct, IExpression<TSelf>
{
    /// <summary>The formula.</summary>
    N Eval<N>(N a, N b, N c) where N : struct, IReal<N>;

    /// <summary>The formula with the parameters that its operations have in a chain.</summary>
    static abstract TSelf From(Chain chain, int value);
}

/// <summary>a</summary>
internal readonly struct FirstInput : IExpression<FirstInput>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Eval<N>(N a, N b, N c) where N : struct, IReal<N> => a;

    public static FirstInput From(Chain chain, int value) => default;
}

/// <summary>b</summary>
internal readonly struct SecondInput : IExpression<SecondInput>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Eval<N>(N a, N b, N c) where N : struct, IReal<N> => b;

    public static SecondInput From(Chain chain, int value) => default;
}

/// <summary>c</summary>
internal readonly struct ThirdInput : IExpression<ThirdInput>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Eval<N>(N a, N b, N c) where N : struct, IReal<N> => c;

    public static ThirdInput From(Chain chain, int value) => default;
}

/// <summary>f(x)</summary>
internal readonly struct Apply1<TOp, X>(TOp op, X x) : IExpression<Apply1<TOp, X>> where TOp : struct, IUnary where X : struct, IExpression<X>
{
    private readonly TOp _op = op;
    private readonly X _x = x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Eval<N>(N a, N b, N c) where N : struct, IReal<N> => _op.Forward(_x.Eval(a, b, c));

    public static Apply1<TOp, X> From(Chain chain, int value)
    {
        var step = chain.StepOf(value);
        return new(((PendingUnary<TOp>)step.Operation).Op, X.From(chain, step.A));
    }
}

/// <summary>f(x, y)</summary>
internal readonly struct Apply2<TOp, X, Y>(TOp op, X x, Y y) : IExpression<Apply2<TOp, X, Y>>
    where TOp : struct, IBinary where X : struct, IExpression<X> where Y : struct, IExpression<Y>
{
    private readonly TOp _op = op;
    private readonly X _x = x;
    private readonly Y _y = y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Eval<N>(N a, N b, N c) where N : struct, IReal<N> => _op.Forward(_x.Eval(a, b, c), _y.Eval(a, b, c));

    public static Apply2<TOp, X, Y> From(Chain chain, int value)
    {
        var step = chain.StepOf(value);
        return new(((PendingBinary<TOp>)step.Operation).Op, X.From(chain, step.A), Y.From(chain, step.B));
    }
}

/// <summary>f(x, y, z)</summary>
internal readonly struct Apply3<TOp, X, Y, Z>(TOp op, X x, Y y, Z z) : IExpression<Apply3<TOp, X, Y, Z>>
    where TOp : struct, ITernary where X : struct, IExpression<X> where Y : struct, IExpression<Y> where Z : struct, IExpression<Z>
{
    private readonly TOp _op = op;
    private readonly X _x = x;
    private readonly Y _y = y;
    private readonly Z _z = z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Eval<N>(N a, N b, N c) where N : struct, IReal<N> => _op.Forward(_x.Eval(a, b, c), _y.Eval(a, b, c), _z.Eval(a, b, c));

    public static Apply3<TOp, X, Y, Z> From(Chain chain, int value)
    {
        var step = chain.StepOf(value);
        return new(((PendingTernary<TOp>)step.Operation).Op, X.From(chain, step.A), Y.From(chain, step.B), Z.From(chain, step.C));
    }
}

/// <summary>f(x) of an every-dtype functor</summary>
internal readonly struct ApplyNum1<TOp, X>(TOp op, X x) : IExpression<ApplyNum1<TOp, X>> where TOp : struct, INumUnary where X : struct, IExpression<X>
{
    private readonly TOp _op = op;
    private readonly X _x = x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Eval<N>(N a, N b, N c) where N : struct, IReal<N> => _op.Forward(_x.Eval(a, b, c));

    public static ApplyNum1<TOp, X> From(Chain chain, int value)
    {
        var step = chain.StepOf(value);
        return new(((PendingNumUnary<TOp>)step.Operation).Op, X.From(chain, step.A));
    }
}

/// <summary>f(x, y) of an every-dtype functor</summary>
internal readonly struct ApplyNum2<TOp, X, Y>(TOp op, X x, Y y) : IExpression<ApplyNum2<TOp, X, Y>>
    where TOp : struct, INumBinary where X : struct, IExpression<X> where Y : struct, IExpression<Y>
{
    private readonly TOp _op = op;
    private readonly X _x = x;
    private readonly Y _y = y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Eval<N>(N a, N b, N c) where N : struct, IReal<N> => _op.Forward(_x.Eval(a, b, c), _y.Eval(a, b, c));

    public static ApplyNum2<TOp, X, Y> From(Chain chain, int value)
    {
        var step = chain.StepOf(value);
        return new(((PendingNumBinary<TOp>)step.Operation).Op, X.From(chain, step.A), Y.From(chain, step.B));
    }
}

/// <summary>y = e(x): a formula as a functor.</summary>
internal readonly struct Composed1<E>(E e) : IUnary where E : struct, IExpression<E>
{
    private readonly E _e = e;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N x) where N : struct, IReal<N> => _e.Eval(x, x, x);
}

/// <summary>y = e(a, b)</summary>
internal readonly struct Composed2<E>(E e) : IBinary where E : struct, IExpression<E>
{
    private readonly E _e = e;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => _e.Eval(a, b, b);
}

/// <summary>y = e(a, b, c)</summary>
internal readonly struct Composed3<E>(E e) : ITernary where E : struct, IExpression<E>
{
    private readonly E _e = e;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Forward<N>(N a, N b, N c) where N : struct, IReal<N> => _e.Eval(a, b, c);
}
