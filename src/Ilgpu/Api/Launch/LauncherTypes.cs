namespace ILGPU.Runtime;

/// <content>The launcher classes by number of arguments.</content>
internal static partial class LauncherFactory
{
    private static readonly Type[] Launchers =
    [
        typeof(Launcher<>),
        typeof(Launcher<,>),
        typeof(Launcher<,,>),
        typeof(Launcher<,,,>),
        typeof(Launcher<,,,,>),
        typeof(Launcher<,,,,,>),
        typeof(Launcher<,,,,,,>),
        typeof(Launcher<,,,,,,,>),
        typeof(Launcher<,,,,,,,,>),
        typeof(Launcher<,,,,,,,,,>),
        typeof(Launcher<,,,,,,,,,,>),
        typeof(Launcher<,,,,,,,,,,,>),
        typeof(Launcher<,,,,,,,,,,,,>),
        typeof(Launcher<,,,,,,,,,,,,,>),
    ];
}
