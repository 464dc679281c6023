using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu.Engine;

/// <summary>The end of the graph at a leaf: adds what arrives to the leaf's <see cref="Tensor.Grad"/>.</summary>
internal sealed class AccumulateGradient : Node
{
    public AccumulateGradient(Tensor leaf) : base(leaf)
    {
        Leaf = leaf;
        Connect([]);
    }

    public Tensor Leaf { get; }

    public override string Name => "AccumulateGradient";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        if (Accumulate(Leaf, dy, pass.GradientIsOwned)) pass.KeepGradient();
    }

    /// <summary>target.Grad += dy. The first gradient is stored itself when nobody else can hold it, else as a copy.</summary>
    /// <returns>True when <paramref name="dy"/>'s own memory is now the stored gradient.</returns>
    public static bool Accumulate(Tensor target, Tensor dy, bool owned)
    {
        // Threads may run graphs that share a leaf.
        lock (target.MetaLock)
        {
            var old = target.StoredGrad;
            if (old is { Layout.Overlaps: false } && !GradMode.IsEnabled)
            {
                // A gradient that the caller passed may be another view of the stored one.
                var addend = ReferenceEquals(dy.Storage, old.Storage) ? dy.Clone() : dy;
                Elementwise.NumBinaryInto(new Add(), old, addend, old);
                old.BumpVersion();
                return false;
            }
            bool steal = old == null && owned && dy.IsContiguous;
            var stored = old != null ? old + dy : steal ? dy.Plain() : dy.Clone();
            // Computed now, so that what it was computed from can go.
            _ = stored.Storage.Block;
            Scope.KeepLike(stored.Storage, target.Storage);
            target.StoredGrad = stored;
            return steal;
        }
    }
}
