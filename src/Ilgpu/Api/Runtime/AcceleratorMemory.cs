using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <content>Allocation.</content>
public abstract partial class Accelerator
{
    /// <summary>A buffer of <paramref name="length"/> elements, content undefined.</summary>
    public MemoryBuffer1D<T, Stride1D.Dense> Allocate1D<T>(long length)
        where T : unmanaged
        => Allocate1D<T, Stride1D.Dense>(length, default);

    /// <summary>A buffer of <paramref name="length"/> elements with a stride.</summary>
    public MemoryBuffer1D<T, TStride> Allocate1D<T, TStride>(long length, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride1D
        => new(Rent<T>(length, stride.ComputeBufferLength(length)), length, stride);

    /// <summary>A buffer of (x, y) elements, x side by side.</summary>
    public MemoryBuffer2D<T, Stride2D.DenseX> Allocate2DDenseX<T>(in LongIndex2D extent)
        where T : unmanaged
        => new(Rent<T>(extent.Size, extent.Size), extent, new Stride2D.DenseX(checked((int)extent.X)));

    /// <summary>A buffer of (x, y) elements, y side by side.</summary>
    public MemoryBuffer2D<T, Stride2D.DenseY> Allocate2DDenseY<T>(in LongIndex2D extent)
        where T : unmanaged
        => new(Rent<T>(extent.Size, extent.Size), extent, new Stride2D.DenseY(checked((int)extent.Y)));

    /// <summary>A buffer of (x, y) elements, x side by side; each y starts at a multiple of <paramref name="xAlignmentInBytes"/> bytes from the first.</summary>
    /// <exception cref="ArgumentException">The alignment is no positive multiple of the element size.</exception>
    public MemoryBuffer2D<T, Stride2D.DenseX> Allocate2DPitchedX<T>(in LongIndex2D extent, int xAlignmentInBytes)
        where T : unmanaged
    {
        long pitch = StrideExtensions.GetPitchedLeadingDimension<T>(extent.X, xAlignmentInBytes);
        return new(Rent<T>(extent.Size, pitch * extent.Y), extent, new Stride2D.DenseX(checked((int)pitch)));
    }

    /// <summary>A buffer of (x, y) elements, y side by side; each x starts at a multiple of <paramref name="yAlignmentInBytes"/> bytes from the first.</summary>
    /// <exception cref="ArgumentException">The alignment is no positive multiple of the element size.</exception>
    public MemoryBuffer2D<T, Stride2D.DenseY> Allocate2DPitchedY<T>(in LongIndex2D extent, int yAlignmentInBytes)
        where T : unmanaged
    {
        long pitch = StrideExtensions.GetPitchedLeadingDimension<T>(extent.Y, yAlignmentInBytes);
        return new(Rent<T>(extent.Size, pitch * extent.X), extent, new Stride2D.DenseY(checked((int)pitch)));
    }

    /// <summary>A buffer of (x, y, z) elements, x side by side, then y.</summary>
    public MemoryBuffer3D<T, Stride3D.DenseXY> Allocate3DDenseXY<T>(LongIndex3D extent)
        where T : unmanaged
        => new(
            Rent<T>(extent.Size, extent.Size),
            extent,
            new Stride3D.DenseXY(checked((int)extent.X), checked((int)(extent.X * extent.Y))));

    /// <summary>A buffer of (x, y, z) elements, z side by side, then y.</summary>
    public MemoryBuffer3D<T, Stride3D.DenseZY> Allocate3DDenseZY<T>(LongIndex3D extent)
        where T : unmanaged
        => new(
            Rent<T>(extent.Size, extent.Size),
            extent,
            new Stride3D.DenseZY(checked((int)(extent.Y * extent.Z)), checked((int)extent.Z)));

    /// <summary>A buffer of (x, y, z) elements, x side by side, then y; each y starts at a multiple of <paramref name="xAlignmentInBytes"/> bytes from the first.</summary>
    /// <exception cref="ArgumentException">The alignment is no positive multiple of the element size.</exception>
    public MemoryBuffer3D<T, Stride3D.DenseXY> Allocate3DPitchedXY<T>(LongIndex3D extent, int xAlignmentInBytes)
        where T : unmanaged
    {
        long pitch = StrideExtensions.GetPitchedLeadingDimension<T>(extent.X, xAlignmentInBytes);
        return new(Rent<T>(extent.Size, pitch * extent.Y * extent.Z), extent, new(checked((int)pitch), checked((int)(pitch * extent.Y))));
    }

    /// <summary>A buffer of (x, y, z) elements, z side by side, then y; each y starts at a multiple of <paramref name="zAlignmentInBytes"/> bytes from the first.</summary>
    /// <exception cref="ArgumentException">The alignment is no positive multiple of the element size.</exception>
    public MemoryBuffer3D<T, Stride3D.DenseZY> Allocate3DPitchedZY<T>(LongIndex3D extent, int zAlignmentInBytes)
        where T : unmanaged
    {
        long pitch = StrideExtensions.GetPitchedLeadingDimension<T>(extent.Z, zAlignmentInBytes);
        return new(Rent<T>(extent.Size, pitch * extent.Y * extent.X), extent, new(checked((int)(pitch * extent.Y)), checked((int)pitch)));
    }

    /// <summary>A buffer whose padded dimension and stride the caller computes.</summary>
    public MemoryBuffer2D<T, TStride> Allocate2D<T, TStride>(
        in LongIndex2D extent, Stride2D.GetLeadingDimensionSize getLeadingDimensionSize, Stride2D.BuildStride<TStride> buildStride)
        where T : unmanaged
        where TStride : struct, IStride2D
    {
        ArgumentNullException.ThrowIfNull(getLeadingDimensionSize);
        ArgumentNullException.ThrowIfNull(buildStride);
        var stride = buildStride(extent, checked((int)getLeadingDimensionSize(extent)));
        return new(Rent<T>(extent.Size, stride.ComputeBufferLength(extent)), extent, stride);
    }

    /// <summary>A buffer whose padded dimension and stride the caller computes.</summary>
    public MemoryBuffer3D<T, TStride> Allocate3D<T, TStride>(
        LongIndex3D extent, Stride3D.GetLeadingDimensionSize getLeadingDimensionSize, Stride3D.BuildStride<TStride> buildStride)
        where T : unmanaged
        where TStride : struct, IStride3D
    {
        ArgumentNullException.ThrowIfNull(getLeadingDimensionSize);
        ArgumentNullException.ThrowIfNull(buildStride);
        var stride = buildStride(extent, checked((int)getLeadingDimensionSize(extent)));
        return new(Rent<T>(extent.Size, stride.ComputeBufferLength(extent)), extent, stride);
    }

    /// <summary>A buffer of <paramref name="length"/> elements of <paramref name="elementSize"/> bytes.</summary>
    public MemoryBuffer AllocateRaw(long length, int elementSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfLessThan(elementSize, 1);
        return new RawMemoryBuffer(AllocateMemory(checked(length * elementSize)), length, elementSize);
    }

    private DeviceMemory Rent<T>(long length, long elements)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var memory = AllocateMemory(checked(elements * Unsafe.SizeOf<T>()));
        // Gaps between elements are read with them when the buffer is copied as a whole.
        if (elements > length)
            memory.Fill(DefaultStream, 0, memory.ByteLength, 0);
        return memory;
    }
}
