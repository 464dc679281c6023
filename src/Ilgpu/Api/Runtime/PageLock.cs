namespace ILGPU.Runtime;

/// <summary>Host memory that the driver copies from and to directly, without waiting for the processor.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed unsafe class PageLockedArray1D<T> : IDisposable
    where T : unmanaged
{
    private readonly DeviceMemory memory;

    internal PageLockedArray1D(Accelerator accelerator, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        memory = accelerator.AllocateHostMemory(checked(length * sizeof(T)));
        Extent = length;
    }

    /// <summary>The number of elements.</summary>
    public LongIndex1D Extent { get; }

    /// <summary>The number of elements.</summary>
    public long Length => Extent.X;

    /// <summary>The elements.</summary>
    public Span<T> Span => new(Pointer, checked((int)Length));

    /// <summary>The element at <paramref name="index"/>.</summary>
    public ref T this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
            return ref Pointer[index];
        }
    }

    /// <summary>The elements as a view of host memory.</summary>
    public ArrayView<T> ArrayView => new(Pointer, Length);

    private T* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(memory.IsFreed, this);
            return (T*)memory.Address;
        }
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose() => memory.Free();
}

/// <summary>Allocates page-locked memory.</summary>
public static class PageLockedArrayExtensions
{
    /// <summary>Page-locked memory, set to zero.</summary>
    public static PageLockedArray1D<T> AllocatePageLocked1D<T>(this Accelerator accelerator, LongIndex1D extent)
        where T : unmanaged
        => AllocatePageLocked1D<T>(accelerator, extent, uninitialized: false);

    /// <summary>Page-locked memory; with <paramref name="uninitialized"/> its content is undefined.</summary>
    public static PageLockedArray1D<T> AllocatePageLocked1D<T>(this Accelerator accelerator, LongIndex1D extent, bool uninitialized)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var array = new PageLockedArray1D<T>(accelerator, extent.X);
        if (!uninitialized)
            array.Span.Clear();
        return array;
    }
}

/// <content>Copies from and to page-locked memory.</content>
public static partial class ArrayViewExtensions
{
    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this IContiguousArrayView<T> target, PageLockedArray1D<T> source)
        where T : unmanaged
        => ViewCopy.Locked(target.BaseView, null, source.ArrayView, toHost: false);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(
        this IContiguousArrayView<T> target, AcceleratorStream stream, PageLockedArray1D<T> source)
        where T : unmanaged
        => ViewCopy.Locked(target.BaseView, stream, source.ArrayView, toHost: false);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this IContiguousArrayView<T> source, PageLockedArray1D<T> target)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, null, target.ArrayView, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(
        this IContiguousArrayView<T> source, AcceleratorStream stream, PageLockedArray1D<T> target)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, stream, target.ArrayView, toHost: true);
}
