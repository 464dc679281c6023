using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>y[i] = f(a[i])</summary>
internal readonly unsafe struct Loop1<V, T, F>(F function) : ILoop where V : unmanaged, ILanes<V, T> where T : unmanaged where F : struct, IFunction1<V>
{
    private readonly F _f = function;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n)
    {
        var f = _f;
        T* pa = (T*)a, py = (T*)y, end = py + n;
        nint da = V.Count;
        V single;
        if ((stays & 1) != 0)
        {
            single = V.Broadcast(*pa);
            pa = (T*)&single;
            da = 0;
        }
        // The formula stands in one place, and what comes before it is written out: the JIT inlines so much into a method and no more,
        // and calls inside a long formula, such as that of tanh, make it many times slower.
        for (; py < end; py += V.Count, pa += da)
        {
            V value = f.Invoke(V.Load(pa));
            if (py + V.Count <= end) V.Store(value, py);
            else Part.Store<V, T>(value, py, (int)(end - py));
        }
    }
}

/// <summary>y[i] = f(a[i], b[i])</summary>
internal readonly unsafe struct Loop2<V, T, F>(F function) : ILoop where V : unmanaged, ILanes<V, T> where T : unmanaged where F : struct, IFunction2<V>
{
    private readonly F _f = function;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n)
    {
        var f = _f;
        T* pa = (T*)a, pb = (T*)b, py = (T*)y, end = py + n;
        nint da = V.Count, db = V.Count;
        V singleA, singleB;
        if ((stays & 1) != 0)
        {
            singleA = V.Broadcast(*pa);
            pa = (T*)&singleA;
            da = 0;
        }
        if ((stays & 2) != 0)
        {
            singleB = V.Broadcast(*pb);
            pb = (T*)&singleB;
            db = 0;
        }
        for (; py < end; py += V.Count, pa += da, pb += db)
        {
            V value = f.Invoke(V.Load(pa), V.Load(pb));
            if (py + V.Count <= end) V.Store(value, py);
            else Part.Store<V, T>(value, py, (int)(end - py));
        }
    }
}

/// <summary>y[i] = f(a[i], b[i], c[i])</summary>
internal readonly unsafe struct Loop3<V, T, F>(F function) : ILoop where V : unmanaged, ILanes<V, T> where T : unmanaged where F : struct, IFunction3<V>
{
    private readonly F _f = function;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n)
    {
        var f = _f;
        T* pa = (T*)a, pb = (T*)b, pc = (T*)c, py = (T*)y, end = py + n;
        nint da = V.Count, db = V.Count, dc = V.Count;
        V singleA, singleB, singleC;
        if ((stays & 1) != 0)
        {
            singleA = V.Broadcast(*pa);
            pa = (T*)&singleA;
            da = 0;
        }
        if ((stays & 2) != 0)
        {
            singleB = V.Broadcast(*pb);
            pb = (T*)&singleB;
            db = 0;
        }
        if ((stays & 4) != 0)
        {
            singleC = V.Broadcast(*pc);
            pc = (T*)&singleC;
            dc = 0;
        }
        for (; py < end; py += V.Count, pa += da, pb += db, pc += dc)
        {
            V value = f.Invoke(V.Load(pa), V.Load(pb), V.Load(pc));
            if (py + V.Count <= end) V.Store(value, py);
            else Part.Store<V, T>(value, py, (int)(end - py));
        }
    }
}
