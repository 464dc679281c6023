using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ILGPU.Runtime;

/// <summary>Host memory that the driver copies from and to directly, without waiting for the processor.</summary>
/// <typeparam name="T">The element type.</typeparam>
public abstract unsafe class PageLockedArray<T> : IDisposable
    where T : unmanaged
{
    private readonly DeviceMemory? memory;

    // No memory: the empty array.
    private protected PageLockedArray()
    {
    }

    private protected PageLockedArray(Accelerator accelerator, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        memory = accelerator.AllocateHostMemory(checked(length * sizeof(T)));
        Length = length;
    }

    /// <summary>The number of elements.</summary>
    public long Length { get; }

    /// <summary>The elements.</summary>
    public Span<T> Span => new(Pointer, checked((int)Length));

    /// <summary>Enumerates the elements.</summary>
    public Span<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    /// <summary>The elements as a view of host memory.</summary>
    public ArrayView<T> ArrayView => new(Pointer, Length);

    private protected T* Pointer
    {
        get
        {
            if (memory is null)
                return null;
            ObjectDisposedException.ThrowIf(memory.IsFreed, this);
            return (T*)memory.Address;
        }
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        memory?.Free();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Page-locked memory with indices of one dimension.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed unsafe class PageLockedArray1D<T> : PageLockedArray<T>
    where T : unmanaged
{
    /// <summary>The array without elements.</summary>
    public static readonly PageLockedArray1D<T> Empty = new();

    private PageLockedArray1D()
    {
    }

    internal PageLockedArray1D(Accelerator accelerator, long length)
        : base(accelerator, length)
    {
    }

    /// <summary>The number of elements.</summary>
    public LongIndex1D Extent => Length;

    /// <summary>The element at <paramref name="index"/>.</summary>
    public ref T this[int index] => ref this[(long)index];

    /// <summary>The element at <paramref name="index"/>.</summary>
    public ref T this[long index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
            return ref Pointer[index];
        }
    }

    /// <summary>The elements in a new array.</summary>
    public T[] GetArray() => Span.ToArray();
}

/// <summary>Page-locked memory with indices (x, y), y side by side as in an array of .NET.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed unsafe class PageLockedArray2D<T> : PageLockedArray<T>
    where T : unmanaged
{
    /// <summary>The array without elements.</summary>
    public static readonly PageLockedArray2D<T> Empty = new();

    private PageLockedArray2D()
    {
    }

    internal PageLockedArray2D(Accelerator accelerator, LongIndex2D extent)
        : base(accelerator, extent.Size)
    {
        Extent = extent;
    }

    /// <summary>The number of elements in each dimension.</summary>
    public LongIndex2D Extent { get; }

    /// <summary>The element at (x, y).</summary>
    public ref T this[int x, int y] => ref this[(long)x, y];

    /// <summary>The element at (x, y).</summary>
    public ref T this[long x, long y]
    {
        get
        {
            if (!new LongIndex2D(x, y).InBounds(Extent))
                throw new ArgumentOutOfRangeException(nameof(x), $"({x}, {y}) lies outside of an array of extent {Extent}.");
            return ref Pointer[x * Extent.Y + y];
        }
    }

    /// <summary>The elements in a new array.</summary>
    public T[,] GetArray()
    {
        var array = new T[Extent.X, Extent.Y];
        Span.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length));
        return array;
    }
}

/// <summary>Page-locked memory with indices (x, y, z), z side by side as in an array of .NET.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed unsafe class PageLockedArray3D<T> : PageLockedArray<T>
    where T : unmanaged
{
    /// <summary>The array without elements.</summary>
    public static readonly PageLockedArray3D<T> Empty = new();

    private PageLockedArray3D()
    {
    }

    internal PageLockedArray3D(Accelerator accelerator, LongIndex3D extent)
        : base(accelerator, extent.Size)
    {
        Extent = extent;
    }

    /// <summary>The number of elements in each dimension.</summary>
    public LongIndex3D Extent { get; }

    /// <summary>The element at (x, y, z).</summary>
    public ref T this[int x, int y, int z] => ref this[(long)x, y, z];

    /// <summary>The element at (x, y, z).</summary>
    public ref T this[long x, long y, long z]
    {
        get
        {
            if (!new LongIndex3D(x, y, z).InBounds(Extent))
                throw new ArgumentOutOfRangeException(nameof(x), $"({x}, {y}, {z}) lies outside of an array of extent {Extent}.");
            return ref Pointer[(x * Extent.Y + y) * Extent.Z + z];
        }
    }

    /// <summary>The elements in a new array.</summary>
    public T[,,] GetArray()
    {
        var array = new T[Extent.X, Extent.Y, Extent.Z];
        Span.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length));
        return array;
    }
}

/// <summary>Allocates page-locked memory.</summary>
public static class PageLockedArrayExtensions
{
    /// <summary>Page-locked memory, set to zero.</summary>
    public static PageLockedArray1D<T> AllocatePageLocked1D<T>(this Accelerator accelerator, LongIndex1D extent)
        where T : unmanaged
        => AllocatePageLocked1D<T>(accelerator, extent, uninitialized: false);

    /// <summary>Page-locked memory; with <paramref name="uninitialized"/> its content is undefined.</summary>
    public static PageLockedArray1D<T> AllocatePageLocked1D<T>(this Accelerator accelerator, LongIndex1D extent, bool uninitialized)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var array = new PageLockedArray1D<T>(accelerator, extent.X);
        if (!uninitialized)
            array.Span.Clear();
        return array;
    }

    /// <summary>Page-locked memory of (x, y) elements, set to zero.</summary>
    public static PageLockedArray2D<T> AllocatePageLocked2D<T>(this Accelerator accelerator, in LongIndex2D extent)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var array = new PageLockedArray2D<T>(accelerator, extent);
        array.Span.Clear();
        return array;
    }

    /// <summary>Page-locked memory of (x, y, z) elements, set to zero.</summary>
    public static PageLockedArray3D<T> AllocatePageLocked3D<T>(this Accelerator accelerator, in LongIndex3D extent)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var array = new PageLockedArray3D<T>(accelerator, extent);
        array.Span.Clear();
        return array;
    }
}
