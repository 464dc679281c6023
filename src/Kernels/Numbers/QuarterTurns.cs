using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

/// <summary>An angle without its quarter turns.</summary>
internal readonly struct ReducedAngle<N>(N quadrant, N rest, N low) where N : struct, IReal<N>
{
    /// <summary>Bits whose low two are the number of quarter turns, modulo 4.</summary>
    public readonly N Quadrant = quadrant;

    /// <summary>What is left, in radians.</summary>
    public readonly N Rest = rest;

    /// <summary>What <see cref="Rest"/> lost to rounding.</summary>
    public readonly N Low = low;
}

/// <summary>A sum of products modulo 4 in three parts, so that an angle next to a multiple of π/2 keeps its relative precision.</summary>
internal readonly struct QuarterTurns<N>(N high, N middle, N low) where N : struct, IReal<N>
{
    private readonly N _high = high;
    private readonly N _middle = middle;
    private readonly N _low = low;

    /// <summary>This + a * b, modulo 4.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public QuarterTurns<N> Add(N a, N b)
    {
        var product = Pair<N>.Product(a, b);
        return Plus(Modulo4(product.High)).Plus(Modulo4(product.Low));
    }

    /// <summary>The integer nearest to the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public N Nearest() => N.Round(_high);

    /// <summary>The sum - k, where k is <see cref="Nearest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<N> Fraction(N k)
    {
        var sum = Pair<N>.Sum(_high - k, _middle);
        return Pair<N>.SumOrdered(sum.High, sum.Low + _low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private QuarterTurns<N> Plus(N term)
    {
        var high = Pair<N>.Sum(_high, term);
        var middle = Pair<N>.Sum(_middle, high.Low);
        return new QuarterTurns<N>(high.High, middle.High, _low + middle.Low);
    }

    // Exact: a number of more than the precision's bits is a multiple of 4 or has its units in reach.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static N Modulo4(N a) => N.Fma(N.Round(a * N.Const(0.25)), N.Const(-4), a);
}
