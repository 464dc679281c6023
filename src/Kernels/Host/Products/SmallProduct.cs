using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Products so small that the setting up of vectors would be most of the work. One element at a time, in the same order.</summary>
internal static unsafe class SmallProduct<T> where T : unmanaged
{
    private const int MostWork = 256;

    /// <summary>True when a product is that small. Every chain of a vector product has one element then.</summary>
    public static bool Fits(long work, int k) => work <= MostWork && k <= ReductionOrder.DotChains;

    /// <summary>y = a @ b</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Run(Matrix<T> a, Matrix<T> b, Matrix<T> y, int m, int columns, int k)
    {
        T* chains = stackalloc T[ReductionOrder.DotChains];
        bool vector = m == 1 || columns == 1;
        for (int i = 0; i < m; i++)
            for (int j = 0; j < columns; j++)
            {
                T* left = a.At(i, 0), right = b.At(0, j);
                T sum = default;
                for (int at = 0; at < k; at++, left += a.ColumnStride, right += b.RowStride)
                    if (vector) chains[at] = Elements.Fma(*left, *right, default);
                    else sum = Elements.Fma(*left, *right, sum);
                *y.At(i, j) = vector ? Tree(chains, k) : sum;
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Tree(T* chains, int count)
    {
        for (int half = ReductionOrder.DotChains / 2; half > 0; half /= 2)
        {
            for (int j = 0; j < half && j + half < count; j++) chains[j] = Elements.Add(chains[j], chains[j + half]);
            count = Math.Min(count, half);
        }
        return *chains;
    }
}
