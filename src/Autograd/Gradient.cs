using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>Derivatives of tensors by tensors.</summary>
public static class Gradient
{
    /// <summary>dy/dx: the gradient of a sum of <paramref name="y"/>'s elements, weighted by <paramref name="gradOutput"/>. Stores nothing in any Grad.</summary>
    /// <param name="y">The output.</param>
    /// <param name="x">The input: a leaf or any tensor in the graph of <paramref name="y"/>.</param>
    /// <param name="gradOutput">The weights, of y's shape; 1 where y has one element.</param>
    /// <param name="retainGraph">Keeps saved values for another pass; by default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Records the computation of the gradient, so that it can be differentiated.</param>
    /// <exception cref="InvalidOperationException">y has no graph, x does not require grad, or x is not in the graph.</exception>
    public static Tensor Of(Tensor y, Tensor x, Tensor? gradOutput = null, bool? retainGraph = null, bool createGraph = false) =>
        Of([y], [x], gradOutput == null ? default : [gradOutput], retainGraph, createGraph)[0]!;

    /// <summary>dy/dx for several inputs.</summary>
    /// <param name="y">The output.</param>
    /// <param name="xs">The inputs; the results come in their order.</param>
    /// <param name="gradOutput">The weights, of y's shape; 1 where y has one element.</param>
    /// <param name="retainGraph">Keeps saved values for another pass; by default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Records the computation of the gradients, so that they can be differentiated.</param>
    /// <param name="allowUnused">Gives null for an input that is not in the graph, instead of raising an exception.</param>
    /// <exception cref="InvalidOperationException">y has no graph, an input does not require grad, or one is not in the graph.</exception>
    public static Tensor?[] Of(Tensor y, ReadOnlySpan<Tensor> xs, Tensor? gradOutput = null, bool? retainGraph = null, bool createGraph = false, bool allowUnused = false) =>
        Of([y], xs, gradOutput == null ? default : [gradOutput], retainGraph, createGraph, allowUnused);

    /// <summary>The gradients of several outputs together by several inputs.</summary>
    /// <param name="ys">The outputs.</param>
    /// <param name="xs">The inputs; the results come in their order.</param>
    /// <param name="gradOutputs">Weights for each output, null for 1 where it has one element; or empty for all null.</param>
    /// <param name="retainGraph">Keeps saved values for another pass; by default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Records the computation of the gradients, so that they can be differentiated.</param>
    /// <param name="allowUnused">Gives null for an input that is not in the graph, instead of raising an exception.</param>
    /// <exception cref="ArgumentException">No inputs, or a weight of another shape.</exception>
    /// <exception cref="InvalidOperationException">An output has no graph, an input does not require grad, or one is not in the graph.</exception>
    public static Tensor?[] Of(ReadOnlySpan<Tensor> ys, ReadOnlySpan<Tensor> xs, ReadOnlySpan<Tensor?> gradOutputs, bool? retainGraph = null,
        bool createGraph = false, bool allowUnused = false)
    {
        if (xs.IsEmpty) throw new ArgumentException("Gradient.Of needs at least one input to differentiate by.", nameof(xs));
        for (int i = 0; i < xs.Length; i++)
            if (!xs[i].RequiresGrad)
                throw new InvalidOperationException($"Input {i} of Gradient.Of (shape {xs[i].Shape}, {xs[i].DType.Name()}) does not require grad. Set RequiresGrad on it before it is used.");
        var gradients = Check(ys, gradOutputs);
        var result = BackwardPass.Run(new()
        {
            Roots = ys,
            Gradients = gradients,
            Inputs = xs,
            Restricted = true,
            Capture = true,
            RetainGraph = retainGraph ?? createGraph,
            CreateGraph = createGraph,
        });
        if (!allowUnused)
            for (int i = 0; i < result.Length; i++)
                if (result[i] == null)
                    throw new InvalidOperationException($"Input {i} of Gradient.Of (shape {xs[i].Shape}) was not used to compute the outputs. Pass allowUnused: true to get null for it.");
        return result;
    }

    /// <summary>Adds the gradients of several outputs to the Grad of the leaves they depend on, in one pass.</summary>
    /// <param name="tensors">The outputs.</param>
    /// <param name="gradients">Weights for each output, null for 1 where it has one element; or empty for all null.</param>
    /// <param name="retainGraph">Keeps saved values for another pass; by default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Records the computation of the gradients, so that they can be differentiated.</param>
    /// <param name="inputs">Adds only to the Grad of these tensors; null for all leaves.</param>
    /// <exception cref="ArgumentException">A weight of another shape, or <paramref name="inputs"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">An output has no graph, or the values saved for the pass were released or changed.</exception>
    public static void Backward(ReadOnlySpan<Tensor> tensors, ReadOnlySpan<Tensor?> gradients = default, bool? retainGraph = null, bool createGraph = false,
        Tensor[]? inputs = null)
    {
        if (inputs is { Length: 0 }) throw new ArgumentException("The inputs of Backward cannot be empty. Leave them out to reach every leaf.", nameof(inputs));
        foreach (var input in inputs ?? [])
            if (!input.RequiresGrad)
                throw new InvalidOperationException($"An input of Backward (shape {input.Shape}, {input.DType.Name()}) does not require grad.");
        var reached = BackwardPass.Run(new()
        {
            Roots = tensors,
            Gradients = Check(tensors, gradients),
            Inputs = inputs,
            Restricted = inputs != null,
            RetainGraph = retainGraph ?? createGraph,
            CreateGraph = createGraph,
        });
        using var mode = GradMode.Set(createGraph);
        for (int i = 0; i < reached.Length; i++)
            if (reached[i] is { } gradient && !inputs![i].IsLeaf)
                AccumulateGradient.Accumulate(inputs[i], gradient, owned: false);
    }

    private static ReadOnlySpan<Tensor?> Check(ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor?> gradients)
    {
        if (gradients.IsEmpty) gradients = outputs.Length == 1 ? s_none : new Tensor?[outputs.Length];
        if (gradients.Length != outputs.Length)
            throw new ArgumentException($"{outputs.Length} outputs need as many gradients, not {gradients.Length}.");
        for (int i = 0; i < outputs.Length; i++)
        {
            var y = outputs[i];
            if (!y.RequiresGrad)
                throw new InvalidOperationException($"This tensor (shape {y.Shape}, {y.DType.Name()}) has no graph to go back through: it does not require grad. "
                    + "It is a constant, or it was computed from constants, under NoGrad, by an operation without derivative (such as ArgMax), or as a gradient without createGraph.");
            if (gradients[i] is not { } gradient)
            {
                if (y.Count != 1)
                    throw new InvalidOperationException($"Backward without a gradient argument starts from a single number, but this tensor has shape {y.Shape}. Reduce it first, with Sum() or Mean(), or pass a gradient of that shape.");
            }
            else if (!gradient.Layout.SameSizes(y.Layout))
                throw new ArgumentException($"The gradient argument has shape {gradient.Shape}, but output {i} has shape {y.Shape}. They must be equal.");
            else if (gradient.DType != y.DType || gradient.Device != y.Device)
                throw new ArgumentException($"The gradient argument is {gradient.DType.Name()} on '{gradient.Device}', but output {i} is {y.DType.Name()} on '{y.Device}'. They must be equal.");
        }
        return gradients;
    }

    private static readonly Tensor?[] s_none = [null];
}
