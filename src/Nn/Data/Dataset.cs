using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>Samples by number. A sample is one or several tensors, such as an input and its target.</summary>
public abstract class Dataset
{
    /// <summary>Number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>The tensors of one sample.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public abstract IReadOnlyList<Tensor> this[int index] { get; }

    /// <summary>The samples at <paramref name="indices"/> (int64, on the CPU), each of their tensors stacked along a new first dimension.</summary>
    /// <exception cref="InvalidOperationException">The samples differ in the number or the shapes of their tensors.</exception>
    public virtual IReadOnlyList<Tensor> Gather(ReadOnlySpan<long> indices)
    {
        if (indices.IsEmpty) throw new ArgumentException("A batch needs at least one sample.", nameof(indices));
        var samples = new IReadOnlyList<Tensor>[indices.Length];
        for (int i = 0; i < samples.Length; i++) samples[i] = this[(int)indices[i]];
        for (int i = 1; i < samples.Length; i++) CheckAlike(samples[0], (int)indices[0], samples[i], (int)indices[i]);
        var batch = new Tensor[samples[0].Count];
        for (int t = 0; t < batch.Length; t++) batch[t] = Tensor.Stack([.. samples.Select(sample => sample[t])]);
        return batch;
    }

    private static void CheckAlike(IReadOnlyList<Tensor> first, int firstIndex, IReadOnlyList<Tensor> other, int otherIndex)
    {
        if (first.Count != other.Count)
            throw new InvalidOperationException($"Samples {firstIndex} and {otherIndex} cannot be stacked to a batch: they have {first.Count} and {other.Count} tensors.");
        for (int t = 0; t < first.Count; t++)
            if (!first[t].Shape.SequenceEqual(other[t].Shape))
                throw new InvalidOperationException($"Samples {firstIndex} and {otherIndex} cannot be stacked to a batch: their tensor {t} has shapes {first[t].Shape} and {other[t].Shape}. Pad or crop them to one shape, or use batchSize: 1.");
    }
}
