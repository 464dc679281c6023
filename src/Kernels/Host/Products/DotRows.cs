using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>y[i] = Σₖ x[i, k] v[k] over dense rows: several rows share each load of v. The chains of a row are neighbouring lanes.</summary>
internal static unsafe class DotRows<V, T> where V : unmanaged, ILanes<V, T> where T : unmanaged
{
    private const int Chains = ReductionOrder.DotChains;

    /// <summary>Chains that are summed at the same time: four vectors.</summary>
    private static int Width => 4 * V.Count;

    /// <summary>Computes the first <paramref name="rows"/> results.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Run(Matrix<T> x, T* v, int k, Matrix<T> y, int rows)
    {
        byte* chains = stackalloc byte[4 * Chains * sizeof(double)];
        int i = 0;
        // 32 registers hold the sums of four rows, 16 registers those of two.
        if (typeof(V) == typeof(Lanes512<T>))
            for (; i + 4 <= rows; i += 4) Some<N4>(x.At(i, 0), x.RowStride, v, k, y.At(i, 0), y.RowStride, (T*)chains);
        for (; i + 2 <= rows; i += 2) Some<N2>(x.At(i, 0), x.RowStride, v, k, y.At(i, 0), y.RowStride, (T*)chains);
        for (; i < rows; i++) Some<N1>(x.At(i, 0), x.RowStride, v, k, y.At(i, 0), y.RowStride, (T*)chains);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Some<TRows>(T* x, nint stride, T* v, int k, T* y, nint strideY, T* chains) where TRows : struct, IConstant
    {
        int full = k - k % Chains;
        T* x0 = x, x1 = x + stride, x2 = x + 2 * stride, x3 = x2 + stride;
        for (int first = 0; first < Chains; first += Width)
        {
            V p0 = V.Zero, p1 = p0, p2 = p0, p3 = p0, q0 = p0, q1 = p0, q2 = p0, q3 = p0;
            V r0 = p0, r1 = p0, r2 = p0, r3 = p0, s0 = p0, s1 = p0, s2 = p0, s3 = p0;
            for (int at = first; at < full; at += Chains)
            {
                V v0 = V.Load(v + at), v1 = V.Load(v + at + V.Count), v2 = V.Load(v + at + 2 * V.Count), v3 = V.Load(v + at + 3 * V.Count);
                Add(x0 + at, v0, v1, v2, v3, ref p0, ref p1, ref p2, ref p3);
                if (TRows.Value > 1) Add(x1 + at, v0, v1, v2, v3, ref q0, ref q1, ref q2, ref q3);
                if (TRows.Value > 2) Add(x2 + at, v0, v1, v2, v3, ref r0, ref r1, ref r2, ref r3);
                if (TRows.Value > 2) Add(x3 + at, v0, v1, v2, v3, ref s0, ref s1, ref s2, ref s3);
            }
            if (Width == Chains && full == k && k > 0)
            {
                *y = Tree(p0, p1, p2, p3);
                if (TRows.Value > 1) y[strideY] = Tree(q0, q1, q2, q3);
                if (TRows.Value > 2) y[2 * strideY] = Tree(r0, r1, r2, r3);
                if (TRows.Value > 2) y[3 * strideY] = Tree(s0, s1, s2, s3);
                return;
            }
            Store(p0, p1, p2, p3, chains + first);
            if (TRows.Value > 1) Store(q0, q1, q2, q3, chains + Chains + first);
            if (TRows.Value > 2) Store(r0, r1, r2, r3, chains + 2 * Chains + first);
            if (TRows.Value > 2) Store(s0, s1, s2, s3, chains + 3 * Chains + first);
        }
        for (int i = 0; i < TRows.Value; i++, x += stride, y += strideY, chains += Chains)
        {
            for (int at = full; at < k; at += V.Count)
            {
                T* p = chains + (at - full);
                V old = V.Load(p);
                V.Store(V.Select(V.First(k - at), V.Fma(V.Load(x + at), V.Load(v + at), old), old), p);
            }
            Fold<V, T, Plus>.Tree(default, chains, Math.Min(k, Chains), Chains / 2);
            *y = *chains;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* x, V v0, V v1, V v2, V v3, ref V s0, ref V s1, ref V s2, ref V s3)
    {
        s0 = V.Fma(V.Load(x), v0, s0);
        s1 = V.Fma(V.Load(x + V.Count), v1, s1);
        s2 = V.Fma(V.Load(x + 2 * V.Count), v2, s2);
        s3 = V.Fma(V.Load(x + 3 * V.Count), v3, s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(V s0, V s1, V s2, V s3, T* chains)
    {
        V.Store(s0, chains);
        V.Store(s1, chains + V.Count);
        V.Store(s2, chains + 2 * V.Count);
        V.Store(s3, chains + 3 * V.Count);
    }

    /// <summary>The halving tree over 64 chains in four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Tree(V s0, V s1, V s2, V s3)
    {
        V sum = s0 + s2 + (s1 + s3);
        if (sizeof(V) > 32) sum += V.Down(sum, 32);
        if (sizeof(V) > 16) sum += V.Down(sum, 16);
        sum += V.Down(sum, 8);
        if (sizeof(T) == 4) sum += V.Down(sum, 4);
        return *(T*)&sum;
    }
}
