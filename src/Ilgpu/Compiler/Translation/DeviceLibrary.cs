using System.Reflection;

namespace ILGPU.Compiler.Translation;

/// <summary>Kernel members that devices lack, written as C# over the members they have; translated like kernel code.</summary>
internal static class DeviceLibrary
{
    private static readonly Dictionary<string, string> Common = new()
    {
        ["group_broadcast"] = nameof(GroupBroadcast),
        ["barrier_popcount"] = nameof(BarrierPopCount),
        ["barrier_and"] = nameof(BarrierAnd),
        ["barrier_or"] = nameof(BarrierOr),
    };

    /// <summary>The method that stands for a special member, or null.</summary>
    public static MethodInfo? Find(string special) => Common.TryGetValue(special, out string? name)
        ? typeof(DeviceLibrary).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)
        : DeviceWarps.Find(special);

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
}
