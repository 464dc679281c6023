namespace ILGPU.Algorithms;

/// <summary>Arrays with indices of views, in host code and kernels.</summary>
public static class ArrayExtensions
{
    /// <summary>The number of elements.</summary>
    public static Index1D GetExtent<T>(this T[] array) => array.Length;

    /// <summary>The number of elements in each dimension.</summary>
    public static Index2D GetExtent<T>(this T[,] array) => new(array.GetLength(0), array.GetLength(1));

    /// <summary>The number of elements in each dimension.</summary>
    public static Index3D GetExtent<T>(this T[,,] array) => new(array.GetLength(0), array.GetLength(1), array.GetLength(2));

    /// <summary>The element at <paramref name="index"/>.</summary>
    public static T GetValue<T>(this T[] array, Index1D index) => array[index.X];

    /// <summary>The element at <paramref name="index"/>.</summary>
    public static T GetValue<T>(this T[,] array, Index2D index) => array[index.X, index.Y];

    /// <summary>The element at <paramref name="index"/>.</summary>
    public static T GetValue<T>(this T[,,] array, Index3D index) => array[index.X, index.Y, index.Z];

    /// <summary>Sets the element at <paramref name="index"/>.</summary>
    public static void SetValue<T>(this T[] array, T value, Index1D index) => array[index.X] = value;

    /// <summary>Sets the element at <paramref name="index"/>.</summary>
    public static void SetValue<T>(this T[,] array, T value, Index2D index) => array[index.X, index.Y] = value;

    /// <summary>Sets the element at <paramref name="index"/>.</summary>
    public static void SetValue<T>(this T[,,] array, T value, Index3D index) => array[index.X, index.Y, index.Z] = value;
}
