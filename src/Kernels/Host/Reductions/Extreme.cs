using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>The largest or smallest of neighbouring floats by the processor's own instruction, which is several times faster than the exact one.</summary>
/// <remarks>A sum that runs along finds out about NaN. Infinities of both signs and overflow make it NaN as well, which costs time but no bits: the caller
/// takes the exact way then, and also where the signs of zeros matter and the result is one. The order does not matter to an extreme.</remarks>
internal static unsafe class Extreme<V, T, TOp> where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IReduction
{
    /// <summary>Whether the fold is an extreme of floats. Folded by the JIT.</summary>
    public static bool Serves
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (typeof(TOp) == typeof(Maximum) || typeof(TOp) == typeof(Minimum)) && (typeof(T) == typeof(float) || typeof(T) == typeof(double));
    }

    /// <summary>Fewer elements than this are not worth it.</summary>
    public static int Least
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 4 * V.Count;
    }

    /// <summary>Finds the extreme of x[0..n), n ≥ <see cref="Least"/>, up to the sign of zero; false where there may be a NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryFind(T* x, int n, out T result)
    {
        V m0 = V.Load(x), m1 = V.Load(x + V.Count), m2 = V.Load(x + 2 * V.Count), m3 = V.Load(x + 3 * V.Count);
        V s0 = m0, s1 = m1, s2 = m2, s3 = m3;
        T* at = x + 4 * V.Count, end = x + n;
        for (; at + 4 * V.Count <= end; at += 4 * V.Count)
        {
            V a = V.Load(at), b = V.Load(at + V.Count), c = V.Load(at + 2 * V.Count), d = V.Load(at + 3 * V.Count);
            (m0, s0) = (Better(m0, a), s0 + a);
            (m1, s1) = (Better(m1, b), s1 + b);
            (m2, s2) = (Better(m2, c), s2 + c);
            (m3, s3) = (Better(m3, d), s3 + d);
        }
        for (; at + V.Count <= end; at += V.Count)
        {
            V a = V.Load(at);
            (m0, s0) = (Better(m0, a), s0 + a);
        }
        // The last vector may go over elements a second time.
        V last = V.Load(end - V.Count);
        V best = Better(Better(Better(m0, m1), Better(m2, m3)), last), sum = ((s0 + s1) + (s2 + s3)) + last;
        best = Step(Step(Step(Step(best, 32), 16), 8), 4);
        result = *(T*)&best;
        return V.Bits(V.NotEqual(sum, sum)) == 0;
    }

    /// <summary>Whether an element is +0 or -0.</summary>
    public static bool IsZero(T value) => V.Bits(V.Equal(V.Broadcast(value), V.Zero)) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Better(V a, V b) => typeof(TOp) == typeof(Maximum) ? V.Larger(a, b) : V.Smaller(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Step(V value, int bytes) => bytes < sizeof(V) && bytes >= sizeof(T) ? Better(value, V.Down(value, bytes)) : value;
}
