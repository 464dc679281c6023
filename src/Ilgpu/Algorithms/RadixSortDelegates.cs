using ILGPU.Algorithms.Sequencers;
using ILGPU.Runtime;

namespace ILGPU.Algorithms;

/// <summary>Sorts a view in place; equal keys keep their order.</summary>
/// <typeparam name="T">The key type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
public delegate void RadixSort<T, TStride>(AcceleratorStream stream, ArrayView1D<T, TStride> view, ArrayView<int> tempView)
    where T : unmanaged
    where TStride : struct, IStride1D;

/// <summary>Sorts a view in place, with the provider's memory; equal keys keep their order.</summary>
/// <typeparam name="T">The key type.</typeparam>
/// <typeparam name="TStride">The view's stride.</typeparam>
public delegate void BufferedRadixSort<T, TStride>(AcceleratorStream stream, ArrayView1D<T, TStride> view)
    where T : unmanaged
    where TStride : struct, IStride1D;

/// <summary>Sorts keys in place, and values along with them.</summary>
/// <typeparam name="TKey">The key type.</typeparam>
/// <typeparam name="TKeyStride">The keys' stride.</typeparam>
/// <typeparam name="TValue">The value type.</typeparam>
/// <typeparam name="TValueStride">The values' stride.</typeparam>
public delegate void RadixSortPairs<TKey, TKeyStride, TValue, TValueStride>(
    AcceleratorStream stream, ArrayView1D<TKey, TKeyStride> keys, ArrayView1D<TValue, TValueStride> values, ArrayView<int> tempView)
    where TKey : unmanaged
    where TKeyStride : struct, IStride1D
    where TValue : unmanaged
    where TValueStride : struct, IStride1D;

/// <summary>Sorts keys in place, and writes the values of a sequence in the keys' new order.</summary>
/// <typeparam name="TKey">The key type.</typeparam>
/// <typeparam name="TKeyStride">The keys' stride.</typeparam>
/// <typeparam name="TValue">The value type.</typeparam>
/// <typeparam name="TValueStride">The values' stride.</typeparam>
/// <typeparam name="TSequencer">The sequence of the values before sorting.</typeparam>
public delegate void RadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TSequencer>(
    AcceleratorStream stream,
    ArrayView1D<TKey, TKeyStride> keys,
    ArrayView1D<TValue, TValueStride> values,
    TSequencer sequencer,
    ArrayView<int> tempView)
    where TKey : unmanaged
    where TKeyStride : struct, IStride1D
    where TValue : unmanaged
    where TValueStride : struct, IStride1D
    where TSequencer : struct, ISequencer<TValue>;

/// <summary>Sorts keys in place, and values along with them, with the provider's memory.</summary>
/// <typeparam name="TKey">The key type.</typeparam>
/// <typeparam name="TKeyStride">The keys' stride.</typeparam>
/// <typeparam name="TValue">The value type.</typeparam>
/// <typeparam name="TValueStride">The values' stride.</typeparam>
public delegate void BufferedRadixSortPairs<TKey, TKeyStride, TValue, TValueStride>(
    AcceleratorStream stream, ArrayView1D<TKey, TKeyStride> keys, ArrayView1D<TValue, TValueStride> values)
    where TKey : unmanaged
    where TKeyStride : struct, IStride1D
    where TValue : unmanaged
    where TValueStride : struct, IStride1D;

/// <summary>Sorts keys in place, and writes the values of a sequence in the keys' new order, with the provider's memory.</summary>
/// <typeparam name="TKey">The key type.</typeparam>
/// <typeparam name="TKeyStride">The keys' stride.</typeparam>
/// <typeparam name="TValue">The value type.</typeparam>
/// <typeparam name="TValueStride">The values' stride.</typeparam>
/// <typeparam name="TSequencer">The sequence of the values before sorting.</typeparam>
public delegate void BufferedRadixSortPairs<TKey, TKeyStride, TValue, TValueStride, TSequencer>(
    AcceleratorStream stream, ArrayView1D<TKey, TKeyStride> keys, ArrayView1D<TValue, TValueStride> values, TSequencer sequencer)
    where TKey : unmanaged
    where TKeyStride : struct, IStride1D
    where TValue : unmanaged
    where TValueStride : struct, IStride1D
    where TSequencer : struct, ISequencer<TValue>;
