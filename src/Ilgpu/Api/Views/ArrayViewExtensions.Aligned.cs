using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <content>Parts of views whose addresses are multiples of a power of two.</content>
public static unsafe partial class ArrayViewExtensions
{
    /// <summary>The elements before the first address that is a multiple of <paramref name="alignmentInBytes"/>, a power of two, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo<T>(this ArrayView<T> view, int alignmentInBytes)
        where T : unmanaged
    {
        long prefix = Math.Min(view.Length, Interop.ComputeAlignmentOffset((long)view.Pointer, alignmentInBytes) / Unsafe.SizeOf<T>());
        return (view.SubView(0L, prefix), view.SubView(prefix));
    }

    /// <summary>The elements before the first address that is a multiple of <paramref name="alignmentInBytes"/>, a power of two, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo<T>(this ArrayView1D<T, Stride1D.Dense> view, int alignmentInBytes)
        where T : unmanaged
        => view.BaseView.AlignTo(alignmentInBytes);

    /// <summary>The view itself, which the caller knows to begin at a multiple of <paramref name="alignmentInBytes"/>.</summary>
    public static ArrayView<T> AsAligned<T>(this ArrayView<T> view, int alignmentInBytes)
        where T : unmanaged
        => view;

    /// <summary>The view itself, which the caller knows to begin at a multiple of <paramref name="alignmentInBytes"/>.</summary>
    public static ArrayView1D<T, Stride1D.Dense> AsAligned<T>(this ArrayView1D<T, Stride1D.Dense> view, int alignmentInBytes)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 16 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo16<T>(this ArrayView<T> view)
        where T : unmanaged
        => view.AlignTo(16);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 16 bytes.</summary>
    public static ArrayView<T> AsAligned16<T>(this ArrayView<T> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 16 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo16<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view.AlignTo(16);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 16 bytes.</summary>
    public static ArrayView1D<T, Stride1D.Dense> AsAligned16<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 32 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo32<T>(this ArrayView<T> view)
        where T : unmanaged
        => view.AlignTo(32);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 32 bytes.</summary>
    public static ArrayView<T> AsAligned32<T>(this ArrayView<T> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 32 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo32<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view.AlignTo(32);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 32 bytes.</summary>
    public static ArrayView1D<T, Stride1D.Dense> AsAligned32<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 64 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo64<T>(this ArrayView<T> view)
        where T : unmanaged
        => view.AlignTo(64);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 64 bytes.</summary>
    public static ArrayView<T> AsAligned64<T>(this ArrayView<T> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 64 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo64<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view.AlignTo(64);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 64 bytes.</summary>
    public static ArrayView1D<T, Stride1D.Dense> AsAligned64<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 128 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo128<T>(this ArrayView<T> view)
        where T : unmanaged
        => view.AlignTo(128);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 128 bytes.</summary>
    public static ArrayView<T> AsAligned128<T>(this ArrayView<T> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 128 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo128<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view.AlignTo(128);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 128 bytes.</summary>
    public static ArrayView1D<T, Stride1D.Dense> AsAligned128<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 256 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo256<T>(this ArrayView<T> view)
        where T : unmanaged
        => view.AlignTo(256);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 256 bytes.</summary>
    public static ArrayView<T> AsAligned256<T>(this ArrayView<T> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 256 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo256<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view.AlignTo(256);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 256 bytes.</summary>
    public static ArrayView1D<T, Stride1D.Dense> AsAligned256<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 512 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo512<T>(this ArrayView<T> view)
        where T : unmanaged
        => view.AlignTo(512);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 512 bytes.</summary>
    public static ArrayView<T> AsAligned512<T>(this ArrayView<T> view)
        where T : unmanaged
        => view;

    /// <summary>The elements before the first address that is a multiple of 512 bytes, and the elements from there.</summary>
    public static (ArrayView<T> Prefix, ArrayView<T> Main) AlignTo512<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view.AlignTo(512);

    /// <summary>The view itself, which the caller knows to begin at a multiple of 512 bytes.</summary>
    public static ArrayView1D<T, Stride1D.Dense> AsAligned512<T>(this ArrayView1D<T, Stride1D.Dense> view)
        where T : unmanaged
        => view;
}
