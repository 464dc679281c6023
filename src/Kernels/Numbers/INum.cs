namespace Gpu.Kernels.Numbers;

/// <summary>The numbers a formula can run on: one GPU lane, a CPU vector, or a whole tensor. Integers and floats.</summary>
/// <remarks>Formulas have no branches: they compare and select. A member that is missing here is missing on purpose: what can be
/// composed is composed, so that every kind of number agrees on the result.</remarks>
public interface INum<N> where N : struct, INum<N>
{
    /// <summary>0</summary>
    static abstract N Zero { get; }

    /// <summary>1</summary>
    static abstract N One { get; }

    /// <summary>The number nearest to <paramref name="value"/>; integers truncate and stop at their limits.</summary>
    static abstract N Const(double value);

    /// <summary>a + b; integers wrap around.</summary>
    static abstract N operator +(N a, N b);

    /// <summary>a - b; integers wrap around.</summary>
    static abstract N operator -(N a, N b);

    /// <summary>a * b; integers wrap around.</summary>
    static abstract N operator *(N a, N b);

    /// <summary>-a</summary>
    static abstract N operator -(N a);

    /// <summary>a &lt; b; false when one is NaN.</summary>
    static abstract Mask<N> operator <(N a, N b);

    /// <summary>a &gt; b; false when one is NaN.</summary>
    static abstract Mask<N> operator >(N a, N b);

    /// <summary>a &lt;= b; false when one is NaN.</summary>
    static abstract Mask<N> operator <=(N a, N b);

    /// <summary>a &gt;= b; false when one is NaN.</summary>
    static abstract Mask<N> operator >=(N a, N b);

    /// <summary>a = b; false when one is NaN.</summary>
    static abstract Mask<N> Equal(N a, N b);

    /// <summary>a ≠ b; true when one is NaN.</summary>
    static abstract Mask<N> NotEqual(N a, N b);

    /// <summary>Both masks.</summary>
    static abstract Mask<N> Both(Mask<N> a, Mask<N> b);

    /// <summary>Either mask.</summary>
    static abstract Mask<N> Either(Mask<N> a, Mask<N> b);

    /// <summary>The opposite mask.</summary>
    static abstract Mask<N> Not(Mask<N> a);

    /// <summary>Lane by lane: <paramref name="whenTrue"/> where the mask holds, else <paramref name="whenFalse"/>. Both are computed.</summary>
    static abstract N Select(Mask<N> mask, N whenTrue, N whenFalse);

    /// <summary>The larger one. NaN wins, and +0 is greater than -0.</summary>
    static abstract N Max(N a, N b);

    /// <summary>The smaller one. NaN wins, and -0 is less than +0.</summary>
    static abstract N Min(N a, N b);

    /// <summary>|a|; clears the sign of -0 and of NaN. The lowest integer stays itself.</summary>
    static abstract N Abs(N a);
}
