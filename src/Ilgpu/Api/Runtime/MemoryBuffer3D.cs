namespace ILGPU.Runtime;

/// <summary>A buffer whose elements have 3-dimensional indices.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">How an index becomes a place in memory.</typeparam>
public sealed unsafe class MemoryBuffer3D<T, TStride> : MemoryBuffer<ArrayView3D<T, TStride>>
    where T : unmanaged
    where TStride : struct, IStride3D
{
    internal MemoryBuffer3D(DeviceMemory memory, LongIndex3D extent, TStride stride)
        : base(
            memory,
            stride.ComputeBufferLength(extent),
            sizeof(T),
            new(new ArrayView<T>((T*)memory.Address, memory.ByteLength / sizeof(T)), extent, stride))
    {
        Extent = extent;
    }

    /// <summary>The number of elements in each dimension.</summary>
    public LongIndex3D Extent { get; }

    /// <summary>The number of elements in each dimension, with 32 bits.</summary>
    public Index3D IntExtent => (Index3D)Extent;

    /// <summary>All elements, as they lie in memory.</summary>
    public ArrayView<T> AsContiguous() => View.BaseView;

    /// <summary>All elements, as they lie in memory.</summary>
    public static explicit operator ArrayView<T>(MemoryBuffer3D<T, TStride> buffer) => buffer.AsContiguous();
}
