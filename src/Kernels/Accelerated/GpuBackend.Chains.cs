using Gpu.Kernels.Numbers;

namespace Gpu.Kernels.Accelerated;

/// <summary>Chains of elementwise operations: one kernel each where it is compiled, else one operation after another.</summary>
internal sealed partial class GpuBackend
{
    /// <summary>The kernels of chains.</summary>
    public CompositionCache Compositions { get; } = new();

    /// <inheritdoc/>
    public int SmallestChain => Fusion.SmallestOnAccelerators;

    /// <inheritdoc/>
    public int LongestChain => 8;

    /// <inheritdoc/>
    public int MostLeaves => 3;

    /// <inheritdoc/>
    public void Run(Chain chain)
    {
        var results = new Storage?[chain.Steps.Count];
        List<Storage> temporaries = [];
        for (int i = 0; i < results.Length; i++)
            if (chain.Steps[i].IsKept)
            {
                // What is kept is computed in order, and memory for what comes after it.
                var result = Storage.Around(chain.Blocks[i]!, chain.Device, chain.DType, chain.Count);
                if (!TryCompose(chain, i, results, result)) RunSteps(chain, i, results, result, temporaries);
                results[i] = result;
            }
        foreach (var temporary in temporaries) temporary.Release();
    }

    /// <summary>Loads the kernel that maps one of the functors which <see cref="Composition"/> makes.</summary>
    public void Load<E>(DType dtype, int inputs, bool isLine, bool isExact) where E : struct, IExpression<E>
    {
        if (dtype == DType.Float64) Load<E, F64>(inputs, isLine);
        else if (isExact) Load<E, F32>(inputs, isLine);
        else Load<E, Native32>(inputs, isLine);
    }

    private void Load<E, N>(int inputs, bool isLine) where E : struct, IExpression<E> where N : unmanaged, IReal<N>
    {
        Delegate kernel = (inputs, isLine) switch
        {
            (1, true) => Line1<Functors.Real1<Composed1<E>, N>, N>(),
            (1, false) => Strided1<Functors.Real1<Composed1<E>, N>, N>(),
            (2, true) => Line2<Functors.Real2<Composed2<E>, N>, N>(),
            (2, false) => Strided2<Functors.Real2<Composed2<E>, N>, N>(),
            (_, true) => Line3<Functors.Real3<Composed3<E>, N>, N>(),
            (_, false) => Strided3<Functors.Real3<Composed3<E>, N>, N>(),
        };
        GC.KeepAlive(kernel);
    }

    /// <summary>Runs everything below a step that is not in memory yet as one kernel; false where there is none.</summary>
    private bool TryCompose(Chain chain, int step, Storage?[] results, Storage result)
    {
        var formula = Formula.Of(chain, step, results);
        if (formula is not { Operations: > 1 }) return false;
        var y = new Operand(result, formula.Inputs[0].Layout.Dense());
        bool isLine = WalkOver(formula).Shape.Rank == 1;
        if (Compositions.Find(this, formula, chain.DType, IsExact, new MapUse(formula.Inputs.Count, isLine)) is not { } composition) return false;
        composition.Run(this, chain, step + Chain.FirstStep, formula, y);
        return true;
    }

    /// <summary>Runs the operations below a step one by one.</summary>
    private void RunSteps(Chain chain, int step, Storage?[] results, Storage result, List<Storage> temporaries)
    {
        var operation = chain.Steps[step].Operation;
        Operand a = Value(0, chain.Steps[step].A), b = a, c = a;
        if (operation.Inputs > 1) b = Value(1, chain.Steps[step].B);
        if (operation.Inputs > 2) c = Value(2, chain.Steps[step].C);
        operation.Run(this, a, b, c, new(result, a.Layout.Dense()));

        Operand Value(int input, int value)
        {
            if (value < Chain.FirstStep) return chain.Leaves[value];
            int at = value - Chain.FirstStep;
            if (results[at] == null)
            {
                Storage temporary;
                using (Scope.Pause()) temporary = new(chain.Device, chain.DType, chain.Count);
                temporaries.Add(temporary);
                RunSteps(chain, at, results, temporary, temporaries);
                results[at] = temporary;
            }
            return new(results[at]!, operation.Input(input).Layout);
        }
    }
}
