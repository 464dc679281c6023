using Gpu.Kernels;

namespace Gpu.Engine;

/// <summary>What happens with the gradient of one tensor on its way: hooks in the order of registration, then the retained copy.</summary>
internal sealed class GradientHooks
{
    private readonly List<HookHandle> _hooks = [];

    /// <summary>The tensors whose gradient is kept although they are no leaves, by output.</summary>
    public List<(Tensor Tensor, int Output)> Retaining { get; } = [];

    public void Add(HookHandle handle)
    {
        lock (_hooks) _hooks.Add(handle);
    }

    public void Remove(HookHandle handle)
    {
        lock (_hooks) _hooks.Remove(handle);
    }

    public Tensor Run(Tensor gradient, int output)
    {
        HookHandle[] hooks;
        lock (_hooks) hooks = [.. _hooks];
        foreach (var handle in hooks)
        {
            if (handle.Output != output || handle.IsRemoved || handle.Hook(gradient) is not { } replaced) continue;
            if (!replaced.Layout.SameSizes(gradient.Layout) || replaced.DType != gradient.DType || replaced.Device != gradient.Device)
                throw new InvalidOperationException($"A hook returned a gradient of shape {replaced.Shape} ({replaced.DType.Name()} on '{replaced.Device}') in place of one of shape {gradient.Shape} ({gradient.DType.Name()} on '{gradient.Device}'). Shape, dtype and device must stay.");
            gradient = replaced;
        }
        foreach (var (tensor, kept) in Retaining)
            if (kept == output)
                AccumulateGradient.Accumulate(tensor, gradient, owned: false);
        return gradient;
    }

    /// <summary>Moves the retained copy of <paramref name="tensor"/> to the node that is its history now: after an in-place change its final value counts.</summary>
    public static void MoveRetaining(Tensor tensor, Node? from, Node to)
    {
        if (from?.Hooks is not { } hooks || hooks.Retaining.RemoveAll(r => ReferenceEquals(r.Tensor, tensor)) == 0) return;
        (to.Hooks ??= new()).Retaining.Add((tensor, 0));
    }
}
