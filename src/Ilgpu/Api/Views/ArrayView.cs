using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU;

/// <summary>A contiguous piece of device memory, usable in kernels and as a kernel argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>
/// On the CPU accelerator the pointer is a real one. On other accelerators it is a unique address that only names the
/// buffer and the offset in it: the launch replaces it by the driver's handle, and host code cannot read elements.
/// </remarks>
public readonly unsafe struct ArrayView<T> : IContiguousArrayView<T>
    where T : unmanaged
{
    internal readonly T* Pointer;
    internal readonly long _length;

    internal ArrayView(T* pointer, long length)
    {
        Pointer = pointer;
        _length = length;
    }

    /// <summary>The view without elements and without memory.</summary>
    public static readonly ArrayView<T> Empty;

    int IArrayView.ElementSize => sizeof(T);

    /// <summary>The number of elements.</summary>
    public long Length => _length;

    /// <summary>The number of elements, as 32-bit number.</summary>
    public int IntLength => (int)_length;

    /// <summary>The number of bytes.</summary>
    public long LengthInBytes => _length * sizeof(T);

    /// <summary>True for a view that has memory.</summary>
    public bool IsValid => Pointer != null;

    /// <summary>The number of elements as a 32-bit extent.</summary>
    public Index1D IntExtent => new((int)_length);

    /// <summary>The number of elements as an extent.</summary>
    public LongIndex1D Extent => new(_length);

    /// <summary>The element at <paramref name="index"/>; checked against the length in checked mode only.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(this, index);
            return ref Pointer[index];
        }
    }

    /// <summary>The element at <paramref name="index"/>; checked against the length in checked mode only.</summary>
    public ref T this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(this, index);
            return ref Pointer[index];
        }
    }

    /// <summary>The element at <paramref name="index"/>; checked against the length in checked mode only.</summary>
    public ref T this[Index1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(this, index.X);
            return ref Pointer[index.X];
        }
    }

    /// <summary>The element at <paramref name="index"/>; checked against the length in checked mode only.</summary>
    public ref T this[LongIndex1D index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (ViewChecks.On) return ref ViewChecks.Element(this, index.X);
            return ref Pointer[index.X];
        }
    }

    /// <summary>The elements from <paramref name="index"/> to the end. Kernels on a device check the range in checked mode only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or greater than the length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView<T> SubView(long index)
    {
        if (ViewChecks.OnRanges && !ViewChecks.Holds(index, 0, _length)) return ViewChecks.Refuse(0, this, index, 0, _length);
        return new(Pointer + index, _length - index);
    }

    /// <summary><paramref name="subViewLength"/> elements from <paramref name="index"/>. Kernels on a device check the range in checked mode only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the view.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView<T> SubView(int index, int subViewLength)
    {
        if (ViewChecks.OnRanges && !ViewChecks.Holds(index, subViewLength, _length)) return ViewChecks.Refuse(0, this, index, subViewLength, _length);
        return new(Pointer + index, subViewLength);
    }

    /// <summary><paramref name="subViewLength"/> elements from <paramref name="index"/>. Kernels on a device check the range in checked mode only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the view.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView<T> SubView(long index, long subViewLength)
    {
        if (ViewChecks.OnRanges && !ViewChecks.Holds(index, subViewLength, _length)) return ViewChecks.Refuse(0, this, index, subViewLength, _length);
        return new(Pointer + index, subViewLength);
    }

    /// <summary>The same bytes as elements of another type; a rest that fills no element is cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ArrayView<TOther> Cast<TOther>()
        where TOther : unmanaged
        => new((TOther*)Pointer, _length * sizeof(T) / sizeof(TOther));

    ArrayView<byte> IContiguousArrayView.AsRawArrayView() => Cast<byte>();

    /// <summary>The one-dimensional dense view of the same elements.</summary>
    public static implicit operator ArrayView1D<T, Stride1D.Dense>(ArrayView<T> view) => new(view, view.Extent, default);

    /// <summary>The elements of a one-dimensional dense view.</summary>
    public static implicit operator ArrayView<T>(ArrayView1D<T, Stride1D.Dense> view) => view.BaseView;

    /// <summary>Element type and length.</summary>
    public override string ToString() => $"ArrayView<{typeof(T).Name}>[{_length}]";
}
