using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>How a 2-dimensional index becomes an element's place in memory.</summary>
public interface IStride2D : IStride<Index2D, LongIndex2D>
{
    /// <summary>The distance of neighbours in x, in elements.</summary>
    int XStride { get; }

    /// <summary>The distance of neighbours in y, in elements.</summary>
    int YStride { get; }

    /// <summary>The same strides as general ones.</summary>
    Stride2D.General AsGeneral();
}

/// <summary>The strides of 2-dimensional views.</summary>
public static partial class Stride2D
{
    /// <summary>Neighbours in x lie side by side: place = x + y * YStride.</summary>
    public readonly partial struct DenseX
    {
        /// <summary>The distance of neighbours in y, in elements.</summary>
        public DenseX(int yStride)
        {
            YStride = yStride;
        }

        /// <inheritdoc/>
        public int XStride => 1;

        /// <inheritdoc/>
        public int YStride { get; }

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndex(Index2D index) => index.X + index.Y * YStride;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndex(LongIndex2D index) => index.X + index.Y * YStride;

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex2D extent) => extent.Size == 0 ? 0 : extent.X + (extent.Y - 1) * YStride;

        /// <inheritdoc/>
        public General AsGeneral() => new(new Index2D(XStride, YStride));
    }

    /// <summary>Neighbours in y lie side by side: place = y + x * XStride.</summary>
    public readonly partial struct DenseY
    {
        /// <summary>The distance of neighbours in x, in elements.</summary>
        public DenseY(int xStride)
        {
            XStride = xStride;
        }

        /// <inheritdoc/>
        public int XStride { get; }

        /// <inheritdoc/>
        public int YStride => 1;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndex(Index2D index) => index.Y + index.X * XStride;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndex(LongIndex2D index) => index.Y + index.X * XStride;

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex2D extent) => extent.Size == 0 ? 0 : extent.Y + (extent.X - 1) * XStride;

        /// <inheritdoc/>
        public General AsGeneral() => new(new Index2D(XStride, YStride));
    }

    /// <summary>Any distances: place = x * XStride + y * YStride.</summary>
    public readonly partial struct General
    {
        /// <summary>The distances, in elements.</summary>
        public General(Index2D stride)
        {
            StrideExtent = stride;
        }

        /// <summary>The distances, in elements.</summary>
        public Index2D StrideExtent { get; }

        /// <inheritdoc/>
        public int XStride => StrideExtent.X;

        /// <inheritdoc/>
        public int YStride => StrideExtent.Y;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndex(Index2D index) => index.X * XStride + index.Y * YStride;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndex(LongIndex2D index) => index.X * XStride + index.Y * YStride;

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex2D extent) => extent.Size == 0 ? 0 : (extent.X - 1) * XStride + (extent.Y - 1) * YStride + 1;

        /// <inheritdoc/>
        public General AsGeneral() => this;
    }
}
