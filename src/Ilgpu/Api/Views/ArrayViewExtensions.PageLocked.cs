namespace ILGPU.Runtime;

/// <content>Copies from and to page-locked and pinned memory, and page-locked copies of views.</content>
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

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> source, PageLockedArray1D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, null, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, PageLockedArray1D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, stream, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this ArrayView2D<T, Stride2D.DenseY> target, PageLockedArray2D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(Contiguous(target, pageLockedArray.Extent), null, pageLockedArray.ArrayView, toHost: false);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this ArrayView2D<T, Stride2D.DenseY> target, AcceleratorStream stream, PageLockedArray2D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(Contiguous(target, pageLockedArray.Extent), stream, pageLockedArray.ArrayView, toHost: false);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView2D<T, Stride2D.DenseY> source, PageLockedArray2D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(Contiguous(source, pageLockedArray.Extent), null, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView2D<T, Stride2D.DenseY> source, AcceleratorStream stream, PageLockedArray2D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(Contiguous(source, pageLockedArray.Extent), stream, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this ArrayView3D<T, Stride3D.DenseZY> target, PageLockedArray3D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(Contiguous(target, pageLockedArray.Extent), null, pageLockedArray.ArrayView, toHost: false);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this ArrayView3D<T, Stride3D.DenseZY> target, AcceleratorStream stream, PageLockedArray3D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(Contiguous(target, pageLockedArray.Extent), stream, pageLockedArray.ArrayView, toHost: false);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView3D<T, Stride3D.DenseZY> source, PageLockedArray3D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(Contiguous(source, pageLockedArray.Extent), null, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView3D<T, Stride3D.DenseZY> source, AcceleratorStream stream, PageLockedArray3D<T> pageLockedArray)
        where T : unmanaged
        => ViewCopy.Locked(Contiguous(source, pageLockedArray.Extent), stream, pageLockedArray.ArrayView, toHost: true);

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
    public static void CopyToPageLockedAsync<T, TView>(this TView source, PageLockedArray<T> pageLockedArray)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(source.AsRawArrayView().Cast<T>(), null, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T, TView>(this TView source, AcceleratorStream stream, PageLockedArray<T> pageLockedArray)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(source.AsRawArrayView().Cast<T>(), stream, pageLockedArray.ArrayView, toHost: true);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> target, PageLockScope<T> pageLockScope)
        where T : unmanaged
        => ViewCopy.Locked(target.BaseView, null, pageLockScope.View, toHost: false);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, PageLockScope<T> pageLockScope)
        where T : unmanaged
        => ViewCopy.Locked(target.BaseView, stream, pageLockScope.View, toHost: false);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> source, PageLockScope<T> pageLockScope)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, null, pageLockScope.View, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, PageLockScope<T> pageLockScope)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, stream, pageLockScope.View, toHost: true);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T, TView>(this TView target, PageLockScope<T> pageLockScope)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(target.AsRawArrayView().Cast<T>(), null, pageLockScope.View, toHost: false);

    /// <summary>Copies page-locked memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T, TView>(this TView target, AcceleratorStream stream, PageLockScope<T> pageLockScope)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(target.AsRawArrayView().Cast<T>(), stream, pageLockScope.View, toHost: false);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T, TView>(this TView source, PageLockScope<T> pageLockScope)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(source.AsRawArrayView().Cast<T>(), null, pageLockScope.View, toHost: true);

    /// <summary>Copies the view's first elements to page-locked memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T, TView>(this TView source, AcceleratorStream stream, PageLockScope<T> pageLockScope)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(source.AsRawArrayView().Cast<T>(), stream, pageLockScope.View, toHost: true);

    /// <summary>The elements in new page-locked memory.</summary>
    public static PageLockedArray1D<T> GetAsPageLocked<T>(this ArrayView<T> view)
        where T : unmanaged
        => PageLockedCopy(view, null, accelerator => accelerator.AllocatePageLocked1D<T>(view.Length, uninitialized: true));

    /// <summary>The elements in new page-locked memory. On a stream, which is synchronized.</summary>
    public static PageLockedArray1D<T> GetAsPageLocked<T>(this ArrayView<T> view, AcceleratorStream stream)
        where T : unmanaged
        => PageLockedCopy(view, stream, accelerator => accelerator.AllocatePageLocked1D<T>(view.Length, uninitialized: true));

    /// <summary>The elements in new page-locked memory.</summary>
    public static PageLockedArray1D<T> GetAsPageLocked1D<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => PageLockedCopy(view.BaseView, null, accelerator => accelerator.AllocatePageLocked1D<T>(view.Length, uninitialized: true));

    /// <summary>The elements in new page-locked memory. On a stream, which is synchronized.</summary>
    public static PageLockedArray1D<T> GetAsPageLocked1D<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged
        => PageLockedCopy(view.BaseView, stream, accelerator => accelerator.AllocatePageLocked1D<T>(view.Length, uninitialized: true));

    /// <summary>The elements in new page-locked memory.</summary>
    /// <exception cref="ArgumentException">The view has gaps.</exception>
    public static PageLockedArray2D<T> GetAsPageLocked2D<T>(this ArrayView2D<T, Stride2D.DenseY> view)
        where T : unmanaged
        => PageLockedCopy(Contiguous(view, view.Extent), null, accelerator => new PageLockedArray2D<T>(accelerator, view.Extent));

    /// <summary>The elements in new page-locked memory. On a stream, which is synchronized.</summary>
    /// <exception cref="ArgumentException">The view has gaps.</exception>
    public static PageLockedArray2D<T> GetAsPageLocked2D<T>(this ArrayView2D<T, Stride2D.DenseY> view, AcceleratorStream stream)
        where T : unmanaged
        => PageLockedCopy(Contiguous(view, view.Extent), stream, accelerator => new PageLockedArray2D<T>(accelerator, view.Extent));

    /// <summary>The elements in new page-locked memory.</summary>
    /// <exception cref="ArgumentException">The view has gaps.</exception>
    public static PageLockedArray3D<T> GetAsPageLocked3D<T>(this ArrayView3D<T, Stride3D.DenseZY> view)
        where T : unmanaged
        => PageLockedCopy(Contiguous(view, view.Extent), null, accelerator => new PageLockedArray3D<T>(accelerator, view.Extent));

    /// <summary>The elements in new page-locked memory. On a stream, which is synchronized.</summary>
    /// <exception cref="ArgumentException">The view has gaps.</exception>
    public static PageLockedArray3D<T> GetAsPageLocked3D<T>(this ArrayView3D<T, Stride3D.DenseZY> view, AcceleratorStream stream)
        where T : unmanaged
        => PageLockedCopy(Contiguous(view, view.Extent), stream, accelerator => new PageLockedArray3D<T>(accelerator, view.Extent));

    private static TArray PageLockedCopy<T, TArray>(ArrayView<T> view, AcceleratorStream? stream, Func<Accelerator, TArray> allocate)
        where T : unmanaged
        where TArray : PageLockedArray<T>
    {
        var accelerator = ViewCopy.MemoryOf(view).Accelerator;
        var copy = allocate(accelerator);
        ViewCopy.Locked(view, stream, copy.ArrayView, toHost: true);
        (stream ?? accelerator.DefaultStream).Synchronize();
        return copy;
    }

    // The host's memory is dense and has the view's extent, so its bytes are the view's where that has no gaps.
    private static ArrayView<T> Contiguous<T>(ArrayView2D<T, Stride2D.DenseY> view, LongIndex2D host)
        where T : unmanaged
        => Contiguous(view.BaseView, view.Length, view.Extent, host);

    private static ArrayView<T> Contiguous<T>(ArrayView3D<T, Stride3D.DenseZY> view, LongIndex3D host)
        where T : unmanaged
        => Contiguous(view.BaseView, view.Length, view.Extent, host);

    private static ArrayView<T> Contiguous<T, TExtent>(ArrayView<T> memory, long length, TExtent extent, TExtent host)
        where T : unmanaged
        where TExtent : struct, IGenericIndex<TExtent>
    {
        if (!extent.Equals(host))
            throw new ArgumentException($"The view has the extent {extent}, the page-locked array {host}; they must be equal.");
        if (length != extent.Size)
            throw new ArgumentException($"The view of extent {extent} spans {length} elements of memory: it has gaps. Copy it with CopyToCPU or CopyFromCPU.");
        return memory.SubView(0L, length);
    }
}
