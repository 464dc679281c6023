using ILGPU.Algorithms.HistogramOperations;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Counts values in bins; the overflow view's first element becomes odd where a bin was full.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
/// <typeparam name="TBinType">The bin type.</typeparam>
public delegate void Histogram<T, TStride, TBinType>(
    AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<TBinType> histogram, ArrayView<int> histogramOverflow)
    where T : unmanaged
    where TStride : struct, IStride1D
    where TBinType : unmanaged;

/// <summary>Counts values in bins.</summary>
/// <typeparam name="T">The value type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
/// <typeparam name="TBinType">The bin type.</typeparam>
public delegate void HistogramUnchecked<T, TStride, TBinType>(
    AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<TBinType> histogram)
    where T : unmanaged
    where TStride : struct, IStride1D
    where TBinType : unmanaged;

/// <summary>Histograms: bins count on from what they hold; bins of real numbers count exactly up to their precision.</summary>
public static partial class HistogramExtensions
{
    /// <summary>Loads the kernel of a histogram that notes full bins.</summary>
    public static Histogram<T, TStride, TBinType> CreateHistogram<T, TStride, TBinType, TIncrementor, TLocator>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TBinType : unmanaged
        where TIncrementor : struct, IIncrementOperation<TBinType>
        where TLocator : struct, IComputeMultiBinOperation<T, TBinType, TIncrementor>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var kernel = accelerator.LoadKernel<ArrayView1D<T, TStride>, ArrayView<TBinType>, ArrayView<int>>(
            Checked<T, TStride, TBinType, TIncrementor, TLocator>);
        return (stream, view, histogram, histogramOverflow) =>
        {
            ArgumentNullException.ThrowIfNull(stream);
            Views.Checked(histogramOverflow, 1, nameof(histogramOverflow));
            if (IsEmpty(view, histogram))
                return;
            kernel(stream, accelerator.ComputeGridStrideLoopExtent(view.Length), view, histogram, histogramOverflow);
        };
    }

    /// <summary>Loads the kernel of a histogram.</summary>
    public static HistogramUnchecked<T, TStride, TBinType> CreateHistogramUnchecked<T, TStride, TBinType, TIncrementor, TLocator>(
        this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TBinType : unmanaged
        where TIncrementor : struct, IIncrementOperation<TBinType>
        where TLocator : struct, IComputeMultiBinOperation<T, TBinType, TIncrementor>
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        var kernel = accelerator.LoadKernel<ArrayView1D<T, TStride>, ArrayView<TBinType>>(
            Unchecked<T, TStride, TBinType, TIncrementor, TLocator>);
        return (stream, view, histogram) =>
        {
            ArgumentNullException.ThrowIfNull(stream);
            if (IsEmpty(view, histogram))
                return;
            kernel(stream, accelerator.ComputeGridStrideLoopExtent(view.Length), view, histogram);
        };
    }

    /// <summary>Counts values in bins and notes full bins.</summary>
    public static void Histogram<T, TStride, TBinType, TIncrementor, TLocator>(
        this Accelerator accelerator,
        AcceleratorStream stream,
        ArrayView1D<T, TStride> view,
        ArrayView<TBinType> histogram,
        ArrayView<int> histogramOverflow)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TBinType : unmanaged
        where TIncrementor : struct, IIncrementOperation<TBinType>
        where TLocator : struct, IComputeMultiBinOperation<T, TBinType, TIncrementor>
        => accelerator.CreateHistogram<T, TStride, TBinType, TIncrementor, TLocator>()(stream, view, histogram, histogramOverflow);

    /// <summary>Counts values in bins.</summary>
    public static void HistogramUnchecked<T, TStride, TBinType, TIncrementor, TLocator>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<TBinType> histogram)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TBinType : unmanaged
        where TIncrementor : struct, IIncrementOperation<TBinType>
        where TLocator : struct, IComputeMultiBinOperation<T, TBinType, TIncrementor>
        => accelerator.CreateHistogramUnchecked<T, TStride, TBinType, TIncrementor, TLocator>()(stream, view, histogram);

    private static bool IsEmpty<T, TStride, TBinType>(ArrayView1D<T, TStride> view, ArrayView<TBinType> histogram)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TBinType : unmanaged
    {
        Views.Checked(histogram, 1, nameof(histogram));
        return Views.Checked(view, nameof(view)).Length == 0;
    }

    private static void Checked<T, TStride, TBinType, TIncrementor, TLocator>(
        ArrayView1D<T, TStride> view, ArrayView<TBinType> histogram, ArrayView<int> histogramOverflow)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TBinType : unmanaged
        where TIncrementor : struct, IIncrementOperation<TBinType>
        where TLocator : struct, IComputeMultiBinOperation<T, TBinType, TIncrementor>
    {
        if (Count<T, TStride, TBinType, TIncrementor, TLocator>(view, histogram))
            Atomic.Or(ref histogramOverflow[0], 1);
    }

    private static void Unchecked<T, TStride, TBinType, TIncrementor, TLocator>(ArrayView1D<T, TStride> view, ArrayView<TBinType> histogram)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TBinType : unmanaged
        where TIncrementor : struct, IIncrementOperation<TBinType>
        where TLocator : struct, IComputeMultiBinOperation<T, TBinType, TIncrementor>
        => Count<T, TStride, TBinType, TIncrementor, TLocator>(view, histogram);

    private static bool Count<T, TStride, TBinType, TIncrementor, TLocator>(ArrayView1D<T, TStride> view, ArrayView<TBinType> histogram)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TBinType : unmanaged
        where TIncrementor : struct, IIncrementOperation<TBinType>
        where TLocator : struct, IComputeMultiBinOperation<T, TBinType, TIncrementor>
    {
        TLocator locator = default;
        TIncrementor incrementor = default;
        bool anyFull = false;
        for (long i = Grid.IdxX * Group.DimX + Group.IdxX; i < view.Length; i += Grid.DimX * Group.DimX)
        {
            locator.ComputeHistogramBins(view[(LongIndex1D)i], histogram, incrementor, out bool full);
            anyFull |= full;
        }

        return anyFull;
    }
}
