using ILGPU.Algorithms.ScanReduceOperations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>
/// Scans of views in blocks of 256 elements: the blocks' results are scanned in the same way, then each block is scanned behind the one
/// before it. The order of applications depends on the place only, so that the same input gives the same bits on every device.
/// </summary>
public static class ScanExtensions
{
    private const int BlockLength = 256;

    /// <summary>The number of integers of temporary memory that a scan of so many elements needs.</summary>
    public static LongIndex1D ComputeScanTempStorageSize<T>(this Accelerator accelerator, LongIndex1D dataLength)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dataLength.X, nameof(dataLength));
        long size = 0;
        for (long blocks = Blocks(dataLength.X); blocks > 1; blocks = Blocks(blocks))
            size += Interop.ComputeRelativeSizeOf<int, T>(blocks);
        return Math.Max(1, size);
    }

    /// <summary>A provider of scans with so many integers of temporary memory.</summary>
    public static ScanProvider CreateScanProvider(this Accelerator accelerator, LongIndex1D tempStorageLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tempStorageLength.X, 1, nameof(tempStorageLength));
        return new ScanProvider(accelerator, tempStorageLength);
    }

    /// <summary>A provider of scans of up to so many elements.</summary>
    public static ScanProvider CreateScanProvider<T>(this Accelerator accelerator, LongIndex1D dataLength)
        where T : unmanaged
        => accelerator.CreateScanProvider(accelerator.ComputeScanTempStorageSize<T>(dataLength));

    /// <summary>Loads the kernels of a scan.</summary>
    public static Scan<T, TStrideIn, TStrideOut> CreateScan<T, TStrideIn, TStrideOut, TScanOperation>(this Accelerator accelerator, ScanKind kind)
        where T : unmanaged
        where TStrideIn : struct, IStride1D
        where TStrideOut : struct, IStride1D
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        if (kind is not (ScanKind.Inclusive or ScanKind.Exclusive))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "A scan is inclusive or exclusive.");
        var sums = accelerator.LoadKernel<ArrayView1D<T, TStrideIn>, ArrayView<T>>(Sums<T, TStrideIn, TScanOperation>);
        var scan = accelerator.LoadKernel<ArrayView1D<T, TStrideIn>, ArrayView1D<T, TStrideOut>, ArrayView<T>, int>(
            ScanBlocks<T, TStrideIn, TStrideOut, TScanOperation>);
        var innerSums = accelerator.LoadKernel<ArrayView1D<T, Stride1D.Dense>, ArrayView<T>>(Sums<T, Stride1D.Dense, TScanOperation>);
        var innerScan = accelerator.LoadKernel<ArrayView1D<T, Stride1D.Dense>, ArrayView1D<T, Stride1D.Dense>, ArrayView<T>, int>(
            ScanBlocks<T, Stride1D.Dense, Stride1D.Dense, TScanOperation>);
        return (stream, input, output, temp) =>
        {
            ArgumentNullException.ThrowIfNull(stream);
            Views.Checked(input, nameof(input));
            Views.Checked(output, nameof(output));
            if (output.Length < input.Length)
                throw new ArgumentOutOfRangeException(nameof(output), output.Length, $"A scan of {input.Length} elements needs as many in the output.");
            if (input.Length == 0)
                return;
            var memory = new TempViewManager(temp, nameof(temp));
            var before = Before(input.Length, memory, sumsOf => sums(stream, Config(accelerator, sumsOf.Length), input, sumsOf));
            scan(stream, Config(accelerator, Blocks(input.Length)), input, output, before, kind == ScanKind.Exclusive ? 1 : 0);

            // What comes before each block of a level: the exclusive scan of its blocks' sums.
            ArrayView<T> Before(long length, TempViewManager memory, Action<ArrayView<T>> sum)
            {
                long blocks = Blocks(length);
                if (blocks <= 1)
                    return ArrayView<T>.Empty;
                var level = memory.Allocate<T>(blocks);
                sum(level);
                var above = Before(blocks, memory, sumsOf => innerSums(stream, Config(accelerator, sumsOf.Length), level, sumsOf));
                innerScan(stream, Config(accelerator, Blocks(blocks)), level, level, above, 1);
                return level;
            }
        };
    }

    private static long Blocks(long length) => (length + BlockLength - 1) / BlockLength;

    private static KernelConfig Config(Accelerator accelerator, long blocks)
    {
        var (groups, group) = accelerator.ComputeGridStrideLoopExtent(blocks * BlockLength);
        return (groups, group);
    }

    // sums[b] = the elements of block b, applied in the order in which ScanBlocks applies them.
    private static void Sums<T, TStride, TScanOperation>(ArrayView1D<T, TStride> input, ArrayView<T> sums)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        var values = SharedMemory.Allocate<T>(2 * BlockLength);
        for (long block = Grid.IdxX; block < sums.Length; block += Grid.DimX)
        {
            int at = ScanBlock<T, TStride, TScanOperation>(input, block * BlockLength, values);
            if (Group.IsFirstThread)
                sums[block] = values[at + BlockLength - 1];
            Group.Barrier();
        }
    }

    private static void ScanBlocks<T, TStrideIn, TStrideOut, TScanOperation>(
        ArrayView1D<T, TStrideIn> input, ArrayView1D<T, TStrideOut> output, ArrayView<T> before, int exclusive)
        where T : unmanaged
        where TStrideIn : struct, IStride1D
        where TStrideOut : struct, IStride1D
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        TScanOperation operation = default;
        var values = SharedMemory.Allocate<T>(2 * BlockLength);
        long length = input.Length, blocks = (length + BlockLength - 1) / BlockLength;
        for (long block = Grid.IdxX; block < blocks; block += Grid.DimX)
        {
            long start = block * BlockLength;
            int at = ScanBlock<T, TStrideIn, TScanOperation>(input, start, values);
            for (int p = Group.IdxX; p < BlockLength; p += Group.DimX)
            {
                if (start + p >= length)
                    continue;
                var result = operation.Identity;
                if (p >= exclusive)
                    result = values[at + p - exclusive];
                if (before.Length > 0)
                    result = operation.Apply(before[block], result);
                output[(LongIndex1D)(start + p)] = result;
            }

            Group.Barrier();
        }
    }

    // Scans a block in two halves of memory that change roles; returns where the results begin. Elements beyond the end are identities.
    private static int ScanBlock<T, TStride, TScanOperation>(ArrayView1D<T, TStride> input, long start, ArrayView<T> values)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TScanOperation : struct, IScanReduceOperation<T>
    {
        TScanOperation operation = default;
        for (int p = Group.IdxX; p < BlockLength; p += Group.DimX)
        {
            var value = operation.Identity;
            if (start + p < input.Length)
                value = input[(LongIndex1D)(start + p)];
            values[p] = value;
        }

        Group.Barrier();
        int from = 0;
        for (int distance = 1; distance < BlockLength; distance *= 2)
        {
            int to = BlockLength - from;
            for (int p = Group.IdxX; p < BlockLength; p += Group.DimX)
            {
                var value = values[from + p];
                if (p >= distance)
                    value = operation.Apply(values[from + p - distance], value);
                values[to + p] = value;
            }

            Group.Barrier();
            from = to;
        }

        return from;
    }
}
