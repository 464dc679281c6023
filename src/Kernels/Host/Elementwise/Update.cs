using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Steps of an optimizer over several tensors: each element is read and written once, and threads share all of them as one range.</summary>
internal static unsafe class Update<V, T, TOp> where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : unmanaged, IUpdate
{
    /// <summary>Elements that a thread takes at a time.</summary>
    private const int Grain = 16384;

    /// <summary>A tensor: its formula, its memory, and the number of its last element in the common range, plus one.</summary>
    private struct Piece
    {
        public TOp Op;
        public T* Parameter, Gradient, First, Second, Third;
        public long End;
    }

    /// <summary>Updates all of them.</summary>
    public static void Run(ReadOnlySpan<UpdateItem<TOp>> items)
    {
        long total = 0;
        foreach (ref readonly var item in items) total += item.Parameter.Layout.Count;
        if (total < 2 * Grain)
            foreach (ref readonly var item in items) Loop(Of(item), 0, item.Parameter.Layout.Count);
        else
        {
            var pieces = (Piece*)Scratch.Rent(Scratch.Slot.Row, (long)items.Length * sizeof(Piece));
            long end = 0;
            for (int i = 0; i < items.Length; i++)
            {
                pieces[i] = Of(items[i]);
                pieces[i].End = end += items[i].Parameter.Layout.Count;
            }
            var job = new Job(pieces, total);
            WorkerPool.Run((int)((total + Grain - 1) / Grain), ref job);
        }
        foreach (ref readonly var item in items)
        {
            // The addresses above do not keep the storages from the collector.
            GC.KeepAlive(item.Parameter.Storage);
            GC.KeepAlive(item.Gradient.Storage);
            GC.KeepAlive(item.First.Storage);
            GC.KeepAlive(item.Second.Storage);
            GC.KeepAlive(item.Third.Storage);
        }
    }

    private static Piece Of(in UpdateItem<TOp> item)
    {
        Piece piece = default;
        piece.Op = item.Op;
        int slots = piece.Op.Slots;
        piece.Gradient = (T*)item.Gradient.Pointer();
        piece.Parameter = (T*)item.Parameter.Pointer();
        if (slots > 0) piece.First = (T*)item.First.Pointer();
        if (slots > 1) piece.Second = (T*)item.Second.Pointer();
        if (slots > 2) piece.Third = (T*)item.Third.Pointer();
        return piece;
    }

    private readonly struct Job(Piece* pieces, long total) : IJob
    {
        public void Run(int part)
        {
            long start = (long)part * Grain, end = Math.Min(total, start + Grain), first = 0;
            for (var piece = pieces; start < end; first = piece++->End)
            {
                if (start >= piece->End) continue;
                long stop = Math.Min(end, piece->End);
                Loop(*piece, start - first, stop - first);
                start = stop;
            }
        }
    }

    /// <summary>Elements [from, to) of a tensor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Loop(in Piece piece, long from, long to)
    {
        TOp op = piece.Op;
        T* pp = piece.Parameter, pg = piece.Gradient, pa = piece.First, pb = piece.Second, pc = piece.Third;
        for (long i = from; i < to; i += V.Count)
        {
            V p = V.Load(pp + i), g = op.Gradient(p, V.Load(pg + i)), a = p, b = p, c = p;
            if (op.Slots > 0) a = op.First(V.Load(pa + i), g);
            if (op.Slots > 1) b = op.Second(V.Load(pb + i), g);
            if (op.Slots > 2) c = op.Third(V.Load(pc + i), b);
            p = op.Parameter(p, g, a, b, c);
            if (i + V.Count <= to)
            {
                if (op.Slots > 0) V.Store(a, pa + i);
                if (op.Slots > 1) V.Store(b, pb + i);
                if (op.Slots > 2) V.Store(c, pc + i);
                V.Store(p, pp + i);
            }
            else
            {
                int rest = (int)(to - i);
                if (op.Slots > 0) Part.Store<V, T>(a, pa + i, rest);
                if (op.Slots > 1) Part.Store<V, T>(b, pb + i, rest);
                if (op.Slots > 2) Part.Store<V, T>(c, pc + i, rest);
                Part.Store<V, T>(p, pp + i, rest);
            }
        }
    }
}
