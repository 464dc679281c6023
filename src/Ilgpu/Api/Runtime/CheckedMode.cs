using System.Diagnostics;

namespace ILGPU.Runtime;

/// <summary>
/// Checked mode: kernels check every index into a view. A context asks for it with <see cref="Context.Builder.Assertions"/>; the
/// environment variable GPU_CHECKS overrides: 1 checks in every context, 0 in none.
/// </summary>
internal static class CheckedMode
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "GPU_CHECKS";

    private static readonly bool? Forced = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => null,
        var value => value != "0",
    };

    private static volatile bool requested;

    /// <summary>Whether any context of this process may ask for checks.</summary>
    public static bool IsRequested => Forced ?? (requested || Debugger.IsAttached);

    /// <summary>Says that a context will ask for checks.</summary>
    public static void Request() => requested = true;

    /// <summary>Whether the kernels of a context are checked.</summary>
    public static bool IsOn(ContextProperties properties) => Forced ?? properties.EnableAssertions;
}
