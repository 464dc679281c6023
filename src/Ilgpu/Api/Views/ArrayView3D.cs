using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>A 3-dimensional view of device memory, usable in kernels and as a kernel argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">How an index becomes a place in memory.</typeparam>
public readonly partial struct ArrayView3D<T, TStride> : IArrayView<T>
    where T : unmanaged
    where TStride : struct, IStride3D
{
    /// <summary>A view of <paramref name="extent"/> elements of <paramref name="baseView"/>.</summary>
    public ArrayView3D(ArrayView<T> baseView, LongIndex3D extent, TStride stride)
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
    public LongIndex3D Extent { get; }

    /// <summary>The number of elements in each dimension, with 32 bits.</summary>
    public Index3D IntExtent => (Index3D)Extent;

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
    public ref T this[Index3D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(index), index, Extent);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    /// <summary>The element at (x, y, z); checked against the extent in checked mode only.</summary>
    public ref T this[int x, int y, int z]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(new Index3D(x, y, z)), new Index3D(x, y, z), Extent);
            return ref BaseView[Stride.ComputeElementIndex(new Index3D(x, y, z))];
        }
    }

    /// <summary>The element at <paramref name="index"/>; checked against the extent in checked mode only.</summary>
    public ref T this[LongIndex3D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(index), index, Extent);
            return ref BaseView[Stride.ComputeElementIndex(index)];
        }
    }

    /// <summary>The element at (x, y, z); checked against the extent in checked mode only.</summary>
    public ref T this[long x, long y, long z]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(BaseView, Stride.ComputeElementIndex(new LongIndex3D(x, y, z)), new LongIndex3D(x, y, z), Extent);
            return ref BaseView[Stride.ComputeElementIndex(new LongIndex3D(x, y, z))];
        }
    }

    /// <summary>The elements from <paramref name="index"/> in a box of <paramref name="extent"/>. Kernels on a device check the box in checked mode only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The box leaves the view.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView3D<T, TStride> SubView(Index3D index, Index3D extent) => SubView((LongIndex3D)index, (LongIndex3D)extent);

    /// <summary>The elements from <paramref name="index"/> in a box of <paramref name="extent"/>. Kernels on a device check the box in checked mode only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The box leaves the view.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView3D<T, TStride> SubView(LongIndex3D index, LongIndex3D extent)
    {
        if (ViewChecks.OnRanges)
        {
            if (!ViewChecks.Holds(index.X, extent.X, Extent.X)) return new(ViewChecks.Refuse(1, BaseView, index.X, extent.X, Extent.X), default, Stride);
            if (!ViewChecks.Holds(index.Y, extent.Y, Extent.Y)) return new(ViewChecks.Refuse(2, BaseView, index.Y, extent.Y, Extent.Y), default, Stride);
            if (!ViewChecks.Holds(index.Z, extent.Z, Extent.Z)) return new(ViewChecks.Refuse(3, BaseView, index.Z, extent.Z, Extent.Z), default, Stride);
        }

        // An empty box may begin behind the last element.
        long length = Stride.ComputeBufferLength(extent);
        return new(BaseView.SubView(length == 0 ? 0 : Stride.ComputeElementIndex(index), length), extent, Stride);
    }

    /// <summary>The elements as they lie in memory, for a view whose elements lie side by side.</summary>
    public ArrayView<T> AsContiguous() => BaseView;

    /// <summary>The same elements with general strides.</summary>
    public ArrayView3D<T, Stride3D.General> AsGeneral() => AsGeneral(Stride.AsGeneral());

    /// <summary>The elements that another stride reaches from the same first one.</summary>
    public ArrayView3D<T, Stride3D.General> AsGeneral(Stride3D.General stride) => new(BaseView, Extent, stride);

    /// <summary>One element, as a view.</summary>
    public VariableView<T> VariableView(Index3D element) => new(BaseView.SubView(Stride.ComputeElementIndex(element), 1));

    /// <summary>Element type and extent.</summary>
    public override string ToString() => $"ArrayView3D<{typeof(T).Name}>{Extent}";
}
