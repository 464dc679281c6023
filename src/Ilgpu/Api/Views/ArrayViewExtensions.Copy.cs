using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>
/// What host code does with views and buffers. Without a stream the default stream of the view's accelerator is used.
/// Copies from and to arrays return when the host memory may be used again.
/// </summary>
/// <remarks>
/// All of these raise <see cref="ArgumentException"/> for lengths that do not fit and <see cref="ObjectDisposedException"/>
/// for views of disposed buffers.
/// </remarks>
public static partial class ArrayViewExtensions
{
    /// <summary>Copies an array to the view's first elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this IContiguousArrayView<T> target, T[] data)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, null, data.AsSpan());

    /// <summary>Copies an array to the view's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this IContiguousArrayView<T> target, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, stream, data.AsSpan());

    /// <summary>Copies a span to the view's first elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this IContiguousArrayView<T> target, in ReadOnlySpan<T> data)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, null, data);

    /// <summary>Copies a span to the view's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this IContiguousArrayView<T> target, AcceleratorStream stream, in ReadOnlySpan<T> data)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, stream, data);

    /// <summary>Copies <paramref name="length"/> elements of host memory to the view's first elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this IContiguousArrayView<T> target, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, null, ref cpuData, length);

    /// <summary>Copies <paramref name="length"/> elements of host memory to the view's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this IContiguousArrayView<T> target, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, stream, ref cpuData, length);

    /// <summary>Copies the view's first elements to fill an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this IContiguousArrayView<T> source, T[] data)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, null, data.AsSpan());

    /// <summary>Copies the view's first elements to fill an array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this IContiguousArrayView<T> source, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, stream, data.AsSpan());

    /// <summary>Copies the view's first elements to fill a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this IContiguousArrayView<T> source, in Span<T> data)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, null, data);

    /// <summary>Copies the view's first elements to fill a span. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this IContiguousArrayView<T> source, AcceleratorStream stream, in Span<T> data)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, stream, data);

    /// <summary>Copies <paramref name="length"/> of the view's elements to host memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this IContiguousArrayView<T> source, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, null, ref cpuData, length);

    /// <summary>Copies <paramref name="length"/> of the view's elements to host memory. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this IContiguousArrayView<T> source, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, stream, ref cpuData, length);

    /// <summary>Copies all elements to the first ones of <paramref name="target"/>, across accelerators too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyTo<T>(this IContiguousArrayView<T> source, in ArrayView<T> target)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, null, target);

    /// <summary>Copies all elements to the first ones of <paramref name="target"/>, across accelerators too. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyTo<T>(this IContiguousArrayView<T> source, AcceleratorStream stream, in ArrayView<T> target)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, stream, target);

    /// <summary>Copies all elements to the first ones of <paramref name="target"/>, across accelerators too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyTo<T>(this IContiguousArrayView<T> source, IContiguousArrayView<T> target)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, null, target.BaseView);

    /// <summary>Copies all elements to the first ones of <paramref name="target"/>, across accelerators too. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyTo<T>(this IContiguousArrayView<T> source, AcceleratorStream stream, IContiguousArrayView<T> target)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, stream, target.BaseView);

    /// <summary>Copies all elements of <paramref name="source"/> to the view's first ones, across accelerators too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFrom<T>(this IContiguousArrayView<T> target, in ArrayView<T> source)
        where T : unmanaged
        => ViewCopy.Copy(source, null, target.BaseView);

    /// <summary>Copies all elements of <paramref name="source"/> to the view's first ones, across accelerators too. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFrom<T>(this IContiguousArrayView<T> target, AcceleratorStream stream, in ArrayView<T> source)
        where T : unmanaged
        => ViewCopy.Copy(source, stream, target.BaseView);

    /// <summary>Copies all elements of <paramref name="source"/> to the view's first ones, across accelerators too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFrom<T>(this IContiguousArrayView<T> target, IContiguousArrayView<T> source)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, null, target.BaseView);

    /// <summary>Copies all elements of <paramref name="source"/> to the view's first ones, across accelerators too. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFrom<T>(this IContiguousArrayView<T> target, AcceleratorStream stream, IContiguousArrayView<T> source)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, stream, target.BaseView);

    /// <summary>Sets every byte of the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSet<T>(this IContiguousArrayView<T> view, byte value)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, null, value);

    /// <summary>Sets every byte of the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSet<T>(this IContiguousArrayView<T> view, AcceleratorStream stream, byte value)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, stream, value);

    /// <summary>Sets every byte of the view to zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSetToZero<T>(this IContiguousArrayView<T> view)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, null, 0);

    /// <summary>Sets every byte of the view to zero. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSetToZero<T>(this IContiguousArrayView<T> view, AcceleratorStream stream)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, stream, 0);
}
