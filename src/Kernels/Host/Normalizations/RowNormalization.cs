using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Normalizes dense rows: the terms of a row stay in the cache. A part is a group of rows.</summary>
internal unsafe struct RowsJob<V, T, TOp>(TOp op, T* a, T* b, T* y, RowFrame frame, int group) : IJob
    where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, INormalization
{
    /// <summary>Rows of a part.</summary>
    public readonly int Group => group;

    [SkipLocalsInit]
    public readonly void Run(int part)
    {
        byte* partials = stackalloc byte[Fold<V, T, Sum>.BufferBytes];
        int n = frame.Length, end = Parts.End(part, frame.Rows, group);
        T* terms = (T*)Scratch.Rent(Scratch.Slot.Terms, (long)n * sizeof(T) + sizeof(V));
        for (int row = part * group; row < end; row++)
        {
            nint at = (nint)row * n;
            T largest = op.TakesLargest ? Fold<V, T, Maximum>.Row(default, a + at, n, (T*)partials) : default;
            Terms(a + at, b + at, largest, terms, n);
            T sum = Fold<V, T, Sum>.Row(default, terms, n, (T*)partials);
            Results(a + at, b + at, largest, terms, sum, y + at, n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private readonly void Terms(T* pa, T* pb, T largest, T* terms, int n)
    {
        var formula = op;
        V m = V.Broadcast(largest);
        for (int i = 0; i < n; i += V.Count) V.Store(formula.Term(V.Load(pa + i), formula.TakesLargest ? m : V.Load(pb + i)), terms + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private readonly void Results(T* pa, T* pb, T largest, T* terms, T sum, T* py, int n)
    {
        var formula = op;
        V m = V.Broadcast(largest), common = formula.Common(V.Broadcast(sum));
        for (int i = 0; i < n; i += V.Count)
        {
            V value = formula.Result(V.Load(pa + i), formula.TakesLargest ? m : V.Load(pb + i), V.Load(terms + i), common);
            if (i + V.Count <= n) V.Store(value, py + i);
            else Part.Store<V, T>(value, py + i, n - i);
        }
    }
}
