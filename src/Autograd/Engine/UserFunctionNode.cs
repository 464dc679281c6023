using Gpu.Kernels;

namespace Gpu.Engine;

/// <summary>A user's <see cref="Function"/> in the graph.</summary>
internal sealed class UserFunctionNode : Node
{
    private readonly Function _function;
    private readonly FunctionContext _context;
    private readonly (Layout Shape, DType DType)[] _outputs;

    public UserFunctionNode(Function function, FunctionContext context, ReadOnlySpan<Tensor> inputs, Tensor[] outputs) : base(outputs[0])
    {
        (_function, _context) = (function, context);
        _outputs = Array.ConvertAll(outputs, y => (y.Layout, y.DType));
        var edges = new Edge[inputs.Length];
        for (int i = 0; i < edges.Length; i++) edges[i] = inputs[i].GradientEdge();
        Connect(edges);
    }

    public override string Name => _function.GetType().Name;

    public override int OutputCount => _outputs.Length;

    public override Layout ShapeOf(int output) => _outputs[output].Shape;

    public override DType DTypeOf(int output) => _outputs[output].DType;

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        // The function may keep the gradient it is given.
        pass.KeepGradient();
        Backward(pass, [dy]);
    }

    public void Backward(BackwardPass pass, Tensor?[] gradients)
    {
        if (_context.MaterializeGradients)
            for (int i = 0; i < gradients.Length; i++)
                gradients[i] ??= Tensor.Filled(_outputs[i].Shape, 0, _outputs[i].DType, Device);
        var results = _function.RunBackward(_context, gradients);
        for (int i = InputCount; i < results.Length; i++)
            if (results[i] != null) throw Count(results.Length);
        if (results.Length < InputCount) throw Count(results.Length);
        for (int i = 0; i < InputCount; i++)
            if (results[i] is { } gradient)
                pass.Share(i, gradient);
    }

    public override void Release() => _context.Release();

    private InvalidOperationException Count(int returned) =>
        new($"{Name}.Backward returned {returned} gradients for {InputCount} inputs. Return one for each input, null where there is none.");
}
