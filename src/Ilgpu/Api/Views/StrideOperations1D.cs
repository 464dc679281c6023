using System.Runtime.CompilerServices;

namespace ILGPU;

/// <content>What every stride has: extents, the way back from a place to its index, casts.</content>
public static partial class Stride1D
{
    public readonly partial struct Dense : IStride1D, ICastableStride<Index1D, LongIndex1D, Dense>
    {
        /// <inheritdoc/>
        public Index1D StrideExtent => new(XStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndexChecked(Index1D index, Index1D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Index1D ReconstructFromElementIndex(int elementIndex) => new(elementIndex);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndexChecked(LongIndex1D index, LongIndex1D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public LongIndex1D ReconstructFromElementIndex(long elementIndex) => new(elementIndex);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index1D extent) => (int)ComputeBufferLength((LongIndex1D)extent);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(1);

        /// <inheritdoc/>
        public (LongIndex1D Extent, Dense Stride) Cast<TContext>(in TContext context, in LongIndex1D extent)
            where TContext : struct, IStrideCastContext
            => (new(context.ComputeNewExtent(extent.X)), default);
    }

    public readonly partial struct General : IStride1D
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndexChecked(Index1D index, Index1D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Index1D ReconstructFromElementIndex(int elementIndex) => new(elementIndex / XStride);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndexChecked(LongIndex1D index, LongIndex1D extent) => ComputeElementIndex(index);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public LongIndex1D ReconstructFromElementIndex(long elementIndex) => new(elementIndex / XStride);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index1D extent) => (int)ComputeBufferLength((LongIndex1D)extent);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(XStride);
    }

    /// <summary>Every index means the same element: place = 0.</summary>
    public readonly struct Infinite : IStride1D
    {
        /// <inheritdoc/>
        public Index1D StrideExtent => default;

        /// <inheritdoc/>
        public int XStride => 0;

        /// <inheritdoc/>
        public int ComputeElementIndex(Index1D index) => 0;

        /// <inheritdoc/>
        public int ComputeElementIndexChecked(Index1D index, Index1D extent) => 0;

        /// <summary>Without meaning: every index has place 0. Gives Index1D.Invalid.</summary>
        public Index1D ReconstructFromElementIndex(int elementIndex) => new(-1);

        /// <inheritdoc/>
        public int ComputeBufferLength(Index1D extent) => 1;

        /// <inheritdoc/>
        public long ComputeElementIndex(LongIndex1D index) => 0;

        /// <inheritdoc/>
        public long ComputeElementIndexChecked(LongIndex1D index, LongIndex1D extent) => 0;

        /// <summary>Without meaning: every index has place 0. Gives LongIndex1D.Invalid.</summary>
        public LongIndex1D ReconstructFromElementIndex(long elementIndex) => new(-1);

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex1D extent) => 1;

        /// <inheritdoc/>
        public General AsGeneral() => new(default);

        /// <inheritdoc/>
        public Stride1D.General To1DStride() => new(default);

        /// <summary>The name of the stride.</summary>
        public override string ToString() => "<inf>";
    }

    /// <summary>The place of an element: the sum of index times stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ComputeElementIndex<TStride>(this TStride stride, Index1D index)
        where TStride : struct, IStride1D
        => index.X * stride.XStride;

    /// <summary>The place of an element. Accesses are checked by the checked mode, not here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ComputeElementIndexChecked<TStride>(this TStride stride, Index1D index, Index1D extent)
        where TStride : struct, IStride1D
        => ComputeElementIndex(stride, index);

    /// <summary>The elements from the first to the last of an extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ComputeBufferLength<TStride>(this TStride stride, Index1D extent)
        where TStride : struct, IStride1D
        => extent.X == 0 ? 0 : ComputeElementIndex(stride, extent - Index1D.One) + 1;

    /// <summary>The place of an element: the sum of index times stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ComputeElementIndex<TStride>(this TStride stride, LongIndex1D index)
        where TStride : struct, IStride1D
        => index.X * stride.XStride;

    /// <summary>The place of an element. Accesses are checked by the checked mode, not here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ComputeElementIndexChecked<TStride>(this TStride stride, LongIndex1D index, LongIndex1D extent)
        where TStride : struct, IStride1D
        => ComputeElementIndex(stride, index);

    /// <summary>The elements from the first to the last of an extent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ComputeBufferLength<TStride>(this TStride stride, LongIndex1D extent)
        where TStride : struct, IStride1D
        => extent.X == 0 ? 0 : ComputeElementIndex(stride, extent - LongIndex1D.One) + 1;
}
