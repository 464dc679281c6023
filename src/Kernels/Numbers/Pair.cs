using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Numbers;

/// <summary>The unevaluated sum of two numbers, High + Low: twice the precision (Dekker, A floating-point technique for extending the
/// available precision, 1971).</summary>
internal readonly struct Pair<N>(N high, N low) where N : struct, IReal<N>
{
    public readonly N High = high;

    public readonly N Low = low;

    /// <summary>a * b, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<N> Product(N a, N b)
    {
        N high = a * b;
        return new Pair<N>(high, N.Fma(a, b, -high));
    }

    /// <summary>a + b, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<N> Sum(N a, N b)
    {
        N high = a + b;
        N other = high - a;
        return new Pair<N>(high, (a - (high - other)) + (b - other));
    }

    /// <summary>a + b, exactly, where |a| ≥ |b| or a = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<N> SumOrdered(N a, N b)
    {
        N high = a + b;
        return new Pair<N>(high, b - (high - a));
    }
}
