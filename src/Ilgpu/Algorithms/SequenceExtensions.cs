using ILGPU.Algorithms.Sequencers;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Fills views with sequences: view[i] = sequence(i / batch mod length).</summary>
public static class SequenceExtensions
{
    /// <summary>Loads the kernel for view[i] = sequence(i).</summary>
    public static Sequencer<T, TStride, TSequencer> CreateSequencer<T, TStride, TSequencer>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TSequencer : struct, ISequencer<T>
    {
        var run = accelerator.CreateRepeatedBatchedSequencer<T, TStride, TSequencer>();
        return (stream, view, sequencer) => run(stream, view, long.MaxValue, 1, sequencer);
    }

    /// <summary>Loads the kernel for view[i] = sequence(i / batchLength).</summary>
    public static BatchedSequencer<T, TStride, TSequencer> CreateBatchedSequencer<T, TStride, TSequencer>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TSequencer : struct, ISequencer<T>
    {
        var run = accelerator.CreateRepeatedBatchedSequencer<T, TStride, TSequencer>();
        return (stream, view, sequenceBatchLength, sequencer) => run(stream, view, long.MaxValue, sequenceBatchLength, sequencer);
    }

    /// <summary>Loads the kernel for view[i] = sequence(i mod length).</summary>
    public static RepeatedSequencer<T, TStride, TSequencer> CreateRepeatedSequencer<T, TStride, TSequencer>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TSequencer : struct, ISequencer<T>
    {
        var run = accelerator.CreateRepeatedBatchedSequencer<T, TStride, TSequencer>();
        return (stream, view, sequenceLength, sequencer) => run(stream, view, sequenceLength, 1, sequencer);
    }

    /// <summary>Loads the kernel for view[i] = sequence(i / batchLength mod length).</summary>
    public static RepeatedBatchedSequencer<T, TStride, TSequencer> CreateRepeatedBatchedSequencer<T, TStride, TSequencer>(this Accelerator accelerator)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TSequencer : struct, ISequencer<T>
    {
        var kernel = accelerator.LoadGridStrideKernel<Body<T, TStride, TSequencer>>();
        return (stream, view, sequenceLength, sequenceBatchLength, sequencer) =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(sequenceLength.X, 1, nameof(sequenceLength));
            ArgumentOutOfRangeException.ThrowIfLessThan(sequenceBatchLength.X, 1, nameof(sequenceBatchLength));
            long length = Views.Checked(view, nameof(view)).Length;
            kernel(stream, length, new Body<T, TStride, TSequencer>(view, sequenceLength.X, sequenceBatchLength.X, sequencer));
        };
    }

    /// <summary>view[i] = sequence(i).</summary>
    public static void Sequence<T, TSequencer>(this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> view, TSequencer sequencer)
        where T : unmanaged
        where TSequencer : struct, ISequencer<T>
        => accelerator.CreateSequencer<T, Stride1D.Dense, TSequencer>()(stream, view, sequencer);

    /// <summary>view[i] = sequence(i).</summary>
    public static void Sequence<T, TStride, TSequencer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, TSequencer sequencer)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TSequencer : struct, ISequencer<T>
        => accelerator.CreateSequencer<T, TStride, TSequencer>()(stream, view, sequencer);

    /// <summary>view[i] = sequence(i / batchLength).</summary>
    public static void BatchedSequence<T, TSequencer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> view, LongIndex1D sequenceBatchLength, TSequencer sequencer)
        where T : unmanaged
        where TSequencer : struct, ISequencer<T>
        => accelerator.CreateBatchedSequencer<T, Stride1D.Dense, TSequencer>()(stream, view, sequenceBatchLength, sequencer);

    /// <summary>view[i] = sequence(i / batchLength).</summary>
    public static void BatchedSequence<T, TStride, TSequencer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, LongIndex1D sequenceBatchLength, TSequencer sequencer)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TSequencer : struct, ISequencer<T>
        => accelerator.CreateBatchedSequencer<T, TStride, TSequencer>()(stream, view, sequenceBatchLength, sequencer);

    /// <summary>view[i] = sequence(i mod length).</summary>
    public static void RepeatedSequence<T, TSequencer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView<T> view, LongIndex1D sequenceLength, TSequencer sequencer)
        where T : unmanaged
        where TSequencer : struct, ISequencer<T>
        => accelerator.CreateRepeatedSequencer<T, Stride1D.Dense, TSequencer>()(stream, view, sequenceLength, sequencer);

    /// <summary>view[i] = sequence(i mod length).</summary>
    public static void RepeatedSequence<T, TStride, TSequencer>(
        this Accelerator accelerator, AcceleratorStream stream, ArrayView1D<T, TStride> view, LongIndex1D sequenceLength, TSequencer sequencer)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TSequencer : struct, ISequencer<T>
        => accelerator.CreateRepeatedSequencer<T, TStride, TSequencer>()(stream, view, sequenceLength, sequencer);

    /// <summary>view[i] = sequence(i / batchLength mod length).</summary>
    public static void RepeatedBatchedSequence<T, TSequencer>(
        this Accelerator accelerator,
        AcceleratorStream stream,
        ArrayView<T> view,
        LongIndex1D sequenceLength,
        LongIndex1D sequenceBatchLength,
        TSequencer sequencer)
        where T : unmanaged
        where TSequencer : struct, ISequencer<T>
        => accelerator.CreateRepeatedBatchedSequencer<T, Stride1D.Dense, TSequencer>()(stream, view, sequenceLength, sequenceBatchLength, sequencer);

    /// <summary>view[i] = sequence(i / batchLength mod length).</summary>
    public static void RepeatedBatchedSequence<T, TStride, TSequencer>(
        this Accelerator accelerator,
        AcceleratorStream stream,
        ArrayView1D<T, TStride> view,
        LongIndex1D sequenceLength,
        LongIndex1D sequenceBatchLength,
        TSequencer sequencer)
        where T : unmanaged
        where TStride : struct, IStride1D
        where TSequencer : struct, ISequencer<T>
        => accelerator.CreateRepeatedBatchedSequencer<T, TStride, TSequencer>()(stream, view, sequenceLength, sequenceBatchLength, sequencer);

    private readonly struct Body<T, TStride, TSequencer>(ArrayView1D<T, TStride> view, long length, long batchLength, TSequencer sequencer)
        : IGridStrideKernelBody
        where T : unmanaged
        where TStride : struct, IStride1D
        where TSequencer : struct, ISequencer<T>
    {
        public void Execute(LongIndex1D linearIndex)
        {
            if (linearIndex.X < view.Length)
                view[linearIndex] = sequencer.ComputeSequenceElement(linearIndex.X / batchLength % length);
        }

        public void Finish()
        {
        }
    }
}
