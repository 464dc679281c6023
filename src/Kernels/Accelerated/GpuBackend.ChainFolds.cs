using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

/// <summary>Reductions that take a pending chain in: its values are folded as they are computed and never written. Its operands must be whole, or single numbers: rows that are
/// broadcast would need divisions in the innermost loop, which cost more than the memory that they save.</summary>
internal sealed partial class GpuBackend
{
    /// <summary>Folds a pending result in one kernel. False where there is none, yet or at all: then the result is computed first.</summary>
    private bool TryReduceChain<TOp>(TOp op, in Operand x, in Operand y) where TOp : struct, IReduction
    {
        if (x.Layout is not { IsContiguous: true, Offset: 0 } || x.Layout.Count != x.Storage.Count || y.Layout.Count == 0 || Chain.Passing(x.Storage) is not { } chain) return false;
        using (chain)
        {
            int last = chain.Steps.Count - 1;
            if (Formula.Of(chain, last, KeptResults(chain)) is not { } formula || WalkOver(formula).Shape.Rank > 1) return false;
            var plan = Plan(x.Layout, y.Layout);
            if (Compositions.Find(this, formula, chain.DType, IsExact, new FoldUse<TOp>(IsThreadsWork(plan))) is not { } composition) return false;
            Run(chain);
            composition.Fold(this, op, chain, last + Chain.FirstStep, formula, plan, y);
            chain.Finish();
        }
        return true;
    }

    /// <summary>y = fold of f over the inputs of a formula.</summary>
    public void FoldComputed<TOp, TF>(TOp op, TF f, Formula formula, in FoldPlan plan, in Operand y) where TOp : struct, IReduction where TF : struct, ITernary
    {
        if (y.DType == DType.Float64) FoldComputed<TOp, Real3<TF, F64>, F64>(op, new(f), formula, plan, y);
        else if (IsExact) FoldComputed<TOp, Real3<TF, F32>, F32>(op, new(f), formula, plan, y);
        else FoldComputed<TOp, Real3<TF, Native32>, Native32>(op, new(f), formula, plan, y);
    }

    /// <summary>Loads the kernel that folds one of the functors which <see cref="Composition"/> makes.</summary>
    public void LoadFold<TOp, E>(DType dtype, bool isThreadsWork, bool isExact) where TOp : struct, IReduction where E : struct, IExpression<E>
    {
        if (dtype == DType.Float64) LoadFold<TOp, Real3<Composed3<E>, F64>, F64>(isThreadsWork);
        else if (isExact) LoadFold<TOp, Real3<Composed3<E>, F32>, F32>(isThreadsWork);
        else LoadFold<TOp, Real3<Composed3<E>, Native32>, Native32>(isThreadsWork);
    }

    private void LoadFold<TOp, TF, N>(bool isThreadsWork) where TOp : struct, IReduction where TF : struct, IFunction3<N> where N : unmanaged, INum<N> =>
        GC.KeepAlive(isThreadsWork ? ComputedByThread<TOp, TF, N>() : (Delegate)ComputedByGroup<TOp, TF, N>());

    private void FoldComputed<TOp, TF, N>(TOp op, TF f, Formula formula, in FoldPlan plan, in Operand y) where TOp : struct, IReduction where TF : struct, IFunction3<N> where N : unmanaged, INum<N>
    {
        var (a, b, c) = formula.ThreeInputs;
        var walk = WalkOver(formula);
        if (plan.Chunks == 1) FoldPass(View<N>(y), plan);
        else
        {
            var partial = Partials(y.DType, plan, out var pass);
            FoldPass(View<N>(partial), pass);
            FoldPartials<TOp, N>(op, partial, plan, y);
        }
        Keep(a, b, c, y);

        void FoldPass(ArrayView<N> to, in FoldPlan pass)
        {
            int results = pass.Outputs * pass.Chunks;
            if (IsThreadsWork(pass)) ComputedByThread<TOp, TF, N>()(results, View<N>(a), View<N>(b), View<N>(c), to, pass, walk.Second.S0, walk.Third.S0, walk.Fourth.S0, op, f);
            else ComputedByGroup<TOp, TF, N>()(Groups(results), View<N>(a), View<N>(b), View<N>(c), to, pass, walk.Second.S0, walk.Third.S0, walk.Fourth.S0, op, f);
        }
    }

    private Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, FoldPlan, int, int, int, TOp, TF> ComputedByThread<TOp, TF, N>()
        where TOp : struct, IReduction where TF : struct, IFunction3<N> where N : unmanaged, INum<N> =>
        LoadedKernel<ReduceTag, Action<Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, FoldPlan, int, int, int, TOp, TF>>.On(this, static a => a.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, FoldPlan, int, int, int, TOp, TF>(FoldKernels.ComputedByThread));

    private Action<KernelConfig, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, FoldPlan, int, int, int, TOp, TF> ComputedByGroup<TOp, TF, N>()
        where TOp : struct, IReduction where TF : struct, IFunction3<N> where N : unmanaged, INum<N> =>
        LoadedKernel<ReduceTag, Action<KernelConfig, ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, FoldPlan, int, int, int, TOp, TF>>.On(this, static a => a.LoadStreamKernel<
            ArrayView<N>, ArrayView<N>, ArrayView<N>, ArrayView<N>, FoldPlan, int, int, int, TOp, TF>(FoldKernels.ComputedByGroup));

    /// <summary>Over the elements of a formula in row-major order; what it is written to comes first.</summary>
    private static Walk WalkOver(Formula formula)
    {
        var (a, b, c) = formula.ThreeInputs;
        return Walk.Over(a.Layout.Dense(), a.Layout, b.Layout, c.Layout);
    }

    /// <summary>The results of a chain that are kept, as storages over their blocks.</summary>
    private static Storage?[] KeptResults(Chain chain)
    {
        var results = new Storage?[chain.Steps.Count];
        for (int i = 0; i < results.Length; i++)
            if (chain.Steps[i].IsKept) results[i] = Storage.Around(chain.Blocks[i]!, chain.Device, chain.DType, chain.Count);
        return results;
    }
}
