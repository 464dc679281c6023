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
