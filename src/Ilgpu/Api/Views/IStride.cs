namespace ILGPU;

/// <summary>How an index becomes an element's place in memory.</summary>
/// <typeparam name="TIndex">The index.</typeparam>
public interface IStride<TIndex>
    where TIndex : struct, IGenericIndex<TIndex>
{
    /// <summary>The distance of neighbours in each dimension, in elements.</summary>
    TIndex StrideExtent { get; }

    /// <summary>The distance of neighbours in the dense dimension.</summary>
    Stride1D.General To1DStride();
}

/// <summary>How an index becomes an element's place in memory, with 32 and with 64 bits.</summary>
/// <typeparam name="TIndex">The index with 32 bits a dimension.</typeparam>
/// <typeparam name="TLongIndex">The index with 64 bits a dimension.</typeparam>
public interface IStride<TIndex, TLongIndex> : IStride<TIndex>
    where TIndex : struct, IIntIndex<TIndex, TLongIndex>
    where TLongIndex : struct, ILongIndex<TLongIndex, TIndex>
{
    /// <summary>The element's place: the sum of index times stride.</summary>
    int ComputeElementIndex(TIndex index);

    /// <summary>The element's place: the sum of index times stride.</summary>
    long ComputeElementIndex(TLongIndex index);

    /// <summary>The element's place. Accesses are checked by the checked mode, not here.</summary>
    int ComputeElementIndexChecked(TIndex index, TIndex extent);

    /// <summary>The element's place. Accesses are checked by the checked mode, not here.</summary>
    long ComputeElementIndexChecked(TLongIndex index, TLongIndex extent);

    /// <summary>The index of the element at a place.</summary>
    TIndex ReconstructFromElementIndex(int elementIndex);

    /// <summary>The index of the element at a place.</summary>
    TLongIndex ReconstructFromElementIndex(long elementIndex);

    /// <summary>The number of elements that a buffer of this extent needs.</summary>
    int ComputeBufferLength(TIndex extent);

    /// <summary>The number of elements that a buffer of this extent needs.</summary>
    long ComputeBufferLength(TLongIndex extent);
}

/// <summary>A stride whose elements can be seen as elements of another size.</summary>
/// <typeparam name="TIndex">The index with 32 bits a dimension.</typeparam>
/// <typeparam name="TLongIndex">The index with 64 bits a dimension.</typeparam>
/// <typeparam name="TStride">The stride itself.</typeparam>
public interface ICastableStride<TIndex, TLongIndex, TStride>
    where TIndex : struct, IIntIndex<TIndex, TLongIndex>
    where TLongIndex : struct, ILongIndex<TLongIndex, TIndex>
    where TStride : struct, IStride<TIndex, TLongIndex>, ICastableStride<TIndex, TLongIndex, TStride>
{
    /// <summary>Extent and stride after the cast: the dense dimension and the distances of the others change.</summary>
    (TLongIndex Extent, TStride Stride) Cast<TContext>(in TContext context, in TLongIndex extent)
        where TContext : struct, IStrideCastContext;
}

/// <summary>Lengths before and after a cast of elements.</summary>
public interface IStrideCastContext
{
    /// <summary>The length after the cast.</summary>
    int ComputeNewExtent(int sourceExtent);

    /// <summary>The length after the cast.</summary>
    long ComputeNewExtent(long sourceExtent);
}

/// <summary>Padding and casts.</summary>
public static class StrideExtensions
{
    /// <summary>The length of a row that is padded to a multiple of some bytes, in elements.</summary>
    /// <exception cref="ArgumentException">The alignment is no positive multiple of the element size.</exception>
    public static unsafe long GetPitchedLeadingDimension<T>(long leadingDimension, int alignmentInBytes)
        where T : unmanaged
    {
        if (alignmentInBytes < 1 || alignmentInBytes % sizeof(T) != 0)
        {
            throw new ArgumentException(
                $"Rows of {typeof(T).Name} cannot be aligned to {alignmentInBytes} bytes: a positive multiple of {sizeof(T)} is needed.",
                nameof(alignmentInBytes));
        }

        long unit = alignmentInBytes / sizeof(T);
        return (leadingDimension + unit - 1) / unit * unit;
    }

    /// <summary>A cast between two element sizes.</summary>
    public static ElementSizeCastContext CreateCastContext(int elementSize, int newElementSize) => new(elementSize, newElementSize);

    /// <summary>A cast between two element sizes: length * old / new; a rest that fills no element is cut.</summary>
    public readonly struct ElementSizeCastContext : IStrideCastContext
    {
        /// <summary>From one size to another, in bytes.</summary>
        public ElementSizeCastContext(int elementSize, int newElementSize)
        {
            ElementSize = elementSize;
            NewElementSize = newElementSize;
        }

        /// <summary>The size before, in bytes.</summary>
        public int ElementSize { get; }

        /// <summary>The size after, in bytes.</summary>
        public int NewElementSize { get; }

        /// <inheritdoc/>
        /// <exception cref="OverflowException">The length does not fit into 32 bits. Kernels on a device do not check it.</exception>
        public int ComputeNewExtent(int sourceExtent)
        {
            long extent = ComputeNewExtent((long)sourceExtent);
            if (Runtime.Accelerator.CurrentType == Runtime.AcceleratorType.CPU && extent > int.MaxValue)
            {
                throw new OverflowException(
                    $"A stride of {sourceExtent} elements of {ElementSize} bytes is {extent} elements of {NewElementSize} bytes after the cast; strides have 32 bits. "
                    + "Cast the base view, and index it with 64 bits.");
            }

            return (int)extent;
        }

        /// <inheritdoc/>
        public long ComputeNewExtent(long sourceExtent) => sourceExtent * ElementSize / NewElementSize;
    }
}
