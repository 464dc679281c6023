using System.Numerics;
using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Adding along one dimension by index. Two elements with the same target differ along that dimension only, so threads share the other dimensions, and each goes in order.</summary>
internal static unsafe class ScatterAddition<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged, IBinaryNumber<T>
{
    /// <summary>Fewer elements than this stay on the caller's thread.</summary>
    private const int SmallWork = 16384;

    /// <summary>The fewest neighbours of a row that a thread takes for itself.</summary>
    private const int Narrowest = 64;

    /// <summary>y[..., index[..., i, ...], ...] += x[..., i, ...], in order of i.</summary>
    public static void Run(in Operand y, in Operand index, in Operand x, int dim)
    {
        int count = x.Layout.Count;
        if (count == 0) return;
        var walk = Walk.Over(x.Layout.Sizes);
        walk.Add(index);
        walk.AddWithout(y, dim);
        walk.Add(x);
        walk.Merge();
        var frame = new RowFrame(x.Layout, dim);
        var target = new Indexed(IndexedOperation.ScatterAdd, y.Layout, dim, sizeof(T));
        int threads = count < SmallWork ? 1 : HostThreads.Count;
        // Blocks where there are enough of them, else columns of all blocks.
        bool byBlocks = frame.Outer >= threads || frame.Inner < 2 * Narrowest;
        int elements = byBlocks ? frame.Outer : frame.Inner;
        int length = byBlocks ? Parts.Count(elements, threads) : Math.Max(Narrowest, Parts.Count(elements, threads));
        var job = new Job(walk, target, frame, byBlocks, length);
        WorkerPool.Run(Parts.Count(elements, length), ref job);
        GC.KeepAlive(x.Storage);
        GC.KeepAlive(index.Storage);
        GC.KeepAlive(y.Storage);
    }

    private readonly struct Job(Walk walk, Indexed target, RowFrame frame, bool byBlocks, int length) : IJob
    {
        private readonly Walk _walk = walk;

        public void Run(int part)
        {
            int start = part * length, end = Parts.End(part, byBlocks ? frame.Outer : frame.Inner, length);
            int block = frame.Length * frame.Inner;
            if (byBlocks) Add(start * block, end * block);
            else
                for (int row = 0; row < frame.Outer * frame.Length; row++) Add(row * frame.Inner + start, row * frame.Inner + end);
        }

        /// <summary>Adds elements [start, end) of x.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Add(int start, int end)
        {
            long indexStride = _walk.InnerStride(0), toStride = _walk.InnerStride(1), fromStride = _walk.InnerStride(2);
            for (int done = start, n; done < end; done += n)
            {
                n = Math.Min(end - done, _walk.Inner - done % _walk.Inner);
                byte* at = _walk.Locate(0, done), to = _walk.Locate(1, done), from = _walk.Locate(2, done);
                // One index for the whole row: the gradient of an embedding.
                if (indexStride == 0 && toStride == sizeof(T) && fromStride == sizeof(T)) Fold<V, T, Sum>.Combine(default, (T*)(to + target.OffsetOf(*(long*)at)), (T*)from, n);
                else
                    for (int i = 0; i < n; i++, at += indexStride, to += toStride, from += fromStride)
                    {
                        T* sum = (T*)(to + target.OffsetOf(*(long*)at));
                        // The sum of bools says whether one is true.
                        *sum = typeof(T) == typeof(byte) ? *sum | *(T*)from : *sum + *(T*)from;
                    }
            }
        }
    }
}
