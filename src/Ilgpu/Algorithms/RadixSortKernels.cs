using ILGPU.Algorithms.RadixSortOperations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>
/// The two kernels of one pass over four bits of the keys. Blocks of 256 elements consist of 16 segments; counts of each digit in each segment
/// give every element its place, in order, without atomics.
/// </summary>
internal static class RadixSortKernels
{
    public const int BlockLength = 256;
    public const int Digits = 16;
    public const int BitsPerPass = 4;
    private const int SegmentLength = 16;
    private const int Segments = BlockLength / SegmentLength;

    // Beyond the end there is no digit.
    private const int NoDigit = -1;

    /// <summary>counters[digit * blocks + block] = how many keys of the block have the digit.</summary>
    public static void Count<T, TStride, TOperation>(ArrayView1D<T, TStride> keys, ArrayView<int> counters, int shift)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TOperation : struct, IRadixSortOperation<T>
    {
        var digits = SharedMemory.Allocate<int>(BlockLength);
        var counts = SharedMemory.Allocate<int>(Segments * Digits);
        int blocks = (int)(counters.Length / Digits);
        for (int block = Grid.IdxX; block < blocks; block += Grid.DimX)
        {
            CountSegments<T, TStride, TOperation>(keys, (long)block * BlockLength, shift, digits, counts);
            for (int digit = Group.IdxX; digit < Digits; digit += Group.DimX)
            {
                int sum = 0;
                for (int segment = 0; segment < Segments; segment++)
                    sum += counts[segment * Digits + digit];
                counters[digit * blocks + block] = sum;
            }

            Group.Barrier();
        }
    }

    /// <summary>Writes each key to its place; <paramref name="starts"/> says where the first key of a block with a digit goes.</summary>
    public static void Scatter<T, TStride, TStrideOut, TOperation>(
        ArrayView1D<T, TStride> keys, ArrayView1D<T, TStrideOut> output, ArrayView<int> starts, int shift)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TStrideOut : struct, IStride1D
        where TOperation : struct, IRadixSortOperation<T>
    {
        var digits = SharedMemory.Allocate<int>(BlockLength);
        var counts = SharedMemory.Allocate<int>(Segments * Digits);
        int blocks = (int)(starts.Length / Digits);
        for (int block = Grid.IdxX; block < blocks; block += Grid.DimX)
        {
            long start = (long)block * BlockLength;
            CountSegments<T, TStride, TOperation>(keys, start, shift, digits, counts);
            for (int p = Group.IdxX; p < BlockLength; p += Group.DimX)
            {
                int digit = digits[p];
                if (digit == NoDigit)
                    continue;
                int segment = p / SegmentLength;
                int place = starts[digit * blocks + block];
                for (int before = 0; before < segment; before++)
                    place += counts[before * Digits + digit];
                for (int q = segment * SegmentLength; q < p; q++)
                    place += digits[q] == digit ? 1 : 0;
                output[(LongIndex1D)place] = keys[(LongIndex1D)(start + p)];
            }

            Group.Barrier();
        }
    }

    private static void CountSegments<T, TStride, TOperation>(
        ArrayView1D<T, TStride> keys, long start, int shift, ArrayView<int> digits, ArrayView<int> counts)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TOperation : struct, IRadixSortOperation<T>
    {
        TOperation operation = default;
        for (int p = Group.IdxX; p < BlockLength; p += Group.DimX)
        {
            int digit = NoDigit;
            if (start + p < keys.Length)
                digit = operation.ExtractRadixBits(keys[(LongIndex1D)(start + p)], shift, Digits - 1);
            digits[p] = digit;
        }

        Group.Barrier();
        for (int p = Group.IdxX; p < Segments * Digits; p += Group.DimX)
        {
            int first = p / Digits * SegmentLength, digit = p % Digits, count = 0;
            for (int q = first; q < first + SegmentLength; q++)
                count += digits[q] == digit ? 1 : 0;
            counts[p] = count;
        }

        Group.Barrier();
    }
}
