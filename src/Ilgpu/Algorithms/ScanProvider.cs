using ILGPU.Algorithms.ScanReduceOperations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Scans with temporary memory of their own. One scan at a time.</summary>
public sealed class ScanProvider : AlgorithmObject
{
    private readonly MemoryBuffer1D<int, Stride1D.Dense> temp;

    internal ScanProvider(Accelerator accelerator, LongIndex1D tempLength)
        : base(accelerator)
    {
        temp = accelerator.Allocate1D<int>(Math.Max(1, tempLength.X));
    }

    /// <summary>Loads the kernels of a scan.</summary>
    public BufferedScan<T, TStrideIn, TStrideOut> CreateScan<T, TStrideIn, TStrideOut, TScanOperation>(ScanKind kind)
        where T : unmanaged
        where TStrideIn : struct, IStride1D
        where TStrideOut : struct, IStride1D
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        var scan = Accelerator.CreateScan<T, TStrideIn, TStrideOut, TScanOperation>(kind);
        return (stream, input, output) => scan(stream, input, output, temp.View.AsContiguous());
    }

    private protected override void Release() => temp.Dispose();
}
