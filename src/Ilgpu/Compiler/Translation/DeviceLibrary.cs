using System.Reflection;
using ILGPU.Runtime;

namespace ILGPU.Compiler.Translation;

/// <summary>
/// Kernel members that devices lack, written as C# over the members they have; translated like kernel code.
/// OpenCL devices are driven without subgroups: their warps hold one item. CUDA's warps hold 32 (<see cref="CudaWarps"/>).
/// </summary>
internal static class DeviceLibrary
{
    private static readonly Dictionary<string, string> Common = new()
    {
        ["group_broadcast"] = nameof(GroupBroadcast),
        ["barrier_popcount"] = nameof(BarrierPopCount),
        ["barrier_and"] = nameof(BarrierAnd),
        ["barrier_or"] = nameof(BarrierOr),
    };

    private static readonly Dictionary<string, string> SingleItemWarps = new()
    {
        ["warp_size"] = nameof(One),
        ["lane_index"] = nameof(Zero),
        ["warp_index"] = nameof(WarpIndex),
        ["warp_barrier"] = nameof(Nothing),
        ["warp_broadcast"] = nameof(OwnValue),
        ["warp_shuffle"] = nameof(OwnSegmentValue),
        ["warp_shuffle_down"] = nameof(OwnSegmentValue),
        ["warp_shuffle_up"] = nameof(OwnSegmentValue),
        ["warp_shuffle_xor"] = nameof(OwnSegmentValue),
    };

    /// <summary>The method that stands for a special member, or null.</summary>
    public static MethodInfo? Find(string special, AcceleratorType target)
    {
        if (target == AcceleratorType.Cuda && CudaWarps.Find(special) is { } warp) return warp;
        return Common.TryGetValue(special, out string? name) || (target == AcceleratorType.OpenCL && SingleItemWarps.TryGetValue(special, out name))
            ? typeof(DeviceLibrary).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)
            : null;
    }

    private static T GroupBroadcast<T>(T value, int groupIndex)
        where T : unmanaged
    {
        var slot = SharedMemory.Allocate<T>(1);
        if (Group.LinearIndex == groupIndex) slot[0] = value;
        Group.Barrier();
        var result = slot[0];
        // The slot may be written again by a later call.
        Group.Barrier();
        return result;
    }

    private static int BarrierPopCount(bool predicate)
    {
        var count = SharedMemory.Allocate<int>(1);
        if (Group.LinearIndex == 0) count[0] = 0;
        Group.Barrier();
        if (predicate) Atomic.Add(ref count[0], 1);
        Group.Barrier();
        int result = count[0];
        Group.Barrier();
        return result;
    }

    private static bool BarrierAnd(bool predicate) => BarrierPopCount(!predicate) == 0;

    private static bool BarrierOr(bool predicate) => BarrierPopCount(predicate) != 0;

    private static int One() => 1;

    private static int Zero() => 0;

    private static int WarpIndex() => Group.LinearIndex;

    private static void Nothing()
    {
    }

    private static T OwnValue<T>(T value, int lane)
        where T : unmanaged
        => value;

    private static T OwnSegmentValue<T>(T value, int lane, int width)
        where T : unmanaged
        => value;
}
