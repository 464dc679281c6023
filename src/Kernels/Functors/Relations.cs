using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>a &lt; b; false when one is NaN</summary>
public readonly struct Less : IRelation
{
    /// <inheritdoc/>
    public Mask<N> Holds<N>(N a, N b) where N : struct, INum<N> => a < b;
}

/// <summary>a ≤ b; false when one is NaN</summary>
public readonly struct LessEqual : IRelation
{
    /// <inheritdoc/>
    public Mask<N> Holds<N>(N a, N b) where N : struct, INum<N> => a <= b;
}

/// <summary>a &gt; b; false when one is NaN</summary>
public readonly struct Greater : IRelation
{
    /// <inheritdoc/>
    public Mask<N> Holds<N>(N a, N b) where N : struct, INum<N> => a > b;
}

/// <summary>a ≥ b; false when one is NaN</summary>
public readonly struct GreaterEqual : IRelation
{
    /// <inheritdoc/>
    public Mask<N> Holds<N>(N a, N b) where N : struct, INum<N> => a >= b;
}

/// <summary>0 ≤ a ≤ 1 and 0 ≤ b ≤ 1; false when one is NaN</summary>
public readonly struct BothInUnitInterval : IRelation
{
    /// <inheritdoc/>
    public Mask<N> Holds<N>(N a, N b) where N : struct, INum<N> =>
        N.Both(N.Both(a >= N.Zero, a <= N.One), N.Both(b >= N.Zero, b <= N.One));
}

/// <summary>a = b; false when one is NaN</summary>
public readonly struct Equal : IRelation
{
    /// <inheritdoc/>
    public Mask<N> Holds<N>(N a, N b) where N : struct, INum<N> => N.Equal(a, b);
}

/// <summary>a ≠ b; true when one is NaN</summary>
public readonly struct NotEqual : IRelation
{
    /// <inheritdoc/>
    public Mask<N> Holds<N>(N a, N b) where N : struct, INum<N> => N.NotEqual(a, b);
}
