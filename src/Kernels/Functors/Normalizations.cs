using System.Runtime.CompilerServices;
using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Functors;

/// <summary>A row made from a sum over itself: yᵢ = Result(aᵢ, bᵢ, Term(aᵢ, bᵢ), Common(Σⱼ Term(aⱼ, bⱼ))), on floats. The sum has the order of <see cref="ReductionOrder"/>.</summary>
public interface INormalization
{
    /// <summary>True when b stands for the largest a of the row, false when it is an operand.</summary>
    bool TakesLargest { get; }

    /// <summary>What is summed over the row.</summary>
    N Term<N>(N a, N b) where N : struct, IReal<N>;

    /// <summary>What the elements of the row take from its sum.</summary>
    N Common<N>(N sum) where N : struct, IReal<N>;

    /// <summary>The result of an element.</summary>
    N Result<N>(N a, N b, N term, N common) where N : struct, IReal<N>;
}

/// <summary>y = eˣ / Σ eˣ, as e^(x - m) / Σ e^(x - m) with m = max x; a = x.</summary>
public readonly struct Softmax : INormalization
{
    /// <inheritdoc/>
    public bool TakesLargest => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Term<N>(N a, N b) where N : struct, IReal<N> => N.Exp(a - b);

    /// <inheritdoc/>
    public N Common<N>(N sum) where N : struct, IReal<N> => sum;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Result<N>(N a, N b, N term, N common) where N : struct, IReal<N> => term / common;
}

/// <summary>y = x - ln Σ eˣ, as (x - m) - ln Σ e^(x - m) with m = max x; a = x.</summary>
public readonly struct LogSoftmax : INormalization
{
    /// <inheritdoc/>
    public bool TakesLargest => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Term<N>(N a, N b) where N : struct, IReal<N> => N.Exp(a - b);

    /// <inheritdoc/>
    public N Common<N>(N sum) where N : struct, IReal<N> => N.Log(sum);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Result<N>(N a, N b, N term, N common) where N : struct, IReal<N> => a - b - common;
}

/// <summary>dx = y (dy - Σ y dy), the backward pass of <see cref="Softmax"/>; a = y, b = dy.</summary>
public readonly struct SoftmaxBackward : INormalization
{
    /// <inheritdoc/>
    public bool TakesLargest => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Term<N>(N a, N b) where N : struct, IReal<N> => a * b;

    /// <inheritdoc/>
    public N Common<N>(N sum) where N : struct, IReal<N> => sum;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Result<N>(N a, N b, N term, N common) where N : struct, IReal<N> => a * (b - common);
}

/// <summary>dx = dy - eʸ Σ dy, the backward pass of <see cref="LogSoftmax"/>; a = y, b = dy.</summary>
public readonly struct LogSoftmaxBackward : INormalization
{
    /// <inheritdoc/>
    public bool TakesLargest => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Term<N>(N a, N b) where N : struct, IReal<N> => b;

    /// <inheritdoc/>
    public N Common<N>(N sum) where N : struct, IReal<N> => sum;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Result<N>(N a, N b, N term, N common) where N : struct, IReal<N> => b - N.Exp(a) * common;
}
