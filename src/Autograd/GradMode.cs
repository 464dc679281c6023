namespace Gpu;

/// <summary>Whether operations are recorded for a backward pass. Each thread has its own setting; a new thread records.</summary>
/// <remarks>The setting belongs to the thread, not to an async flow: do not await inside a scope.</remarks>
public static class GradMode
{
    [ThreadStatic] private static bool s_disabled;

    /// <summary>True when operations on this thread are recorded.</summary>
    public static bool IsEnabled => !s_disabled;

    /// <summary>Stops recording until the result is disposed.</summary>
    /// <example><code>using (GradMode.NoGrad()) weight.Sub_(rate * weight.Grad!);</code></example>
    public static GradModeScope NoGrad() => Set(false);

    /// <summary>Records until the result is disposed, also inside <see cref="NoGrad"/>.</summary>
    public static GradModeScope Enable() => Set(true);

    /// <summary>Switches recording on or off. Disposing the result restores the setting before; without that it stays.</summary>
    public static GradModeScope Set(bool enabled)
    {
        var scope = new GradModeScope(s_disabled);
        s_disabled = !enabled;
        return scope;
    }

    internal static void Restore(bool disabled) => s_disabled = disabled;
}

/// <summary>Restores the recording mode that was in force before.</summary>
public readonly struct GradModeScope : IDisposable
{
    private readonly bool _disabled;

    internal GradModeScope(bool disabled) => _disabled = disabled;

    /// <summary>Restores the mode. On the thread that opened the scope.</summary>
    public void Dispose() => GradMode.Restore(_disabled);
}
