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
        V single;
        T* pa = Input.Start<V, T>(a, stays & 1, &single), py = (T*)y, end = py + n;
        nint da = Input.Step<V, T>(stays & 1);
        // The formula stands in one place: the JIT stops inlining when a loop grows too large.
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
        V singleA, singleB;
        T* pa = Input.Start<V, T>(a, stays & 1, &singleA), pb = Input.Start<V, T>(b, stays & 2, &singleB), py = (T*)y, end = py + n;
        nint da = Input.Step<V, T>(stays & 1), db = Input.Step<V, T>(stays & 2);
        // The formula stands in one place: the JIT stops inlining when a loop grows too large.
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
        V singleA, singleB, singleC;
        T* pa = Input.Start<V, T>(a, stays & 1, &singleA), pb = Input.Start<V, T>(b, stays & 2, &singleB), pc = Input.Start<V, T>(c, stays & 4, &singleC), py = (T*)y, end = py + n;
        nint da = Input.Step<V, T>(stays & 1), db = Input.Step<V, T>(stays & 2), dc = Input.Step<V, T>(stays & 4);
        // The formula stands in one place: the JIT stops inlining when a loop grows too large.
        for (; py < end; py += V.Count, pa += da, pb += db, pc += dc)
        {
            V value = f.Invoke(V.Load(pa), V.Load(pb), V.Load(pc));
            if (py + V.Count <= end) V.Store(value, py);
            else Part.Store<V, T>(value, py, (int)(end - py));
        }
    }
}
