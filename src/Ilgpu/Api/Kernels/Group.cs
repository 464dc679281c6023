using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>The group of the running work item: its index in the group, the group's size, barriers, exchange.</summary>
public static class Group
{
    /// <summary>The item's index in its group, x.</summary>
    public static int IdxX
    {
        [Intrinsic("((int)get_local_id(0))", "((int)threadIdx.x)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GroupIndex.X;
    }

    /// <summary>The item's index in its group, y.</summary>
    public static int IdxY
    {
        [Intrinsic("((int)get_local_id(1))", "((int)threadIdx.y)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GroupIndex.Y;
    }

    /// <summary>The item's index in its group, z.</summary>
    public static int IdxZ
    {
        [Intrinsic("((int)get_local_id(2))", "((int)threadIdx.z)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GroupIndex.Z;
    }

    /// <summary>The number of items of a group, x.</summary>
    public static int DimX
    {
        [Intrinsic("((int)get_local_size(0))", "((int)blockDim.x)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GroupDimension.X;
    }

    /// <summary>The number of items of a group, y.</summary>
    public static int DimY
    {
        [Intrinsic("((int)get_local_size(1))", "((int)blockDim.y)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GroupDimension.Y;
    }

    /// <summary>The number of items of a group, z.</summary>
    public static int DimZ
    {
        [Intrinsic("((int)get_local_size(2))", "((int)blockDim.z)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GroupDimension.Z;
    }

    /// <summary>The item's index in its group.</summary>
    public static Index3D Index => new(IdxX, IdxY, IdxZ);

    /// <summary>The number of items of a group in each dimension.</summary>
    public static Index3D Dimension => new(DimX, DimY, DimZ);

    /// <summary>(z * DimY + y) * DimX + x.</summary>
    public static int LinearIndex => (IdxZ * DimY + IdxY) * DimX + IdxX;

    /// <summary>True for the item whose linear index is 0.</summary>
    public static bool IsFirstThread => LinearIndex == 0;

    /// <summary>True for the item whose linear index is the greatest.</summary>
    public static bool IsLastThread => LinearIndex == DimX * DimY * DimZ - 1;

    /// <summary>Waits until all items of the group are here; what they wrote before is visible after. All items must reach it.</summary>
    [Special("barrier"), Needs(KernelNeeds.Barrier)]
    public static void Barrier() => CpuItem.Current.GroupBarrier();

    /// <summary>A barrier; the number of items whose <paramref name="predicate"/> is true.</summary>
    [Special("barrier_popcount"), Needs(KernelNeeds.Barrier)]
    public static int BarrierPopCount(bool predicate) => CpuItem.Current.CountInGroup(predicate);

    /// <summary>A barrier; true where every item's <paramref name="predicate"/> is.</summary>
    [Special("barrier_and"), Needs(KernelNeeds.Barrier)]
    public static bool BarrierAnd(bool predicate) => CpuItem.Current.CountInGroup(!predicate) == 0;

    /// <summary>A barrier; true where an item's <paramref name="predicate"/> is.</summary>
    [Special("barrier_or"), Needs(KernelNeeds.Barrier)]
    public static bool BarrierOr(bool predicate) => CpuItem.Current.CountInGroup(predicate) != 0;

    /// <summary>A barrier; the <paramref name="value"/> of the item with the linear index <paramref name="groupIndex"/>.</summary>
    [Special("group_broadcast"), Needs(KernelNeeds.Barrier)]
    public static T Broadcast<T>(T value, int groupIndex)
        where T : unmanaged
        => CpuItem.Current.ExchangeInGroup(value, groupIndex);
}
