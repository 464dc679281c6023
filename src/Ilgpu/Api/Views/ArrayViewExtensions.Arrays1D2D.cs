using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <content>Copies between views and arrays of the same extent.</content>
public static partial class ArrayViewExtensions
{
    /// <summary>Copies an array to the view's first elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, T[] data)
        where T : unmanaged
        => ViewCopy.FromHost(view.BaseView, null, data.AsSpan());

    /// <summary>Copies an array to the view's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => ViewCopy.FromHost(view.BaseView, stream, data.AsSpan());

    /// <summary>Copies the view's first elements to fill an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, T[] data)
        where T : unmanaged
        => ViewCopy.ToHost(view.BaseView, null, data.AsSpan());

    /// <summary>Copies the view's first elements to fill an array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => ViewCopy.ToHost(view.BaseView, stream, data.AsSpan());

    /// <summary>Copies an array to the buffer's first elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, T[] data)
        where T : unmanaged
        => ViewCopy.FromHost(buffer.View.BaseView, null, data.AsSpan());

    /// <summary>Copies an array to the buffer's first elements. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => ViewCopy.FromHost(buffer.View.BaseView, stream, data.AsSpan());

    /// <summary>Copies the buffer's first elements to fill an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, T[] data)
        where T : unmanaged
        => ViewCopy.ToHost(buffer.View.BaseView, null, data.AsSpan());

    /// <summary>Copies the buffer's first elements to fill an array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => ViewCopy.ToHost(buffer.View.BaseView, stream, data.AsSpan());

    /// <summary>Copies an array of the same extent to the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.General> view, T[] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, null, data);

    /// <summary>Copies an array of the same extent to the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.General> view, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, stream, data);

    /// <summary>Copies the view to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.General> view, T[] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, null, data);

    /// <summary>Copies the view to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.General> view, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream, data);

    /// <summary>Copies an array of the same extent to the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, T[] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, null, data);

    /// <summary>Copies an array of the same extent to the buffer. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, stream, data);

    /// <summary>Copies the buffer to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, T[] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null, data);

    /// <summary>Copies the buffer to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream, data);

    /// <summary>Copies an array of the same extent to the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.DenseX> view, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, null, data);

    /// <summary>Copies an array of the same extent to the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.DenseX> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, stream, data);

    /// <summary>Copies the view to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.DenseX> view, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, null, data);

    /// <summary>Copies the view to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.DenseX> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream, data);

    /// <summary>Copies an array of the same extent to the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, null, data);

    /// <summary>Copies an array of the same extent to the buffer. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, stream, data);

    /// <summary>Copies the buffer to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null, data);

    /// <summary>Copies the buffer to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream, data);

    /// <summary>Copies an array of the same extent to the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.DenseY> view, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, null, data);

    /// <summary>Copies an array of the same extent to the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.DenseY> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, stream, data);

    /// <summary>Copies the view to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.DenseY> view, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, null, data);

    /// <summary>Copies the view to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.DenseY> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream, data);

    /// <summary>Copies an array of the same extent to the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseY>> buffer, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, null, data);

    /// <summary>Copies an array of the same extent to the buffer. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseY>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, stream, data);

    /// <summary>Copies the buffer to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseY>> buffer, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null, data);

    /// <summary>Copies the buffer to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseY>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream, data);

    /// <summary>Copies an array of the same extent to the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.General> view, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, null, data);

    /// <summary>Copies an array of the same extent to the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView2D<T, Stride2D.General> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, stream, data);

    /// <summary>Copies the view to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.General> view, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, null, data);

    /// <summary>Copies the view to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView2D<T, Stride2D.General> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream, data);

    /// <summary>Copies an array of the same extent to the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, null, data);

    /// <summary>Copies an array of the same extent to the buffer. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, stream, data);

    /// <summary>Copies the buffer to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null, data);

    /// <summary>Copies the buffer to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream, data);
}
