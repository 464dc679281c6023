using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

internal sealed partial class GpuBackend
{
    /// <summary>Folds up to this length are one thread's work.</summary>
    private const int ShortFold = 32;

    /// <summary>From so many results on a thread each fills the device.</summary>
    private const int ManyResults = 1024;

    /// <inheritdoc/>
    public void Reduce<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IReduction
    {
        if (x.Storage.IsPending && TryReduceChain(op, x, y)) return;
        switch (y.DType)
        {
            case DType.Float32: Reduce<TOp, F32>(op, x, y); break;
            case DType.Float64: Reduce<TOp, F64>(op, x, y); break;
            case DType.Int32: Reduce<TOp, I32>(op, x, y); break;
            case DType.Int64: Reduce<TOp, I64>(op, x, y); break;
            default: Reduce<TOp, U8>(op, x, y); break;
        }
    }

    /// <inheritdoc/>
    public void ArgReduce(bool largest, in Operand x, in Operand y)
    {
        switch (x.DType)
        {
            case DType.Float32: ArgReduce<Conversion, F32>(largest, x, y); break;
            case DType.Float64: ArgReduce<Conversion, F64>(largest, x, y); break;
            case DType.Int32: ArgReduce<Conversion, I32>(largest, x, y); break;
            case DType.Int64: ArgReduce<Conversion, I64>(largest, x, y); break;
            default: ArgReduce<Conversion, U8>(largest, x, y); break;
        }
    }

    private void Reduce<TOp, N>(TOp op, in Operand x, in Operand y) where TOp : struct, IReduction where N : unmanaged, INum<N>
    {
        if (y.Layout.Count == 0) return;
        if (x.Layout.Count == 0)
        {
            FillWith(y, op.Identity<N>());
            return;
        }
        var plan = Plan(x.Layout, y.Layout);
        if (plan.Chunks == 1) Fold(op, View<N>(x), View<N>(y), plan);
        else
        {
            var partial = Partials(y.DType, plan, out var pass);
            Fold(op, View<N>(x), View<N>(partial), pass);
            FoldPartials<TOp, N>(op, partial, plan, y);
        }
        Keep(x, y);
    }

    /// <summary>Memory for one result a chunk, and the pass that gives them.</summary>
    private Storage Partials(DType dtype, in FoldPlan plan, out FoldPlan pass)
    {
        pass = plan;
        pass.KeptY = Walk.Dense(plan.Kept, plan.Chunks);
        return new(_device, dtype, plan.Outputs * plan.Chunks);
    }

    /// <summary>The passes after the first one: the results of the chunks are the elements of the next pass.</summary>
    private void FoldPartials<TOp, N>(TOp op, Storage partial, FoldPlan plan, in Operand y) where TOp : struct, IReduction where N : unmanaged, INum<N>
    {
        for (plan = SecondPass(plan); plan.Chunks > 1; plan = SecondPass(plan))
        {
            var next = Partials(y.DType, plan, out var pass);
            Fold(op, View<N>(partial), View<N>(next), pass);
            partial.Release();
            partial = next;
        }
        Fold(op, View<N>(partial), View<N>(y), plan);
        partial.Release();
    }

    private void Fold<TOp, N>(TOp op, ArrayView<N> x, ArrayView<N> y, in FoldPlan plan) where TOp : struct, IReduction where N : unmanaged, INum<N>
    {
        int results = plan.Outputs * plan.Chunks;
        if (IsThreadsWork(plan))
            LoadedKernel<ReduceTag, Action<Index1D, ArrayView<N>, ArrayView<N>, FoldPlan, TOp>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
                Index1D, ArrayView<N>, ArrayView<N>, FoldPlan, TOp>(FoldKernels.ByThread))(results, x, y, plan, op);
        else
            LoadedKernel<ReduceTag, Action<KernelConfig, ArrayView<N>, ArrayView<N>, FoldPlan, TOp>>.On(this, static a => a.LoadStreamKernel<
                ArrayView<N>, ArrayView<N>, FoldPlan, TOp>(FoldKernels.ByGroup))(Groups(results), x, y, plan, op);
    }

    private void ArgReduce<TConversion, N>(bool largest, in Operand x, in Operand y) where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        if (y.Layout.Count == 0) return;
        var plan = Plan(x.Layout, y.Layout);
        var elements = View<N>(x);
        var winners = ArrayView<long>.Empty;
        Storage? partial = null;
        var pass = plan;
        while (pass.Chunks > 1)
        {
            var next = new Storage(_device, DType.Int64, pass.Outputs * pass.Chunks);
            pass.KeptY = Walk.Dense(plan.Kept, pass.Chunks);
            var to = View<long>(next);
            ArgFold<TConversion, N>(elements, partial == null ? to : winners, to, pass, partial != null, largest);
            partial?.Release();
            (partial, winners) = (next, to);
            pass.Length = pass.Chunks;
            pass.Chunks = ChunksOf(pass.Length);
        }
        pass.KeptY = plan.KeptY;
        var positions = View<long>(y);
        ArgFold<TConversion, N>(elements, partial == null ? positions : winners, positions, pass, partial != null, largest);
        partial?.Release();
        Keep(x, y);
    }

    private void ArgFold<TConversion, N>(ArrayView<N> x, ArrayView<long> winners, ArrayView<long> y, in FoldPlan plan, bool secondPass, bool largest)
        where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        int results = plan.Outputs * plan.Chunks;
        ArgMode mode = new() { SecondPass = secondPass ? 1 : 0, Largest = largest ? 1 : 0 };
        if (IsThreadsWork(plan))
            LoadedKernel<ReduceTag, Action<Index1D, ArrayView<N>, ArrayView<long>, ArrayView<long>, FoldPlan, ArgMode>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
                Index1D, ArrayView<N>, ArrayView<long>, ArrayView<long>, FoldPlan, ArgMode>(ArgKernels.ByThread<TConversion, N>))(results, x, winners, y, plan, mode);
        else
            LoadedKernel<ReduceTag, Action<KernelConfig, ArrayView<N>, ArrayView<long>, ArrayView<long>, FoldPlan, ArgMode>>.On(this, static a => a.LoadStreamKernel<
                ArrayView<N>, ArrayView<long>, ArrayView<long>, FoldPlan, ArgMode>(ArgKernels.ByGroup<TConversion, N>))(Groups(results), x, winners, y, plan, mode);
    }

    /// <summary>Whether a thread each is better than a group each: for short folds, and for many results that are neighbours in memory.</summary>
    private static bool IsThreadsWork(in FoldPlan plan) =>
        plan.Length <= ShortFold || (plan.KeptX.S0 == 1 && plan.Outputs * plan.Chunks >= ManyResults);

    /// <summary>The first pass of a reduction: what stays and what is folded, each merged where it lies end to end.</summary>
    private static FoldPlan Plan(Layout x, Layout y)
    {
        Walk kept = default, folded = default;
        int length = 1;
        for (int d = x.Rank - 1; d >= 0; d--)
        {
            int size = x.Sizes[d];
            if (y.Sizes[d] == size)
            {
                kept.Add(size, x.Strides[d], y.Strides[d]);
                continue;
            }
            folded.Add(size, x.Strides[d]);
            length *= size;
        }
        (kept, folded) = (kept.Closed(), folded.Closed());
        return new()
        {
            Kept = kept.Shape, KeptX = kept.First, KeptY = kept.Second, Folded = folded.Shape, FoldedX = folded.First,
            Length = length, Chunks = ChunksOf(length), Outputs = y.Count,
        };
    }

    /// <summary>The pass over the results of a pass, which lie as [outputs, chunks].</summary>
    private static FoldPlan SecondPass(in FoldPlan plan)
    {
        Walk chunks = default;
        chunks.Add(plan.Chunks, 1);
        var next = plan;
        (next.KeptX, next.Folded, next.FoldedX) = (Walk.Dense(plan.Kept, plan.Chunks), chunks.Closed().Shape, chunks.First);
        (next.Length, next.Chunks) = (plan.Chunks, ChunksOf(plan.Chunks));
        return next;
    }

    private static int ChunksOf(int length) => (length - 1) / ReductionOrder.Chunk + 1;

    private readonly struct ReduceTag;
}
