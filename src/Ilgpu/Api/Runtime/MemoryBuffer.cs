namespace ILGPU.Runtime;

/// <summary>Memory of an accelerator, owned: disposing it frees the memory.</summary>
/// <remarks>
/// Views are plain numbers and keep no buffer alive, so memory is not freed merely because nobody holds its buffer. Only when a device has
/// no room for a new buffer are those freed first that nobody holds any more; a view of one of them is then an error where it is used.
/// </remarks>
public abstract class MemoryBuffer : AcceleratorObject, IDisposable
{
    private protected MemoryBuffer(DeviceMemory memory, long length, int elementSize)
        : base(memory.Accelerator)
    {
        Memory = memory;
        memory.Owner = new(this);
        Length = length;
        ElementSize = elementSize;
    }

    /// <summary>The driver's pointer where it has one (CPU, CUDA), else a number that names the buffer.</summary>
    public IntPtr NativePtr => Memory.NativePointer;

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>The size of an element, in bytes.</summary>
    public int ElementSize { get; }

    /// <summary>The number of bytes.</summary>
    public long LengthInBytes => Memory.ByteLength;

    /// <summary>True after <see cref="Dispose"/> of the buffer or of its accelerator.</summary>
    public bool IsDisposed => Memory.IsFreed;

    internal DeviceMemory Memory { get; }

    /// <summary>All bytes.</summary>
    public ArrayView<byte> AsRawArrayView() => Window<byte>(0, LengthInBytes);

    /// <summary>The bytes from an offset to the end.</summary>
    public ArrayView<byte> AsRawArrayView(long offsetInBytes) => Window<byte>(offsetInBytes, LengthInBytes - offsetInBytes);

    /// <summary>Some bytes from an offset.</summary>
    public ArrayView<byte> AsRawArrayView(long offsetInBytes, long lengthInBytes) => Window<byte>(offsetInBytes, lengthInBytes);

    /// <summary>Copies bytes of another view to this buffer.</summary>
    public void CopyFrom(AcceleratorStream stream, in ArrayView<byte> sourceView, long targetOffsetInBytes) =>
        ViewCopy.Copy(sourceView, stream, Window<byte>(targetOffsetInBytes, sourceView.Length));

    /// <summary>Copies bytes of this buffer to another view.</summary>
    public void CopyTo(AcceleratorStream stream, long sourceOffsetInBytes, in ArrayView<byte> targetView) =>
        ViewCopy.Copy(Window<byte>(sourceOffsetInBytes, targetView.Length), stream, targetView);

    /// <summary><paramref name="length"/> elements of type T from element <paramref name="offset"/>. Another element size goes through
    /// <see cref="AsRawArrayView()"/> and a cast of the view.</summary>
    /// <exception cref="NotSupportedException">T has not the size of the buffer's elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the buffer.</exception>
    public unsafe ArrayView<T> AsArrayView<T>(long offset, long length)
        where T : unmanaged =>
        sizeof(T) == ElementSize
            ? Window<T>(offset, length)
            : throw new NotSupportedException($"A buffer with elements of {ElementSize} bytes cannot be seen as {typeof(T).Name}. Cast its raw view instead.");

    private unsafe ArrayView<T> Window<T>(long offset, long length)
        where T : unmanaged
    {
        ThrowIfDisposed();
        if (offset < 0 || length < 0 || offset > (LengthInBytes / sizeof(T)) - length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length),
                $"{length} elements of {typeof(T).Name} from element {offset} leave a buffer of {LengthInBytes} bytes.");
        }

        return new ArrayView<T>((T*)Memory.Address + offset, length);
    }

    /// <summary>Sets bytes of the buffer.</summary>
    public void MemSet(AcceleratorStream stream, byte value, long targetOffsetInBytes, long length) =>
        Window<byte>(targetOffsetInBytes, length).MemSet(stream, value);

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        Memory.Free();
        GC.SuppressFinalize(this);
    }

    private protected void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Memory.IsFreed, this);
}

/// <summary>A buffer with a typed view.</summary>
/// <typeparam name="TView">The view's type.</typeparam>
public abstract class MemoryBuffer<TView> : MemoryBuffer, IContiguousArrayView
    where TView : struct, IArrayView
{
    private readonly TView view;

    private protected MemoryBuffer(DeviceMemory memory, long length, int elementSize, TView view)
        : base(memory, length, elementSize)
    {
        this.view = view;
    }

    /// <summary>True until the buffer is disposed.</summary>
    public bool IsValid => !IsDisposed;

    /// <summary>The view of all elements.</summary>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public TView View
    {
        get
        {
            ThrowIfDisposed();
            return view;
        }
    }

    /// <summary>The view of all elements.</summary>
    public TView ToArrayView() => View;

    /// <summary>The view of all elements.</summary>
    public static implicit operator TView(MemoryBuffer<TView> buffer) => buffer.View;
}

/// <summary>A buffer of bytes without element type.</summary>
internal sealed class RawMemoryBuffer(DeviceMemory memory, long length, int elementSize) : MemoryBuffer(memory, length, elementSize);
