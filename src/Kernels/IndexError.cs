namespace Gpu.Kernels;

/// <summary>Operations that check indices. The numbers travel through the error notes of kernels; 0 means none.</summary>
internal enum IndexedOperation
{
    Gather = 1,
    ScatterAdd = 2,
    Require = 3,
}

/// <summary>The error of an index outside its dimension: the same words on every device.</summary>
internal static class IndexError
{
    /// <summary>The exception to throw.</summary>
    public static ArgumentOutOfRangeException OutOfRange(IndexedOperation operation, long index, int size, int dim) => new(nameof(index),
        $"{(operation == IndexedOperation.Gather ? "Gather, IndexSelect or x[t]" : "Scatter-add")}: index {index} is outside dimension {dim}, which has size {size}: it must be in [0, {size}).");
}
