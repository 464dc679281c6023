using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>Σ x, from 0 on</summary>
public readonly struct Sum : IReduction
{
    /// <inheritdoc/>
    public N Identity<N>() where N : struct, INum<N> => N.Zero;

    /// <inheritdoc/>
    public N Combine<N>(N a, N b) where N : struct, INum<N> => a + b;
}

/// <summary>Π x, from 1 on</summary>
public readonly struct Product : IReduction
{
    /// <inheritdoc/>
    public N Identity<N>() where N : struct, INum<N> => N.One;

    /// <inheritdoc/>
    public N Combine<N>(N a, N b) where N : struct, INum<N> => a * b;
}
