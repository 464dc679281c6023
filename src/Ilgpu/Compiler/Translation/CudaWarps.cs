using System.Reflection;

namespace ILGPU.Compiler.Translation;

/// <summary>Warps of CUDA devices: 32 items in linear order. The same lanes as on the CPU accelerator.</summary>
internal static class CudaWarps
{
    private const int Lanes = 32;

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
        ? typeof(CudaWarps).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)
        : null;

    private static int Size() => Lanes;

    private static int Lane() => Group.LinearIndex % Lanes;

    private static int Index() => Group.LinearIndex / Lanes;

    [Intrinsic("", "__syncwarp()")]
    private static void SyncWarp() => throw new NotSupportedException("Runs on CUDA devices only.");

    /// <summary>The value of a lane of the warp.</summary>
    [Special("warp_exchange")]
    private static T Exchange<T>(T value, int lane)
        where T : unmanaged
        => throw new NotSupportedException("Runs on CUDA devices only.");

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
