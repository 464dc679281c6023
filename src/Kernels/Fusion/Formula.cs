namespace Gpu.Kernels;

/// <summary>What a step of a chain computes from memory, as a formula that a kernel can be made of: its inputs and its structure.</summary>
internal sealed class Formula
{
    /// <summary>Operations at most, those counted again that are used twice: a formula has no names for parts of it.</summary>
    private const int MostOperations = 16;

    private const int MostInputs = 3;

    private readonly Chain _chain;
    private readonly int _step;
    private readonly Storage?[] _results;
    private readonly List<int> _values = [];
    private readonly List<long> _structure = [];

    private Formula(Chain chain, int step, Storage?[] results) => (_chain, _step, _results) = (chain, step, results);

    /// <summary>What is read.</summary>
    public List<Operand> Inputs { get; } = [];

    /// <summary>The inputs, the last one repeated where there are fewer than three.</summary>
    public (Operand A, Operand B, Operand C) ThreeInputs => (Inputs[0], Inputs[Math.Min(1, Inputs.Count - 1)], Inputs[^1]);

    /// <summary>Number of operations.</summary>
    public int Operations { get; private set; }

    /// <summary>Equal for formulas of one type: the operations in order, and which input stands where.</summary>
    public IReadOnlyList<long> Structure => _structure;

    /// <summary>The formula of a step, in which results that are in memory already are inputs. Null where it is too long, or its inputs do not have one shape.</summary>
    public static Formula? Of(Chain chain, int step, Storage?[] results)
    {
        var formula = new Formula(chain, step, results);
        return formula.Describe(step + Chain.FirstStep, null) ? formula : null;
    }

    /// <summary>The type of the formula.</summary>
    public Type Compose() => Compose(_step + Chain.FirstStep);

    private bool Describe(int value, Layout? layout)
    {
        bool isLeaf = value < Chain.FirstStep;
        if (isLeaf || _results[value - Chain.FirstStep] != null)
        {
            int known = _values.IndexOf(value);
            if (known < 0)
            {
                known = _values.Count;
                _values.Add(value);
                Inputs.Add(isLeaf ? _chain.Leaves[value] : new(_results[value - Chain.FirstStep]!, layout!));
            }
            _structure.Add(-known);
            return Inputs.Count <= MostInputs && Inputs[known].Layout.SameSizes(Inputs[0].Layout);
        }
        if (++Operations > MostOperations) return false;
        var step = _chain.StepOf(value);
        var operation = step.Operation;
        _structure.Add(operation.GetType().TypeHandle.Value);
        return Describe(step.A, operation.Input(0).Layout)
            && (operation.Inputs < 2 || Describe(step.B, operation.Input(1).Layout))
            && (operation.Inputs < 3 || Describe(step.C, operation.Input(2).Layout));
    }

    private Type Compose(int value)
    {
        int input = _values.IndexOf(value);
        if (input >= 0) return input == 0 ? typeof(FirstInput) : input == 1 ? typeof(SecondInput) : typeof(ThirdInput);
        var step = _chain.StepOf(value);
        var x = Compose(step.A);
        var y = step.Operation.Inputs > 1 ? Compose(step.B) : x;
        return step.Operation.Expression(x, y, step.Operation.Inputs > 2 ? Compose(step.C) : x);
    }
}
