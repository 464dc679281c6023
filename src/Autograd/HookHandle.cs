using Gpu.Engine;

namespace Gpu;

/// <summary>A registered gradient hook. Disposing it removes the hook; doing so again is harmless.</summary>
public sealed class HookHandle : IDisposable
{
    private readonly GradientHooks _hooks;

    internal HookHandle(GradientHooks hooks, Func<Tensor, Tensor?> hook, int output)
    {
        (_hooks, Hook, Output) = (hooks, hook, output);
        hooks.Add(this);
    }

    internal Func<Tensor, Tensor?> Hook { get; }

    internal int Output { get; }

    internal bool IsRemoved { get; private set; }

    /// <summary>Removes the hook.</summary>
    public void Remove()
    {
        IsRemoved = true;
        _hooks.Remove(this);
    }

    /// <summary>Removes the hook.</summary>
    public void Dispose() => Remove();
}
