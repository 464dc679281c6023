using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

internal sealed partial class GpuBackend
{
    /// <inheritdoc/>
    public void Update<TOp>(ReadOnlySpan<UpdateItem<TOp>> items) where TOp : unmanaged, IUpdate
    {
        foreach (ref readonly var item in items)
        {
            if (item.Parameter.Layout.Count == 0) continue;
            if (item.Parameter.DType == DType.Float32) Update<TOp, F32>(item);
            else Update<TOp, F64>(item);
        }
    }

    private void Update<TOp, N>(in UpdateItem<TOp> item) where TOp : unmanaged, IUpdate where N : unmanaged, IReal<N>
    {
        int slots = item.Op.Slots;
        var p = View<N>(item.Parameter);
        LoadedKernel<UpdateTag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, TOp>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, TOp>(UpdateKernels.Run))(
            item.Parameter.Layout.Count, p, View<N>(item.Gradient), slots > 0 ? View<N>(item.First) : p, slots > 1 ? View<N>(item.Second) : p, slots > 2 ? View<N>(item.Third) : p, item.Op);
        Keep(item.Parameter, item.Gradient, item.First, item.Second);
        Keep(item.Third, item.Third);
    }

    private readonly struct UpdateTag;
}
