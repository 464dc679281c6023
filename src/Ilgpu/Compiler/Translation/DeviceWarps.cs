using System.Reflection;

namespace ILGPU.Compiler.Translation;

/// <summary>
/// Warps of devices: 32 items in linear order, the last one of a group perhaps fewer. The same lanes as on the CPU accelerator. A CUDA
/// device exchanges values in registers, an OpenCL device through group memory.
/// </summary>
internal static class DeviceWarps
{
    /// <summary>The number of items of a warp.</summary>
    public const int Lanes = 32;

    /// <summary>The most items that a group has on a CUDA device.</summary>
    public const int CudaGroupLimit = 1024;

    private static readonly Dictionary<string, string> Members = new()
    {
        ["warp_size"] = nameof(Size),
        ["lane_index"] = nameof(Lane),
        ["warp_index"] = nameof(Index),
        ["warp_barrier"] = nameof(Barrier),
        ["warp_broadcast"] = nameof(Broadcast),
        ["warp_shuffle"] = nameof(Shuffle),
        ["warp_shuffle_down"] = nameof(ShuffleDown),
        ["warp_shuffle_up"] = nameof(ShuffleUp),
        ["warp_shuffle_xor"] = nameof(ShuffleXor),
    };

    /// <summary>The method that stands for a member of warps, or null.</summary>
    public static MethodInfo? Find(string special) => Members.TryGetValue(special, out string? name)
        ? typeof(DeviceWarps).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)
        : null;

    private static int Size() => Lanes;

    private static int Lane() => Item() & (Lanes - 1);

    private static int Index() => Item() / Lanes;

    /// <summary>The item's linear index in its group.</summary>
    [Intrinsic("il_item()", "il_item()", Pure = true)]
    private static int Item() => throw new NotSupportedException("Runs on devices only.");

    /// <summary>The number of items of the group.</summary>
    [Intrinsic("il_items()", "il_items()", Pure = true)]
    private static int Items() => throw new NotSupportedException("Runs on devices only.");

    [Special("warp_sync")]
    private static void SyncWarp() => throw new NotSupportedException("Runs on devices only.");

    /// <summary>The value of a lane of the warp that exists.</summary>
    [Special("warp_exchange")]
    private static T Move<T>(T value, int lane)
        where T : unmanaged
        => throw new NotSupportedException("Runs on devices only.");

    /// <summary>The value of a lane of the warp; the own value where there is no such lane.</summary>
    private static T Exchange<T>(T value, int lane)
        where T : unmanaged
        => Move(value, (lane & (Lanes - 1)) == lane & Item() - Lane() + lane < Items() ? lane : Lane());

    private static void Barrier() => SyncWarp();

    private static T Broadcast<T>(T value, int sourceLane)
        where T : unmanaged
        => Exchange(value, sourceLane);

    private static T Shuffle<T>(T value, int sourceLane, int width)
        where T : unmanaged
        => Exchange(value, Lane() / width * width + (sourceLane & (width - 1)));

    private static T ShuffleDown<T>(T value, int delta, int width)
        where T : unmanaged
        => Exchange(value, Lane() % width + delta < width ? Lane() + delta : Lane());

    private static T ShuffleUp<T>(T value, int delta, int width)
        where T : unmanaged
        => Exchange(value, Lane() % width >= delta ? Lane() - delta : Lane());

    private static T ShuffleXor<T>(T value, int mask, int width)
        where T : unmanaged
        => Exchange(value, (Lane() ^ mask) / width == Lane() / width ? Lane() ^ mask : Lane());
}
