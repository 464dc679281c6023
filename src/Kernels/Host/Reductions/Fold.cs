using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>The fold of up to <see cref="ReductionOrder.Chunk"/> neighbours in the order of <see cref="ReductionOrder"/>.</summary>
internal static unsafe class Fold<V, T, TOp> where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IReduction
{
    /// <summary>Bytes of the buffer for partial results.</summary>
    public const int BufferBytes = ReductionOrder.Partials * sizeof(long) + 64;

    /// <summary>The fold of x[0..n), 1 ≤ n ≤ <see cref="ReductionOrder.Chunk"/>. The tree overwrites the partial results.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Chunk(TOp op, T* x, int n, T* partials)
    {
        if (n >= ReductionOrder.Partials) Chains(op, x, n, partials);
        else Buffer.MemoryCopy(x, partials, n * sizeof(T), n * sizeof(T));
        Tree(op, partials, Math.Min(n, ReductionOrder.Partials), ReductionOrder.Partials / 2);
        return *partials;
    }

    /// <summary>The value of an empty fold.</summary>
    public static T Empty(TOp op)
    {
        V identity = op.Identity<V>();
        return *(T*)&identity;
    }

    /// <summary>partials[j] = x[j] ∘ x[j + 256] ∘ ..., four vectors of chains at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Chains(TOp op, T* x, int n, T* partials)
    {
        const int stride = ReductionOrder.Partials;
        int full = n - n % stride;
        for (int first = 0; first < stride; first += 4 * V.Count)
        {
            T* at = x + first, end = at + full;
            V p0 = V.Load(at), p1 = V.Load(at + V.Count), p2 = V.Load(at + 2 * V.Count), p3 = V.Load(at + 3 * V.Count);
            for (at += stride; at < end; at += stride)
            {
                p0 = op.Combine(p0, V.Load(at));
                p1 = op.Combine(p1, V.Load(at + V.Count));
                p2 = op.Combine(p2, V.Load(at + 2 * V.Count));
                p3 = op.Combine(p3, V.Load(at + 3 * V.Count));
            }
            T* p = partials + first;
            V.Store(p0, p);
            V.Store(p1, p + V.Count);
            V.Store(p2, p + 2 * V.Count);
            V.Store(p3, p + 3 * V.Count);
        }
        if (full < n) Combine(op, partials, x + full, n - full);
    }

    /// <summary>The halving tree over the first <paramref name="count"/> partial results, from distance <paramref name="half"/> on; absent ones are skipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tree(TOp op, T* partials, int count, int half)
    {
        for (; half > 0; half /= 2)
        {
            if (count <= half) continue;
            // What a whole vector overwrites beyond a full half is not needed any more.
            if (count == 2 * half) CombineWhole(op, partials, partials, partials + half, half);
            else Combine(op, partials, partials + half, count - half);
            count = half;
        }
    }

    /// <summary>p[j] = p[j] ∘ q[j] for j &lt; count, and nothing beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Combine(TOp op, T* p, T* q, int count)
    {
        int i = 0;
        for (; i + V.Count <= count; i += V.Count) V.Store(op.Combine(V.Load(p + i), V.Load(q + i)), p + i);
        if (i < count) Part.Store<V, T>(op.Combine(V.Load(p + i), V.Load(q + i)), p + i, count - i);
    }

    /// <summary>target[j] = p[j] ∘ q[j] for j &lt; count, rounded up to whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CombineWhole(TOp op, T* target, T* p, T* q, int count)
    {
        for (int i = 0; i < count; i += V.Count) V.Store(op.Combine(V.Load(p + i), V.Load(q + i)), target + i);
    }
}
