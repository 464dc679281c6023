using ILGPU.Algorithms.ScanReduceOperations;

namespace ILGPU.Algorithms;

/// <summary>
/// Reductions and scans over the lanes of a warp, also a partial one at a group's end. All lanes of the warp must reach each call: the
/// extent of an implicitly grouped launch must end where a warp ends, because lanes beyond it have no values.
/// </summary>
public static class WarpExtensions
{
    /// <summary>value of the first lane op ... op value of the last lane; the first lane has it.</summary>
    public static T Reduce<T, TReduction>(T value)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
    {
        TReduction operation = default;
        int lane = Warp.LaneIdx;
        int lanes = Math.Min(Warp.WarpSize, Group.Dimension.Size - Group.LinearIndex + lane);
        for (int distance = 1; distance < Warp.WarpSize; distance *= 2)
        {
            var other = Warp.ShuffleDown(value, distance);
            if (lane + distance < lanes)
                value = operation.Apply(value, other);
        }

        return value;
    }

    /// <summary>value of the first lane op ... op value of the last lane, for all lanes.</summary>
    public static T AllReduce<T, TReduction>(T value)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
        => Warp.Broadcast(Reduce<T, TReduction>(value), 0);

    /// <summary>The values of all lanes before this one, applied; the identity for the first lane.</summary>
    public static T ExclusiveScan<T, TScanOperation>(T value)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        TScanOperation operation = default;
        var before = Warp.ShuffleUp(InclusiveScan<T, TScanOperation>(value), 1);
        return Warp.IsFirstLane ? operation.Identity : before;
    }

    /// <summary>The values of all lanes up to this one, applied.</summary>
    public static T InclusiveScan<T, TScanOperation>(T value)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        TScanOperation operation = default;
        int lane = Warp.LaneIdx;
        for (int distance = 1; distance < Warp.WarpSize; distance *= 2)
        {
            var before = Warp.ShuffleUp(value, distance);
            if (lane >= distance)
                value = operation.Apply(before, value);
        }

        return value;
    }
}
