using System.Runtime.CompilerServices;

namespace Gpu.Testing;

/// <summary>
/// Tests see what the drivers' compilers say, every time, and leave nothing in the user's folders. Those of the cache of built programs
/// have folders of their own.
/// </summary>
internal static class NoProgramCache
{
    [ModuleInitializer]
    internal static void SwitchOff() => Environment.SetEnvironmentVariable("GPU_CACHE", "0");
}
