using ILGPU.Runtime.CPU;

namespace ILGPU.Runtime;

/// <content>Views of arrays that a kernel makes for itself.</content>
public static unsafe partial class ArrayViewExtensions
{
    /// <summary>A view of an array that the kernel made.</summary>
    /// <exception cref="InvalidOperationException">The caller is host code.</exception>
    [Special("array_view"), Needs(KernelNeeds.Local)]
    public static ArrayView<T> AsContiguousArrayView<T>(this T[] array)
        where T : unmanaged
        => new((T*)CpuItem.Current.Pin(array), array.Length);

    /// <summary>A view of an array that the kernel made.</summary>
    /// <exception cref="InvalidOperationException">The caller is host code.</exception>
    public static ArrayView1D<T, Stride1D.Dense> AsArrayView<T>(this T[] array)
        where T : unmanaged
        => array.AsContiguousArrayView();

    /// <summary>A view of an array that the kernel made; element [x, y] is element (x, y).</summary>
    /// <exception cref="InvalidOperationException">The caller is host code.</exception>
    [Special("array_view"), Needs(KernelNeeds.Local)]
    public static ArrayView2D<T, Stride2D.DenseY> AsArrayView<T>(this T[,] array)
        where T : unmanaged
        => new(new((T*)CpuItem.Current.Pin(array), array.Length), StridedCopy.ExtentOf(array), new(array.GetLength(1)));

    /// <summary>A view of an array that the kernel made; element [x, y, z] is element (x, y, z).</summary>
    /// <exception cref="InvalidOperationException">The caller is host code.</exception>
    [Special("array_view"), Needs(KernelNeeds.Local)]
    public static ArrayView3D<T, Stride3D.DenseZY> AsArrayView<T>(this T[,,] array)
        where T : unmanaged
        => new(
            new((T*)CpuItem.Current.Pin(array), array.Length),
            StridedCopy.ExtentOf(array),
            new(array.GetLength(1) * array.GetLength(2), array.GetLength(2)));
}
