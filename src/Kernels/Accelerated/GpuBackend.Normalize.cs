using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

internal sealed partial class GpuBackend
{
    /// <inheritdoc/>
    public void Normalize<TOp>(TOp op, in Operand a, in Operand b, in Operand y, int dim) where TOp : struct, INormalization
    {
        if (y.Layout.Count == 0) return;
        var frame = new RowFrame(y.Layout, dim);
        Operand first = a, second = b;
        if (frame.Length > ReductionOrder.Chunk || !ComposedNormalization.TryArrange(this, op, ref first, ref second, y))
            ComposedNormalization.Run(this, op, first, second, y, dim);
        else if (y.DType == DType.Float32) Normalize<TOp, F32>(op, first, second, y, frame);
        else Normalize<TOp, F64>(op, first, second, y, frame);
    }

    private void Normalize<TOp, N>(TOp op, in Operand a, in Operand b, in Operand y, in RowFrame frame) where TOp : struct, INormalization where N : unmanaged, IReal<N>
    {
        RowPlan plan = new() { Length = frame.Length, Step = frame.Inner };
        ArrayView<N> first = View<N>(a), second = op.TakesLargest ? first : View<N>(b), to = View<N>(y);
        if (frame.Length <= ShortFold || (frame.Inner > 1 && frame.Rows >= ManyResults))
            LoadedKernel<NormalizeTag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, RowPlan, TOp>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
                Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, RowPlan, TOp>(NormalizationKernels.ByThread))(frame.Rows, first, second, to, plan, op);
        else
            LoadedKernel<NormalizeTag, Action<KernelConfig, ArrayView<N>, ArrayView<N>, ArrayView<N>, RowPlan, TOp>>.On(this, static a => a.LoadStreamKernel<
                ArrayView<N>, ArrayView<N>, ArrayView<N>, RowPlan, TOp>(NormalizationKernels.ByGroup))(Groups(frame.Rows), first, second, to, plan, op);
        Keep(a, b, y);
    }

    private readonly struct NormalizeTag;
}
