using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu.Engine;

/// <summary>One run through the graph: holds the gradients that are on their way, runs the nodes latest first, sums broadcasts away.</summary>
/// <remarks>
/// A gradient is owned when this pass made it and nobody else can hold it. Only owned gradients are added to in place, and their memory
/// is handed back as soon as their node has run, so that a backward pass needs little memory beyond what the forward pass saved.
/// </remarks>
internal sealed class BackwardPass
{
    [ThreadStatic] private static BackwardPass? s_spare;

    private struct Pending
    {
        public Node Node;
        public Tensor? Gradient;
        public bool Owned;
        /// <summary>Gradients of all outputs where there are several.</summary>
        public Tensor?[]? All;
    }

    // Ascending by Node.Sequence: the next one to run is the last.
    private Pending[] _pending = new Pending[16];
    private int _count;
    private HashSet<Node>? _needed;
    private Dictionary<Edge, List<int>>? _captures;
    private Tensor?[]? _captured;
    private Node? _node;
    private Tensor? _dy;
    private CopySlicesNode? _slices;
    private bool _owned, _escaped, _createGraph;

    private BackwardPass() { }

    /// <summary>What a pass is asked to do.</summary>
    public readonly ref struct Request
    {
        public required ReadOnlySpan<Tensor> Roots { get; init; }
        public required ReadOnlySpan<Tensor?> Gradients { get; init; }
        public ReadOnlySpan<Tensor> Inputs { get; init; }
        public bool Restricted { get; init; }
        public bool Capture { get; init; }
        public bool RetainGraph { get; init; }
        public bool CreateGraph { get; init; }
    }

    /// <summary>Runs the pass. When restricted, returns the gradients of the inputs (null where unreachable); with Capture, leaves store none.</summary>
    public static Tensor?[] Run(in Request request)
    {
        var pass = s_spare ?? new();
        s_spare = null;
        var mode = GradMode.Set(request.CreateGraph);
        try
        {
            return pass.Execute(request);
        }
        finally
        {
            mode.Dispose();
            pass.Reset();
            s_spare = pass;
        }
    }

    /// <summary>Whether anybody wants the gradient of this input of the running node.</summary>
    public bool Needs(int input) => _node!.Input(input).Node is { } target && (_needed == null || _needed.Contains(target));

    /// <summary>True when the gradient that the running node got is this pass's own.</summary>
    public bool GradientIsOwned => _owned;

    /// <summary>Keeps the running node's incoming gradient from being handed back: somebody stores it.</summary>
    public void KeepGradient() => _escaped = true;

    /// <summary>From now on the running node's gradient for its first input is that of a window, to be set into the whole.</summary>
    public void InsideWindow(CopySlicesNode slices) => _slices = slices;

    /// <summary>A gradient in memory of its own.</summary>
    public void Give(int input, Tensor gradient) => Deliver(input, gradient, owned: !_createGraph);

    /// <summary>The incoming gradient or a view of it, passed on to this input alone.</summary>
    public void PassOn(int input, Tensor gradient) => Deliver(input, gradient, owned: _owned && !gradient.Layout.Overlaps);

    /// <summary>A gradient that others may hold as well.</summary>
    public void Share(int input, Tensor gradient) => Deliver(input, gradient, owned: false);

    private Tensor?[] Execute(in Request request)
    {
        _createGraph = request.CreateGraph;
        if (request.Restricted) Restrict(request);
        for (int i = 0; i < request.Roots.Length; i++)
        {
            var root = request.Roots[i];
            var edge = root.GradientEdge();
            if (_needed != null && !_needed.Contains(edge.Node!)) continue;
            if (request.Gradients[i] is { } given) Add(edge, given, owned: false);
            else Add(edge, Tensor.OnesLike(root), owned: !_createGraph);
        }
        while (_count > 0)
        {
            var next = _pending[--_count];
            _pending[_count] = default;
            RunNode(next, request);
        }
        return _captured ?? [];
    }

    private void RunNode(Pending next, in Request request)
    {
        var node = next.Node;
        (_node, _dy, _owned, _escaped, _slices) = (node, next.Gradient, next.Owned, false, null);
        if (node.Hooks is { } hooks) RunHooks(hooks, ref next);
        if (_captures != null) Collect(next);
        // A captured node may still lead to another requested input.
        if (request.Restricted && !LeadsOn(node, request.Capture)) return;
        if (next.All != null)
        {
            _owned = false;
            ((UserFunctionNode)node).Backward(this, next.All);
        }
        else node.Backward(this, _dy!);
        if (!request.RetainGraph) node.Release();
        if (_owned && !_escaped) _dy!.Storage.Release();
    }

    private void RunHooks(GradientHooks hooks, ref Pending next)
    {
        _owned = false;
        if (next.All == null) _dy = next.Gradient = hooks.Run(_dy!, 0);
        else
            for (int i = 0; i < next.All.Length; i++)
                if (next.All[i] is { } gradient)
                    next.All[i] = hooks.Run(gradient, i);
    }

    private void Collect(in Pending next)
    {
        for (int output = 0; output < next.Node.OutputCount; output++)
        {
            if (!_captures!.TryGetValue(new(next.Node, output), out var slots)) continue;
            _owned = false;
            foreach (int slot in slots)
                _captured![slot] = next.All != null ? next.All[output] : next.Gradient;
        }
    }

    private bool LeadsOn(Node node, bool capture)
    {
        if (node is AccumulateGradient) return !capture;
        for (int i = 0; i < node.InputCount; i++)
            if (Needs(i))
                return true;
        return false;
    }

    private void Deliver(int input, Tensor gradient, bool owned)
    {
        var edge = _node!.Input(input);
        if (edge.Node is not { } target || (_needed != null && !_needed.Contains(target))) return;
        if (input == 0 && _slices != null) (gradient, owned) = (_slices.Around(_dy!, gradient), !_createGraph);
        bool alias = ReferenceEquals(gradient.Storage, _dy?.Storage);
        var fitted = Fit(gradient, target.ShapeOf(edge.Output), target.DTypeOf(edge.Output), target);
        if (!ReferenceEquals(fitted.Storage, gradient.Storage))
        {
            if (owned && !alias) gradient.Storage.Release();
            owned = !_createGraph;
        }
        else if (alias) _escaped = true;
        Add(edge, fitted, owned);
    }

    /// <summary>The gradient in the shape and dtype of the tensor it belongs to: broadcasts are summed away here and nowhere else.</summary>
    private Tensor Fit(Tensor gradient, Layout shape, DType dtype, Node target)
    {
        if (gradient.Device != target.Device)
            throw new InvalidOperationException($"{_node?.Name} made a gradient on device '{gradient.Device}' for a tensor on '{target.Device}'.");
        if (gradient.DType != dtype) gradient = gradient.To(dtype);
        if (gradient.Layout.SameSizes(shape)) return gradient;
        if (!Broadcasts(shape.Sizes, gradient.Shape))
            throw new InvalidOperationException($"{_node?.Name} made a gradient of shape {gradient.Shape} for a tensor of shape {Layout.Format(shape.Sizes)}. It must have that shape or one that sums to it.");
        return Reductions.SumTo(gradient, shape);
    }

    private static bool Broadcasts(ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        if (from.Length > to.Length) return false;
        for (int d = 1; d <= from.Length; d++)
            if (from[^d] != to[^d] && from[^d] != 1)
                return false;
        return true;
    }

    private void Add(Edge edge, Tensor gradient, bool owned)
    {
        var node = edge.Node!;
        int at = Find(node.Sequence);
        if (at < 0) Insert(at = ~at, node);
        ref var pending = ref _pending[at];
        if (pending.All != null) pending.All[edge.Output] = pending.All[edge.Output] is { } other ? other + gradient : gradient;
        else if (pending.Gradient == null) (pending.Gradient, pending.Owned) = (gradient, owned);
        else Sum(ref pending, gradient, owned);
    }

    private void Sum(ref Pending pending, Tensor gradient, bool owned)
    {
        var sum = pending.Gradient!;
        if (sum.Storage.IsPending || gradient.Storage.IsPending)
        {
            // A sum that is pending too goes on in the chain.
            var total = sum + gradient;
            if (pending.Owned) sum.Storage.Release();
            if (owned) gradient.Storage.Release();
            (pending.Gradient, pending.Owned) = (total, !_createGraph);
        }
        else if (pending.Owned)
        {
            Elementwise.NumBinaryInto(new Add(), sum, gradient, sum);
            if (owned) gradient.Storage.Release();
        }
        else if (owned)
        {
            Elementwise.NumBinaryInto(new Add(), sum, gradient, gradient);
            (pending.Gradient, pending.Owned) = (gradient, true);
        }
        else (pending.Gradient, pending.Owned) = (sum + gradient, !_createGraph);
    }

    private void Insert(int at, Node node)
    {
        if (_count == _pending.Length) Array.Resize(ref _pending, 2 * _count);
        if (at < _count) Array.Copy(_pending, at, _pending, at + 1, _count - at);
        _count++;
        _pending[at] = new() { Node = node, All = node.OutputCount > 1 ? new Tensor?[node.OutputCount] : null };
    }

    private int Find(long sequence)
    {
        int low = 0, high = _count - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            long at = _pending[middle].Node.Sequence;
            if (at == sequence) return middle;
            if (at < sequence) low = middle + 1;
            else high = middle - 1;
        }
        return ~low;
    }

    /// <summary>Finds the nodes that lead to a requested input. The others do not run.</summary>
    private void Restrict(in Request request)
    {
        _needed = [];
        (_captures, _captured) = ([], new Tensor?[request.Inputs.Length]);
        long oldest = long.MaxValue;
        for (int i = 0; i < request.Inputs.Length; i++)
        {
            var edge = request.Inputs[i].GradientEdge();
            oldest = Math.Min(oldest, edge.Node!.Sequence);
            _needed.Add(edge.Node);
            if (!_captures.TryGetValue(edge, out var slots)) _captures[edge] = slots = [];
            slots.Add(i);
        }
        var found = new HashSet<Node>();
        var open = new Stack<Node>();
        foreach (var root in request.Roots)
            if (root.GradientEdge().Node is { } node && found.Add(node))
                open.Push(node);
        while (open.TryPop(out var node))
            for (int i = 0; i < node.InputCount; i++)
                if (node.Input(i).Node is { } input && input.Sequence >= oldest && found.Add(input))
                    open.Push(input);
        var order = found.ToArray();
        Array.Sort(order, static (a, b) => a.Sequence.CompareTo(b.Sequence));
        foreach (var node in order)
            for (int i = 0; i < node.InputCount; i++)
                if (node.Input(i).Node is { } input && _needed.Contains(input))
                {
                    _needed.Add(node);
                    break;
                }
    }

    private void Reset()
    {
        Array.Clear(_pending, 0, _count);
        _count = 0;
        (_needed, _captures, _captured, _node, _dy, _slices) = (null, null, null, null, null, null);
    }
}
