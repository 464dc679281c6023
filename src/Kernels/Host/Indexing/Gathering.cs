using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Reading along one dimension by index.</summary>
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
