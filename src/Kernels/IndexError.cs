namespace Gpu.Kernels;

/// <summary>Operations that check indices. The numbers travel through error notes of kernels; 0 means none.</summary>
internal enum IndexedOperation
{
    Gather = 1,
    ScatterAdd = 2,
}

/// <summary>The error of an index outside its dimension: the same words on every device.</summary>
internal static class IndexError
{
    /// <summary>The exception to throw.</summary>
    public static ArgumentOutOfRangeException OutOfRange(IndexedOperation operation, long index, int size, int dim) => new("index",
        $"{(operation == IndexedOperation.Gather ? "Gather" : "Scatter-add")} along dimension {dim} met index {index}, which is outside [0, {size}): the dimension has size {size}.");
}
