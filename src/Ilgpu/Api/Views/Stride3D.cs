using System.Runtime.CompilerServices;

namespace ILGPU;

/// <summary>How a 3-dimensional index becomes an element's place in memory.</summary>
public interface IStride3D : IStride<Index3D, LongIndex3D>
{
    /// <summary>The distance of neighbours in x, in elements.</summary>
    int XStride { get; }

    /// <summary>The distance of neighbours in y, in elements.</summary>
    int YStride { get; }

    /// <summary>The distance of neighbours in z, in elements.</summary>
    int ZStride { get; }

    /// <summary>The same strides as general ones.</summary>
    Stride3D.General AsGeneral();
}

/// <summary>The strides of 3-dimensional views.</summary>
public static partial class Stride3D
{
    /// <summary>X, then y, then z: place = x + y * YStride + z * ZStride.</summary>
    public readonly partial struct DenseXY
    {
        /// <summary>The distances of neighbours in y and z, in elements.</summary>
        public DenseXY(int yStride, int zStride)
        {
            YStride = yStride;
            ZStride = zStride;
        }

        /// <inheritdoc/>
        public int XStride => 1;

        /// <inheritdoc/>
        public int YStride { get; }

        /// <inheritdoc/>
        public int ZStride { get; }

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndex(Index3D index) => index.X + index.Y * YStride + index.Z * ZStride;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndex(LongIndex3D index) => index.X + index.Y * YStride + index.Z * ZStride;

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex3D extent) => extent.Size == 0 ? 0 : extent.X + (extent.Y - 1) * YStride + (extent.Z - 1) * ZStride;

        /// <inheritdoc/>
        public General AsGeneral() => new(new Index3D(XStride, YStride, ZStride));
    }

    /// <summary>Z, then y, then x: place = z + y * YStride + x * XStride.</summary>
    public readonly partial struct DenseZY
    {
        /// <summary>The distances of neighbours in y and x, in elements.</summary>
        public DenseZY(int xStride, int yStride)
        {
            YStride = yStride;
            XStride = xStride;
        }

        /// <inheritdoc/>
        public int XStride { get; }

        /// <inheritdoc/>
        public int YStride { get; }

        /// <inheritdoc/>
        public int ZStride => 1;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndex(Index3D index) => index.Z + index.Y * YStride + index.X * XStride;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndex(LongIndex3D index) => index.Z + index.Y * YStride + index.X * XStride;

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex3D extent) => extent.Size == 0 ? 0 : extent.Z + (extent.Y - 1) * YStride + (extent.X - 1) * XStride;

        /// <inheritdoc/>
        public General AsGeneral() => new(new Index3D(XStride, YStride, ZStride));
    }

    /// <summary>Any distances: place = x * XStride + y * YStride + z * ZStride.</summary>
    public readonly partial struct General
    {
        /// <summary>The distances, in elements.</summary>
        public General(Index3D stride)
        {
            StrideExtent = stride;
        }

        /// <summary>The distances, in elements.</summary>
        public Index3D StrideExtent { get; }

        /// <inheritdoc/>
        public int XStride => StrideExtent.X;

        /// <inheritdoc/>
        public int YStride => StrideExtent.Y;

        /// <inheritdoc/>
        public int ZStride => StrideExtent.Z;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int ComputeElementIndex(Index3D index) => index.X * XStride + index.Y * YStride + index.Z * ZStride;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long ComputeElementIndex(LongIndex3D index) => index.X * XStride + index.Y * YStride + index.Z * ZStride;

        /// <inheritdoc/>
        public long ComputeBufferLength(LongIndex3D extent) => extent.Size == 0 ? 0 : (extent.X - 1) * XStride + (extent.Y - 1) * YStride + (extent.Z - 1) * ZStride + 1;

        /// <inheritdoc/>
        public General AsGeneral() => this;
    }
}
