using System.Runtime.CompilerServices;

namespace ILGPU;

/// <content>What every stride has: extents, the way back from a place to its index, casts.</content>
public static partial class Stride2D
{
    /// <summary>The length of the padded dimension for an extent, in elements.</summary>
    public delegate long GetLeadingDimensionSize(LongIndex2D extent);

    /// <summary>A stride for an extent and the length of its padded dimension.</summary>
    public delegate TStride BuildStride<TStride>(LongIndex2D extent, int leadingDimension)
        where TStride : struct, IStride2D;

    public readonly partial struct DenseX : IStride2D, ICastableStride<Index2D, LongIndex2D, DenseX>
    {
        /// <summary>The stride of a buffer without padding.</summary>
        public static DenseX FromExtent(Index2D extent) => new(extent.X);

        /// <summary>The stride of a buffer without padding.</summary>
        public static DenseX FromExtent(LongIndex2D extent) => new((int)extent.X);

        /// <summary>The place of an element in a buffer without padding.</summary>
        public static int ComputeElementIndex(Index2D index, Index2D extent) => FromExtent(extent).ComputeElementIndex(index);

        /// <summary>The index of the element at a place in a buffer without padding.</summary>
        public static Index2D ReconstructFromElementIndex(int elementIndex, Index2D extent) => FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        /// <summary>The place of an element in a buffer without padding.</summary>
        public static long ComputeElementIndex(LongIndex2D index, LongIndex2D extent) => FromExtent(extent).ComputeElementIndex(index);

        /// <summary>The index of the element at a place in a buffer without padding.</summary>
        public static LongIndex2D ReconstructFromElementIndex(long elementIndex, LongIndex2D extent) => FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        /// <inheritdoc/>
        public Index2D StrideExtent => new(XStride, YStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndexChecked(Index2D index, Index2D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Index2D ReconstructFromElementIndex(int elementIndex) => new(elementIndex % YStride, elementIndex / YStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndexChecked(LongIndex2D index, LongIndex2D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public LongIndex2D ReconstructFromElementIndex(long elementIndex) => new(elementIndex % YStride, elementIndex / YStride);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index2D extent) => (int)ComputeBufferLength((LongIndex2D)extent);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(XStride);

        /// <inheritdoc/>
        public (LongIndex2D Extent, DenseX Stride) Cast<TContext>(in TContext context, in LongIndex2D extent)
            where TContext : struct, IStrideCastContext
            => (new(context.ComputeNewExtent(extent.X), extent.Y), new(context.ComputeNewExtent(YStride)));
    }

    public readonly partial struct DenseY : IStride2D, ICastableStride<Index2D, LongIndex2D, DenseY>
    {
        /// <summary>The stride of a buffer without padding.</summary>
        public static DenseY FromExtent(Index2D extent) => new(extent.Y);

        /// <summary>The stride of a buffer without padding.</summary>
        public static DenseY FromExtent(LongIndex2D extent) => new((int)extent.Y);

        /// <summary>The place of an element in a buffer without padding.</summary>
        public static int ComputeElementIndex(Index2D index, Index2D extent) => FromExtent(extent).ComputeElementIndex(index);

        /// <summary>The index of the element at a place in a buffer without padding.</summary>
        public static Index2D ReconstructFromElementIndex(int elementIndex, Index2D extent) => FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        /// <summary>The place of an element in a buffer without padding.</summary>
        public static long ComputeElementIndex(LongIndex2D index, LongIndex2D extent) => FromExtent(extent).ComputeElementIndex(index);

        /// <summary>The index of the element at a place in a buffer without padding.</summary>
        public static LongIndex2D ReconstructFromElementIndex(long elementIndex, LongIndex2D extent) => FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        /// <inheritdoc/>
        public Index2D StrideExtent => new(XStride, YStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndexChecked(Index2D index, Index2D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Index2D ReconstructFromElementIndex(int elementIndex) => new(elementIndex / XStride, elementIndex % XStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndexChecked(LongIndex2D index, LongIndex2D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public LongIndex2D ReconstructFromElementIndex(long elementIndex) => new(elementIndex / XStride, elementIndex % XStride);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index2D extent) => (int)ComputeBufferLength((LongIndex2D)extent);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(YStride);

        /// <inheritdoc/>
        public (LongIndex2D Extent, DenseY Stride) Cast<TContext>(in TContext context, in LongIndex2D extent)
            where TContext : struct, IStrideCastContext
            => (new(extent.X, context.ComputeNewExtent(extent.Y)), new(context.ComputeNewExtent(XStride)));
    }

    public readonly partial struct General : IStride2D
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndexChecked(Index2D index, Index2D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Index2D ReconstructFromElementIndex(int elementIndex) => XStride > YStride
            ? new(elementIndex / XStride, elementIndex % XStride / YStride)
            : new(elementIndex % YStride / XStride, elementIndex / YStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndexChecked(LongIndex2D index, LongIndex2D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public LongIndex2D ReconstructFromElementIndex(long elementIndex) => XStride > YStride
            ? new(elementIndex / XStride, elementIndex % XStride / YStride)
            : new(elementIndex % YStride / XStride, elementIndex / YStride);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index2D extent) => (int)ComputeBufferLength((LongIndex2D)extent);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(XStride);
    }

    /// <summary>Every index means the same element: place = 0.</summary>
    public readonly struct Infinite : IStride2D
    {
        /// <inheritdoc/>
        public Index2D StrideExtent => default;

        /// <inheritdoc/>
        public int XStride => 0;

        /// <inheritdoc/>
        public int YStride => 0;

        /// <inheritdoc/>
        public int ComputeElementIndex(Index2D index) => 0;

        /// <inheritdoc/>
        public int ComputeElementIndexChecked(Index2D index, Index2D extent) => 0;

        /// <summary>Without meaning: every index has place 0. Gives Index2D.Invalid.</summary>
        public Index2D ReconstructFromElementIndex(int elementIndex) => new(-1, -1);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index2D extent) => 1;

        /// <inheritdoc/>
        public long ComputeElementIndex(LongIndex2D index) => 0;

        /// <inheritdoc/>
        public long ComputeElementIndexChecked(LongIndex2D index, LongIndex2D extent) => 0;

        /// <summary>Without meaning: every index has place 0. Gives LongIndex2D.Invalid.</summary>
        public LongIndex2D ReconstructFromElementIndex(long elementIndex) => new(-1, -1);

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex2D extent) => 1;

        /// <inheritdoc/>
        public General AsGeneral() => new(default);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(default);

        /// <summary>The name of the stride.</summary>
        public override string ToString() => "<inf>";
    }

    /// <summary>The place of an element: the sum of index times stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ComputeElementIndex<TStride>(this TStride stride, Index2D index)
        where TStride : struct, IStride2D
        => index.X * stride.XStride + index.Y * stride.YStride;

    /// <summary>The place of an element. Accesses are checked by the checked mode, not here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ComputeElementIndexChecked<TStride>(this TStride stride, Index2D index, Index2D extent)
        where TStride : struct, IStride2D
        => ComputeElementIndex(stride, index);

    /// <summary>The elements from the first to the last of an extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ComputeBufferLength<TStride>(this TStride stride, Index2D extent)
        where TStride : struct, IStride2D
        => extent.X == 0 || extent.Y == 0 ? 0 : ComputeElementIndex(stride, extent - Index2D.One) + 1;

    /// <summary>The place of an element: the sum of index times stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ComputeElementIndex<TStride>(this TStride stride, LongIndex2D index)
        where TStride : struct, IStride2D
        => index.X * stride.XStride + index.Y * stride.YStride;

    /// <summary>The place of an element. Accesses are checked by the checked mode, not here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ComputeElementIndexChecked<TStride>(this TStride stride, LongIndex2D index, LongIndex2D extent)
        where TStride : struct, IStride2D
        => ComputeElementIndex(stride, index);

    /// <summary>The elements from the first to the last of an extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ComputeBufferLength<TStride>(this TStride stride, LongIndex2D extent)
        where TStride : struct, IStride2D
        => extent.X == 0 || extent.Y == 0 ? 0 : ComputeElementIndex(stride, extent - LongIndex2D.One) + 1;
}
