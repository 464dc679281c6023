using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Reading and adding along one dimension by index.</summary>
internal static unsafe class Gathering
{
    private const int Grain = 8192;

    /// <summary>y[..., i, ...] = x[..., index[..., i, ...], ...]; elements are moved as bits.</summary>
    public static void Gather<T>(in Operand x, in Operand index, in Operand y, int dim) where T : unmanaged
    {
        int count = y.Layout.Count;
        if (count == 0) return;
        var walk = Walk.Over(y.Layout.Sizes);
        walk.Add(index);
        walk.AddWithout(x, dim);
        walk.Add(y);
        walk.Merge();
        var job = new GatherJob<T>(walk, new Indexed(IndexedOperation.Gather, x.Layout, dim, sizeof(T)), count);
        if (count < 2 * Grain) job.Run(0, count);
        else WorkerPool.Run(Parts.Count(count, Grain), ref job);
        GC.KeepAlive(x.Storage);
        GC.KeepAlive(index.Storage);
        GC.KeepAlive(y.Storage);
    }

    /// <summary>y[..., index[..., i, ...], ...] += x[..., i, ...], in order of i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScatterAdd<T>(in Operand y, in Operand index, in Operand x, int dim) where T : unmanaged, IBinaryNumber<T>
    {
        int count = x.Layout.Count;
        if (count == 0) return;
        var walk = Walk.Over(x.Layout.Sizes);
        walk.Add(index);
        walk.AddWithout(y, dim);
        walk.Add(x);
        walk.Merge();
        // One thread, in row-major order: two elements with the same target differ only along dim, so they come in order of i.
        var target = new Indexed(IndexedOperation.ScatterAdd, y.Layout, dim, sizeof(T));
        for (int done = 0; done < count; done += walk.Inner)
        {
            byte* at = walk.Locate(0, done), to = walk.Locate(1, done), from = walk.Locate(2, done);
            long indexStride = walk.InnerStride(0), toStride = walk.InnerStride(1), fromStride = walk.InnerStride(2);
            for (int i = 0; i < walk.Inner; i++, at += indexStride, to += toStride, from += fromStride)
            {
                T* sum = (T*)(to + target.OffsetOf(*(long*)at));
                // The sum of bools says whether one is true.
                *sum = typeof(T) == typeof(byte) ? *sum | *(T*)from : *sum + *(T*)from;
            }
        }
        GC.KeepAlive(x.Storage);
        GC.KeepAlive(index.Storage);
        GC.KeepAlive(y.Storage);
    }

    /// <summary>The dimension that indices select from.</summary>
    private readonly struct Indexed(IndexedOperation operation, Layout layout, int dim, int itemSize)
    {
        private readonly int _size = layout.Sizes[dim], _dim = dim;
        private readonly long _stride = (long)layout.Strides[dim] * itemSize;

        /// <summary>Bytes from index 0.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The index is outside [0, size).</exception>
        public long OffsetOf(long index) => (ulong)index < (ulong)_size ? index * _stride
            : throw IndexError.OutOfRange(operation, index, _size, _dim);
    }

    private struct GatherJob<T>(Walk walk, Indexed source, int count) : IJob where T : unmanaged
    {
        public readonly void Run(int part) => Run(part * Grain, Parts.End(part, count, Grain));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int start, int end)
        {
            long indexStride = walk.InnerStride(0), fromStride = walk.InnerStride(1), toStride = walk.InnerStride(2);
            for (int done = start; done < end;)
            {
                int n = Math.Min(end - done, walk.Inner - done % walk.Inner);
                byte* at = walk.Locate(0, done), from = walk.Locate(1, done), to = walk.Locate(2, done);
                // One index for the whole row: the lookup of an embedding.
                if (indexStride == 0) Strided.Copy(from + source.OffsetOf(*(long*)at), fromStride, to, toStride, n, sizeof(T));
                else
                    for (int i = 0; i < n; i++, at += indexStride, from += fromStride, to += toStride)
                        *(T*)to = *(T*)(from + source.OffsetOf(*(long*)at));
                done += n;
            }
        }
    }
}
