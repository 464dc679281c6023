using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>How a 1-dimensional index becomes an element's place in memory.</summary>
public interface IStride1D : IStride<Index1D, LongIndex1D>
{
    /// <summary>The distance of neighbours in x, in elements.</summary>
    int XStride { get; }

    /// <summary>The same strides as general ones.</summary>
    Stride1D.General AsGeneral();
}

/// <summary>The strides of 1-dimensional views.</summary>
public static partial class Stride1D
{
    /// <summary>Neighbours lie side by side: place = x.</summary>
    public readonly partial struct Dense
    {
        /// <inheritdoc/>
        public int XStride => 1;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndex(Index1D index) => index.X;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndex(LongIndex1D index) => index.X;

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex1D extent) => extent.X;

        /// <inheritdoc/>
        public General AsGeneral() => new(1);
    }

    /// <summary>Any distances: place = x * XStride.</summary>
    public readonly partial struct General
    {
        /// <summary>The distances, in elements.</summary>
        public General(Index1D stride)
        {
            StrideExtent = stride;
        }

        /// <summary>The distances, in elements.</summary>
        public Index1D StrideExtent { get; }

        /// <inheritdoc/>
        public int XStride => StrideExtent.X;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndex(Index1D index) => index.X * XStride;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndex(LongIndex1D index) => index.X * XStride;

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex1D extent) => extent.Size == 0 ? 0 : (extent.X - 1) * XStride + 1;

        /// <inheritdoc/>
        public General AsGeneral() => this;
    }
}
