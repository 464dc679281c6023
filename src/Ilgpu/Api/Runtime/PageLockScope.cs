namespace ILGPU.Runtime;

/// <summary>Host memory of the program, pinned by it, that copies may use without waiting until the scope is disposed.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class PageLockScope<T> : AcceleratorObject, IDisposable
    where T : unmanaged
{
    internal PageLockScope(Accelerator accelerator, IntPtr address, long length)
        : base(accelerator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        AddrOfLockedObject = address;
        Length = length;
    }

    /// <summary>The address of the first element.</summary>
    public IntPtr AddrOfLockedObject { get; private set; }

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>The number of bytes.</summary>
    public unsafe long LengthInBytes => Length * sizeof(T);

    /// <summary>The elements as a view of host memory.</summary>
    internal unsafe ArrayView<T> View
    {
        get
        {
            ObjectDisposedException.ThrowIf(AddrOfLockedObject == 0 && Length > 0, this);
            return new((T*)AddrOfLockedObject, Length);
        }
    }

    /// <summary>Ends the use of the memory. Copies that were begun with it must be done: synchronize their stream before.</summary>
    public void Dispose() => AddrOfLockedObject = 0;
}

/// <content>Scopes of pinned memory.</content>
public abstract partial class Accelerator
{
    /// <summary>Lets copies use an array that the caller has pinned, and keeps pinned until the scope is disposed.</summary>
    public PageLockScope<T> CreatePageLockFromPinned<T>(T[] pinned)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(pinned);
        return CreatePageLockFromPinned<T>(System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0), pinned.LongLength);
    }

    /// <summary>Lets copies use memory that stays where it is until the scope is disposed.</summary>
    public PageLockScope<T> CreatePageLockFromPinned<T>(IntPtr pinned, long numElements)
        where T : unmanaged
        => new(this, pinned, numElements);
}

/// <content>Copies from and to pinned memory, and page-locked copies of views.</content>
public static partial class ArrayViewExtensions
{
    /// <summary>Copies pinned memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> target, PageLockScope<T> pageLockScope)
        where T : unmanaged
        => ViewCopy.Locked(target.BaseView, null, pageLockScope.View, toHost: false);

    /// <summary>Copies pinned memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, PageLockScope<T> pageLockScope)
        where T : unmanaged
        => ViewCopy.Locked(target.BaseView, stream, pageLockScope.View, toHost: false);

    /// <summary>Copies pinned memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T, TView>(this TView target, PageLockScope<T> pageLockScope)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(target.AsRawArrayView().Cast<T>(), null, pageLockScope.View, toHost: false);

    /// <summary>Copies pinned memory to the view's first elements; the memory must not change until the stream is synchronized.</summary>
    public static void CopyFromPageLockedAsync<T, TView>(this TView target, AcceleratorStream stream, PageLockScope<T> pageLockScope)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(target.AsRawArrayView().Cast<T>(), stream, pageLockScope.View, toHost: false);

    /// <summary>Copies the view's first elements to pinned memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> source, PageLockScope<T> pageLockScope)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, null, pageLockScope.View, toHost: true);

    /// <summary>Copies the view's first elements to pinned memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, PageLockScope<T> pageLockScope)
        where T : unmanaged
        => ViewCopy.Locked(source.BaseView, stream, pageLockScope.View, toHost: true);

    /// <summary>Copies the view's first elements to pinned memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T, TView>(this TView source, PageLockScope<T> pageLockScope)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(source.AsRawArrayView().Cast<T>(), null, pageLockScope.View, toHost: true);

    /// <summary>Copies the view's first elements to pinned memory; they are there once the stream is synchronized.</summary>
    public static void CopyToPageLockedAsync<T, TView>(this TView source, AcceleratorStream stream, PageLockScope<T> pageLockScope)
        where TView : IContiguousArrayView<T>
        where T : unmanaged
        => ViewCopy.Locked(source.AsRawArrayView().Cast<T>(), stream, pageLockScope.View, toHost: true);

    /// <summary>The elements in new page-locked memory.</summary>
    public static PageLockedArray1D<T> GetAsPageLocked<T>(this ArrayView<T> view)
        where T : unmanaged
        => PageLockedCopy(view, null);

    /// <summary>The elements in new page-locked memory. On a stream, which is synchronized.</summary>
    public static PageLockedArray1D<T> GetAsPageLocked<T>(this ArrayView<T> view, AcceleratorStream stream)
        where T : unmanaged
        => PageLockedCopy(view, stream);

    /// <summary>The elements in new page-locked memory.</summary>
    public static PageLockedArray1D<T> GetAsPageLocked1D<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => PageLockedCopy(view.BaseView, null);

    /// <summary>The elements in new page-locked memory. On a stream, which is synchronized.</summary>
    public static PageLockedArray1D<T> GetAsPageLocked1D<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged
        => PageLockedCopy(view.BaseView, stream);

    private static PageLockedArray1D<T> PageLockedCopy<T>(ArrayView<T> view, AcceleratorStream? stream)
        where T : unmanaged
    {
        var accelerator = ViewCopy.MemoryOf(view).Accelerator;
        var copy = accelerator.AllocatePageLocked1D<T>(view.Length, uninitialized: true);
        ViewCopy.Locked(view, stream, copy.ArrayView, toHost: true);
        (stream ?? accelerator.DefaultStream).Synchronize();
        return copy;
    }
}
