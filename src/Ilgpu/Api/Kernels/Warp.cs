using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>
/// The warp of the running work item: neighbours in linear order that exchange values without shared memory.
/// All items of a warp must reach each of these calls. Where the extent of an implicitly grouped launch ends inside a warp, the items beyond
/// it are not waited for, and what is asked of their lanes is undefined.
/// </summary>
public static class Warp
{
    /// <summary>The number of items of a warp.</summary>
    public static int WarpSize
    {
        [Special("warp_size"), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.WarpSize;
    }

    /// <summary>The item's index in its warp.</summary>
    public static int LaneIdx
    {
        [Special("lane_index"), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.LinearIndex % CpuItem.Current.WarpSize;
    }

    /// <summary>The warp's index in its group.</summary>
    public static int WarpIdx
    {
        [Special("warp_index"), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.LinearIndex / CpuItem.Current.WarpSize;
    }

    /// <summary>The index in its group of the warp that an item with this index in its group belongs to.</summary>
    public static int ComputeWarpIdx(Index1D groupThreadIdx) => groupThreadIdx.X / WarpSize;

    /// <summary>The index in its warp of an item with this index in its group.</summary>
    public static int ComputeWarpThreadIdx(Index1D groupThreadIdx) => groupThreadIdx.X % WarpSize;

    /// <summary>True for lane 0.</summary>
    public static bool IsFirstLane => LaneIdx == 0;

    /// <summary>True for the lane with the greatest index.</summary>
    public static bool IsLastLane => LaneIdx == WarpSize - 1;

    /// <summary>Waits until all items of the warp are here.</summary>
    [Special("warp_barrier"), Needs(KernelNeeds.Barrier)]
    public static void Barrier() => CpuItem.Current.WarpBarrier();

    /// <summary>The value of the lane <paramref name="sourceLane"/>.</summary>
    [Special("warp_broadcast"), Needs(KernelNeeds.Barrier)]
    public static T Broadcast<T>(T value, int sourceLane)
        where T : unmanaged
        => CpuItem.Current.ExchangeInWarp(value, sourceLane);

    /// <summary>The value of the lane <paramref name="sourceLane"/>.</summary>
    public static T Shuffle<T>(T variable, int sourceLane)
        where T : unmanaged
        => Shuffle(variable, sourceLane, WarpSize);

    /// <summary>The value of the lane <paramref name="sourceLane"/> of the item's segment of <paramref name="width"/> lanes.</summary>
    [Special("warp_shuffle"), Needs(KernelNeeds.Barrier)]
    public static T Shuffle<T>(T variable, int sourceLane, int width)
        where T : unmanaged
        => CpuItem.Current.ExchangeInWarp(variable, LaneIdx / width * width + (sourceLane & (width - 1)));

    /// <summary>The value of the lane <paramref name="delta"/> further; the own value past the end.</summary>
    public static T ShuffleDown<T>(T variable, int delta)
        where T : unmanaged
        => ShuffleDown(variable, delta, WarpSize);

    /// <summary>The value of the lane <paramref name="delta"/> further in the segment of <paramref name="width"/> lanes; the own value past its end.</summary>
    [Special("warp_shuffle_down"), Needs(KernelNeeds.Barrier)]
    public static T ShuffleDown<T>(T variable, int delta, int width)
        where T : unmanaged
        => CpuItem.Current.ExchangeInWarp(variable, LaneIdx % width + delta < width ? LaneIdx + delta : LaneIdx);

    /// <summary>The value of the lane <paramref name="delta"/> before; the own value before the start.</summary>
    public static T ShuffleUp<T>(T variable, int delta)
        where T : unmanaged
        => ShuffleUp(variable, delta, WarpSize);

    /// <summary>The value of the lane <paramref name="delta"/> before in the segment of <paramref name="width"/> lanes; the own value before its start.</summary>
    [Special("warp_shuffle_up"), Needs(KernelNeeds.Barrier)]
    public static T ShuffleUp<T>(T variable, int delta, int width)
        where T : unmanaged
        => CpuItem.Current.ExchangeInWarp(variable, LaneIdx % width >= delta ? LaneIdx - delta : LaneIdx);

    /// <summary>The value of the lane LaneIdx xor <paramref name="mask"/>.</summary>
    public static T ShuffleXor<T>(T variable, int mask)
        where T : unmanaged
        => ShuffleXor(variable, mask, WarpSize);

    /// <summary>The value of the lane LaneIdx xor <paramref name="mask"/>; the own value outside the segment of <paramref name="width"/> lanes.</summary>
    [Special("warp_shuffle_xor"), Needs(KernelNeeds.Barrier)]
    public static T ShuffleXor<T>(T variable, int mask, int width)
        where T : unmanaged
        => CpuItem.Current.ExchangeInWarp(variable, (LaneIdx ^ mask) / width == LaneIdx / width ? LaneIdx ^ mask : LaneIdx);
}
