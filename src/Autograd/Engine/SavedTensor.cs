using Gpu.Kernels;

namespace Gpu.Engine;

/// <summary>A tensor that a node keeps for its backward pass, with the version and the history it had at that time.</summary>
internal struct SavedTensor
{
    private Tensor? _tensor;
    private Storage? _storage;
    private Node? _node;
    private int _output, _version;

    public SavedTensor(Tensor tensor)
    {
        (_node, _output) = tensor.History;
        (_tensor, _storage, _version) = (tensor, tensor.Storage, tensor.Version);
        _storage.WillBeRead();
    }

    public readonly bool IsEmpty => _tensor == null;

    /// <summary>The tensor as it was saved.</summary>
    /// <exception cref="InvalidOperationException">It was released, or changed in place since.</exception>
    public readonly Tensor Get(Node owner)
    {
        if (_tensor is not { } tensor) throw owner.Freed();
        if (!ReferenceEquals(tensor.Storage, _storage)) throw Replaced(tensor, owner);
        if (tensor.Version != _version) throw Changed(tensor, owner);
        // DetachInPlace changes the history of a tensor but not that of the graphs that were built before.
        return ReferenceEquals(tensor.GradientNode, _node) ? tensor : tensor.WithHistory(_node, _output);
    }

    public void Clear() => this = default;

    private static InvalidOperationException Replaced(Tensor tensor, Node owner) => new(
        $"{owner.Name} saved a tensor of shape {tensor.Shape} ({tensor.DType.Name()}) for its backward pass, but SetData, or moving its module, replaced the values since. "
        + "Go backward first, then replace them.");

    private readonly InvalidOperationException Changed(Tensor tensor, Node owner) => new(
        $"{owner.Name} saved a tensor of shape {tensor.Shape} ({tensor.DType.Name()}) for its backward pass at version {_version}, but it was changed in place since and is now at version {tensor.Version}. "
        + "Use the operation that is not in place, or change a Clone().");
}
