using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <content>Buffers made of arrays; other strides of the same elements.</content>
public static partial class ArrayViewExtensions
{
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

    /// <summary>A new buffer with the elements of an array, x side by side, then y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer3D<T, Stride3D.DenseXY> Allocate3DDenseXY<T>(this Accelerator accelerator, T[,,] data)
        where T : unmanaged
        => StridedCopy.Fill(accelerator.Allocate3DDenseXY<T>(StridedCopy.ExtentOf(data)), null, data);

    /// <summary>A new buffer with the elements of an array, x side by side, then y. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer3D<T, Stride3D.DenseXY> Allocate3DDenseXY<T>(this Accelerator accelerator, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.Fill(accelerator.Allocate3DDenseXY<T>(StridedCopy.ExtentOf(data)), stream, data);

    /// <summary>A new buffer with the elements of an array, z side by side, then y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer3D<T, Stride3D.DenseZY> Allocate3DDenseZY<T>(this Accelerator accelerator, T[,,] data)
        where T : unmanaged
        => StridedCopy.Fill(accelerator.Allocate3DDenseZY<T>(StridedCopy.ExtentOf(data)), null, data);

    /// <summary>A new buffer with the elements of an array, z side by side, then y. On a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MemoryBuffer3D<T, Stride3D.DenseZY> Allocate3DDenseZY<T>(this Accelerator accelerator, AcceleratorStream stream, T[,,] data)
        where T : unmanaged
        => StridedCopy.Fill(accelerator.Allocate3DDenseZY<T>(StridedCopy.ExtentOf(data)), stream, data);

    /// <summary>The same elements with x and y exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView2D<T, Stride2D.DenseY> AsTransposed<T>(this ArrayView2D<T, Stride2D.DenseX> view)
        where T : unmanaged
        => new(view.BaseView, new LongIndex2D(view.Extent.Y, view.Extent.X), new Stride2D.DenseY(view.Stride.YStride));

    /// <summary>The same elements with x and y exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView2D<T, Stride2D.DenseX> AsTransposed<T>(this ArrayView2D<T, Stride2D.DenseY> view)
        where T : unmanaged
        => new(view.BaseView, new LongIndex2D(view.Extent.Y, view.Extent.X), new Stride2D.DenseX(view.Stride.XStride));

    /// <summary>The same elements with x and y exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView2D<T, Stride2D.General> AsTransposed<T>(this ArrayView2D<T, Stride2D.General> view)
        where T : unmanaged
        => new(view.BaseView, new LongIndex2D(view.Extent.Y, view.Extent.X), new Stride2D.General(new Index2D(view.Stride.YStride, view.Stride.XStride)));

    /// <summary>The same elements with x and z exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView3D<T, Stride3D.DenseZY> AsTransposed<T>(this ArrayView3D<T, Stride3D.DenseXY> view)
        where T : unmanaged
        => new(view.BaseView, new LongIndex3D(view.Extent.Z, view.Extent.Y, view.Extent.X), new Stride3D.DenseZY(view.Stride.ZStride, view.Stride.YStride));

    /// <summary>The same elements with x and z exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView3D<T, Stride3D.DenseXY> AsTransposed<T>(this ArrayView3D<T, Stride3D.DenseZY> view)
        where T : unmanaged
        => new(view.BaseView, new LongIndex3D(view.Extent.Z, view.Extent.Y, view.Extent.X), new Stride3D.DenseXY(view.Stride.YStride, view.Stride.XStride));

    /// <summary>The same elements with x and z exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView3D<T, Stride3D.General> AsTransposed<T>(this ArrayView3D<T, Stride3D.General> view)
        where T : unmanaged
        => new(view.BaseView, new LongIndex3D(view.Extent.Z, view.Extent.Y, view.Extent.X), new Stride3D.General(new Index3D(view.Stride.ZStride, view.Stride.YStride, view.Stride.XStride)));

    /// <summary>The same elements as a dense view of 1 dimension.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView1D<T, Stride1D.Dense> AsDense<T>(this ArrayView<T> view)
        where T : unmanaged
        => view;

    /// <summary>The same elements as a view of 1 dimension with a general stride of 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView1D<T, Stride1D.General> AsGeneral<T>(this ArrayView<T> view)
        where T : unmanaged
        => view.AsDense().AsGeneral();

    /// <summary>Every <paramref name="stride"/>-th element as a view of 1 dimension.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView1D<T, Stride1D.General> AsGeneral<T>(this ArrayView<T> view, Stride1D.General stride)
        where T : unmanaged
        => view.AsDense().AsGeneral(stride);

    /// <summary>The same bytes as elements of another type; a rest that fills no element is cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArrayView1D<TOther, Stride1D.Dense> Cast<T, TOther>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        where TOther : unmanaged
        => view.BaseView.Cast<TOther>();

    /// <summary>One element, as a view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VariableView<T> VariableView<T>(this ArrayView<T> view, Index1D element)
        where T : unmanaged
        => new(view.SubView(element.X, 1));

    /// <summary>One element, as a view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VariableView<T> VariableView<T>(this ArrayView<T> view, LongIndex1D element)
        where T : unmanaged
        => new(view.SubView(element.X, 1));
}
