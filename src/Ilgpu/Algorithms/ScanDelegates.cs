using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Whether a scan's results hold their own element.</summary>
public enum ScanKind
{
    /// <summary>output[i] = input[0] op ... op input[i].</summary>
    Inclusive,

    /// <summary>output[i] = input[0] op ... op input[i - 1]; the identity at first.</summary>
    Exclusive,
}

/// <summary>A scan with the caller's temporary memory. Input and output may be the same view.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStrideIn">The input's stride.</typeparam>
/// <typeparam name="TStrideOut">The output's stride.</typeparam>
public delegate void Scan<T, TStrideIn, TStrideOut>(
    AcceleratorStream stream, ArrayView1D<T, TStrideIn> input, ArrayView1D<T, TStrideOut> output, ArrayView<int> temp)
    where T : unmanaged
    where TStrideIn : struct, IStride1D
    where TStrideOut : struct, IStride1D;

/// <summary>A scan with its provider's temporary memory. Input and output may be the same view.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStrideIn">The input's stride.</typeparam>
/// <typeparam name="TStrideOut">The output's stride.</typeparam>
public delegate void BufferedScan<T, TStrideIn, TStrideOut>(
    AcceleratorStream stream, ArrayView1D<T, TStrideIn> input, ArrayView1D<T, TStrideOut> output)
    where T : unmanaged
    where TStrideIn : struct, IStride1D
    where TStrideOut : struct, IStride1D;
