namespace Gpu.Kernels;

/// <summary>When chains of elementwise operations run as one.</summary>
public enum FusionMode
{
    /// <summary>Never: every operation runs at its call.</summary>
    Off,

    /// <summary>Where it pays: results of at least <see cref="Fusion.SmallestOnHost"/> or <see cref="Fusion.SmallestOnAccelerators"/> elements stay pending. What has to be compiled for it is compiled in the background.</summary>
    Background,

    /// <summary>Always, whatever the size, and what has to be compiled is waited for. For tests.</summary>
    AtOnce,
}

/// <summary>The setting of fusion: results of elementwise operations may stay pending until somebody needs the values, so that a chain of them reads its inputs once and writes its result once.</summary>
/// <remarks>The bits do not depend on it. Two differences can be seen: an intermediate result that nobody asks for takes no memory, and a lack of memory may show at the use of a result instead of at its
/// operation. The environment variable GPU_FUSION sets the mode: 0 for off, 1 for background (the default), now for at once.</remarks>
public static class Fusion
{
    /// <summary>Elements from which on results stay pending on the host: as many as make up for the notes about them, which take about a microsecond an operation.</summary>
    public const int SmallestOnHost = 8192;

    /// <summary>Elements from which on results stay pending on accelerators, where every kernel that is saved is a launch less.</summary>
    public const int SmallestOnAccelerators = 1024;

    /// <summary>Held while the notes of who reads what are changed; never while anything is computed.</summary>
    internal static readonly Lock Sync = new();

    /// <summary>The mode for operations from now on. Results that are pending already stay so.</summary>
    public static FusionMode Mode { get; set; } = FromEnvironment(Environment.GetEnvironmentVariable("GPU_FUSION"));

    /// <summary>Whether a float result of that many elements stays pending.</summary>
    internal static bool Takes(Device device, DType dtype, int count) =>
        (Mode == FusionMode.AtOnce ? count > 0 : Mode == FusionMode.Background && count >= device.Backend.SmallestChain) && dtype.IsFloat();

    private static FusionMode FromEnvironment(string? value) => value?.ToLowerInvariant() switch
    {
        null or "" or "1" => FusionMode.Background,
        "0" => FusionMode.Off,
        "now" => FusionMode.AtOnce,
        _ => throw new ArgumentException($"GPU_FUSION is '{value}'. It may be 0 (off), 1 (in the background, the default) or now (at once)."),
    };
}
