using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Cuts temporary memory front to back into views. Each begins at a whole integer: allocate long elements before short ones.</summary>
public struct TempViewManager
{
    /// <summary>Cuts <paramref name="tempView"/>; <paramref name="paramName"/> is named in errors.</summary>
    /// <exception cref="ArgumentNullException">The view has no memory.</exception>
    public TempViewManager(ArrayView<int> tempView, string paramName)
    {
        if (!tempView.IsValid)
            throw new ArgumentNullException(paramName, "The temporary view has no memory.");
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

    /// <summary>The next <paramref name="length"/> elements, in whole integers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The memory is too small.</exception>
    /// <exception cref="InvalidOperationException">Numbers of 8 bytes would begin at an odd integer.</exception>
    public ArrayView<T> Allocate<T>(long length)
        where T : unmanaged
    {
        long size = Interop.ComputeRelativeSizeOf<int, T>(length), start = NumInts;
        if (start + size > TempView.Length)
        {
            throw new ArgumentOutOfRangeException(
                ParamName, TempView.Length, $"The temporary memory has {TempView.Length} integers; more than {start + size - 1} are needed.");
        }

        if (typeof(T).IsPrimitive && start * sizeof(int) % Interop.SizeOf<T>() != 0 && Interop.SizeOf<T>() > sizeof(int))
        {
            throw new InvalidOperationException(
                $"{typeof(T).Name} needs addresses that are multiples of {Interop.SizeOf<T>()} bytes, and {start * sizeof(int)} bytes are taken. Allocate longer elements first.");
        }

        NumInts = start + size;
        return TempView.SubView(start, size).Cast<T>().SubView(0, length);
    }

    /// <summary>The next element.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The memory is too small.</exception>
    /// <exception cref="InvalidOperationException">A number of 8 bytes would begin at an odd integer.</exception>
    public VariableView<T> Allocate<T>()
        where T : unmanaged
        => new(Allocate<T>(1));
}
