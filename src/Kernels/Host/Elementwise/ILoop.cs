namespace Gpu.Kernels.Host;

/// <summary>The inner loop of an elementwise operation: n elements of a contiguous output from up to three inputs, each of which is contiguous or a single element.</summary>
/// <remarks>Loops are never inlined. Into a caller that the runtime optimizes later, they would come with what is left of its budget for inlining: the operations inside would become calls,
/// and a sigmoid six times slower some seconds after the start.</remarks>
internal unsafe interface ILoop
{
    /// <summary>y[i] = f(a[i], b[i], c[i]) for i &lt; n. Bit k of <paramref name="stays"/>: input k is a single element. Inputs that the operation lacks are not read.</summary>
    void Run(byte* a, byte* b, byte* c, byte* y, int stays, int n);
}
