using System.Runtime.CompilerServices;

namespace ILGPU;

/// <content>What every stride has: extents, the way back from a place to its index, casts.</content>
public static partial class Stride3D
{
    /// <summary>The length of the padded dimension for an extent, in elements.</summary>
    public delegate long GetLeadingDimensionSize(LongIndex3D extent);

    /// <summary>A stride for an extent and the length of its padded dimension.</summary>
    public delegate TStride BuildStride<TStride>(LongIndex3D extent, int leadingDimension)
        where TStride : struct, IStride3D;

    public readonly partial struct DenseXY : IStride3D, ICastableStride<Index3D, LongIndex3D, DenseXY>
    {
        /// <summary>The stride of a buffer without padding.</summary>
        public static DenseXY FromExtent(Index3D extent) => new(extent.X, extent.X * extent.Y);

        /// <summary>The stride of a buffer without padding.</summary>
        public static DenseXY FromExtent(LongIndex3D extent) => new((int)extent.X, (int)(extent.X * extent.Y));

        /// <summary>The place of an element in a buffer without padding.</summary>
        public static int ComputeElementIndex(Index3D index, Index3D extent) => FromExtent(extent).ComputeElementIndex(index);

        /// <summary>The index of the element at a place in a buffer without padding.</summary>
        public static Index3D ReconstructFromElementIndex(int elementIndex, Index3D extent) => FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        /// <summary>The place of an element in a buffer without padding.</summary>
        public static long ComputeElementIndex(LongIndex3D index, LongIndex3D extent) => FromExtent(extent).ComputeElementIndex(index);

        /// <summary>The index of the element at a place in a buffer without padding.</summary>
        public static LongIndex3D ReconstructFromElementIndex(long elementIndex, LongIndex3D extent) => FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        /// <inheritdoc/>
        public Index3D StrideExtent => new(XStride, YStride, ZStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndexChecked(Index3D index, Index3D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Index3D ReconstructFromElementIndex(int elementIndex) => new(elementIndex % YStride, elementIndex % ZStride / YStride, elementIndex / ZStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndexChecked(LongIndex3D index, LongIndex3D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public LongIndex3D ReconstructFromElementIndex(long elementIndex) => new(elementIndex % YStride, elementIndex % ZStride / YStride, elementIndex / ZStride);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index3D extent) => (int)ComputeBufferLength((LongIndex3D)extent);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(XStride);

        /// <inheritdoc/>
        public (LongIndex3D Extent, DenseXY Stride) Cast<TContext>(in TContext context, in LongIndex3D extent)
            where TContext : struct, IStrideCastContext
            => (new(context.ComputeNewExtent(extent.X), extent.Y, extent.Z), new(context.ComputeNewExtent(YStride), context.ComputeNewExtent(ZStride)));
    }

    public readonly partial struct DenseZY : IStride3D, ICastableStride<Index3D, LongIndex3D, DenseZY>
    {
        /// <summary>The stride of a buffer without padding.</summary>
        public static DenseZY FromExtent(Index3D extent) => new(extent.Y * extent.Z, extent.Z);

        /// <summary>The stride of a buffer without padding.</summary>
        public static DenseZY FromExtent(LongIndex3D extent) => new((int)(extent.Y * extent.Z), (int)extent.Z);

        /// <summary>The place of an element in a buffer without padding.</summary>
        public static int ComputeElementIndex(Index3D index, Index3D extent) => FromExtent(extent).ComputeElementIndex(index);

        /// <summary>The index of the element at a place in a buffer without padding.</summary>
        public static Index3D ReconstructFromElementIndex(int elementIndex, Index3D extent) => FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        /// <summary>The place of an element in a buffer without padding.</summary>
        public static long ComputeElementIndex(LongIndex3D index, LongIndex3D extent) => FromExtent(extent).ComputeElementIndex(index);

        /// <summary>The index of the element at a place in a buffer without padding.</summary>
        public static LongIndex3D ReconstructFromElementIndex(long elementIndex, LongIndex3D extent) => FromExtent(extent).ReconstructFromElementIndex(elementIndex);

        /// <inheritdoc/>
        public Index3D StrideExtent => new(XStride, YStride, ZStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndexChecked(Index3D index, Index3D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Index3D ReconstructFromElementIndex(int elementIndex) => new(elementIndex / XStride, elementIndex % XStride / YStride, elementIndex % YStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndexChecked(LongIndex3D index, LongIndex3D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public LongIndex3D ReconstructFromElementIndex(long elementIndex) => new(elementIndex / XStride, elementIndex % XStride / YStride, elementIndex % YStride);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index3D extent) => (int)ComputeBufferLength((LongIndex3D)extent);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(ZStride);

        /// <inheritdoc/>
        public (LongIndex3D Extent, DenseZY Stride) Cast<TContext>(in TContext context, in LongIndex3D extent)
            where TContext : struct, IStrideCastContext
            => (new(extent.X, extent.Y, context.ComputeNewExtent(extent.Z)), new(context.ComputeNewExtent(XStride), context.ComputeNewExtent(YStride)));
    }

    public readonly partial struct General : IStride3D
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndexChecked(Index3D index, Index3D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Index3D ReconstructFromElementIndex(int elementIndex) => XStride > ZStride
            ? new(elementIndex / XStride, elementIndex % XStride / YStride, elementIndex % YStride / ZStride)
            : new(elementIndex % YStride / XStride, elementIndex % ZStride / YStride, elementIndex / ZStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndexChecked(LongIndex3D index, LongIndex3D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public LongIndex3D ReconstructFromElementIndex(long elementIndex) => XStride > ZStride
            ? new(elementIndex / XStride, elementIndex % XStride / YStride, elementIndex % YStride / ZStride)
            : new(elementIndex % YStride / XStride, elementIndex % ZStride / YStride, elementIndex / ZStride);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index3D extent) => (int)ComputeBufferLength((LongIndex3D)extent);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(XStride);
    }

    /// <summary>Every index means the same element: place = 0.</summary>
    public readonly struct Infinite : IStride3D
    {
        /// <inheritdoc/>
        public Index3D StrideExtent => default;

        /// <inheritdoc/>
        public int XStride => 0;

        /// <inheritdoc/>
        public int YStride => 0;

        /// <inheritdoc/>
        public int ZStride => 0;

        /// <inheritdoc/>
        public int ComputeElementIndex(Index3D index) => 0;

        /// <inheritdoc/>
        public int ComputeElementIndexChecked(Index3D index, Index3D extent) => 0;

        /// <summary>Without meaning: every index has place 0. Gives Index3D.Invalid.</summary>
        public Index3D ReconstructFromElementIndex(int elementIndex) => new(-1, -1, -1);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index3D extent) => 1;

        /// <inheritdoc/>
        public long ComputeElementIndex(LongIndex3D index) => 0;

        /// <inheritdoc/>
        public long ComputeElementIndexChecked(LongIndex3D index, LongIndex3D extent) => 0;

        /// <summary>Without meaning: every index has place 0. Gives LongIndex3D.Invalid.</summary>
        public LongIndex3D ReconstructFromElementIndex(long elementIndex) => new(-1, -1, -1);

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex3D extent) => 1;

        /// <inheritdoc/>
        public General AsGeneral() => new(default);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(default);

        /// <summary>The name of the stride.</summary>
        public override string ToString() => "<inf>";
    }

    /// <summary>The place of an element: the sum of index times stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ComputeElementIndex<TStride>(this TStride stride, Index3D index)
        where TStride : struct, IStride3D
        => index.X * stride.XStride + index.Y * stride.YStride + index.Z * stride.ZStride;

    /// <summary>The place of an element. Accesses are checked by the checked mode, not here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ComputeElementIndexChecked<TStride>(this TStride stride, Index3D index, Index3D extent)
        where TStride : struct, IStride3D
        => ComputeElementIndex(stride, index);

    /// <summary>The elements from the first to the last of an extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ComputeBufferLength<TStride>(this TStride stride, Index3D extent)
        where TStride : struct, IStride3D
        => extent.X == 0 || extent.Y == 0 || extent.Z == 0 ? 0 : ComputeElementIndex(stride, extent - Index3D.One) + 1;

    /// <summary>The place of an element: the sum of index times stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ComputeElementIndex<TStride>(this TStride stride, LongIndex3D index)
        where TStride : struct, IStride3D
        => index.X * stride.XStride + index.Y * stride.YStride + index.Z * stride.ZStride;

    /// <summary>The place of an element. Accesses are checked by the checked mode, not here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ComputeElementIndexChecked<TStride>(this TStride stride, LongIndex3D index, LongIndex3D extent)
        where TStride : struct, IStride3D
        => ComputeElementIndex(stride, index);

    /// <summary>The elements from the first to the last of an extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ComputeBufferLength<TStride>(this TStride stride, LongIndex3D extent)
        where TStride : struct, IStride3D
        => extent.X == 0 || extent.Y == 0 || extent.Z == 0 ? 0 : ComputeElementIndex(stride, extent - LongIndex3D.One) + 1;
}
