using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>A 2-dimensional view of device memory, usable in kernels and as a kernel argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">How an index becomes a place in memory.</typeparam>
public readonly partial struct ArrayView2D<T, TStride> : IArrayView<T>
    where T : unmanaged
    where TStride : struct, IStride2D
{
    /// <summary>A view of <paramref name="extent"/> elements of <paramref name="baseView"/>.</summary>
    public ArrayView2D(ArrayView<T> baseView, LongIndex2D extent, TStride stride)
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
    public LongIndex2D Extent { get; }

    /// <summary>The number of elements in each dimension, with 32 bits.</summary>
    public Index2D IntExtent => (Index2D)Extent;

    /// <summary>The number of elements in memory from the first to the last one, gaps included; <see cref="Extent"/> tells how many the view has.</summary>
    public long Length => Stride.ComputeBufferLength(Extent);

    /// <summary>The number of elements in memory from the first to the last one, gaps included, as 32-bit number.</summary>
    public int IntLength => (int)Length;

    /// <summary>The number of bytes from the first to behind the last element.</summary>
    public long LengthInBytes => Length * Unsafe.SizeOf<T>();

    int IArrayView.ElementSize => Unsafe.SizeOf<T>();

    /// <summary>True for a view that has memory.</summary>
    public bool IsValid => BaseView.IsValid;

    /// <summary>The element at <paramref name="index"/>; checked against the extent in checked mode only.</summary>
    public ref T this[Index2D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(index), index, Extent);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    /// <summary>The element at (x, y); checked against the extent in checked mode only.</summary>
    public ref T this[int x, int y]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(new Index2D(x, y)), new Index2D(x, y), Extent);
            return ref BaseView[Stride.ComputeElementIndex(new Index2D(x, y))];
        }
    }

    /// <summary>The element at <paramref name="index"/>; checked against the extent in checked mode only.</summary>
    public ref T this[LongIndex2D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(index), index, Extent);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    /// <summary>The element at (x, y); checked against the extent in checked mode only.</summary>
    public ref T this[long x, long y]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(new LongIndex2D(x, y)), new LongIndex2D(x, y), Extent);
            return ref BaseView[Stride.ComputeElementIndex(new LongIndex2D(x, y))];
        }
    }

    /// <summary>The elements from <paramref name="index"/> in a box of <paramref name="extent"/>. Kernels on a device check the box in checked mode only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The box leaves the view.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView2D<T, TStride> SubView(Index2D index, Index2D extent) => SubView((LongIndex2D)index, (LongIndex2D)extent);

    /// <summary>The elements from <paramref name="index"/> in a box of <paramref name="extent"/>. Kernels on a device check the box in checked mode only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The box leaves the view.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView2D<T, TStride> SubView(LongIndex2D index, LongIndex2D extent)
    {
        if (ViewChecks.OnRanges)
        {
            if (!ViewChecks.Holds(index.X, extent.X, Extent.X)) return new(ViewChecks.Refuse(1, BaseView, index.X, extent.X, Extent.X), default, Stride);
            if (!ViewChecks.Holds(index.Y, extent.Y, Extent.Y)) return new(ViewChecks.Refuse(2, BaseView, index.Y, extent.Y, Extent.Y), default, Stride);
        }

        // An empty box may begin behind the last element.
        long length = Stride.ComputeBufferLength(extent);
        return new(BaseView.SubView(length == 0 ? 0 : Stride.ComputeElementIndex(index), length), extent, Stride);
    }

    /// <summary>The elements as they lie in memory, for a view whose elements lie side by side.</summary>
    public ArrayView<T> AsContiguous() => BaseView;

    /// <summary>The same elements with general strides.</summary>
    public ArrayView2D<T, Stride2D.General> AsGeneral() => AsGeneral(Stride.AsGeneral());

    /// <summary>The elements that another stride reaches from the same first one.</summary>
    public ArrayView2D<T, Stride2D.General> AsGeneral(Stride2D.General stride) => new(BaseView, Extent, stride);

    /// <summary>One element, as a view.</summary>
    public VariableView<T> VariableView(Index2D element) => new(BaseView.SubView(Stride.ComputeElementIndex(element), 1));

    /// <summary>Element type and extent.</summary>
    public override string ToString() => $"ArrayView2D<{typeof(T).Name}>{Extent}";
}
