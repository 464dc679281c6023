using ILGPU.Runtime.CPU;

namespace ILGPU;

/// <summary>The grid of the running work item: its group's index, the number of groups, the item's index in the whole grid.</summary>
public static class Grid
{
    /// <summary>The group's index in the grid, x.</summary>
    public static int IdxX
    {
        [Intrinsic("((int)get_group_id(0))", "((int)blockIdx.x)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GridIndex.X;
    }

    /// <summary>The group's index in the grid, y.</summary>
    public static int IdxY
    {
        [Intrinsic("((int)get_group_id(1))", "((int)blockIdx.y)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GridIndex.Y;
    }

    /// <summary>The group's index in the grid, z.</summary>
    public static int IdxZ
    {
        [Intrinsic("((int)get_group_id(2))", "((int)blockIdx.z)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GridIndex.Z;
    }

    /// <summary>The number of groups, x.</summary>
    public static int DimX
    {
        [Intrinsic("((int)get_num_groups(0))", "((int)gridDim.x)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GridDimension.X;
    }

    /// <summary>The number of groups, y.</summary>
    public static int DimY
    {
        [Intrinsic("((int)get_num_groups(1))", "((int)gridDim.y)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GridDimension.Y;
    }

    /// <summary>The number of groups, z.</summary>
    public static int DimZ
    {
        [Intrinsic("((int)get_num_groups(2))", "((int)gridDim.z)", Pure = true), Needs(KernelNeeds.Place)]
        get => CpuItem.Current.GridDimension.Z;
    }

    /// <summary>The group's index in the grid.</summary>
    public static Index3D Index => new(IdxX, IdxY, IdxZ);

    /// <summary>The number of groups in each dimension.</summary>
    public static Index3D Dimension => new(DimX, DimY, DimZ);

    /// <summary>The item's index in the whole grid: Grid.Index * Group.Dimension + Group.Index.</summary>
    public static Index3D GlobalIndex => Index * Group.Dimension + Group.Index;

    /// <summary>The item's index in the whole grid, with 64 bits.</summary>
    public static LongIndex3D LongGlobalIndex => new(
        (long)IdxX * Group.DimX + Group.IdxX, (long)IdxY * Group.DimY + Group.IdxY, (long)IdxZ * Group.DimZ + Group.IdxZ);

    /// <summary>The group's linear index: (z * DimY + y) * DimX + x.</summary>
    public static int LinearIndex => (IdxZ * DimY + IdxY) * DimX + IdxX;

    /// <summary>The item's linear index: LinearIndex * (items of a group) + Group.LinearIndex.</summary>
    public static int GlobalLinearIndex => LinearIndex * (Group.DimX * Group.DimY * Group.DimZ) + Group.LinearIndex;

    /// <summary>The index in the whole grid of an item, from its group's index and its own in the group: gridIdx * Group.Dimension + groupIdx.</summary>
    public static Index1D ComputeGlobalIndex(Index1D gridIdx, Index1D groupIdx) =>
        new(gridIdx.X * Group.DimX + groupIdx.X);

    /// <summary>The index in the whole grid of an item, with 64 bits.</summary>
    public static LongIndex1D ComputeLongGlobalIndex(Index1D gridIdx, Index1D groupIdx) =>
        new((long)gridIdx.X * Group.DimX + groupIdx.X);

    /// <summary>The index in the whole grid of an item, from its group's index and its own in the group: gridIdx * Group.Dimension + groupIdx.</summary>
    public static Index2D ComputeGlobalIndex(Index2D gridIdx, Index2D groupIdx) =>
        new(gridIdx.X * Group.DimX + groupIdx.X, gridIdx.Y * Group.DimY + groupIdx.Y);

    /// <summary>The index in the whole grid of an item, with 64 bits.</summary>
    public static LongIndex2D ComputeLongGlobalIndex(Index2D gridIdx, Index2D groupIdx) =>
        new((long)gridIdx.X * Group.DimX + groupIdx.X, (long)gridIdx.Y * Group.DimY + groupIdx.Y);

    /// <summary>The index in the whole grid of an item, from its group's index and its own in the group: gridIdx * Group.Dimension + groupIdx.</summary>
    public static Index3D ComputeGlobalIndex(Index3D gridIdx, Index3D groupIdx) =>
        new(gridIdx.X * Group.DimX + groupIdx.X, gridIdx.Y * Group.DimY + groupIdx.Y, gridIdx.Z * Group.DimZ + groupIdx.Z);

    /// <summary>The index in the whole grid of an item, with 64 bits.</summary>
    public static LongIndex3D ComputeLongGlobalIndex(Index3D gridIdx, Index3D groupIdx) =>
        new((long)gridIdx.X * Group.DimX + groupIdx.X, (long)gridIdx.Y * Group.DimY + groupIdx.Y, (long)gridIdx.Z * Group.DimZ + groupIdx.Z);
}
