using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ILGPU.Runtime;

/// <summary>Copies between contiguous views and host memory: finds the view's memory, checks, and lets the driver move the bytes.</summary>
internal static unsafe class ViewCopy
{
    // Copies between accelerators go through host memory, in pieces of this size.
    private const int StagingBytes = 1 << 22;

    /// <summary>The live memory under a view.</summary>
    /// <exception cref="ObjectDisposedException">The view's buffer is freed.</exception>
    public static DeviceMemory MemoryOf<T>(ArrayView<T> view)
        where T : unmanaged
        => AddressMap.Find((nint)view.Pointer)
           ?? throw new ObjectDisposedException(
               view.ToString(), "The view's buffer is disposed, or the view is no view of device memory (shared or local memory of a kernel).");

    public static void FromHost<T>(ArrayView<T> target, AcceleratorStream? stream, ReadOnlySpan<T> data)
        where T : unmanaged
        => FromHost(target, stream, ref MemoryMarshal.GetReference(data), data.Length);

    public static void FromHost<T>(ArrayView<T> target, AcceleratorStream? stream, ref T data, long length)
        where T : unmanaged
    {
        CheckLength(length, target);
        if (length == 0)
            return;
        var memory = MemoryOf(target);
        var queue = StreamOf(memory, stream);
        fixed (T* source = &data)
            memory.CopyFromHost(queue, OffsetOf(target, memory), source, length * sizeof(T), pinned: false);
        queue.AccessLog.Report(queue);
    }

    public static void ToHost<T>(ArrayView<T> source, AcceleratorStream? stream, Span<T> data)
        where T : unmanaged
        => ToHost(source, stream, ref MemoryMarshal.GetReference(data), data.Length);

    public static void ToHost<T>(ArrayView<T> source, AcceleratorStream? stream, ref T data, long length)
        where T : unmanaged
    {
        CheckLength(length, source);
        if (length == 0)
            return;
        var memory = MemoryOf(source);
        var queue = StreamOf(memory, stream);
        fixed (T* target = &data)
            memory.CopyToHost(queue, OffsetOf(source, memory), target, length * sizeof(T), pinned: false);
        queue.AccessLog.Report(queue);
    }

    /// <summary>Copies from or to page-locked memory without waiting.</summary>
    public static void Locked<T>(ArrayView<T> view, AcceleratorStream? stream, ArrayView<T> host, bool toHost)
        where T : unmanaged
    {
        CheckLength(host.Length, view);
        if (host.Length == 0)
            return;
        var memory = MemoryOf(view);
        var queue = StreamOf(memory, stream);
        if (toHost)
            memory.CopyToHost(queue, OffsetOf(view, memory), host.Pointer, host.LengthInBytes, pinned: true);
        else
            memory.CopyFromHost(queue, OffsetOf(view, memory), host.Pointer, host.LengthInBytes, pinned: true);
    }

    public static void Copy<T>(ArrayView<T> source, AcceleratorStream? stream, ArrayView<T> target)
        where T : unmanaged
    {
        CheckLength(source.Length, target);
        if (source.Length == 0)
            return;
        var from = MemoryOf(source);
        var to = MemoryOf(target);
        long offset = OffsetOf(source, from);
        long targetOffset = OffsetOf(target, to);
        long bytes = source.LengthInBytes;
        if (from.Accelerator != to.Accelerator)
            Across(from, offset, to, targetOffset, bytes, stream);
        else if (to is HostMemory)
            from.CopyToHost(StreamOf(from, stream), offset, target.Pointer, bytes, pinned: false);
        else
            from.CopyTo(StreamOf(from, stream), offset, to, targetOffset, bytes);
    }

    public static void Fill<T>(ArrayView<T> view, AcceleratorStream? stream, byte value)
        where T : unmanaged
    {
        if (view.Length == 0)
            return;
        var memory = MemoryOf(view);
        memory.Fill(StreamOf(memory, stream), OffsetOf(view, memory), view.LengthInBytes, value);
    }

    public static T[] ToArray<T>(ArrayView<T> view, AcceleratorStream? stream)
        where T : unmanaged
    {
        var data = GC.AllocateUninitializedArray<T>(checked((int)view.Length));
        ToHost(view, stream, data.AsSpan());
        return data;
    }

    public static MemoryBuffer1D<T, Stride1D.Dense> Allocate<T>(Accelerator accelerator, AcceleratorStream? stream, T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        var buffer = accelerator.Allocate1D<T>(data.Length);
        FromHost(buffer.AsContiguous(), stream, data.AsSpan());
        return buffer;
    }

    private static void Across(DeviceMemory from, long offset, DeviceMemory to, long targetOffset, long total, AcceleratorStream? stream)
    {
        var fromStream = stream?.Accelerator == from.Accelerator ? stream : from.Accelerator.DefaultStream;
        var toStream = stream?.Accelerator == to.Accelerator ? stream : to.Accelerator.DefaultStream;
        if (from.CopyAcross(fromStream, offset, to, toStream, targetOffset, total))
            return;
        var staging = new byte[Math.Min(total, StagingBytes)];
        fixed (byte* piece = staging)
        {
            for (long done = 0; done < total; done += staging.Length)
            {
                long bytes = Math.Min(staging.Length, total - done);
                from.CopyToHost(fromStream, offset + done, piece, bytes, pinned: false);
                to.CopyFromHost(toStream, targetOffset + done, piece, bytes, pinned: false);
            }
        }
    }

    private static long OffsetOf<T>(ArrayView<T> view, DeviceMemory memory)
        where T : unmanaged
    {
        long offset = (nint)view.Pointer - memory.Address;
        if (offset + view.LengthInBytes <= memory.ByteLength)
            return offset;
        throw new ArgumentOutOfRangeException(
            nameof(view), $"{view} ends {offset + view.LengthInBytes - memory.ByteLength} bytes behind its buffer of {memory.ByteLength} bytes.");
    }

    private static AcceleratorStream StreamOf(DeviceMemory memory, AcceleratorStream? stream)
    {
        memory.Accelerator.ThrowIfDisposed();
        if (stream is null)
            return memory.Accelerator.DefaultStream;
        ObjectDisposedException.ThrowIf(stream.IsDisposed, stream);
        return stream.Accelerator == memory.Accelerator
            ? stream
            : throw new ArgumentException($"The view lies on {memory.Accelerator}, the stream belongs to {stream.Accelerator}; use a stream of the view's accelerator.");
    }

    private static void CheckLength<T>(long length, ArrayView<T> view, [CallerMemberName] string what = "")
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > view.Length)
            throw new ArgumentException($"{what}: {length} elements do not fit a view of {view.Length}; take a sub-view or a part of the data.");
    }
}
