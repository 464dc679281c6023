using ILGPU.Algorithms.ScanReduceOperations;

namespace ILGPU.Algorithms;

/// <summary>
/// Reductions and scans over the items of a group. All items of the group must reach each call. The tree of applications depends on the
/// group's size only, so that the same group gives the same bits on every device.
/// </summary>
public static class GroupExtensions
{
    /// <summary>A group-wide scan as a type argument.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TScanOperation">The operation.</typeparam>
    public interface IGroupScan<T, TScanOperation>
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        /// <summary>The item's result.</summary>
        T Scan(T value);

        /// <summary>The item's result, and those at the group's ends.</summary>
        T Scan(T value, out ScanBoundaries<T> boundaries);
    }

    /// <summary>value of the first item op ... op value of the last item, for all items.</summary>
    public static T Reduce<T, TReduction>(T value)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
        => AllReduce<T, TReduction>(value);

    /// <summary>value of the first item op ... op value of the last item, for all items.</summary>
    public static T AllReduce<T, TReduction>(T value)
        where T : unmanaged
        where TReduction : struct, IScanReduceOperation<T>
    {
        TReduction operation = default;
        var values = GroupScratch.Allocate<T>();
        int item = Group.LinearIndex, size = Group.Dimension.Size;
        values[item] = value;
        Group.Barrier();
        int half = 1;
        while (half < size)
            half *= 2;
        for (half /= 2; half > 0; half /= 2)
        {
            if (item < half & item + half < size)
                values[item] = operation.Apply(values[item], values[item + half]);
            Group.Barrier();
        }

        var result = values[0];
        Group.Barrier();
        return result;
    }

    /// <summary>The values of all items before this one, applied; the identity for the first item.</summary>
    public static T ExclusiveScan<T, TScanOperation>(T value)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
        => ExclusiveScanWithBoundaries<T, TScanOperation>(value, out _);

    /// <summary>The values of all items up to this one, applied.</summary>
    public static T InclusiveScan<T, TScanOperation>(T value)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
        => InclusiveScanWithBoundaries<T, TScanOperation>(value, out _);

    /// <summary>The values of all items before this one, applied; the boundaries are the first item's value and the last item's result.</summary>
    public static T ExclusiveScanWithBoundaries<T, TScanOperation>(T value, out ScanBoundaries<T> boundaries)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        TScanOperation operation = default;
        var results = Scan<T, TScanOperation>(value);
        int item = Group.LinearIndex, last = Group.Dimension.Size - 1;
        boundaries = new ScanBoundaries<T>(results[0], results[last > 0 ? last - 1 : 0]);
        var result = item == 0 ? operation.Identity : results[item - 1];
        Group.Barrier();
        return result;
    }

    /// <summary>The values of all items up to this one, applied; the boundaries are the first and the last item's result.</summary>
    public static T InclusiveScanWithBoundaries<T, TScanOperation>(T value, out ScanBoundaries<T> boundaries)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        var results = Scan<T, TScanOperation>(value);
        boundaries = new ScanBoundaries<T>(results[0], results[Group.Dimension.Size - 1]);
        var result = results[Group.LinearIndex];
        Group.Barrier();
        return result;
    }

    /// <summary>
    /// What the next part of an exclusive scan starts from: both boundaries and the last item's <paramref name="currentValue"/>, applied.
    /// </summary>
    public static T ExclusiveScanNextIteration<T, TScanOperation>(T leftBoundary, T rightBoundary, T currentValue)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        TScanOperation operation = default;
        return operation.Apply(operation.Apply(leftBoundary, rightBoundary), Group.Broadcast(currentValue, Group.Dimension.Size - 1));
    }

    /// <summary>What the next part of an inclusive scan starts from: both boundaries, applied.</summary>
    public static T InclusiveScanNextIteration<T, TScanOperation>(T leftBoundary, T rightBoundary, T currentValue)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        TScanOperation operation = default;
        return operation.Apply(leftBoundary, rightBoundary);
    }

    // Step d adds what lies d items before; after log2(size) steps each item has all before it.
    private static ArrayView<T> Scan<T, TScanOperation>(T value)
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        TScanOperation operation = default;
        var values = GroupScratch.Allocate<T>();
        int item = Group.LinearIndex, size = Group.Dimension.Size;
        values[item] = value;
        Group.Barrier();
        for (int distance = 1; distance < size; distance *= 2)
        {
            if (item >= distance)
                value = operation.Apply(values[item - distance], value);
            Group.Barrier();
            values[item] = value;
            Group.Barrier();
        }

        return values;
    }

    /// <summary>The inclusive scan as a type argument.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TScanOperation">The operation.</typeparam>
    public readonly struct InclusiveGroupScan<T, TScanOperation> : IGroupScan<T, TScanOperation>
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        /// <inheritdoc/>
        public T Scan(T value) => InclusiveScan<T, TScanOperation>(value);

        /// <inheritdoc/>
        public T Scan(T value, out ScanBoundaries<T> boundaries) => InclusiveScanWithBoundaries<T, TScanOperation>(value, out boundaries);
    }

    /// <summary>The exclusive scan as a type argument.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TScanOperation">The operation.</typeparam>
    public readonly struct ExclusiveGroupScan<T, TScanOperation> : IGroupScan<T, TScanOperation>
        where T : unmanaged
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        /// <inheritdoc/>
        public T Scan(T value) => ExclusiveScan<T, TScanOperation>(value);

        /// <inheritdoc/>
        public T Scan(T value, out ScanBoundaries<T> boundaries) => ExclusiveScanWithBoundaries<T, TScanOperation>(value, out boundaries);
    }
}
