namespace Gpu.Kernels;

/// <summary>The fixed shape of every reduction and product, which makes their bits the same on every device. It depends on the
/// logical sizes only: never on layout, threads or group size.</summary>
/// <remarks>
/// <para>Reduction of x[0..n), n at most <see cref="Chunk"/>: min(n, 256) partial results, partial j = x[j] ∘ x[j + 256] ∘ x[j + 512] ...
/// in that order, absent elements skipped; then a halving tree: for s = 128, 64, ... 1, for j &lt; s, where j + s exists:
/// p[j] = p[j] ∘ p[j + s]; the result is p[0]. Longer inputs are cut into consecutive chunks of <see cref="Chunk"/> elements (the last one
/// may be shorter), and the results of the chunks are reduced by the same rule again. Over several dimensions, elements are
/// numbered in row-major order of the reduced dimensions.</para>
/// <para>Matrix product c[i, j] = Σₖ a[i, k] b[k, j]: k runs in chunks of <see cref="ProductChunk"/>; each chunk is a chain
/// s = fma(a, b, s) from s = 0 in order of k; the chunk sums are added in order, from the first chunk's sum.
/// Where M = 1 or N = 1: min(K, 64) chains over all of k, chain j taking k = j, j + 64, ... from 0 in order, then a
/// halving tree from s = 32 like the one above. An empty product (K = 0) is 0.</para>
/// </remarks>
public static class ReductionOrder
{
    /// <summary>Strided partial results of a chunk.</summary>
    public const int Partials = 256;

    /// <summary>Elements of a chunk.</summary>
    public const int Chunk = 16384;

    /// <summary>Length of a chain in a matrix product.</summary>
    public const int ProductChunk = 512;

    /// <summary>Chains of a vector product.</summary>
    public const int DotChains = 64;
}
