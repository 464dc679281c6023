using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>Memory shared by the items of a group. Extents must be compile-time constants; the content is undefined at first.</summary>
public static class SharedMemory
{
    /// <summary>One element.</summary>
    public static ref T Allocate<T>()
        where T : unmanaged
        => ref Allocate<T>(1)[0];

    /// <summary><paramref name="extent"/> elements.</summary>
    [Special("shared"), Needs(KernelNeeds.Shared)]
    public static ArrayView<T> Allocate<T>(int extent)
        where T : unmanaged
        => CpuItem.Current.Shared<T>(extent);

    /// <summary>The memory whose size the launch chose with <see cref="SharedMemoryConfig.RequestDynamic{T}"/>.</summary>
    [Special("shared_dynamic"), Needs(KernelNeeds.Shared)]
    public static ArrayView<T> GetDynamic<T>()
        where T : unmanaged
        => CpuItem.Current.DynamicShared<T>();

    /// <summary><paramref name="extent"/> elements, side by side.</summary>
    public static ArrayView1D<T, Stride1D.Dense> Allocate1D<T>(Index1D extent)
        where T : unmanaged
        => Allocate<T>(extent.X);

    /// <summary><paramref name="extent"/> elements with the given <paramref name="stride"/>.</summary>
    public static ArrayView1D<T, TStride> Allocate1D<T, TStride>(Index1D extent, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride1D
        => new(Allocate<T>(stride.ComputeBufferLength(extent)), extent, stride);

    /// <summary>A box of <paramref name="extent"/> with the given <paramref name="stride"/>.</summary>
    public static ArrayView3D<T, TStride> Allocate3D<T, TStride>(Index3D extent, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride3D
        => new(Allocate<T>(stride.ComputeBufferLength(extent)), extent, stride);

    /// <summary>A box of <paramref name="extent"/> with the given <paramref name="stride"/>.</summary>
    public static ArrayView2D<T, TStride> Allocate2D<T, TStride>(Index2D extent, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride2D
        => new(Allocate<T>((int)stride.ComputeBufferLength(extent)), extent, stride);

    /// <summary>A box of <paramref name="extent"/>, x side by side.</summary>
    public static ArrayView2D<T, Stride2D.DenseX> Allocate2DDenseX<T>(in Index2D extent)
        where T : unmanaged
        => new(Allocate<T>(extent.X * extent.Y), extent, new Stride2D.DenseX(extent.X));

    /// <summary>A box of <paramref name="extent"/>, y side by side.</summary>
    public static ArrayView2D<T, Stride2D.DenseY> Allocate2DDenseY<T>(in Index2D extent)
        where T : unmanaged
        => new(Allocate<T>(extent.X * extent.Y), extent, new Stride2D.DenseY(extent.Y));

    /// <summary>A box of <paramref name="extent"/>, x side by side, then y.</summary>
    public static ArrayView3D<T, Stride3D.DenseXY> Allocate3DDenseXY<T>(in Index3D extent)
        where T : unmanaged
        => new(Allocate<T>(extent.X * extent.Y * extent.Z), extent, new Stride3D.DenseXY(extent.X, extent.X * extent.Y));

    /// <summary>A box of <paramref name="extent"/>, z side by side, then y.</summary>
    public static ArrayView3D<T, Stride3D.DenseZY> Allocate3DDenseZY<T>(in Index3D extent)
        where T : unmanaged
        => new(Allocate<T>(extent.X * extent.Y * extent.Z), extent, new Stride3D.DenseZY(extent.Y * extent.Z, extent.Z));
}
