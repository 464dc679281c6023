namespace ILGPU.Runtime;

// Where elements lie in memory, and the same memory under another stride or number of dimensions.

/// <content>Places in memory, other strides.</content>
public readonly partial struct ArrayView1D<T, TStride>
{
    /// <summary>The size of an element, in bytes.</summary>
    public static readonly int ElementSize = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();

    /// <summary>The view without elements and without memory.</summary>
    public static readonly ArrayView1D<T, TStride> Empty;

    /// <summary>A view without elements and without memory that has a stride.</summary>
    public static ArrayView1D<T, TStride> GetEmpty(TStride stride) => new(ArrayView<T>.Empty, LongIndex1D.Zero, stride);

    /// <summary>The element's place in <see cref="BaseView"/>.</summary>
    public int ComputeLinearIndex(Index1D index) => Stride.ComputeElementIndex(index);

    /// <summary>The element's place in <see cref="BaseView"/>.</summary>
    public long ComputeLinearIndex(LongIndex1D index) => Stride.ComputeElementIndex(index);

    /// <summary>One element, as a view.</summary>
    public VariableView<T> VariableView(LongIndex1D element) => new(BaseView.SubView(Stride.ComputeElementIndex(element), 1));

    /// <summary>The elements in one dimension, at the distance of neighbours in the dense dimension.</summary>
    public ArrayView1D<T, Stride1D.General> To1DView() => new(BaseView, Extent.Size, Stride.To1DStride());

    /// <summary>The same elements, side by side; for a stride of 1.</summary>
    public ArrayView1D<T, Stride1D.Dense> AsDense() => new(BaseView, Extent, default);

    /// <summary>The same elements as (x, y), x side by side and each row padded to a multiple of some bytes.</summary>
    public ArrayView2D<T, Stride2D.DenseX> As2DPitchedXView(LongIndex2D extent, int xAlignmentInBytes) =>
        As2DView(extent, new Stride2D.DenseX(checked((int)StrideExtensions.GetPitchedLeadingDimension<T>(extent.X, xAlignmentInBytes))));

    /// <summary>The same elements as (x, y), y side by side and each row padded to a multiple of some bytes.</summary>
    public ArrayView2D<T, Stride2D.DenseY> As2DPitchedYView(LongIndex2D extent, int yAlignmentInBytes) =>
        As2DView(extent, new Stride2D.DenseY(checked((int)StrideExtensions.GetPitchedLeadingDimension<T>(extent.Y, yAlignmentInBytes))));

    /// <summary>The same elements as (x, y, z), x side by side, then y.</summary>
    public ArrayView3D<T, Stride3D.DenseXY> As3DDenseXYView(LongIndex3D extent) =>
        As3DView(extent, Stride3D.DenseXY.FromExtent(extent));

    /// <summary>The same elements as (x, y, z), z side by side, then y.</summary>
    public ArrayView3D<T, Stride3D.DenseZY> As3DDenseZYView(LongIndex3D extent) =>
        As3DView(extent, Stride3D.DenseZY.FromExtent(extent));

    /// <summary>The same elements as (x, y, z), x side by side, then y; each z padded to a multiple of some bytes.</summary>
    public ArrayView3D<T, Stride3D.DenseXY> As3DPitchedXYView(LongIndex3D extent, int xyAlignmentInBytes) =>
        As3DView(
            extent,
            new Stride3D.DenseXY(checked((int)extent.X), checked((int)StrideExtensions.GetPitchedLeadingDimension<T>(extent.X * extent.Y, xyAlignmentInBytes))));

    /// <summary>The same elements as (x, y, z), z side by side, then y; each x padded to a multiple of some bytes.</summary>
    public ArrayView3D<T, Stride3D.DenseZY> As3DPitchedZYView(LongIndex3D extent, int zyAlignmentInBytes) =>
        As3DView(
            extent,
            new Stride3D.DenseZY(checked((int)StrideExtensions.GetPitchedLeadingDimension<T>(extent.Y * extent.Z, zyAlignmentInBytes)), checked((int)extent.Z)));

    /// <summary>The same memory as (x, y, z) under any stride.</summary>
    public ArrayView3D<T, TOtherStride> As3DView<TOtherStride>(LongIndex3D extent, TOtherStride stride)
        where TOtherStride : struct, IStride3D
        => new(BaseView, extent, stride);
}

/// <content>Places in memory, other strides.</content>
public readonly partial struct ArrayView2D<T, TStride>
{
    /// <summary>The size of an element, in bytes.</summary>
    public static readonly int ElementSize = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();

    /// <summary>The view without elements and without memory.</summary>
    public static readonly ArrayView2D<T, TStride> Empty;

    /// <summary>A view without elements and without memory that has a stride.</summary>
    public static ArrayView2D<T, TStride> GetEmpty(TStride stride) => new(ArrayView<T>.Empty, LongIndex2D.Zero, stride);

    /// <summary>The element's place in <see cref="BaseView"/>.</summary>
    public int ComputeLinearIndex(Index2D index) => Stride.ComputeElementIndex(index);

    /// <summary>The element's place in <see cref="BaseView"/>.</summary>
    public long ComputeLinearIndex(LongIndex2D index) => Stride.ComputeElementIndex(index);

    /// <summary>One element, as a view.</summary>
    public VariableView<T> VariableView(LongIndex2D element) => new(BaseView.SubView(Stride.ComputeElementIndex(element), 1));

    /// <summary>The elements in one dimension, at the distance of neighbours in the dense dimension.</summary>
    public ArrayView1D<T, Stride1D.General> To1DView() => new(BaseView, Extent.Size, Stride.To1DStride());

    /// <summary>The memory of the elements under a stride of one dimension.</summary>
    public ArrayView1D<T, TOtherStride> As1DView<TOtherStride>(TOtherStride stride)
        where TOtherStride : struct, IStride1D
        => new(BaseView, stride.ComputeBufferLength(new LongIndex1D(Length)), stride);

    /// <summary>The same elements, x side by side; for an x-stride of 1.</summary>
    public ArrayView2D<T, Stride2D.DenseX> AsDenseX() => new(BaseView, Extent, new(Stride.YStride));

    /// <summary>The same elements, y side by side; for a y-stride of 1.</summary>
    public ArrayView2D<T, Stride2D.DenseY> AsDenseY() => new(BaseView, Extent, new(Stride.XStride));

    /// <summary>The same memory as (x, y, z) under any stride.</summary>
    public ArrayView3D<T, TOtherStride> As3DView<TOtherStride>(LongIndex3D extent, TOtherStride stride)
        where TOtherStride : struct, IStride3D
        => new(BaseView, extent, stride);
}

/// <content>Places in memory, other strides.</content>
public readonly partial struct ArrayView3D<T, TStride>
{
    /// <summary>The size of an element, in bytes.</summary>
    public static readonly int ElementSize = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();

    /// <summary>The view without elements and without memory.</summary>
    public static readonly ArrayView3D<T, TStride> Empty;

    /// <summary>A view without elements and without memory that has a stride.</summary>
    public static ArrayView3D<T, TStride> GetEmpty(TStride stride) => new(ArrayView<T>.Empty, LongIndex3D.Zero, stride);

    /// <summary>The element's place in <see cref="BaseView"/>.</summary>
    public int ComputeLinearIndex(Index3D index) => Stride.ComputeElementIndex(index);

    /// <summary>The element's place in <see cref="BaseView"/>.</summary>
    public long ComputeLinearIndex(LongIndex3D index) => Stride.ComputeElementIndex(index);

    /// <summary>One element, as a view.</summary>
    public VariableView<T> VariableView(LongIndex3D element) => new(BaseView.SubView(Stride.ComputeElementIndex(element), 1));

    /// <summary>The elements in one dimension, at the distance of neighbours in the dense dimension.</summary>
    public ArrayView1D<T, Stride1D.General> To1DView() => new(BaseView, Extent.Size, Stride.To1DStride());

    /// <summary>The memory of the elements under a stride of one dimension.</summary>
    public ArrayView1D<T, TOtherStride> As1DView<TOtherStride>(TOtherStride stride)
        where TOtherStride : struct, IStride1D
        => new(BaseView, stride.ComputeBufferLength(new LongIndex1D(Length)), stride);

    /// <summary>The same elements, x side by side, then y; for an x-stride of 1.</summary>
    public ArrayView3D<T, Stride3D.DenseXY> AsDenseXY() => new(BaseView, Extent, new(Stride.YStride, Stride.ZStride));

    /// <summary>The same elements, z side by side, then y; for a z-stride of 1.</summary>
    public ArrayView3D<T, Stride3D.DenseZY> AsDenseZY() => new(BaseView, Extent, new(Stride.XStride, Stride.YStride));

    /// <summary>The same memory as (x, y, z) under any stride.</summary>
    public ArrayView3D<T, TOtherStride> As3DView<TOtherStride>(LongIndex3D extent, TOtherStride stride)
        where TOtherStride : struct, IStride3D
        => new(BaseView, extent, stride);
}
