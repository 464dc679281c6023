using ILGPU.Algorithms.HistogramOperations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <content>Histograms where each value has one bin.</content>
public static partial class HistogramExtensions
{
    /// <summary>Counts each value in its bin and notes full bins.</summary>
    public static void Histogram<T, TStride, TLocator>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<int> histogram, ArrayView<int> histogramOverflow)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TLocator : struct, IComputeSingleBinOperation<T, Index1D>
        => accelerator.Histogram<T, TStride, int, HistogramIncrementInt32, SingleBin<T, int, HistogramIncrementInt32, TLocator>>(
            stream, view, histogram, histogramOverflow);

    /// <summary>Counts each value in its bin and notes full bins.</summary>
    public static void Histogram<T, TStride, TLocator>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<long> histogram, ArrayView<int> histogramOverflow)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TLocator : struct, IComputeSingleBinOperation<T, Index1D>
        => accelerator.Histogram<T, TStride, long, HistogramIncrementInt64, SingleBin<T, long, HistogramIncrementInt64, TLocator>>(
            stream, view, histogram, histogramOverflow);

    /// <summary>Counts each value in its bin and notes full bins.</summary>
    public static void Histogram<T, TStride, TLocator>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<uint> histogram, ArrayView<int> histogramOverflow)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TLocator : struct, IComputeSingleBinOperation<T, Index1D>
        => accelerator.Histogram<T, TStride, uint, HistogramIncrementUInt32, SingleBin<T, uint, HistogramIncrementUInt32, TLocator>>(
            stream, view, histogram, histogramOverflow);

    /// <summary>Counts each value in its bin and notes full bins.</summary>
    public static void Histogram<T, TStride, TLocator>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<ulong> histogram, ArrayView<int> histogramOverflow)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TLocator : struct, IComputeSingleBinOperation<T, Index1D>
        => accelerator.Histogram<T, TStride, ulong, HistogramIncrementUInt64, SingleBin<T, ulong, HistogramIncrementUInt64, TLocator>>(
            stream, view, histogram, histogramOverflow);

    /// <summary>Counts each value in its bin and notes full bins.</summary>
    public static void Histogram<T, TStride, TLocator>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<float> histogram, ArrayView<int> histogramOverflow)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TLocator : struct, IComputeSingleBinOperation<T, Index1D>
        => accelerator.Histogram<T, TStride, float, HistogramIncrementFloat, SingleBin<T, float, HistogramIncrementFloat, TLocator>>(
            stream, view, histogram, histogramOverflow);

    /// <summary>Counts each value in its bin and notes full bins.</summary>
    public static void Histogram<T, TStride, TLocator>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<double> histogram, ArrayView<int> histogramOverflow)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TLocator : struct, IComputeSingleBinOperation<T, Index1D>
        => accelerator.Histogram<T, TStride, double, HistogramIncrementDouble, SingleBin<T, double, HistogramIncrementDouble, TLocator>>(
            stream, view, histogram, histogramOverflow);

    private readonly struct SingleBin<T, TBinType, TIncrementor, TLocator> : IComputeMultiBinOperation<T, TBinType, TIncrementor>
        where T : unmanaged
        where TBinType : unmanaged
        where TIncrementor : struct, IIncrementOperation<TBinType>
        where TLocator : struct, IComputeSingleBinOperation<T, Index1D>
    {
        public void ComputeHistogramBins(T value, ArrayView<TBinType> histogram, in TIncrementor incrementOperation, out bool incrementOverflowed)
        {
            TLocator locator = default;
            var bin = locator.ComputeHistogramBin(value, (int)histogram.Length);
            TIncrementor incrementor = incrementOperation;
            incrementor.Increment(ref histogram[bin], out incrementOverflowed);
        }
    }
}
