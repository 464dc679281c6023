namespace ILGPU.Runtime;

/// <summary>Host memory that the driver copies from and to directly, without waiting for the processor.</summary>
/// <typeparam name="T">The element type.</typeparam>
public abstract unsafe class PageLockedArray<T> : IDisposable
    where T : unmanaged
{
    private readonly DeviceMemory memory;

    private protected PageLockedArray(Accelerator accelerator, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        memory = accelerator.AllocateHostMemory(checked(length * sizeof(T)));
        Length = length;
    }

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>The elements.</summary>
    public Span<T> Span => new(Pointer, checked((int)Length));

    /// <summary>Enumerates the elements.</summary>
    public Span<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    /// <summary>The elements as a view of host memory.</summary>
    public ArrayView<T> ArrayView => new(Pointer, Length);

    private protected T* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(memory.IsFreed, this);
            return (T*)memory.Address;
        }
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        memory.Free();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Page-locked memory with indices of one dimension.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed unsafe class PageLockedArray1D<T> : PageLockedArray<T>
    where T : unmanaged
{
    internal PageLockedArray1D(Accelerator accelerator, long length)
        : base(accelerator, length)
    {
    }

    /// <summary>The number of elements.</summary>
    public LongIndex1D Extent => Length;

    /// <summary>The element at <paramref name="index"/>.</summary>
    public ref T this[int index] => ref this[(long)index];

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

    /// <summary>The elements in a new array.</summary>
    public T[] GetArray() => Span.ToArray();
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
    public static void CopyFromPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> target, PageLockedArray1D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(target.BaseView, null, pageLockedArray.ArrayView, toHost: false);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, PageLockedArray1D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(target.BaseView, stream, pageLockedArray.ArrayView, toHost: false);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T, TView>(this TView target, PageLockedArray<T> pageLockedArray)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(target.AsRawArrayView().Cast<T>(), null, pageLockedArray.ArrayView, toHost: false);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T, TView>(this TView target, AcceleratorStream stream, PageLockedArray<T> pageLockedArray)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(target.AsRawArrayView().Cast<T>(), stream, pageLockedArray.ArrayView, toHost: false);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> source, PageLockedArray1D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, null, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, PageLockedArray1D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, stream, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T, TView>(this TView source, PageLockedArray<T> pageLockedArray)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(source.AsRawArrayView().Cast<T>(), null, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T, TView>(this TView source, AcceleratorStream stream, PageLockedArray<T> pageLockedArray)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(source.AsRawArrayView().Cast<T>(), stream, pageLockedArray.ArrayView, toHost: true);
}
