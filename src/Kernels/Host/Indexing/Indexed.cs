namespace Gpu.Kernels.Host;

/// <summary>The dimension that indices select from.</summary>
internal readonly struct Indexed(IndexedOperation operation, Layout layout, int dim, int itemSize)
{
    private readonly int _size = layout.Sizes[dim], _dim = dim;
    private readonly long _stride = (long)layout.Strides[dim] * itemSize;

    /// <summary>Bytes from index 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside [0, size).</exception>
    public long OffsetOf(long index) => (ulong)index < (ulong)_size ? index * _stride
        : throw IndexError.OutOfRange(operation, index, _size, _dim);
}
