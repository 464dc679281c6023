using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <content>Copies between views and arrays of 3 dimensions.</content>
public static partial class ArrayViewExtensions
{
    /// <summary>Copies an array of the same extent to the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView3D<T, Stride3D.DenseXY> view, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, null, data);

    /// <summary>Copies an array of the same extent to the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView3D<T, Stride3D.DenseXY> view, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, stream, data);

    /// <summary>Copies the view to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView3D<T, Stride3D.DenseXY> view, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, null, data);

    /// <summary>Copies the view to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView3D<T, Stride3D.DenseXY> view, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream, data);

    /// <summary>Copies an array of the same extent to the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseXY>> buffer, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, null, data);

    /// <summary>Copies an array of the same extent to the buffer. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseXY>> buffer, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, stream, data);

    /// <summary>Copies the buffer to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseXY>> buffer, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null, data);

    /// <summary>Copies the buffer to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseXY>> buffer, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream, data);

    /// <summary>Copies an array of the same extent to the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView3D<T, Stride3D.DenseZY> view, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, null, data);

    /// <summary>Copies an array of the same extent to the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView3D<T, Stride3D.DenseZY> view, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, stream, data);

    /// <summary>Copies the view to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView3D<T, Stride3D.DenseZY> view, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, null, data);

    /// <summary>Copies the view to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView3D<T, Stride3D.DenseZY> view, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream, data);

    /// <summary>Copies an array of the same extent to the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseZY>> buffer, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, null, data);

    /// <summary>Copies an array of the same extent to the buffer. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseZY>> buffer, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, stream, data);

    /// <summary>Copies the buffer to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseZY>> buffer, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null, data);

    /// <summary>Copies the buffer to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseZY>> buffer, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream, data);

    /// <summary>Copies an array of the same extent to the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView3D<T, Stride3D.General> view, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, null, data);

    /// <summary>Copies an array of the same extent to the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this ArrayView3D<T, Stride3D.General> view, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(view, stream, data);

    /// <summary>Copies the view to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView3D<T, Stride3D.General> view, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, null, data);

    /// <summary>Copies the view to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this ArrayView3D<T, Stride3D.General> view, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream, data);

    /// <summary>Copies an array of the same extent to the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.General>> buffer, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, null, data);

    /// <summary>Copies an array of the same extent to the buffer. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.General>> buffer, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.FromArray(buffer.View, stream, data);

    /// <summary>Copies the buffer to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.General>> buffer, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null, data);

    /// <summary>Copies the buffer to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.General>> buffer, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream, data);
}
