using ILGPU.Algorithms.RadixSortOperations;
using ILGPU.Algorithms.Sequencers;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Sorts with temporary memory of their own. One sort at a time.</summary>
public sealed class RadixSortProvider : AlgorithmObject
{
    private readonly MemoryBuffer1D<int, Stride1D.Dense> temp;

    internal RadixSortProvider(Accelerator accelerator, int tempLength)
        : base(accelerator)
    {
        temp = accelerator.Allocate1D<int>(tempLength);
    }

    /// <summary>Loads the kernels of a sort.</summary>
    public BufferedRadixSort<T, TStride> CreateRadixSort<T, TStride, TRadixSortOperation>()
        where T : unmanaged
        where TStride : struct, IStride1D
        where TRadixSortOperation : struct, IRadixSortOperation<T>
    {
        var sort = Accelerator.CreateRadixSort<T, TStride, TRadixSortOperation>();
        return (stream, view) => sort(stream, view, temp.View.AsContiguous());
    }

    /// <summary>Loads the kernels of a sort of keys with values.</summary>
    public BufferedRadixSortPairs<TKey, TKeyStride, TValue, TValueStride>
        CreateRadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TRadixSortOperation>()
        where TKey : unmanaged
        where TKeyStride : struct, IStride1D
        where TValue : unmanaged
        where TValueStride : struct, IStride1D
        where TRadixSortOperation : struct, IRadixSortOperation<TKey>
    {
        var sort = Accelerator.CreateRadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TRadixSortOperation>();
        return (stream, keys, values) => sort(stream, keys, values, temp.View.AsContiguous());
    }

    /// <summary>Loads the kernels of a sort of keys with the values of a sequence.</summary>
    public BufferedRadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TSequencer>
        CreateRadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TSequencer, TRadixSortOperation>()
        where TKey : unmanaged
        where TKeyStride : struct, IStride1D
        where TValue : unmanaged
        where TValueStride : struct, IStride1D
        where TSequencer : struct, ISequencer<TValue>
        where TRadixSortOperation : struct, IRadixSortOperation<TKey>
    {
        var sort = Accelerator.CreateRadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TSequencer, TRadixSortOperation>();
        return (stream, keys, values, sequencer) => sort(stream, keys, values, sequencer, temp.View.AsContiguous());
    }

    private protected override void Release() => temp.Dispose();
}
