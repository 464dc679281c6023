using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <content>Views and buffers as new arrays.</content>
public static partial class ArrayViewExtensions
{
    /// <summary>All elements in a new array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray<T>(this ArrayView<T> view)
        where T : unmanaged
        => ViewCopy.ToArray(view, null);

    /// <summary>All elements in a new array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray<T>(this ArrayView<T> view, AcceleratorStream stream)
        where T : unmanaged
        => ViewCopy.ToArray(view, stream);

    /// <summary>All elements in a new array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => ViewCopy.ToArray(view.BaseView, null);

    /// <summary>All elements in a new array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged
        => ViewCopy.ToArray(view.BaseView, stream);

    /// <summary>All elements in a new array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer)
        where T : unmanaged
        => ViewCopy.ToArray(buffer.View.BaseView, null);

    /// <summary>All elements in a new array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.Dense>> buffer, AcceleratorStream stream)
        where T : unmanaged
        => ViewCopy.ToArray(buffer.View.BaseView, stream);

    /// <summary>All elements in a new array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.General> view)
        where T : unmanaged
        => StridedCopy.ToArray(view, null);

    /// <summary>All elements in a new array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray1D<T>(this ArrayView1D<T, Stride1D.General> view, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream);

    /// <summary>All elements in a new array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null);

    /// <summary>All elements in a new array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray1D<T>(this MemoryBuffer<ArrayView1D<T, Stride1D.General>> buffer, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream);

    /// <summary>All elements in a new array of 2 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.DenseX> view)
        where T : unmanaged
        => StridedCopy.ToArray(view, null);

    /// <summary>All elements in a new array of 2 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.DenseX> view, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream);

    /// <summary>All elements in a new array of 2 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null);

    /// <summary>All elements in a new array of 2 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseX>> buffer, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream);

    /// <summary>All elements in a new array of 2 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.DenseY> view)
        where T : unmanaged
        => StridedCopy.ToArray(view, null);

    /// <summary>All elements in a new array of 2 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.DenseY> view, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream);

    /// <summary>All elements in a new array of 2 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseY>> buffer)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null);

    /// <summary>All elements in a new array of 2 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.DenseY>> buffer, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream);

    /// <summary>All elements in a new array of 2 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.General> view)
        where T : unmanaged
        => StridedCopy.ToArray(view, null);

    /// <summary>All elements in a new array of 2 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this ArrayView2D<T, Stride2D.General> view, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream);

    /// <summary>All elements in a new array of 2 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null);

    /// <summary>All elements in a new array of 2 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T>(this MemoryBuffer<ArrayView2D<T, Stride2D.General>> buffer, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream);

    /// <summary>All elements in a new array of 3 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this ArrayView3D<T, Stride3D.DenseXY> view)
        where T : unmanaged
        => StridedCopy.ToArray(view, null);

    /// <summary>All elements in a new array of 3 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this ArrayView3D<T, Stride3D.DenseXY> view, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream);

    /// <summary>All elements in a new array of 3 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseXY>> buffer)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null);

    /// <summary>All elements in a new array of 3 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseXY>> buffer, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream);

    /// <summary>All elements in a new array of 3 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this ArrayView3D<T, Stride3D.DenseZY> view)
        where T : unmanaged
        => StridedCopy.ToArray(view, null);

    /// <summary>All elements in a new array of 3 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this ArrayView3D<T, Stride3D.DenseZY> view, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream);

    /// <summary>All elements in a new array of 3 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseZY>> buffer)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null);

    /// <summary>All elements in a new array of 3 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.DenseZY>> buffer, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream);

    /// <summary>All elements in a new array of 3 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this ArrayView3D<T, Stride3D.General> view)
        where T : unmanaged
        => StridedCopy.ToArray(view, null);

    /// <summary>All elements in a new array of 3 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this ArrayView3D<T, Stride3D.General> view, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(view, stream);

    /// <summary>All elements in a new array of 3 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.General>> buffer)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, null);

    /// <summary>All elements in a new array of 3 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T>(this MemoryBuffer<ArrayView3D<T, Stride3D.General>> buffer, AcceleratorStream stream)
        where T : unmanaged
        => StridedCopy.ToArray(buffer.View, stream);
}
