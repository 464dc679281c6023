using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <content>Questions about views, casts of padded views, and parts of views whose addresses are multiples.</content>
public static unsafe partial class ArrayViewExtensions
{
    /// <summary>True for a view or buffer that has elements.</summary>
    public static bool HasData<TView>(this TView view)
        where TView : IArrayView
        => view.IsValid && view.Length > 0;

    /// <summary>True for a view or buffer without elements.</summary>
    public static bool HasNoData<TView>(this TView view)
        where TView : IArrayView
        => !view.HasData();

    /// <summary>The accelerator of a view's memory.</summary>
    /// <exception cref="ObjectDisposedException">The view's buffer is freed, or it has none.</exception>
    public static Accelerator GetAccelerator<TView>(this TView view)
        where TView : IContiguousArrayView
        => ViewCopy.MemoryOf(view.AsRawArrayView()).Accelerator;

    /// <summary>The kind of accelerator of a view's memory.</summary>
    /// <exception cref="ObjectDisposedException">The view's buffer is freed, or it has none.</exception>
    public static AcceleratorType GetAcceleratorType<TView>(this TView view)
        where TView : IContiguousArrayView
        => view.GetAccelerator().AcceleratorType;

    /// <summary>The context of a view's memory.</summary>
    /// <exception cref="ObjectDisposedException">The view's buffer is freed, or it has none.</exception>
    public static Context GetContext<TView>(this TView view)
        where TView : IContiguousArrayView
        => view.GetAccelerator().Context;

    /// <summary>The settings of the context of a view's memory.</summary>
    /// <exception cref="ObjectDisposedException">The view's buffer is freed, or it has none.</exception>
    public static ContextProperties GetContextProperties<TView>(this TView view)
        where TView : IContiguousArrayView
        => view.GetContext().Properties;

    /// <summary>The address of the first element; what it means on devices is the driver's affair.</summary>
    public static IntPtr LoadEffectiveAddressAsPtr<T>(this ArrayView<T> view)
        where T : unmanaged
        => (IntPtr)view.Pointer;

    /// <summary>The bytes of a view, copied to the host.</summary>
    public static ArraySegment<byte> GetRawData<TView>(this TView view)
        where TView : IContiguousArrayView
        => ViewCopy.ToArray(view.AsRawArrayView(), null);

    /// <summary>The bytes of a view, copied to the host on a stream.</summary>
    public static ArraySegment<byte> GetRawData<TView>(this TView view, AcceleratorStream stream)
        where TView : IContiguousArrayView
        => ViewCopy.ToArray(view.AsRawArrayView(), stream);

    /// <summary>Some bytes of a view, copied to the host.</summary>
    public static ArraySegment<byte> GetRawData<TView>(this TView view, long byteOffset, long byteExtent)
        where TView : IContiguousArrayView
        => ViewCopy.ToArray(view.AsRawArrayView().SubView(byteOffset, byteExtent), null);

    /// <summary>Some bytes of a view, copied to the host on a stream.</summary>
    public static ArraySegment<byte> GetRawData<TView>(this TView view, AcceleratorStream stream, long byteOffset, long byteExtent)
        where TView : IContiguousArrayView
        => ViewCopy.ToArray(view.AsRawArrayView().SubView(byteOffset, byteExtent), stream);

    /// <summary>The same bytes as elements of another type: the dense dimension changes, and the distances of the others.</summary>
    public static ArrayView2D<TOther, Stride2D.DenseX> Cast<T, TOther>(this ArrayView2D<T, Stride2D.DenseX> source)
        where T : unmanaged
        where TOther : unmanaged
    {
        var (extent, stride) = source.Stride.Cast(StrideExtensions.CreateCastContext(Unsafe.SizeOf<T>(), Unsafe.SizeOf<TOther>()), source.Extent);
        return new(source.BaseView.Cast<TOther>(), extent, stride);
    }

    /// <summary>The same bytes as elements of another type: the dense dimension changes, and the distances of the others.</summary>
    public static ArrayView2D<TOther, Stride2D.DenseY> Cast<T, TOther>(this ArrayView2D<T, Stride2D.DenseY> source)
        where T : unmanaged
        where TOther : unmanaged
    {
        var (extent, stride) = source.Stride.Cast(StrideExtensions.CreateCastContext(Unsafe.SizeOf<T>(), Unsafe.SizeOf<TOther>()), source.Extent);
        return new(source.BaseView.Cast<TOther>(), extent, stride);
    }

    /// <summary>The same bytes as elements of another type: the dense dimension changes, and the distances of the others.</summary>
    public static ArrayView3D<TOther, Stride3D.DenseXY> Cast<T, TOther>(this ArrayView3D<T, Stride3D.DenseXY> source)
        where T : unmanaged
        where TOther : unmanaged
    {
        var (extent, stride) = source.Stride.Cast(StrideExtensions.CreateCastContext(Unsafe.SizeOf<T>(), Unsafe.SizeOf<TOther>()), source.Extent);
        return new(source.BaseView.Cast<TOther>(), extent, stride);
    }

    /// <summary>The same bytes as elements of another type: the dense dimension changes, and the distances of the others.</summary>
    public static ArrayView3D<TOther, Stride3D.DenseZY> Cast<T, TOther>(this ArrayView3D<T, Stride3D.DenseZY> source)
        where T : unmanaged
        where TOther : unmanaged
    {
        var (extent, stride) = source.Stride.Cast(StrideExtensions.CreateCastContext(Unsafe.SizeOf<T>(), Unsafe.SizeOf<TOther>()), source.Extent);
        return new(source.BaseView.Cast<TOther>(), extent, stride);
    }
}
