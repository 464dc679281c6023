using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>What all algorithms ask of the views they are given.</summary>
internal static class Views
{
    /// <summary>The view, which has memory.</summary>
    public static ArrayView1D<T, TStride> Checked<T, TStride>(ArrayView1D<T, TStride> view, string name)
        where T : unmanaged
        where TStride : struct, IStride1D
        => view.IsValid || view.Length == 0 ? view : throw new ArgumentNullException(name, "The view has no memory.");

    /// <summary>The view, which has at least so many elements.</summary>
    public static ArrayView<T> Checked<T>(ArrayView<T> view, long length, string name, [CallerMemberName] string algorithm = "")
        where T : unmanaged
    {
        if (!view.IsValid && length > 0)
            throw new ArgumentNullException(name, "The view has no memory.");
        return view.Length >= length
            ? view
            : throw new ArgumentOutOfRangeException(name, view.Length, $"{algorithm} needs {length} elements of {typeof(T).Name} in '{name}'.");
    }

    /// <summary>The number of elements, for algorithms that count with 32 bits.</summary>
    public static int Count(long length, string name) => length <= int.MaxValue
        ? (int)length
        : throw new NotSupportedException($"'{name}' has {length} elements; at most {int.MaxValue} are possible.");
}
