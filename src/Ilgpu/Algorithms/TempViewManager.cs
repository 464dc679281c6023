using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Cuts temporary memory front to back into views; each begins at a multiple of its element's size, up to 8 bytes.</summary>
public struct TempViewManager
{
    private const int Alignment = 2;

    /// <summary>Cuts <paramref name="tempView"/>; <paramref name="paramName"/> is named in errors.</summary>
    public TempViewManager(ArrayView<int> tempView, string paramName)
    {
        TempView = tempView;
        ParamName = paramName;
        NumInts = 0;
    }

    /// <summary>The whole memory.</summary>
    public ArrayView<int> TempView { get; }

    /// <summary>What errors call it.</summary>
    public string ParamName { get; }

    /// <summary>How many integers are taken.</summary>
    public long NumInts { get; private set; }

    /// <summary>The next <paramref name="length"/> elements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The memory is too small.</exception>
    public ArrayView<T> Allocate<T>(long length)
        where T : unmanaged
    {
        long size = Ints<T>(length), start = NumInts;
        if (start + size > TempView.Length)
        {
            throw new ArgumentOutOfRangeException(
                ParamName, TempView.Length, $"The temporary memory has {TempView.Length} integers; more than {start + size - 1} are needed.");
        }

        // A view that ends at the memory's end needs no room behind it.
        NumInts = Math.Min(TempView.Length, start + Size<T>(length));
        return TempView.SubView(start, size).Cast<T>().SubView(0, length);
    }

    /// <summary>The next element.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The memory is too small.</exception>
    public VariableView<T> Allocate<T>()
        where T : unmanaged
        => new(Allocate<T>(1));

    /// <summary>The integers that a view takes, the room behind it included.</summary>
    internal static long Size<T>(long length)
        where T : unmanaged
        => (Ints<T>(length) + Alignment - 1) / Alignment * Alignment;

    private static long Ints<T>(long elements)
        where T : unmanaged
        => (elements * Unsafe.SizeOf<T>() + sizeof(int) - 1) / sizeof(int);
}
