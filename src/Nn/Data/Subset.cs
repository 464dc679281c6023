namespace Gpu.Nn;

/// <summary>Some samples of another data set.</summary>
public sealed class Subset : Dataset
{
    private readonly Dataset _dataset;
    private readonly long[] _indices;

    /// <summary>The samples of <paramref name="dataset"/> with the given numbers, in that order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public Subset(Dataset dataset, ReadOnlySpan<long> indices)
    {
        foreach (long index in indices)
            if (index < 0 || index >= dataset.Count)
                throw new ArgumentOutOfRangeException(nameof(indices), index, $"Sample {index} does not exist: the data set has {dataset.Count}.");
        (_dataset, _indices) = (dataset, indices.ToArray());
    }

    /// <inheritdoc/>
    public override int Count => _indices.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> this[int index] => _dataset[(int)_indices[index]];

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Gather(ReadOnlySpan<long> indices)
    {
        var inner = new long[indices.Length];
        for (int i = 0; i < inner.Length; i++) inner[i] = _indices[indices[i]];
        return _dataset.Gather(inner);
    }

    /// <summary>Splits a data set at random into parts of the given sizes.</summary>
    /// <param name="dataset">What to split.</param>
    /// <param name="sizes">The size of each part; together the size of the data set.</param>
    /// <param name="generator">Where the order comes from; the process-wide generator by default.</param>
    /// <exception cref="ArgumentException">The sizes do not add up.</exception>
    public static Subset[] RandomSplit(Dataset dataset, ReadOnlySpan<int> sizes, Generator? generator = null)
    {
        long total = 0;
        foreach (int size in sizes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(sizes));
            total += size;
        }
        if (total != dataset.Count)
            throw new ArgumentException($"The parts have {total} samples together ({string.Join(" + ", sizes.ToArray())}), but the data set has {dataset.Count}.", nameof(sizes));
        using var permutation = Tensor.RandPerm(dataset.Count, generator: generator);
        var order = permutation.ToArray<long>();
        var parts = new Subset[sizes.Length];
        for (int i = 0, start = 0; i < parts.Length; start += sizes[i++]) parts[i] = new(dataset, order.AsSpan(start, sizes[i]));
        return parts;
    }
}
