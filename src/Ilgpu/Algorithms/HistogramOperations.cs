namespace ILGPU.Algorithms.HistogramOperations;

/// <summary>Counts one more in a bin.</summary>
/// <typeparam name="T">The bin type.</typeparam>
public interface IIncrementOperation<T>
    where T : unmanaged
{
    /// <summary>Adds 1 in one step; tells whether the bin was full and began anew.</summary>
    void Increment(ref T target, out bool incrementOverflowed);
}

/// <summary>The one bin that a value counts in.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TIndex">The index type.</typeparam>
public interface IComputeSingleBinOperation<T, TIndex>
    where T : unmanaged
    where TIndex : struct, IIndex
{
    /// <summary>The value's bin, from 0 to <paramref name="numBins"/> - 1.</summary>
    TIndex ComputeHistogramBin(T value, TIndex numBins);
}

/// <summary>The bins that a value counts in.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TBinType">The bin type.</typeparam>
/// <typeparam name="TIncrementor">How a bin counts.</typeparam>
public interface IComputeMultiBinOperation<T, TBinType, TIncrementor>
    where T : unmanaged
    where TBinType : unmanaged
    where TIncrementor : struct, IIncrementOperation<TBinType>
{
    /// <summary>Counts the value in its bins; tells whether one was full.</summary>
    void ComputeHistogramBins(T value, ArrayView<TBinType> histogram, in TIncrementor incrementOperation, out bool incrementOverflowed);
}

/// <summary>Counts in int bins.</summary>
public readonly struct HistogramIncrementInt32 : IIncrementOperation<int>
{
    /// <inheritdoc/>
    public void Increment(ref int target, out bool incrementOverflowed)
    {
        int before = Atomic.Add(ref target, 1);
        incrementOverflowed = before == int.MaxValue;
    }
}

/// <summary>Counts in long bins.</summary>
public readonly struct HistogramIncrementInt64 : IIncrementOperation<long>
{
    /// <inheritdoc/>
    public void Increment(ref long target, out bool incrementOverflowed)
    {
        long before = Atomic.Add(ref target, 1);
        incrementOverflowed = before == long.MaxValue;
    }
}

/// <summary>Counts in uint bins.</summary>
public readonly struct HistogramIncrementUInt32 : IIncrementOperation<uint>
{
    /// <inheritdoc/>
    public void Increment(ref uint target, out bool incrementOverflowed)
    {
        uint before = Atomic.Add(ref target, 1);
        incrementOverflowed = before == uint.MaxValue;
    }
}

/// <summary>Counts in ulong bins.</summary>
public readonly struct HistogramIncrementUInt64 : IIncrementOperation<ulong>
{
    /// <inheritdoc/>
    public void Increment(ref ulong target, out bool incrementOverflowed)
    {
        ulong before = Atomic.Add(ref target, 1);
        incrementOverflowed = before == ulong.MaxValue;
    }
}

/// <summary>Counts in float bins.</summary>
public readonly struct HistogramIncrementFloat : IIncrementOperation<float>
{
    /// <inheritdoc/>
    public void Increment(ref float target, out bool incrementOverflowed)
    {
        float before = Atomic.Add(ref target, 1);
        incrementOverflowed = before + 1 <= before;
    }
}

/// <summary>Counts in double bins.</summary>
public readonly struct HistogramIncrementDouble : IIncrementOperation<double>
{
    /// <inheritdoc/>
    public void Increment(ref double target, out bool incrementOverflowed)
    {
        double before = Atomic.Add(ref target, 1);
        incrementOverflowed = before + 1 <= before;
    }
}
