using System.Reflection;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Translation;

/// <summary>
/// Arrays that a kernel makes for itself, or reads as constants: views of memory of the item or of the program. What arrays can do is
/// written here as C# over views and translated like kernel code.
/// </summary>
internal static class ArrayLibrary
{
    /// <summary>The view that stands for an array type.</summary>
    public static Type ViewOf(Type array)
    {
        var element = array.GetElementType()!;
        return array.GetArrayRank() switch
        {
            1 => typeof(ArrayView<>).MakeGenericType(element),
            2 => typeof(ArrayView2D<,>).MakeGenericType(element, typeof(Stride2D.DenseY)),
            3 => typeof(ArrayView3D<,>).MakeGenericType(element, typeof(Stride3D.DenseZY)),
            _ => throw new TranslationException($"an array of {array.GetArrayRank()} dimensions", "use at most three, or compute the index"),
        };
    }

    /// <summary>One of the methods below, closed over the element type.</summary>
    public static MethodInfo Method(string name, Type element) =>
        typeof(ArrayLibrary).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(element);

    private static void Clear1<T>(ArrayView<T> view)
        where T : unmanaged
    {
        for (int i = 0; i < view.Length; i++) view[i] = default;
    }

    private static ArrayView2D<T, Stride2D.DenseY> Make2<T>(ArrayView<T> view, int x, int y)
        where T : unmanaged
        => new(view, new LongIndex2D(x, y), new Stride2D.DenseY(y));

    private static ArrayView3D<T, Stride3D.DenseZY> Make3<T>(ArrayView<T> view, int x, int y, int z)
        where T : unmanaged
        => new(view, new LongIndex3D(x, y, z), new Stride3D.DenseZY(y * z, z));

    private static ref T Address2<T>(ArrayView2D<T, Stride2D.DenseY> array, int x, int y)
        where T : unmanaged
        => ref array[x, y];

    private static ref T Address3<T>(ArrayView3D<T, Stride3D.DenseZY> array, int x, int y, int z)
        where T : unmanaged
        => ref array[new Index3D(x, y, z)];

    private static int GetLength1<T>(ArrayView<T> array, int dimension)
        where T : unmanaged
        => array.IntLength;

    private static int GetLength2<T>(ArrayView2D<T, Stride2D.DenseY> array, int dimension)
        where T : unmanaged
        => dimension == 0 ? array.IntExtent.X : array.IntExtent.Y;

    private static int GetLength3<T>(ArrayView3D<T, Stride3D.DenseZY> array, int dimension)
        where T : unmanaged
        => dimension == 0 ? array.IntExtent.X : dimension == 1 ? array.IntExtent.Y : array.IntExtent.Z;

    private static int UpperBound1<T>(ArrayView<T> array, int dimension)
        where T : unmanaged
        => GetLength1(array, dimension) - 1;

    private static int UpperBound2<T>(ArrayView2D<T, Stride2D.DenseY> array, int dimension)
        where T : unmanaged
        => GetLength2(array, dimension) - 1;

    private static int UpperBound3<T>(ArrayView3D<T, Stride3D.DenseZY> array, int dimension)
        where T : unmanaged
        => GetLength3(array, dimension) - 1;

    private static int Length1<T>(ArrayView<T> array)
        where T : unmanaged
        => array.IntLength;

    private static int Length2<T>(ArrayView2D<T, Stride2D.DenseY> array)
        where T : unmanaged
        => array.IntLength;

    private static int Length3<T>(ArrayView3D<T, Stride3D.DenseZY> array)
        where T : unmanaged
        => array.IntLength;
}
