using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>An operation with a derivative of its own. Parameters that are not tensors are fields of the subclass.</summary>
/// <example><code>
/// sealed class Cube : Function
/// {
///     protected override Tensor[] Forward(FunctionContext context, ReadOnlySpan&lt;Tensor&gt; inputs)
///     {
///         context.Save(inputs[0]);
///         return [inputs[0].Pow(3)];
///     }
///
///     protected override Tensor?[] Backward(FunctionContext context, ReadOnlySpan&lt;Tensor?&gt; gradients) => [gradients[0]! * 3 * context.Saved[0].Square()];
/// }
/// var y = new Cube().Apply(x);
/// </code></example>
public abstract class Function
{
    /// <summary>Computes the outputs. Nothing is recorded meanwhile.</summary>
    protected abstract Tensor[] Forward(FunctionContext context, ReadOnlySpan<Tensor> inputs);

    /// <summary>The gradients of the inputs, in their order, from those of the outputs; null for none. Written in tensor operations it can itself be differentiated.</summary>
    protected abstract Tensor?[] Backward(FunctionContext context, ReadOnlySpan<Tensor?> gradients);

    /// <summary>Runs the operation and records it when an input requires grad. Gives its only output.</summary>
    /// <exception cref="InvalidOperationException">Forward returned several outputs.</exception>
    public Tensor Apply(params ReadOnlySpan<Tensor> inputs)
    {
        var outputs = ApplyMany(inputs);
        return outputs.Length == 1 ? outputs[0]
            : throw new InvalidOperationException($"{GetType().Name}.Forward returned {outputs.Length} outputs. Use ApplyMany.");
    }

    /// <summary>Runs the operation and records it when an input requires grad.</summary>
    public Tensor[] ApplyMany(params ReadOnlySpan<Tensor> inputs)
    {
        bool records = false;
        var needs = new bool[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            needs[i] = inputs[i].RequiresGrad;
            records |= inputs[i].Records;
        }
        var context = new FunctionContext(needs);
        Tensor[] made;
        using (GradMode.NoGrad()) made = Forward(context, inputs);
        // An output may be an input itself: it needs a history of its own.
        var outputs = new Tensor[made.Length];
        for (int i = 0; i < made.Length; i++) outputs[i] = made[i].AsResultOf(inputs);
        if (!records) return outputs;
        var node = new UserFunctionNode(this, context, inputs, outputs);
        for (int i = 0; i < outputs.Length; i++)
            if (outputs[i].DType.IsFloat() && !context.IsConstant(i))
                outputs[i].SetHistory(node, i);
        // A saved output is saved with that history, unless it is an input.
        foreach (var input in inputs)
            if (Array.IndexOf(made, input) is >= 0 and var at) made[at] = outputs[at];
        context.Attach(node, made, outputs);
        return outputs;
    }

    internal Tensor?[] RunBackward(FunctionContext context, ReadOnlySpan<Tensor?> gradients) => Backward(context, gradients);
}

/// <summary>What a <see cref="Function"/> carries from its forward to its backward pass.</summary>
public sealed class FunctionContext
{
    private readonly HashSet<int> _constant = [];
    private Tensor[] _toSave = [];
    private SavedTensor[]? _saved;
    private UserFunctionNode? _node;
    private int[] _savedOutputs = [];

    internal FunctionContext(bool[] needsGrad) => NeedsGrad = needsGrad;

    /// <summary>Which inputs require grad.</summary>
    public IReadOnlyList<bool> NeedsGrad { get; }

    /// <summary>Whether outputs without a gradient come as zeros (the default) or as null.</summary>
    public bool MaterializeGradients { get; set; } = true;

    /// <summary>Keeps inputs, outputs or other tensors for the backward pass, which then checks that they were not changed in place.</summary>
    public void Save(params ReadOnlySpan<Tensor> tensors) => _toSave = tensors.ToArray();

    /// <summary>Keeps outputs, by their number, for the backward pass; they come after what <see cref="Save"/> keeps.</summary>
    public void SaveOutputs(params ReadOnlySpan<int> outputs) => _savedOutputs = outputs.ToArray();

    /// <summary>Says that an output has no derivative.</summary>
    public void MarkNonDifferentiable(int output) => _constant.Add(output);

    /// <summary>The saved tensors, in order.</summary>
    /// <exception cref="InvalidOperationException">They were released by an earlier backward pass, or changed in place.</exception>
    public IReadOnlyList<Tensor> Saved
    {
        get
        {
            if (_node == null) throw new InvalidOperationException("Saved tensors can be read in Backward only.");
            var saved = _saved ?? throw _node.Freed();
            var node = _node;
            return Array.ConvertAll(saved, s => s.Get(node));
        }
    }

    internal bool IsConstant(int output) => _constant.Contains(output);

    internal void Attach(UserFunctionNode node, Tensor[] made, Tensor[] outputs)
    {
        _node = node;
        _saved = [.. _toSave.Select(t => new SavedTensor(Array.IndexOf(made, t) is >= 0 and var at ? outputs[at] : t)), .. _savedOutputs.Select(i => new SavedTensor(outputs[i]))];
        _toSave = [];
    }

    internal void Release() => _saved = null;
}
