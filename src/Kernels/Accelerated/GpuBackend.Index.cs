using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

internal sealed partial class GpuBackend
{
    /// <summary>Threads that a scatter should have at least, where its target is large enough.</summary>
    private const int ScatterThreads = 512;

    /// <inheritdoc/>
    public void Gather(in Operand x, in Operand index, in Operand y, int dim)
    {
        if (y.Layout.Count == 0) return;
        switch (y.DType.Size())
        {
            case 1: Gather<byte>(x, index, y, dim); break;
            case 4: Gather<int>(x, index, y, dim); break;
            default: Gather<long>(x, index, y, dim); break;
        }
    }

    /// <inheritdoc/>
    public void ScatterAdd(in Operand y, in Operand index, in Operand x, int dim)
    {
        if (x.Layout.Count == 0) return;
        switch (y.DType)
        {
            case DType.Float32: ScatterAdd<F32>(y, index, x, dim); break;
            case DType.Float64: ScatterAdd<F64>(y, index, x, dim); break;
            case DType.Int32: ScatterAdd<I32>(y, index, x, dim); break;
            case DType.Int64: ScatterAdd<I64>(y, index, x, dim); break;
            default: ScatterAdd<U8>(y, index, x, dim); break;
        }
    }

    /// <inheritdoc/>
    public void Require<TOp>(TOp relation, in Operand a, in Operand b, string otherwise) where TOp : struct, IRelation
    {
        switch (a.DType)
        {
            case DType.Float32: Require<TOp, Conversion, F32>(relation, a, b, otherwise); break;
            case DType.Float64: Require<TOp, Conversion, F64>(relation, a, b, otherwise); break;
            case DType.Int32: Require<TOp, Conversion, I32>(relation, a, b, otherwise); break;
            case DType.Int64: Require<TOp, Conversion, I64>(relation, a, b, otherwise); break;
            default: Require<TOp, Conversion, U8>(relation, a, b, otherwise); break;
        }
    }

    private void Require<TOp, TConversion, N>(TOp relation, in Operand a, in Operand b, string otherwise)
        where TOp : struct, IRelation where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        if (a.Layout.Count == 0) return;
        var walk = Walk.Over(a.Layout.Dense(), a.Layout, b.Layout, b.Layout);
        LoadedKernel<IndexTag, Action<Index1D, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, TOp, int, ArrayView<int>>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, Shape, Steps, Steps, TOp, int, ArrayView<int>>(IndexKernels.Require<TOp, TConversion, N>))(
            a.Layout.Count, View<N>(a), View<N>(b), walk.Shape, walk.Second, walk.Third, relation, Requirements.Number(otherwise), _error);
        _mayHaveFailed = true;
        Keep(a, b);
    }

    private void Gather<T>(in Operand x, in Operand index, in Operand y, int dim) where T : unmanaged
    {
        // Along the dimension x does not move with y: the index says where to read.
        Walk walk = default;
        for (int d = y.Layout.Rank - 1; d >= 0; d--)
            walk.Add(y.Layout.Sizes[d], y.Layout.Strides[d], d == dim ? 0 : x.Layout.Strides[d], index.Layout.Strides[d]);
        walk = walk.Closed();
        LoadedKernel<IndexTag, Action<Index1D, ArrayView<T>, ArrayView<long>, ArrayView<T>, Shape, Steps, Steps, Steps, IndexBound, ArrayView<int>>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<T>, ArrayView<long>, ArrayView<T>, Shape, Steps, Steps, Steps, IndexBound, ArrayView<int>>(IndexKernels.Gather))(
            y.Layout.Count, View<T>(x), View<long>(index), View<T>(y), walk.Shape, walk.Second, walk.Third, walk.First, Bound(IndexedOperation.Gather, x.Layout, dim), _error);
        _mayHaveFailed = true;
        Keep(x, index, y);
    }

    private void ScatterAdd<N>(in Operand y, in Operand index, in Operand x, int dim) where N : unmanaged, INum<N>
    {
        Walk lanes = default;
        for (int d = x.Layout.Rank - 1; d >= 0; d--)
            if (d != dim)
                lanes.Add(x.Layout.Sizes[d], x.Layout.Strides[d], index.Layout.Strides[d], y.Layout.Strides[d]);
        lanes = lanes.Closed();
        Along along = new() { Count = x.Layout.Sizes[dim], X = x.Layout.Strides[dim], Index = index.Layout.Strides[dim] };
        int count = x.Layout.Count / along.Count;
        int parts = Math.Clamp(ScatterThreads / count, 1, Math.Max(1, y.Layout.Sizes[dim]));
        LoadedKernel<IndexTag, Action<Index1D, ArrayView<N>, ArrayView<long>, ArrayView<N>, Shape, Steps, Steps, Steps, Along, int, IndexBound, ArrayView<int>>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<long>, ArrayView<N>, Shape, Steps, Steps, Steps, Along, int, IndexBound, ArrayView<int>>(IndexKernels.ScatterAdd))(
            count * parts, View<N>(x), View<long>(index), View<N>(y), lanes.Shape, lanes.First, lanes.Second, lanes.Third, along, parts, Bound(IndexedOperation.ScatterAdd, y.Layout, dim), _error);
        _mayHaveFailed = true;
        Keep(y, index, x);
    }

    private static IndexBound Bound(IndexedOperation operation, Layout indexed, int dim) =>
        new() { Operation = (int)operation, Dim = dim, Size = indexed.Sizes[dim], Step = indexed.Strides[dim] };

    private readonly struct IndexTag;
}
