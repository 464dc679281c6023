namespace ILGPU;

/// <summary>Orders memory accesses: what the item wrote before is visible to others before what it writes after.</summary>
public static class MemoryFence
{
    /// <summary>For the items of the group.</summary>
    [Intrinsic("mem_fence(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)", "__threadfence_block()")]
    public static void GroupLevel() => Thread.MemoryBarrier();

    /// <summary>For all items on the device.</summary>
    [Intrinsic("mem_fence(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)", "__threadfence()")]
    public static void DeviceLevel() => Thread.MemoryBarrier();

    /// <summary>For all items and the host.</summary>
    [Intrinsic("mem_fence(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)", "__threadfence_system()")]
    public static void SystemLevel() => Thread.MemoryBarrier();
}
