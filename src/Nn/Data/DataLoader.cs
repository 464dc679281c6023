using System.Collections;
using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>Goes through a data set in batches. Each pass is an epoch; when shuffling, each has a new order.</summary>
/// <remarks>A batch is gathered where the data set lives and moved to the device once per tensor. The order depends on the seed only, not on the device.</remarks>
/// <example><code>
/// foreach (var (x, y) in new DataLoader(dataset, batchSize: 32, shuffle: true, seed: 1)) ...
/// </code></example>
public sealed class DataLoader : IEnumerable<Batch>
{
    private readonly Dataset _dataset;
    private readonly bool _shuffle, _dropLast;
    private readonly Generator _generator;
    private readonly Device? _device;

    /// <summary>A loader.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="shuffle">Whether each epoch goes through the samples in a random order.</param>
    /// <param name="seed">Seed of a generator of its own for the order.</param>
    /// <param name="generator">Generator for the order instead of a seed; without both, the process-wide one.</param>
    /// <param name="dropLast">Whether a last batch with fewer samples is left out.</param>
    /// <param name="device">Where batches go; by default they stay where the data set lives.</param>
    /// <exception cref="ArgumentOutOfRangeException">A batch size below 1.</exception>
    /// <exception cref="ArgumentException">An empty data set that is to be shuffled, or both a seed and a generator.</exception>
    public DataLoader(Dataset dataset, int batchSize = 1, bool shuffle = false, ulong? seed = null, Generator? generator = null, bool dropLast = false, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (batchSize < 1) throw new ArgumentOutOfRangeException(nameof(batchSize), batchSize, $"A batch needs at least one sample, not {batchSize}.");
        if (shuffle && dataset.Count == 0) throw new ArgumentException("The data set is empty: there is nothing to shuffle. Was it loaded?", nameof(dataset));
        if (seed != null && generator != null) throw new ArgumentException("Pass a seed or a generator, not both: a generator has its own seed.", nameof(generator));
        (_dataset, BatchSize, _shuffle, _dropLast, _device) = (dataset, batchSize, shuffle, dropLast, device);
        _generator = generator ?? (seed is { } value ? new(value) : Generator.Default);
    }

    /// <summary>Samples in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>Batches in an epoch.</summary>
    public int Count => _dropLast ? _dataset.Count / BatchSize : (int)(((long)_dataset.Count + BatchSize - 1) / BatchSize);

    /// <summary>Starts an epoch.</summary>
    public IEnumerator<Batch> GetEnumerator()
    {
        var order = Order();
        int batches = Count;
        for (int b = 0; b < batches; b++)
        {
            int start = b * BatchSize;
            yield return Load(order.AsSpan(start, Math.Min(BatchSize, order.Length - start)));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Batch Load(ReadOnlySpan<long> indices)
    {
        var tensors = _dataset.Gather(indices);
        return new(_device == null ? tensors : [.. tensors.Select(tensor => tensor.To(_device))]);
    }

    private long[] Order()
    {
        if (_shuffle)
        {
            using var permutation = Tensor.RandPerm(_dataset.Count, generator: _generator);
            return permutation.ToArray<long>();
        }
        var order = new long[_dataset.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        return order;
    }
}
