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
        if (items.IsEmpty) return;
        if (items[0].Parameter.DType == DType.Float32) Update<TOp, F32>(items);
        else Update<TOp, F64>(items);
    }

    private void Update<TOp, N>(ReadOnlySpan<UpdateItem<TOp>> items) where TOp : unmanaged, IUpdate where N : unmanaged, IReal<N>
    {
        Span<UpdateTensor<TOp, N>> tensors = new UpdateTensor<TOp, N>[UpdateKernels.Tensors];
        int count = 0, end = 0;
        foreach (ref readonly var item in items)
        {
            int elements = item.Parameter.Layout.Count;
            if (elements == 0) continue;
            if (count == tensors.Length || end > int.MaxValue - elements)
            {
                Launch(tensors, count, end);
                (count, end) = (0, 0);
            }
            tensors[count++] = TensorOf<TOp, N>(item, end += elements);
        }
        if (count > 0) Launch(tensors, count, end);
        foreach (ref readonly var item in items)
        {
            Keep(item.Parameter, item.Gradient, item.First, item.Second);
            Keep(item.Third, item.Third);
        }
    }

    private void Launch<TOp, N>(Span<UpdateTensor<TOp, N>> tensors, int count, int end) where TOp : unmanaged, IUpdate where N : unmanaged, IReal<N>
    {
        // Absent ones begin where the last one ends.
        tensors[count..].Fill(tensors[count - 1]);
        LoadedKernel<UpdateTag, Action<Index1D, UpdateTensor<TOp, N>, UpdateTensor<TOp, N>, UpdateTensor<TOp, N>, UpdateTensor<TOp, N>>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, UpdateTensor<TOp, N>, UpdateTensor<TOp, N>, UpdateTensor<TOp, N>, UpdateTensor<TOp, N>>(UpdateKernels.Run))(end, tensors[0], tensors[1], tensors[2], tensors[3]);
    }

    private static UpdateTensor<TOp, N> TensorOf<TOp, N>(in UpdateItem<TOp> item, int end) where TOp : unmanaged, IUpdate where N : unmanaged, IReal<N>
    {
        int slots = item.Op.Slots;
        var p = View<N>(item.Parameter);
        return new()
        {
            P = p, G = View<N>(item.Gradient), A = slots > 0 ? View<N>(item.First) : p, B = slots > 1 ? View<N>(item.Second) : p, C = slots > 2 ? View<N>(item.Third) : p,
            Op = item.Op, End = end,
        };
    }

    private readonly struct UpdateTag;
}
