using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

public partial class Tensor
{
    /// <summary>Whether derivatives by this tensor are wanted. May be set on leaves with a float dtype.</summary>
    /// <exception cref="InvalidOperationException">Set on integers, or cleared on the result of a recorded operation.</exception>
    public bool RequiresGrad
    {
        get => GradientNode != null || LeafRequiresGrad;
        set
        {
            if (value && !DType.IsFloat()) throw OnlyFloats(DType);
            if (GradientNode != null)
            {
                if (!value)
                    throw new InvalidOperationException($"RequiresGrad can be cleared on leaves only; this tensor is the result of {GradientNode.Name}. Use Detach() for a tensor without history.");
                return;
            }
            if (value || _meta != null) EnsureMeta().RequiresGrad = value;
        }
    }

    /// <summary>Sets <see cref="RequiresGrad"/> and returns this.</summary>
    /// <exception cref="InvalidOperationException">As for the property.</exception>
    public Tensor RequireGrad(bool value = true)
    {
        RequiresGrad = value;
        return this;
    }

    /// <summary>True when the tensor was not computed by a recorded operation.</summary>
    public bool IsLeaf => GradientNode == null;

    /// <summary>True when the tensor was computed by a recorded operation.</summary>
    public bool HasGraph => GradientNode != null;

    /// <summary>The name of the operation that computed the tensor, or null for a leaf.</summary>
    public string? GradFunction => GradientNode?.Name;

    /// <summary>The gradient collected so far, or null. Only leaves and tensors with <see cref="RetainGrad"/> have one.</summary>
    /// <remarks>A gradient lives as long as its tensor, beyond the <see cref="Scope"/> of its step. Replaced or set to null inside a scope, the old one is released when that scope ends;
    /// Keep() or Clone() it to hold it longer.</remarks>
    /// <exception cref="ArgumentException">Set to a tensor of another shape, dtype or device, or to this tensor itself.</exception>
    public Tensor? Grad
    {
        get
        {
            var grad = _meta?.Grad;
            if (grad == null && GradientNode != null && _meta is not { RetainsGrad: true })
                Warn.That("Grad was read of a tensor that is not a leaf; it is null. Call RetainGrad() on the tensor before Backward to keep its gradient.");
            return grad;
        }
        set
        {
            if (value != null)
            {
                if (ReferenceEquals(value, this)) throw new ArgumentException("A tensor cannot be its own gradient.");
                if (!value._layout.SameSizes(_layout) || value.DType != DType || value.Device != Device)
                    throw new ArgumentException($"A gradient of shape {value.Shape} ({value.DType.Name()} on '{value.Device}') was assigned to a tensor of shape {Shape} ({DType.Name()} on '{Device}'). Shape, dtype and device must be equal.");
            }
            else if (_meta == null) return;
            var meta = EnsureMeta();
            if (meta is { OwnsGrad: true, Grad: { } old } && !ReferenceEquals(old, value)) Scope.Adopt(old._storage);
            (meta.Grad, meta.OwnsGrad) = (value, false);
        }
    }

    /// <summary>Adds the gradient of this tensor to the <see cref="Grad"/> of every leaf it was computed from.</summary>
    /// <param name="gradient">Weights of this tensor's shape; 1 where it has one element.</param>
    /// <param name="retainGraph">Keeps saved values for another pass; by default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Records the computation of the gradients, so that they can be differentiated.</param>
    /// <param name="inputs">Adds only to the Grad of these tensors; null for all leaves.</param>
    /// <exception cref="InvalidOperationException">There is no graph; several elements and no gradient argument; saved values were released or changed in place.</exception>
    /// <exception cref="ArgumentException">The gradient argument has another shape.</exception>
    public void Backward(Tensor? gradient = null, bool? retainGraph = null, bool createGraph = false, Tensor[]? inputs = null) =>
        Gradient.Backward([this], gradient == null ? [] : [gradient], retainGraph, createGraph, inputs);

    /// <summary>Keeps the gradient of this tensor in <see cref="Grad"/> although it is no leaf.</summary>
    /// <exception cref="InvalidOperationException">The tensor does not require grad.</exception>
    public void RetainGrad()
    {
        if (!RequiresGrad) throw new InvalidOperationException("RetainGrad needs a tensor that requires grad.");
        if (GradientNode is not { } node || _meta is { RetainsGrad: true }) return;
        EnsureMeta().RetainsGrad = true;
        (node.Hooks ??= new()).Retaining.Add((this, Output));
    }

    /// <summary>Calls <paramref name="hook"/> with the gradient of this tensor in every backward pass; what it returns, unless null, takes the gradient's place.</summary>
    /// <returns>A handle that removes the hook.</returns>
    /// <exception cref="InvalidOperationException">The tensor does not require grad.</exception>
    public HookHandle RegisterHook(Func<Tensor, Tensor?> hook)
    {
        if (!RequiresGrad) throw new InvalidOperationException("A gradient hook needs a tensor that requires grad.");
        var node = GradientEdge().Node!;
        return new(node.Hooks ??= new(), hook, Output);
    }

    /// <summary>The same values without history. Shares memory and version.</summary>
    public Tensor Detach() => new(_storage, _layout);

    /// <summary>Forgets how this tensor was computed: it becomes a leaf that does not require grad. Graphs built before are unaffected. Returns this.</summary>
    /// <exception cref="InvalidOperationException">The tensor is a view.</exception>
    public Tensor DetachInPlace()
    {
        if (IsView) throw new InvalidOperationException("A view cannot be detached in place, because its base keeps the history. Use Detach().");
        _node = null;
        if (_meta != null) _meta.RequiresGrad = false;
        return this;
    }

    /// <summary>The node that computed this tensor. A view of a tensor that was changed in place gets its history from there.</summary>
    internal Node? GradientNode
    {
        get
        {
            if (_meta is { Base: { } b, Kind: not (ViewKind.NoGrad or ViewKind.OfFunction) } meta && meta.ViewVersion != _storage.Version) RefreshView(b, meta);
            return _node;
        }
    }

    internal Edge GradientEdge() => GradientNode is { } node ? new(node, Output) : LeafRequiresGrad ? new(Accumulator()) : default;

    internal object MetaLock => EnsureMeta();

    internal Tensor? StoredGrad
    {
        get => _meta?.Grad;
        set
        {
            var meta = EnsureMeta();
            (meta.Grad, meta.OwnsGrad) = (value, true);
        }
    }

    /// <summary>True when an operation on this tensor has to be recorded.</summary>
    internal bool Records => RequiresGrad && GradMode.IsEnabled;

    internal void SetHistory(Node? node, int output = 0)
    {
        _node = node;
        if (output != Output) EnsureMeta().Output = output;
    }

    /// <summary>Makes this fresh tensor the output of <paramref name="node"/>.</summary>
    internal Tensor Recorded(Node node)
    {
        _node = node;
        node.SaveOutput(this);
        return this;
    }

    /// <summary>The node that computed this tensor and the number of its output.</summary>
    internal (Node? Node, int Output) History => (GradientNode, Output);

    /// <summary>This tensor where it is nothing but values; else its values without history.</summary>
    internal Tensor Plain() => _node == null && _meta == null ? this : Detach();

    /// <summary>This tensor's memory with another history.</summary>
    internal Tensor WithHistory(Node? node, int output)
    {
        var y = Detach();
        y.SetHistory(node, output);
        return y;
    }

    private bool LeafRequiresGrad => _meta is { RequiresGrad: true };

    private int Output => _meta?.Output ?? 0;

    internal void BumpVersion() => _storage.BumpVersion();

    private Meta EnsureMeta() => _meta ?? Interlocked.CompareExchange(ref _meta, new(), null) ?? _meta;

    private AccumulateGradient Accumulator()
    {
        var meta = EnsureMeta();
        return meta.Accumulator ?? Interlocked.CompareExchange(ref meta.Accumulator, new(this), null) ?? meta.Accumulator;
    }

    private static InvalidOperationException OnlyFloats(DType dtype) =>
        new($"Only float32 and float64 tensors can require grad, not {dtype.Name()}. Convert first: tensor.To(DType.Float32).");
}
