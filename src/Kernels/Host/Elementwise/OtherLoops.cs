using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>y[i] = 1 where the relation of a[i] and b[i] holds, else 0.</summary>
internal readonly unsafe struct CompareLoop<V, T, TOp>(TOp op) : ILoop where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IRelation
{
    private readonly TOp _op = op;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n)
    {
        var op = _op;
        V singleA, singleB;
        T* pa = Input.Start<V, T>(a, stays & 1, &singleA), pb = Input.Start<V, T>(b, stays & 2, &singleB);
        nint da = Input.Step<V, T>(stays & 1), db = Input.Step<V, T>(stays & 2);
        for (int done = 0; done < n; done += V.Count, pa += da, pb += db)
        {
            ulong bits = V.Bits(op.Holds(V.Load(pa), V.Load(pb)));
            int lanes = Math.Min(V.Count, n - done);
            for (int i = 0; i < lanes; i += 8, bits >>= 8)
            {
                ulong bytes = Spread((byte)bits);
                if (lanes - i >= 8) *(ulong*)(y + done + i) = bytes;
                else
                    for (int k = i; k < lanes; k++, bytes >>= 8) y[done + k] = (byte)(bytes & 1);
            }
        }
    }

    /// <summary>Eight bits to eight bytes of 0 or 1: each bit is singled out in its byte, then carried to the top and back down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Spread(ulong bits)
    {
        ulong single = (bits * 0x0101010101010101) & 0x8040201008040201;
        return ((single + 0x7F7F7F7F7F7F7F7F) >> 7) & 0x0101010101010101;
    }
}

/// <summary>Sets <paramref name="fails"/> to 1 where the relation of a[i] and b[i] does not hold, and writes nothing else.</summary>
internal readonly unsafe struct RequireLoop<V, T, TOp>(TOp op, int* fails) : ILoop where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, IRelation
{
    private readonly TOp _op = op;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n)
    {
        var op = _op;
        V singleA, singleB;
        T* pa = Input.Start<V, T>(a, stays & 1, &singleA), pb = Input.Start<V, T>(b, stays & 2, &singleB);
        nint da = Input.Step<V, T>(stays & 1), db = Input.Step<V, T>(stays & 2);
        ulong broken = 0;
        // Beyond the end is anything.
        for (int done = 0; done < n; done += V.Count, pa += da, pb += db)
            broken |= ~V.Bits(op.Holds(V.Load(pa), V.Load(pb))) & (ulong.MaxValue >> (64 - Math.Min(V.Count, n - done)));
        if (broken != 0) *fails = 1;
    }
}

/// <summary>y[i] = a[i] ≠ 0 ? b[i] : c[i]; a is bool, the elements are moved as bits.</summary>
internal readonly unsafe struct WhereLoop<V, T> : ILoop where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n)
    {
        V singleB, singleC;
        T* pb = Input.Start<V, T>(b, stays & 2, &singleB), pc = Input.Start<V, T>(c, stays & 4, &singleC), py = (T*)y, end = py + n;
        nint da = Input.Step<V, T>(stays & 1), db = Input.Step<V, T>(stays & 2), dc = Input.Step<V, T>(stays & 4);
        byte* truth = stackalloc byte[64];
        if (da == 0)
        {
            new Span<byte>(truth, 64).Fill(*a);
            a = truth;
        }
        for (; py + V.Count <= end; py += V.Count, a += da, pb += db, pc += dc) V.Store(V.Select(V.Truths(a), V.Load(pb), V.Load(pc)), py);
        if (py < end) Part.Store<V, T>(V.Select(V.Truths(a), V.Load(pb), V.Load(pc)), py, (int)(end - py));
    }
}

/// <summary>y[i] = a[i], the elements are moved as bits.</summary>
internal readonly unsafe struct CopyLoop<T> : ILoop where T : unmanaged
{
    public void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n)
    {
        if ((stays & 1) != 0) new Span<T>(y, n).Fill(*(T*)a);
        else Buffer.MemoryCopy(a, y, (long)n * sizeof(T), (long)n * sizeof(T));
    }
}

/// <summary>y[i] = a[i], converted as C# converts; anything to bool is x ≠ 0.</summary>
internal readonly unsafe struct ConvertLoop<TFrom, TTo> : ILoop where TFrom : unmanaged where TTo : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n)
    {
        var from = (TFrom*)a;
        var to = (TTo*)y;
        int step = (stays & 1) != 0 ? 0 : 1;
        for (int i = 0; i < n; i++, from += step) to[i] = Elements.Convert<TFrom, TTo>(*from);
    }
}

/// <summary>y[i] = value</summary>
internal readonly unsafe struct FillLoop<T>(T value) : ILoop where T : unmanaged
{
    private readonly T _value = value;

    public void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n) => new Span<T>(y, n).Fill(_value);
}
