using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>
/// What host code does with views and buffers. Without a stream the default stream of the view's accelerator is used.
/// Copies from and to arrays return when the host memory may be used again.
/// </summary>
/// <remarks>
/// All of these raise <see cref="ArgumentException"/> for lengths that do not fit and <see cref="ObjectDisposedException"/>
/// for views of disposed buffers. The type parameters and overloads are those of ILGPU, so that calls which name them compile.
/// </remarks>
public static partial class ArrayViewExtensions
{
    /// <summary>Copies an array to the view's first elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView<T> target, T[] data)
        where T : unmanaged
        => ViewCopy.FromHost(target, null, data.AsSpan());

    /// <summary>Copies an array to the view's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView<T> target, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => ViewCopy.FromHost(target, stream, data.AsSpan());

    /// <summary>Copies a span to the view's first elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T, TView>(this TView target, in ReadOnlySpan<T> span)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
        => ViewCopy.FromHost(target.AsRawArrayView().Cast<T>(), null, span);

    /// <summary>Copies a span to the view's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T, TView>(this TView target, AcceleratorStream stream, in ReadOnlySpan<T> span)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
        => ViewCopy.FromHost(target.AsRawArrayView().Cast<T>(), stream, span);

    /// <summary>Copies <paramref name="length"/> elements of host memory to the view's first elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T, TView>(this TView target, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
        => ViewCopy.FromHost(target.AsRawArrayView().Cast<T>(), null, ref cpuData, length);

    /// <summary>Copies <paramref name="length"/> elements of host memory to the view's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T, TView>(this TView target, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
        => ViewCopy.FromHost(target.AsRawArrayView().Cast<T>(), stream, ref cpuData, length);

    /// <summary>Copies <paramref name="length"/> elements of host memory to the view's first elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> target, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, null, ref cpuData, length);

    /// <summary>Copies <paramref name="length"/> elements of host memory to the view's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, stream, ref cpuData, length);

    /// <summary>Copies a span to the view's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, in ReadOnlySpan<T> span)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, stream, span);

    /// <summary>Copies the view's first elements to fill an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView<T> source, T[] data)
        where T : unmanaged
        => ViewCopy.ToHost(source, null, data.AsSpan());

    /// <summary>Copies the view's first elements to fill an array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView<T> source, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => ViewCopy.ToHost(source, stream, data.AsSpan());

    /// <summary>Copies the view's first elements to fill a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T, TView>(this TView source, in Span<T> span)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
        => ViewCopy.ToHost(source.AsRawArrayView().Cast<T>(), null, span);

    /// <summary>Copies the view's first elements to fill a span. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T, TView>(this TView source, AcceleratorStream stream, in Span<T> span)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
        => ViewCopy.ToHost(source.AsRawArrayView().Cast<T>(), stream, span);

    /// <summary>Copies <paramref name="length"/> of the view's elements to host memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T, TView>(this TView source, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
        => ViewCopy.ToHost(source.AsRawArrayView().Cast<T>(), null, ref cpuData, length);

    /// <summary>Copies <paramref name="length"/> of the view's elements to host memory. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T, TView>(this TView source, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        where TView : IContiguousArrayView<T>
        => ViewCopy.ToHost(source.AsRawArrayView().Cast<T>(), stream, ref cpuData, length);

    /// <summary>Copies <paramref name="length"/> of the view's elements to host memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> source, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, null, ref cpuData, length);

    /// <summary>Copies <paramref name="length"/> of the view's elements to host memory. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, stream, ref cpuData, length);

    /// <summary>Copies the view's first elements to fill a span. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, in Span<T> span)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, stream, span);

    /// <summary>Copies all elements to the first ones of <paramref name="target"/>, across accelerators too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyTo<TView>(this TView source, in TView target)
        where TView : IContiguousArrayView
        => ViewCopy.Copy(source.AsRawArrayView(), null, target.AsRawArrayView());

    /// <summary>Copies all elements to the first ones of <paramref name="target"/>, across accelerators too. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyTo<TView>(this TView source, AcceleratorStream stream, in TView target)
        where TView : IContiguousArrayView
        => ViewCopy.Copy(source.AsRawArrayView(), stream, target.AsRawArrayView());

    /// <summary>Copies all elements to the first ones of <paramref name="target"/>, across accelerators too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyTo<T>(this ArrayView1D<T, Stride1D.Dense> source, ArrayView1D<T, Stride1D.Dense> target)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, null, target.BaseView);

    /// <summary>Copies all elements to the first ones of <paramref name="target"/>, across accelerators too. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyTo<T>(this ArrayView1D<T, Stride1D.Dense> source, AcceleratorStream stream, in ArrayView1D<T, Stride1D.Dense> target)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, stream, target.BaseView);

    /// <summary>Copies all elements of <paramref name="source"/> to the view's first ones, across accelerators too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFrom<TView>(this TView target, in TView source)
        where TView : IContiguousArrayView
        => ViewCopy.Copy(source.AsRawArrayView(), null, target.AsRawArrayView());

    /// <summary>Copies all elements of <paramref name="source"/> to the view's first ones, across accelerators too. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFrom<TView>(this TView target, AcceleratorStream stream, in TView source)
        where TView : IContiguousArrayView
        => ViewCopy.Copy(source.AsRawArrayView(), stream, target.AsRawArrayView());

    /// <summary>Copies all elements of <paramref name="source"/> to the view's first ones, across accelerators too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFrom<T>(this ArrayView1D<T, Stride1D.Dense> target, in ArrayView1D<T, Stride1D.Dense> source)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, null, target.BaseView);

    /// <summary>Copies all elements of <paramref name="source"/> to the view's first ones, across accelerators too. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFrom<T>(this ArrayView1D<T, Stride1D.Dense> target, AcceleratorStream stream, in ArrayView1D<T, Stride1D.Dense> source)
        where T : unmanaged
        => ViewCopy.Copy(source.BaseView, stream, target.BaseView);

    /// <summary>Sets every byte of the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSet<TView>(this TView view, byte value)
        where TView : IContiguousArrayView
        => ViewCopy.Fill(view.AsRawArrayView(), null, value);

    /// <summary>Sets every byte of the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSet<TView>(this TView view, AcceleratorStream stream, byte value)
        where TView : IContiguousArrayView
        => ViewCopy.Fill(view.AsRawArrayView(), stream, value);

    /// <summary>Sets every byte of the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSet<T>(this ArrayView1D<T, Stride1D.Dense> view, byte value)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, null, value);

    /// <summary>Sets every byte of the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSet<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream, byte value)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, stream, value);

    /// <summary>Sets every byte of the view to zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSetToZero<TView>(this TView view)
        where TView : IContiguousArrayView
        => ViewCopy.Fill(view.AsRawArrayView(), null, 0);

    /// <summary>Sets every byte of the view to zero. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSetToZero<TView>(this TView view, AcceleratorStream stream)
        where TView : IContiguousArrayView
        => ViewCopy.Fill(view.AsRawArrayView(), stream, 0);

    /// <summary>Sets every byte of the view to zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, null, 0);

    /// <summary>Sets every byte of the view to zero. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, stream, 0);
}
