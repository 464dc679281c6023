using ILGPU.Algorithms.RadixSortOperations;
using ILGPU.Algorithms.ScanReduceOperations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Stable sorting by the bits of keys, four a pass.</summary>
public static partial class RadixSortExtensions
{
    /// <summary>The number of integers of temporary memory that sorting so many keys needs.</summary>
    public static Index1D ComputeRadixSortTempStorageSize<T, TRadixSortOperation>(this Accelerator accelerator, Index1D dataLength)
        where T : unmanaged
        where TRadixSortOperation : struct, IRadixSortOperation<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dataLength.X, nameof(dataLength));
        long counters = Counters(dataLength.X);
        long size = Interop.ComputeRelativeSizeOf<int, T>(dataLength.X) + Interop.ComputeRelativeSizeOf<int, int>(counters)
            + accelerator.ComputeScanTempStorageSize<int>(counters).X;
        return Views.Count(size, nameof(dataLength));
    }

    /// <summary>Loads the kernels of a sort.</summary>
    /// <exception cref="NotSupportedException">The number of bits is no multiple of 8.</exception>
    public static RadixSort<T, TStride> CreateRadixSort<T, TStride, TRadixSortOperation>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TRadixSortOperation : struct, IRadixSortOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        int bits = default(TRadixSortOperation).NumBits;
        if (bits < 1 || bits % (2 * RadixSortKernels.BitsPerPass) != 0)
            throw new NotSupportedException($"{typeof(TRadixSortOperation).Name} sorts {bits} bits; a positive multiple of 8 is needed.");
        var count = accelerator.LoadKernel<ArrayView1D<T, TStride>, ArrayView<int>, int>(RadixSortKernels.Count<T, TStride, TRadixSortOperation>);
        var countBack = accelerator.LoadKernel<ArrayView1D<T, Stride1D.Dense>, ArrayView<int>, int>(
            RadixSortKernels.Count<T, Stride1D.Dense, TRadixSortOperation>);
        var scatter = accelerator.LoadKernel<ArrayView1D<T, TStride>, ArrayView1D<T, Stride1D.Dense>, ArrayView<int>, int>(
            RadixSortKernels.Scatter<T, TStride, Stride1D.Dense, TRadixSortOperation>);
        var scatterBack = accelerator.LoadKernel<ArrayView1D<T, Stride1D.Dense>, ArrayView1D<T, TStride>, ArrayView<int>, int>(
            RadixSortKernels.Scatter<T, Stride1D.Dense, TStride, TRadixSortOperation>);
        var scan = accelerator.CreateScan<int, Stride1D.Dense, Stride1D.Dense, AddInt32>(ScanKind.Exclusive);
        return (stream, view, tempView) =>
        {
            ArgumentNullException.ThrowIfNull(stream);
            int length = Views.Count(Views.Checked(view, nameof(view)).Length, nameof(view));
            if (length < 2)
                return;
            var memory = new TempViewManager(tempView, nameof(tempView));
            var sorted = memory.Allocate<T>(length);
            var counters = memory.Allocate<int>(Counters(length));
            var scanMemory = memory.Allocate<int>(accelerator.ComputeScanTempStorageSize<int>(counters.Length));
            KernelConfig config = accelerator.ComputeGridStrideLoopExtent(length);
            for (int shift = 0; shift < bits; shift += 2 * RadixSortKernels.BitsPerPass)
            {
                count(stream, config, view, counters, shift);
                scan(stream, counters, counters, scanMemory);
                scatter(stream, config, view, sorted, counters, shift);
                int next = shift + RadixSortKernels.BitsPerPass;
                countBack(stream, config, sorted, counters, next);
                scan(stream, counters, counters, scanMemory);
                scatterBack(stream, config, sorted, view, counters, next);
            }
        };
    }

    /// <summary>A provider of sorts with so many integers of temporary memory.</summary>
    public static RadixSortProvider CreateRadixSortProvider(this Accelerator accelerator, Index1D tempStorageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tempStorageSize.X, 1, nameof(tempStorageSize));
        return new RadixSortProvider(accelerator, tempStorageSize);
    }

    /// <summary>A provider of sorts of up to so many keys.</summary>
    public static RadixSortProvider CreateRadixSortProvider<T, TRadixSortOperation>(this Accelerator accelerator, Index1D dataLength)
        where T : unmanaged
        where TRadixSortOperation : struct, IRadixSortOperation<T>
        => accelerator.CreateRadixSortProvider(accelerator.ComputeRadixSortTempStorageSize<T, TRadixSortOperation>(dataLength));

    /// <summary>A provider of sorts of up to so many keys with values.</summary>
    public static RadixSortProvider CreateRadixSortProvider<TKey, TValue, TRadixSortOperation>(this Accelerator accelerator, Index1D dataLength)
        where TKey : unmanaged
        where TValue : unmanaged
        where TRadixSortOperation : struct, IRadixSortOperation<TKey>
        => accelerator.CreateRadixSortProvider(accelerator.ComputeRadixSortPairsTempStorageSize<TKey, TValue, TRadixSortOperation>(dataLength));

    private static long Counters(long length) =>
        RadixSortKernels.Digits * ((length + RadixSortKernels.BlockLength - 1) / RadixSortKernels.BlockLength);
}
