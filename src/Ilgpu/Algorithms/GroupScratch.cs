using ILGPU.Runtime.CPU;

namespace ILGPU.Algorithms;

/// <summary>
/// Memory in which the items of a group work together: one element for each item. All uses in a kernel share it, so nothing stays in it
/// from one use to the next, and each use ends with a barrier.
/// </summary>
internal static class GroupScratch
{
    /// <summary>One element for each item of the group.</summary>
    [Special("group_scratch"), Needs(KernelNeeds.Shared)]
    public static ArrayView<T> Allocate<T>()
        where T : unmanaged
        => CpuItem.Current.Shared<T>(CpuItem.Current.Group.Size);
}
