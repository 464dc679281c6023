namespace Gpu.Kernels.Host;

/// <summary>Copies between two layouts whose dense dimensions differ, block by block, so that neither side jumps at every element.</summary>
internal static unsafe class TransposedCopy
{
    /// <summary>Rows of the target that a part takes.</summary>
    private const int Group = 64;

    /// <summary>Copies x to y, elements as bits. False, and nothing is done, where rows of y do not run along columns of x.</summary>
    public static bool TryRun<T>(in Operand x, in Operand y) where T : unmanaged
    {
        if (x.Layout.IsContiguous || y.Layout.Count < 256) return false;
        var walk = Walk.Over(y.Layout.Sizes);
        walk.Add(x);
        walk.Add(y);
        walk.Merge();
        // y: rows of n elements; x: the rows of y are its columns.
        if (walk.Rank is not (2 or 3) || walk.InnerStride(1) != sizeof(T) || walk.Stride(0, walk.Rank - 2) != sizeof(T) || walk.InnerStride(0) <= sizeof(T)) return false;
        int rows = walk.Size(walk.Rank - 2), groups = Parts.Count(rows, Group);
        var job = new Job<T>(walk, rows, groups);
        int parts = groups * (walk.Rank == 3 ? walk.Size(0) : 1);
        WorkerPool.Run(parts, ref job, alone: y.Layout.Count < 32768);
        GC.KeepAlive(x.Storage);
        GC.KeepAlive(y.Storage);
        return true;
    }

    private struct Job<T>(Walk walk, int rows, int groups) : IJob where T : unmanaged
    {
        public readonly void Run(int part)
        {
            var (batch, group) = Math.DivRem(part, groups);
            int first = group * Group, row = batch * rows + first;
            Transposition.Copy((T*)walk.Row(0, row), (nint)(walk.InnerStride(0) / sizeof(T)), (T*)walk.Row(1, row), (nint)(walk.Stride(1, walk.Rank - 2) / sizeof(T)),
                walk.Inner, Math.Min(Group, rows - first));
        }
    }
}
