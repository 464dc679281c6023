using ILGPU.Algorithms.RadixSortOperations;
using ILGPU.Algorithms.Sequencers;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <content>Keys with values: they are sorted as pairs.</content>
public static partial class RadixSortExtensions
{
    /// <summary>The number of integers of temporary memory that sorting so many keys with values needs.</summary>
    public static Index1D ComputeRadixSortPairsTempStorageSize<TKey, TValue, TRadixSortOperation>(this Accelerator accelerator, Index1D dataLength)
        where TKey : unmanaged
        where TValue : unmanaged
        where TRadixSortOperation : struct, IRadixSortOperation<TKey>
    {
        long pairs = Interop.ComputeRelativeSizeOf<int, RadixSortPair<TKey, TValue>>(dataLength.X);
        int sort = accelerator.ComputeRadixSortTempStorageSize<RadixSortPair<TKey, TValue>, RadixSortPairsOperation<TKey, TValue, TRadixSortOperation>>(dataLength);
        return Views.Count(pairs + sort, nameof(dataLength));
    }

    /// <summary>Loads the kernels of a sort of keys with values.</summary>
    public static RadixSortPairs<TKey, TKeyStride, TValue, TValueStride> CreateRadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TRadixSortOperation>(
        this Accelerator accelerator)
        where TKey : unmanaged
        where TKeyStride : struct, IStride1D
        where TValue : unmanaged
        where TValueStride : struct, IStride1D
        where TRadixSortOperation : struct, IRadixSortOperation<TKey>
    {
        var sort = accelerator.CreateRadixSortPairs<TKey, TKeyStride, TValue, TValueStride, ViewSourceSequencer<TValue, TValueStride>, TRadixSortOperation>();
        return (stream, keys, values, tempView) => sort(stream, keys, values, new ViewSourceSequencer<TValue, TValueStride>(values), tempView);
    }

    /// <summary>Loads the kernels of a sort of keys with the values of a sequence.</summary>
    public static RadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TSequencer>
        CreateRadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TSequencer, TRadixSortOperation>(this Accelerator accelerator)
        where TKey : unmanaged
        where TKeyStride : struct, IStride1D
        where TValue : unmanaged
        where TValueStride : struct, IStride1D
        where TSequencer : struct, ISequencer<TValue>
        where TRadixSortOperation : struct, IRadixSortOperation<TKey>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var join = accelerator.LoadKernel<ArrayView1D<TKey, TKeyStride>, TSequencer, ArrayView<RadixSortPair<TKey, TValue>>>(Join);
        var split = accelerator.LoadKernel<ArrayView<RadixSortPair<TKey, TValue>>, ArrayView1D<TKey, TKeyStride>, ArrayView1D<TValue, TValueStride>>(Split);
        var sort = accelerator.CreateRadixSort<RadixSortPair<TKey, TValue>, Stride1D.Dense, RadixSortPairsOperation<TKey, TValue, TRadixSortOperation>>();
        return (stream, keys, values, sequencer, tempView) =>
        {
            ArgumentNullException.ThrowIfNull(stream);
            int length = Views.Count(Views.Checked(keys, nameof(keys)).Length, nameof(keys));
            Views.Checked(values, nameof(values));
            if (values.Length < length)
                throw new ArgumentOutOfRangeException(nameof(values), values.Length, $"{length} keys need as many values.");
            if (length == 0)
                return;
            var memory = new TempViewManager(tempView, nameof(tempView));
            var pairs = memory.Allocate<RadixSortPair<TKey, TValue>>(length);
            KernelConfig config = accelerator.ComputeGridStrideLoopExtent(length);
            join(stream, config, keys, sequencer, pairs);
            sort(stream, pairs, tempView.SubView(memory.NumInts, tempView.Length - memory.NumInts));
            split(stream, config, pairs, keys, values);
        };
    }

    private static void Join<TKey, TKeyStride, TValue, TSequencer>(
        ArrayView1D<TKey, TKeyStride> keys, TSequencer sequencer, ArrayView<RadixSortPair<TKey, TValue>> pairs)
        where TKey : unmanaged
        where TKeyStride : struct, IStride1D
        where TValue : unmanaged
        where TSequencer : struct, ISequencer<TValue>
    {
        for (long i = Grid.IdxX * Group.DimX + Group.IdxX; i < pairs.Length; i += Grid.DimX * Group.DimX)
            pairs[i] = new RadixSortPair<TKey, TValue>(keys[(LongIndex1D)i], sequencer.ComputeSequenceElement(i));
    }

    private static void Split<TKey, TKeyStride, TValue, TValueStride>(
        ArrayView<RadixSortPair<TKey, TValue>> pairs, ArrayView1D<TKey, TKeyStride> keys, ArrayView1D<TValue, TValueStride> values)
        where TKey : unmanaged
        where TKeyStride : struct, IStride1D
        where TValue : unmanaged
        where TValueStride : struct, IStride1D
    {
        for (long i = Grid.IdxX * Group.DimX + Group.IdxX; i < pairs.Length; i += Grid.DimX * Group.DimX)
        {
            var pair = pairs[i];
            keys[(LongIndex1D)i] = pair.Key;
            values[(LongIndex1D)i] = pair.Value;
        }
    }

    /// <summary>A key and its value.</summary>
    /// <typeparam name="TKey">The key type.</typeparam>
    /// <typeparam name="TValue">The value type.</typeparam>
    public readonly struct RadixSortPair<TKey, TValue>
        where TKey : unmanaged
        where TValue : unmanaged
    {
        /// <summary>A pair.</summary>
        public RadixSortPair(TKey key, TValue value)
        {
            Key = key;
            Value = value;
        }

        /// <summary>The key.</summary>
        public TKey Key { get; }

        /// <summary>The value.</summary>
        public TValue Value { get; }

        /// <summary>Key and value.</summary>
        public override string ToString() => $"{Key} [{Value}]";
    }

    /// <summary>Sorts pairs by their keys.</summary>
    /// <typeparam name="TKey">The key type.</typeparam>
    /// <typeparam name="TValue">The value type.</typeparam>
    /// <typeparam name="TOperation">The order of keys.</typeparam>
    public readonly struct RadixSortPairsOperation<TKey, TValue, TOperation> : IRadixSortOperation<RadixSortPair<TKey, TValue>>
        where TKey : unmanaged
        where TValue : unmanaged
        where TOperation : struct, IRadixSortOperation<TKey>
    {
        /// <inheritdoc/>
        public int NumBits => default(TOperation).NumBits;

        /// <inheritdoc/>
        public RadixSortPair<TKey, TValue> DefaultValue => new(default(TOperation).DefaultValue, default);

        /// <inheritdoc/>
        public int ExtractRadixBits(RadixSortPair<TKey, TValue> value, int shift, int bitMask) =>
            default(TOperation).ExtractRadixBits(value.Key, shift, bitMask);
    }
}
