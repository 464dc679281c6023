namespace ILGPU.Runtime;

/// <content>Copies of views whose indices all mean one element.</content>
public static partial class ArrayViewExtensions
{
    /// <summary>Copies host memory to the view's element.</summary>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Infinite> target, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, null, ref cpuData, length);

    /// <summary>Copies host memory to the view's element. On a stream.</summary>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Infinite> target, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, stream, ref cpuData, length);

    /// <summary>Copies a span to the view's element. On a stream.</summary>
    public static void CopyFromCPU<T>(this ArrayView1D<T, Stride1D.Infinite> target, AcceleratorStream stream, in ReadOnlySpan<T> span)
        where T : unmanaged
        => ViewCopy.FromHost(target.BaseView, stream, span);

    /// <summary>Copies the view's element to host memory.</summary>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Infinite> source, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, null, ref cpuData, length);

    /// <summary>Copies the view's element to host memory. On a stream.</summary>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Infinite> source, AcceleratorStream stream, ref T cpuData, long length)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, stream, ref cpuData, length);

    /// <summary>Copies the view's element to a span. On a stream.</summary>
    public static void CopyToCPU<T>(this ArrayView1D<T, Stride1D.Infinite> source, AcceleratorStream stream, in Span<T> span)
        where T : unmanaged
        => ViewCopy.ToHost(source.BaseView, stream, span);

    /// <summary>Sets every byte of the view's element.</summary>
    public static void MemSet<T>(this ArrayView1D<T, Stride1D.Infinite> view, byte value)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, null, value);

    /// <summary>Sets every byte of the view's element. On a stream.</summary>
    public static void MemSet<T>(this ArrayView1D<T, Stride1D.Infinite> view, AcceleratorStream stream, byte value)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, stream, value);

    /// <summary>Sets every byte of the view's element to zero.</summary>
    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Infinite> view)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, null, 0);

    /// <summary>Sets every byte of the view's element to zero. On a stream.</summary>
    public static void MemSetToZero<T>(this ArrayView1D<T, Stride1D.Infinite> view, AcceleratorStream stream)
        where T : unmanaged
        => ViewCopy.Fill(view.BaseView, stream, 0);
}
