namespace Gpu.Kernels.Tests.Backend;

/// <summary>The documented orders of <see cref="ReductionOrder"/>, one element at a time.</summary>
internal static class Reference
{
    /// <summary>Folds the dimensions where <paramref name="results"/> has 1.</summary>
    public static T[] Reduce<T>(T[] x, int[] sizes, int[] results, Func<T, T, T> combine, T identity)
    {
        var groups = Groups(x, sizes, results);
        return [.. groups.Select(g => g.Count == 0 ? identity : Fold([.. g], combine))];
    }

    /// <summary>The elements that fold into each result, in row-major order of the folded dimensions.</summary>
    public static List<T>[] Groups<T>(T[] x, int[] sizes, int[] results)
    {
        int count = results.Aggregate(1, (a, b) => a * b);
        var groups = new List<T>[count];
        for (int i = 0; i < count; i++) groups[i] = [];
        for (int i = 0; i < x.Length; i++)
        {
            int rest = i, target = 0, stride = 1;
            for (int d = sizes.Length - 1; d >= 0; d--)
            {
                (rest, int at) = Math.DivRem(rest, sizes[d]);
                if (results[d] == 1) continue;
                target += at * stride;
                stride *= results[d];
            }
            groups[target].Add(x[i]);
        }
        return groups;
    }

    public static T Fold<T>(T[] x, Func<T, T, T> combine)
    {
        if (x.Length <= ReductionOrder.Chunk) return FoldChunk(x, combine);
        return Fold([.. x.Chunk(ReductionOrder.Chunk).Select(chunk => FoldChunk(chunk, combine))], combine);
    }

    private static T FoldChunk<T>(T[] x, Func<T, T, T> combine)
    {
        var p = x[..Math.Min(x.Length, ReductionOrder.Partials)];
        for (int i = p.Length; i < x.Length; i++) p[i % ReductionOrder.Partials] = combine(p[i % ReductionOrder.Partials], x[i]);
        return Tree(p, ReductionOrder.Partials / 2, combine);
    }

    private static T Tree<T>(T[] p, int half, Func<T, T, T> combine)
    {
        for (int s = half; s > 0; s /= 2)
            for (int j = 0; j < s && j + s < p.Length; j++)
                p[j] = combine(p[j], p[j + s]);
        return p[0];
    }

    /// <summary>One result of a matrix product.</summary>
    /// <param name="a">A row of the left operand.</param>
    /// <param name="b">A column of the right operand.</param>
    /// <param name="vector">True where the left operand has one row or the right one has one column.</param>
    /// <param name="fma">a b + c with one rounding.</param>
    /// <param name="add">a + b.</param>
    public static T Dot<T>(T[] a, T[] b, bool vector, Func<T, T, T, T> fma, Func<T, T, T> add) where T : struct
    {
        if (a.Length == 0) return default;
        if (vector)
        {
            var chains = new T[Math.Min(a.Length, ReductionOrder.DotChains)];
            for (int k = 0; k < a.Length; k++) chains[k % chains.Length] = fma(a[k], b[k], chains[k % chains.Length]);
            return Tree(chains, ReductionOrder.DotChains / 2, add);
        }
        T total = default;
        for (int from = 0; from < a.Length; from += ReductionOrder.ProductChunk)
        {
            T sum = default;
            for (int k = from; k < Math.Min(a.Length, from + ReductionOrder.ProductChunk); k++) sum = fma(a[k], b[k], sum);
            total = from == 0 ? sum : add(total, sum);
        }
        return total;
    }
}
