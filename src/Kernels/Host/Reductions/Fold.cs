using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>The fold of up to <see cref="ReductionOrder.Chunk"/> neighbours in the order of <see cref="ReductionOrder"/>.</summary>
internal static unsafe class Fold<V, T, TOp> where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IReduction
{
    /// <summary>Bytes of the buffer for partial results.</summary>
    public const int BufferBytes = ReductionOrder.Partials * sizeof(long) + 64;

    /// <summary>The fold of x[0..n), 1 ≤ n ≤ <see cref="ReductionOrder.Chunk"/>. The tree overwrites the partial results.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Chunk(TOp op, T* x, int n, T* partials)
    {
        if (Extreme<V, T, TOp>.Serves && n >= Extreme<V, T, TOp>.Least && Extreme<V, T, TOp>.TryFind(x, n, out T extreme) && !Extreme<V, T, TOp>.IsZero(extreme)) return extreme;
        if (n >= ReductionOrder.Partials) Chains(op, x, n, partials);
        else Buffer.MemoryCopy(x, partials, n * sizeof(T), n * sizeof(T));
        Tree(op, partials, Math.Min(n, ReductionOrder.Partials), ReductionOrder.Partials / 2);
        return *partials;
    }

    /// <summary>The fold of x[0..n), n ≥ 1: long ones in chunks, whose results are folded in the same way.</summary>
    public static T Row(TOp op, T* x, int n, T* partials)
    {
        if (n <= ReductionOrder.Chunk) return Chunk(op, x, n, partials);
        int chunks = Parts.Count(n, ReductionOrder.Chunk);
        T* results = (T*)Scratch.Rent(Scratch.Slot.Partials, (long)chunks * sizeof(T));
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            int start = chunk * ReductionOrder.Chunk;
            results[chunk] = Chunk(op, x + start, Math.Min(n - start, ReductionOrder.Chunk), partials);
        }
        // A next level may overwrite these results: each only after its own chunk was read.
        return Row(op, results, chunks, partials);
    }

    /// <summary>The value of an empty fold.</summary>
    public static T Empty(TOp op)
    {
        V identity = op.Identity<V>();
        return *(T*)&identity;
    }

    /// <summary>partials[j] = x[j] ∘ x[j + 256] ∘ ...</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Chains(TOp op, T* x, int n, T* partials)
    {
        int rest = n % ReductionOrder.Partials, full = n - rest;
        // Long chunks come from memory: there, where the registers hold sixteen vectors of chains, they are read straight through.
        if (sizeof(V) == 64 && n >= 8 * ReductionOrder.Partials)
        {
            for (int first = 0; first < ReductionOrder.Partials; first += 16 * V.Count) SixteenChains(op, x + first, full, partials + first);
            CombineFirst(op, partials, x + full, rest);
        }
        else
            for (int first = 0; first < ReductionOrder.Partials; first += 4 * V.Count) FourChains(op, x + first, full, rest - first, partials + first);
    }

    /// <summary>The chains of four vectors; rest: elements after the last full stride, those of later chains included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourChains(TOp op, T* at, int full, int rest, T* p)
    {
        T* end = at + (rest < 4 * V.Count ? full : full + ReductionOrder.Partials);
        V p0 = V.Load(at), p1 = V.Load(at + V.Count), p2 = V.Load(at + 2 * V.Count), p3 = V.Load(at + 3 * V.Count);
        for (at += ReductionOrder.Partials; at < end; at += ReductionOrder.Partials)
        {
            p0 = op.Combine(p0, V.Load(at));
            p1 = op.Combine(p1, V.Load(at + V.Count));
            p2 = op.Combine(p2, V.Load(at + 2 * V.Count));
            p3 = op.Combine(p3, V.Load(at + 3 * V.Count));
        }
        V.Store(p0, p);
        V.Store(p1, p + V.Count);
        V.Store(p2, p + 2 * V.Count);
        V.Store(p3, p + 3 * V.Count);
        if (rest > 0 && rest < 4 * V.Count) CombineFirst(op, p, end, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SixteenChains(TOp op, T* at, int full, T* p)
    {
        T* end = at + full;
        V p0 = V.Load(at), p1 = V.Load(at + V.Count), p2 = V.Load(at + 2 * V.Count), p3 = V.Load(at + 3 * V.Count);
        V p4 = V.Load(at + 4 * V.Count), p5 = V.Load(at + 5 * V.Count), p6 = V.Load(at + 6 * V.Count), p7 = V.Load(at + 7 * V.Count);
        V p8 = V.Load(at + 8 * V.Count), p9 = V.Load(at + 9 * V.Count), p10 = V.Load(at + 10 * V.Count), p11 = V.Load(at + 11 * V.Count);
        V p12 = V.Load(at + 12 * V.Count), p13 = V.Load(at + 13 * V.Count), p14 = V.Load(at + 14 * V.Count), p15 = V.Load(at + 15 * V.Count);
        for (at += ReductionOrder.Partials; at < end; at += ReductionOrder.Partials)
        {
            p0 = op.Combine(p0, V.Load(at));
            p1 = op.Combine(p1, V.Load(at + V.Count));
            p2 = op.Combine(p2, V.Load(at + 2 * V.Count));
            p3 = op.Combine(p3, V.Load(at + 3 * V.Count));
            p4 = op.Combine(p4, V.Load(at + 4 * V.Count));
            p5 = op.Combine(p5, V.Load(at + 5 * V.Count));
            p6 = op.Combine(p6, V.Load(at + 6 * V.Count));
            p7 = op.Combine(p7, V.Load(at + 7 * V.Count));
            p8 = op.Combine(p8, V.Load(at + 8 * V.Count));
            p9 = op.Combine(p9, V.Load(at + 9 * V.Count));
            p10 = op.Combine(p10, V.Load(at + 10 * V.Count));
            p11 = op.Combine(p11, V.Load(at + 11 * V.Count));
            p12 = op.Combine(p12, V.Load(at + 12 * V.Count));
            p13 = op.Combine(p13, V.Load(at + 13 * V.Count));
            p14 = op.Combine(p14, V.Load(at + 14 * V.Count));
            p15 = op.Combine(p15, V.Load(at + 15 * V.Count));
        }
        V.Store(p0, p);
        V.Store(p1, p + V.Count);
        V.Store(p2, p + 2 * V.Count);
        V.Store(p3, p + 3 * V.Count);
        V.Store(p4, p + 4 * V.Count);
        V.Store(p5, p + 5 * V.Count);
        V.Store(p6, p + 6 * V.Count);
        V.Store(p7, p + 7 * V.Count);
        V.Store(p8, p + 8 * V.Count);
        V.Store(p9, p + 9 * V.Count);
        V.Store(p10, p + 10 * V.Count);
        V.Store(p11, p + 11 * V.Count);
        V.Store(p12, p + 12 * V.Count);
        V.Store(p13, p + 13 * V.Count);
        V.Store(p14, p + 14 * V.Count);
        V.Store(p15, p + 15 * V.Count);
    }

    /// <summary>The halving tree over the first <paramref name="count"/> partial results, from distance <paramref name="half"/> on; absent ones are skipped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tree(TOp op, T* partials, int count, int half)
    {
        // The last levels stay in a register. Bytes are rare: theirs go through memory.
        int least = sizeof(T) == 1 ? 1 : V.Count;
        for (; half >= least; half /= 2)
        {
            if (count <= half) continue;
            // What a whole vector overwrites beyond a full half is not needed any more.
            if (count == 2 * half) CombineWhole(op, partials, partials, partials + half, half);
            else CombineFirst(op, partials, partials + half, count - half);
            count = half;
        }
        if (sizeof(T) == 1) return;
        V value = V.Load(partials);
        value = Step(op, value, ref count, 32);
        value = Step(op, value, ref count, 16);
        value = Step(op, value, ref count, 8);
        value = Step(op, value, ref count, 4);
        V.Store(value, partials);
    }

    /// <summary>A level of the tree within a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Step(TOp op, V value, ref int count, int bytes)
    {
        int half = bytes / sizeof(T);
        if (bytes >= sizeof(V) || half == 0 || count <= half) return value;
        V combined = op.Combine(value, V.Down(value, bytes));
        if (count < 2 * half) combined = V.Select(V.First(count - half), combined, value);
        count = half;
        return combined;
    }

    /// <summary>p[j] = p[j] ∘ q[j] for j &lt; count, and nothing beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Combine(TOp op, T* p, T* q, int count)
    {
        int i = 0;
        for (; i + V.Count <= count; i += V.Count) V.Store(op.Combine(V.Load(p + i), V.Load(q + i)), p + i);
        if (i < count) Part.Store<V, T>(op.Combine(V.Load(p + i), V.Load(q + i)), p + i, count - i);
    }

    /// <summary>p[j] = p[j] ∘ q[j] for j &lt; count, in a buffer of one thread: the elements after them keep their values but are written, so that no load waits for single stores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CombineFirst(TOp op, T* p, T* q, int count)
    {
        int i = 0;
        for (; i + V.Count <= count; i += V.Count) V.Store(op.Combine(V.Load(p + i), V.Load(q + i)), p + i);
        if (i == count) return;
        V rest = op.Combine(V.Load(p + i), V.Load(q + i));
        if (sizeof(T) == 1) Part.Store<V, T>(rest, p + i, count - i);
        else V.Store(V.Select(V.First(count - i), rest, V.Load(p + i)), p + i);
    }

    /// <summary>target[j] = p[j] ∘ q[j] for j &lt; count, rounded up to whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CombineWhole(TOp op, T* target, T* p, T* q, int count)
    {
        for (int i = 0; i < count; i += V.Count) V.Store(op.Combine(V.Load(p + i), V.Load(q + i)), target + i);
    }
}
