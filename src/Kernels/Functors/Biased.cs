using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>y = a + b, on floats: a product and what is added to it.</summary>
public readonly struct Biased : IBinary
{
    /// <inheritdoc/>
    public N Forward<N>(N a, N b) where N : struct, IReal<N> => a + b;
}
