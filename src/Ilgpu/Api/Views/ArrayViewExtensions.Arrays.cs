using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <content>Arrays of one to three dimensions, other strides.</content>
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
    public static T[] GetAsArray1D<T>(this MemoryBuffer1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => ViewCopy.ToArray(view.View.BaseView, null);

    /// <summary>All elements in a new array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[] GetAsArray1D<T>(this MemoryBuffer1D<T, Stride1D.Dense> view, AcceleratorStream stream)
        where T : unmanaged
        => ViewCopy.ToArray(view.View.BaseView, stream);

    /// <summary>All elements in a new array of 2 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T, TStride>(this ArrayView2D<T, TStride> view)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.ToArray(view, null);

    /// <summary>All elements in a new array of 2 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T, TStride>(this ArrayView2D<T, TStride> view, AcceleratorStream stream)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.ToArray(view, stream);

    /// <summary>All elements in a new array of 2 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T, TStride>(this MemoryBuffer2D<T, TStride> view)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.ToArray(view.View, null);

    /// <summary>All elements in a new array of 2 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,] GetAsArray2D<T, TStride>(this MemoryBuffer2D<T, TStride> view, AcceleratorStream stream)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.ToArray(view.View, stream);

    /// <summary>All elements in a new array of 3 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T, TStride>(this ArrayView3D<T, TStride> view)
        where T : unmanaged
        where TStride : struct, IStride3D
        => StridedCopy.ToArray(view, null);

    /// <summary>All elements in a new array of 3 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T, TStride>(this ArrayView3D<T, TStride> view, AcceleratorStream stream)
        where T : unmanaged
        where TStride : struct, IStride3D
        => StridedCopy.ToArray(view, stream);

    /// <summary>All elements in a new array of 3 dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T, TStride>(this MemoryBuffer3D<T, TStride> view)
        where T : unmanaged
        where TStride : struct, IStride3D
        => StridedCopy.ToArray(view.View, null);

    /// <summary>All elements in a new array of 3 dimensions. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T[,,] GetAsArray3D<T, TStride>(this MemoryBuffer3D<T, TStride> view, AcceleratorStream stream)
        where T : unmanaged
        where TStride : struct, IStride3D
        => StridedCopy.ToArray(view.View, stream);

    /// <summary>Copies an array of the same extent to the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T, TStride>(this ArrayView2D<T, TStride> view, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.FromArray(view, null, data);

    /// <summary>Copies an array of the same extent to the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T, TStride>(this ArrayView2D<T, TStride> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.FromArray(view, stream, data);

    /// <summary>Copies the view to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T, TStride>(this ArrayView2D<T, TStride> view, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.ToArray(view, null, data);

    /// <summary>Copies the view to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T, TStride>(this ArrayView2D<T, TStride> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.ToArray(view, stream, data);

    /// <summary>Copies an array of the same extent to the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T, TStride>(this MemoryBuffer2D<T, TStride> view, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.FromArray(view.View, null, data);

    /// <summary>Copies an array of the same extent to the view. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyFromCPU<T, TStride>(this MemoryBuffer2D<T, TStride> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.FromArray(view.View, stream, data);

    /// <summary>Copies the view to an array of the same extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T, TStride>(this MemoryBuffer2D<T, TStride> view, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.ToArray(view.View, null, data);

    /// <summary>Copies the view to an array of the same extent. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToCPU<T, TStride>(this MemoryBuffer2D<T, TStride> view, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        where TStride : struct, IStride2D
        => StridedCopy.ToArray(view.View, stream, data);

    /// <summary>A new buffer with the elements of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(this Accelerator accelerator, T[] data)
        where T : unmanaged
        => ViewCopy.Allocate(accelerator, null, data);

    /// <summary>A new buffer with the elements of an array. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(this Accelerator accelerator, AcceleratorStream stream, T[] data)
        where T : unmanaged
        => ViewCopy.Allocate(accelerator, stream, data);

    /// <summary>A new buffer with the elements of an array, x side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer2D<T, Stride2D.DenseX> Allocate2DDenseX<T>(this Accelerator accelerator, T[,] data)
        where T : unmanaged
        => StridedCopy.Fill(accelerator.Allocate2DDenseX<T>(StridedCopy.ExtentOf(data)), null, data);

    /// <summary>A new buffer with the elements of an array, x side by side. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer2D<T, Stride2D.DenseX> Allocate2DDenseX<T>(this Accelerator accelerator, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.Fill(accelerator.Allocate2DDenseX<T>(StridedCopy.ExtentOf(data)), stream, data);

    /// <summary>A new buffer with the elements of an array, y side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer2D<T, Stride2D.DenseY> Allocate2DDenseY<T>(this Accelerator accelerator, T[,] data)
        where T : unmanaged
        => StridedCopy.Fill(accelerator.Allocate2DDenseY<T>(StridedCopy.ExtentOf(data)), null, data);

    /// <summary>A new buffer with the elements of an array, y side by side. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer2D<T, Stride2D.DenseY> Allocate2DDenseY<T>(this Accelerator accelerator, AcceleratorStream stream, T[,] data)
        where T : unmanaged
        => StridedCopy.Fill(accelerator.Allocate2DDenseY<T>(StridedCopy.ExtentOf(data)), stream, data);

    /// <summary>The same elements with a general stride.</summary>
    public static ArrayView1D<T, Stride1D.General> AsGeneral<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => new(view.BaseView, view.Extent, view.Stride.AsGeneral());

    /// <summary>The same elements with general strides.</summary>
    public static ArrayView2D<T, Stride2D.General> AsGeneral<T>(this ArrayView2D<T, Stride2D.DenseX> view)
        where T : unmanaged
        => new(view.BaseView, view.Extent, view.Stride.AsGeneral());

    /// <summary>The same elements with general strides.</summary>
    public static ArrayView2D<T, Stride2D.General> AsGeneral<T>(this ArrayView2D<T, Stride2D.DenseY> view)
        where T : unmanaged
        => new(view.BaseView, view.Extent, view.Stride.AsGeneral());

    /// <summary>The same elements with general strides.</summary>
    public static ArrayView3D<T, Stride3D.General> AsGeneral<T>(this ArrayView3D<T, Stride3D.DenseXY> view)
        where T : unmanaged
        => new(view.BaseView, view.Extent, view.Stride.AsGeneral());

    /// <summary>The same elements with general strides.</summary>
    public static ArrayView3D<T, Stride3D.General> AsGeneral<T>(this ArrayView3D<T, Stride3D.DenseZY> view)
        where T : unmanaged
        => new(view.BaseView, view.Extent, view.Stride.AsGeneral());

    /// <summary>The same elements with x and y exchanged.</summary>
    public static ArrayView2D<T, Stride2D.DenseY> AsTransposed<T>(this ArrayView2D<T, Stride2D.DenseX> view)
        where T : unmanaged
        => new(view.BaseView, new LongIndex2D(view.Extent.Y, view.Extent.X), new Stride2D.DenseY(view.Stride.YStride));

    /// <summary>The same elements with x and y exchanged.</summary>
    public static ArrayView2D<T, Stride2D.DenseX> AsTransposed<T>(this ArrayView2D<T, Stride2D.DenseY> view)
        where T : unmanaged
        => new(view.BaseView, new LongIndex2D(view.Extent.Y, view.Extent.X), new Stride2D.DenseX(view.Stride.XStride));
}
