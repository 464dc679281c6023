using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>Memory of one work item. Extents must be compile-time constants; the content is undefined at first.</summary>
public static class LocalMemory
{
    /// <summary><paramref name="extent"/> elements.</summary>
    [Special("local"), Needs(KernelNeeds.Local)]
    public static ArrayView<T> Allocate<T>(int extent)
        where T : unmanaged
        => CpuItem.Current.Local<T>(extent);

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
    public static ArrayView2D<T, TStride> Allocate2D<T, TStride>(Index2D extent, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride2D
        => new(Allocate<T>((int)stride.ComputeBufferLength(extent)), extent, stride);

    /// <summary>A box of <paramref name="extent"/> with the given <paramref name="stride"/>.</summary>
    public static ArrayView3D<T, TStride> Allocate3D<T, TStride>(Index3D extent, TStride stride)
        where T : unmanaged
        where TStride : struct, IStride3D
        => new(Allocate<T>((int)stride.ComputeBufferLength(extent)), extent, stride);
}
