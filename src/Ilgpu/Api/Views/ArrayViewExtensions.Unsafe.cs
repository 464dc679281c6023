namespace ILGPU.Runtime;

/// <content>Copies from and to host memory that is neither pinned nor kept by the copy.</content>
public static partial class ArrayViewExtensions
{
    /// <summary>Copies the view's first elements to host memory, <paramref name="length"/> of them. When the call returns, the host memory may be used: the copy is complete.</summary>
    public static void CopyToCPUUnsafeAsync<T, TView>(this TView source, ref T cpuData, long length)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => source.CopyToCPU(ref cpuData, length);

    /// <summary>Copies the view's first elements to host memory, <paramref name="length"/> of them. On a stream. When the call returns, the host memory may be used: the copy is complete.</summary>
    public static void CopyToCPUUnsafeAsync<T, TView>(this TView source, AcceleratorStream stream, ref T cpuData, long length)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => source.CopyToCPU(stream, ref cpuData, length);

    /// <summary>Copies host memory to the view's first elements, <paramref name="length"/> of them. When the call returns, the host memory may be used: the copy is complete.</summary>
    public static void CopyFromCPUUnsafeAsync<T, TView>(this TView target, ref T cpuData, long length)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => target.CopyFromCPU(ref cpuData, length);

    /// <summary>Copies host memory to the view's first elements, <paramref name="length"/> of them. On a stream. When the call returns, the host memory may be used: the copy is complete.</summary>
    public static void CopyFromCPUUnsafeAsync<T, TView>(this TView target, AcceleratorStream stream, ref T cpuData, long length)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => target.CopyFromCPU(stream, ref cpuData, length);
}
