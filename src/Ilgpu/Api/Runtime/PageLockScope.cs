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
