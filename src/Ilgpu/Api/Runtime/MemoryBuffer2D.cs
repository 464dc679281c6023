namespace ILGPU.Runtime;

/// <summary>A buffer whose elements have 2-dimensional indices.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">How an index becomes a place in memory.</typeparam>
public sealed unsafe class MemoryBuffer2D<T, TStride> : MemoryBuffer<ArrayView2D<T, TStride>>
    where T : unmanaged
    where TStride : struct, IStride2D
{
    internal MemoryBuffer2D(DeviceMemory memory, LongIndex2D extent, TStride stride)
        : base(
            memory,
            stride.ComputeBufferLength(extent),
            sizeof(T),
            new(new ArrayView<T>((T*)memory.Address, memory.ByteLength / sizeof(T)), extent, stride))
    {
        Extent = extent;
    }

    /// <summary>The number of elements in each dimension.</summary>
    public LongIndex2D Extent { get; }

    /// <summary>The number of elements in each dimension, with 32 bits.</summary>
    public Index2D IntExtent => (Index2D)Extent;

    /// <summary>All elements, as they lie in memory.</summary>
    public ArrayView<T> AsContiguous() => View.BaseView;

    /// <summary>All elements, as they lie in memory.</summary>
    public static explicit operator ArrayView<T>(MemoryBuffer2D<T, TStride> buffer) => buffer.AsContiguous();
}
