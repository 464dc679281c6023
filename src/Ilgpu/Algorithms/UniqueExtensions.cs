using ILGPU.Algorithms.ComparisonOperations;
using ILGPU.Algorithms.ScanReduceOperations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Keeps the first of equal neighbours, in place; output[0] is how many stay.</summary>
/// <typeparam name="T">The element type.</typeparam>
public delegate void Unique<T>(AcceleratorStream stream, ArrayView<T> input, ArrayView<long> output, ArrayView<int> temp)
    where T : unmanaged;

/// <summary>Of neighbours that are equal, the first stays; those that stay move to the front, in order.</summary>
public static class UniqueExtensions
{
    /// <summary>The number of integers of temporary memory for so many elements.</summary>
    public static LongIndex1D ComputeUniqueTempStorageSize<T>(this Accelerator accelerator, LongIndex1D dataLength)
        where T : unmanaged
        => Interop.ComputeRelativeSizeOf<int, T>(dataLength.X) + Interop.ComputeRelativeSizeOf<int, int>(dataLength.X) + accelerator.ComputeScanTempStorageSize<int>(dataLength).X;

    /// <summary>Loads the kernels.</summary>
    public static Unique<T> CreateUnique<T, TComparisonOperation>(this Accelerator accelerator)
        where T : unmanaged
        where TComparisonOperation : struct, IComparisonOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var mark = accelerator.LoadKernel<ArrayView<T>, ArrayView<T>, ArrayView<int>>(Mark<T, TComparisonOperation>);
        var scan = accelerator.CreateScan<int, Stride1D.Dense, Stride1D.Dense, AddInt32>(ScanKind.Inclusive);
        var move = accelerator.LoadKernel<ArrayView<T>, ArrayView<int>, ArrayView<T>, ArrayView<long>>(Move);
        return (stream, input, output, temp) =>
        {
            ArgumentNullException.ThrowIfNull(stream);
            int length = Views.Count(Views.Checked(input, 0, nameof(input)).Length, nameof(input));
            Views.Checked(output, 1, nameof(output));
            var memory = new TempViewManager(temp, nameof(temp));
            var copy = memory.Allocate<T>(length);
            var places = memory.Allocate<int>(length);
            var scanMemory = memory.Allocate<int>(accelerator.ComputeScanTempStorageSize<int>(length));
            KernelConfig config = accelerator.ComputeGridStrideLoopExtent(length);
            mark(stream, config, input, copy, places);
            scan(stream, places, places, scanMemory);
            move(stream, config, copy, places, input, output);
        };
    }

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique<T, TComparisonOperation>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> input)
        where T : unmanaged
        where TComparisonOperation : struct, IComparisonOperation<T>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        using var output = accelerator.Allocate1D<long>(1);
        using var temp = accelerator.Allocate1D<int>(accelerator.ComputeUniqueTempStorageSize<T>(input.Length).X);
        accelerator.CreateUnique<T, TComparisonOperation>()(stream, input, output.View.AsContiguous(), temp.View.AsContiguous());
        long result = 0;
        output.View.AsContiguous().CopyToCPU(stream, ref result, 1);
        stream.Synchronize();
        return result;
    }

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<sbyte> input) =>
        accelerator.Unique<sbyte, ComparisonInt8>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<short> input) =>
        accelerator.Unique<short, ComparisonInt16>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<int> input) =>
        accelerator.Unique<int, ComparisonInt32>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<long> input) =>
        accelerator.Unique<long, ComparisonInt64>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<byte> input) =>
        accelerator.Unique<byte, ComparisonUInt8>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<ushort> input) =>
        accelerator.Unique<ushort, ComparisonUInt16>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<uint> input) =>
        accelerator.Unique<uint, ComparisonUInt32>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<ulong> input) =>
        accelerator.Unique<ulong, ComparisonUInt64>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<Half> input) =>
        accelerator.Unique<Half, ComparisonHalf>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<float> input) =>
        accelerator.Unique<float, ComparisonFloat>(stream, input);

    /// <summary>Removes repeated neighbours, waits, and returns how many elements stay.</summary>
    public static long Unique(this Accelerator accelerator, AcceleratorStream stream, ArrayView<double> input) =>
        accelerator.Unique<double, ComparisonDouble>(stream, input);

    // places[i] = 1 where element i stays; the elements are copied, because those that stay move within the view.
    private static void Mark<T, TComparisonOperation>(ArrayView<T> input, ArrayView<T> copy, ArrayView<int> places)
        where T : unmanaged
        where TComparisonOperation : struct, IComparisonOperation<T>
    {
        TComparisonOperation comparison = default;
        for (long i = Grid.IdxX * Group.DimX + Group.IdxX; i < input.Length; i += Grid.DimX * Group.DimX)
        {
            int stays = 1;
            if (i > 0)
                stays = comparison.Compare(input[i], input[i - 1]) != 0 ? 1 : 0;
            places[i] = stays;
            copy[i] = input[i];
        }
    }

    private static void Move<T>(ArrayView<T> copy, ArrayView<int> places, ArrayView<T> target, ArrayView<long> output)
        where T : unmanaged
    {
        if (Grid.IdxX == 0 & Group.IdxX == 0)
        {
            long stay = 0;
            if (places.Length > 0)
                stay = places[places.Length - 1];
            output[0] = stay;
        }

        for (long i = Grid.IdxX * Group.DimX + Group.IdxX; i < copy.Length; i += Grid.DimX * Group.DimX)
        {
            int before = 0;
            if (i > 0)
                before = places[i - 1];
            if (places[i] != before)
                target[before] = copy[i];
        }
    }
}
