using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>A 1-dimensional view of device memory, usable in kernels and as a kernel argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">How an index becomes a place in memory.</typeparam>
public readonly partial struct ArrayView1D<T, TStride> : IArrayView<T>
    where T : unmanaged
    where TStride : struct, IStride1D
{
    /// <summary>A view of <paramref name="extent"/> elements of <paramref name="baseView"/>.</summary>
    public ArrayView1D(ArrayView<T> baseView, LongIndex1D extent, TStride stride)
    {
        BaseView = baseView;
        Extent = extent;
        Stride = stride;
    }

    /// <summary>The elements as they lie in memory.</summary>
    public ArrayView<T> BaseView { get; }

    /// <summary>How an index becomes a place in memory.</summary>
    public TStride Stride { get; }

    /// <summary>The number of elements in each dimension.</summary>
    public LongIndex1D Extent { get; }

    /// <summary>The number of elements in each dimension, with 32 bits.</summary>
    public Index1D IntExtent => (Index1D)Extent;

    /// <summary>The number of elements.</summary>
    public long Length => Extent.Size;

    /// <summary>The number of elements, as 32-bit number.</summary>
    public int IntLength => (int)Extent.Size;

    /// <summary>The number of bytes of the elements.</summary>
    public long LengthInBytes => Extent.Size * Unsafe.SizeOf<T>();

    int IArrayView.ElementSize => Unsafe.SizeOf<T>();

    /// <summary>True for a view that has memory.</summary>
    public bool IsValid => BaseView.IsValid;

    /// <summary>The element at <paramref name="index"/>; checked against the extent in checked mode only.</summary>
    public ref T this[Index1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(index), index.X, Extent.X);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    /// <summary>The element at <paramref name="index"/>; checked against the extent in checked mode only.</summary>
    public ref T this[LongIndex1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(index), index.X, Extent.X);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    /// <summary>The elements from <paramref name="index"/> in a box of <paramref name="extent"/>. Kernels on a device check the box in checked mode only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The box leaves the view.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView1D<T, TStride> SubView(Index1D index, Index1D extent) => SubView((LongIndex1D)index, (LongIndex1D)extent);

    /// <summary>The elements from <paramref name="index"/> in a box of <paramref name="extent"/>. Kernels on a device check the box in checked mode only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The box leaves the view.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView1D<T, TStride> SubView(LongIndex1D index, LongIndex1D extent)
    {
        if (ViewChecks.OnRanges)
        {
            if (!ViewChecks.Holds(index.X, extent.X, Extent.X)) return new(ViewChecks.Refuse(1, BaseView, index.X, extent.X, Extent.X), default, Stride);
        }

        // An empty box may begin behind the last element.
        long length = Stride.ComputeBufferLength(extent);
        return new(BaseView.SubView(length == 0 ? 0 : Stride.ComputeElementIndex(index), length), extent, Stride);
    }

    /// <summary>The memory of the elements; for a view with gaps, the gaps too.</summary>
    public ArrayView<T> AsContiguous() => BaseView;

    /// <summary>The same elements as (x, y), x side by side; dense views only.</summary>
    public ArrayView2D<T, Stride2D.DenseX> As2DDenseXView(LongIndex2D extent) => new(BaseView, extent, new((int)extent.X));

    /// <summary>The same elements as (x, y), y side by side; dense views only.</summary>
    public ArrayView2D<T, Stride2D.DenseY> As2DDenseYView(LongIndex2D extent) => new(BaseView, extent, new((int)extent.Y));

    /// <summary>The same elements as (x, y) with any stride.</summary>
    public ArrayView2D<T, TStride2D> As2DView<TStride2D>(LongIndex2D extent, TStride2D stride)
        where TStride2D : struct, IStride2D
        => new(BaseView, extent, stride);

    /// <summary>The same elements with a general stride.</summary>
    public ArrayView1D<T, Stride1D.General> AsGeneral() => AsGeneral(Stride.AsGeneral());

    /// <summary>The elements that another stride reaches from the same first one.</summary>
    public ArrayView1D<T, Stride1D.General> AsGeneral(Stride1D.General stride) => new(BaseView, Extent, stride);

    /// <summary>One element, as a view.</summary>
    public VariableView<T> VariableView(Index1D element) => new(BaseView.SubView(Stride.ComputeElementIndex(element), 1));

    /// <summary>Element type and extent.</summary>
    public override string ToString() => $"ArrayView1D<{typeof(T).Name}>{Extent}";
}
