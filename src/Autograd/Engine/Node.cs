using Gpu.Kernels;

namespace Gpu.Engine;

/// <summary>Where a gradient flows: an output of an operation, or a leaf. The default value stands for "no gradient needed".</summary>
internal readonly record struct Edge(Node? Node, int Output = 0);

/// <summary>One recorded operation: knows its inputs' nodes and how to turn the gradient of its output into theirs.</summary>
/// <remarks>Numbers grow with creation, and an operation is always created after its inputs. So the engine needs no count of consumers:
/// when it runs the node with the largest number first, every contribution to that node's gradient has arrived.</remarks>
internal abstract class Node
{
    private static long s_created;
    // Of two inputs at most, each the only output of its node: the common case. Others have edges.
    private Node? _first, _second;
    private Edge[]? _edges;

    /// <summary>A node whose output looks like <paramref name="output"/>: same sizes, dtype and device.</summary>
    protected Node(Tensor output) : this(output.Layout, output.DType, output.Device) { }

    protected Node(Layout shape, DType dtype, Device device) => (Shape, DType, Device) = (shape, dtype, device);

    /// <summary>Its place in the order of creation.</summary>
    public long Sequence { get; private set; }

    /// <summary>The operation's name, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>The sizes of the output; only the sizes matter.</summary>
    public Layout Shape { get; }

    public DType DType { get; }

    public Device Device { get; }

    /// <summary>Hooks on the gradient of the output; null when there are none.</summary>
    public GradientHooks? Hooks { get; set; }

    /// <summary>The number of inputs, those without gradient included.</summary>
    public int InputCount { get; private set; }

    /// <summary>Sizes of output <paramref name="output"/>. Only user-defined functions have several outputs.</summary>
    public virtual Layout ShapeOf(int output) => Shape;

    public virtual DType DTypeOf(int output) => DType;

    public virtual int OutputCount => 1;

    public Edge Input(int index) => _edges != null ? _edges[index] : new(index == 0 ? _first : _second);

    public void Connect(Tensor a)
    {
        var edge = a.GradientEdge();
        if (edge.Output == 0) _first = edge.Node;
        else _edges = [edge];
        Number(1);
    }

    public void Connect(Tensor? a, Tensor b)
    {
        Edge first = a?.GradientEdge() ?? default, second = b.GradientEdge();
        if ((first.Output | second.Output) == 0) (_first, _second) = (first.Node, second.Node);
        else _edges = [first, second];
        Number(2);
    }

    public void Connect(Edge[] edges)
    {
        _edges = edges;
        Number(edges.Length);
    }

    // Asking an input for its edge may create that input's node: this one is numbered after it.
    private void Number(int inputs) => (InputCount, Sequence) = (inputs, Interlocked.Increment(ref s_created));

    /// <summary>Computes the gradients of the inputs that need one and gives them to <paramref name="pass"/>. Written in public tensor operations,
    /// so that it can itself be recorded.</summary>
    public abstract void Backward(BackwardPass pass, Tensor dy);

    /// <summary>Called once the output has this node as its history: for nodes whose derivative reads the output.</summary>
    public virtual void SaveOutput(Tensor y) { }

    /// <summary>Lets go of what was saved for the backward pass.</summary>
    public virtual void Release() { }

    /// <summary>The error of a second pass over a graph whose saved values are gone.</summary>
    public InvalidOperationException Freed() => new(
        $"The values that {Name} saved for its backward pass were released by an earlier one. To go through the same graph again, pass retainGraph: true to the earlier Backward or Gradient.Of.");
}
