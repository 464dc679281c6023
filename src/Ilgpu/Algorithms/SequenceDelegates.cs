using ILGPU.Algorithms.Sequencers;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>view[i] = sequence(i).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
/// <typeparam name="TSequencer">The sequence.</typeparam>
public delegate void Sequencer<T, TStride, TSequencer>(AcceleratorStream stream, ArrayView1D<T, TStride> view, TSequencer sequencer)
    where T : unmanaged
    where TStride : struct, IStride1D
    where TSequencer : struct, ISequencer<T>;

/// <summary>view[i] = sequence(i / batchLength).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
/// <typeparam name="TSequencer">The sequence.</typeparam>
public delegate void BatchedSequencer<T, TStride, TSequencer>(
    AcceleratorStream stream, ArrayView1D<T, TStride> view, LongIndex1D sequenceBatchLength, TSequencer sequencer)
    where T : unmanaged
    where TStride : struct, IStride1D
    where TSequencer : struct, ISequencer<T>;

/// <summary>view[i] = sequence(i mod length).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
/// <typeparam name="TSequencer">The sequence.</typeparam>
public delegate void RepeatedSequencer<T, TStride, TSequencer>(
    AcceleratorStream stream, ArrayView1D<T, TStride> view, LongIndex1D sequenceLength, TSequencer sequencer)
    where T : unmanaged
    where TStride : struct, IStride1D
    where TSequencer : struct, ISequencer<T>;

/// <summary>view[i] = sequence(i / batchLength mod length).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
/// <typeparam name="TSequencer">The sequence.</typeparam>
public delegate void RepeatedBatchedSequencer<T, TStride, TSequencer>(
    AcceleratorStream stream, ArrayView1D<T, TStride> view, LongIndex1D sequenceLength, LongIndex1D sequenceBatchLength, TSequencer sequencer)
    where T : unmanaged
    where TStride : struct, IStride1D
    where TSequencer : struct, ISequencer<T>;
