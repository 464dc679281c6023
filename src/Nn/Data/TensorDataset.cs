using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>Tensors with one row for each sample: sample i is row i of every tensor.</summary>
public sealed class TensorDataset : Dataset
{
    private readonly Tensor[] _tensors;

    /// <summary>A data set over tensors whose first dimensions agree. They are not copied.</summary>
    /// <exception cref="ArgumentException">No tensors, one without dimensions, or unequal numbers of rows.</exception>
    public TensorDataset(params ReadOnlySpan<Tensor> tensors)
    {
        if (tensors.IsEmpty) throw new ArgumentException("A data set needs at least one tensor.", nameof(tensors));
        _tensors = tensors.ToArray();
        for (int t = 0; t < _tensors.Length; t++)
            if (_tensors[t].Rank == 0 || _tensors[t].Size(0) != _tensors[0].Size(0))
                throw new ArgumentException($"The tensors of a data set need the same first dimension, one row for each sample, but their shapes are {string.Join(", ", _tensors.Select(x => x.Shape.ToString()))}.", nameof(tensors));
    }

    /// <inheritdoc/>
    public override int Count => _tensors[0].Size(0);

    /// <summary>Row <paramref name="index"/> of every tensor, as views.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public override IReadOnlyList<Tensor> this[int index] => Array.ConvertAll(_tensors, tensor => tensor.Select(0, index));

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> Gather(ReadOnlySpan<long> indices)
    {
        using var noGrad = GradMode.NoGrad();
        // Neighbouring rows are copied as they lie.
        if (IsRun(indices))
        {
            int start = (int)indices[0], count = indices.Length;
            return Array.ConvertAll(_tensors, tensor => tensor.Narrow(0, start, count).Clone());
        }
        var batch = new Tensor[_tensors.Length];
        Tensor? rows = null;
        for (int t = 0; t < batch.Length; t++)
        {
            if (rows == null || rows.Device != _tensors[t].Device) rows = Tensor.From(indices, [indices.Length], device: _tensors[t].Device);
            batch[t] = _tensors[t].IndexSelect(0, rows);
        }
        return batch;
    }

    private static bool IsRun(ReadOnlySpan<long> indices)
    {
        for (int i = 1; i < indices.Length; i++)
            if (indices[i] != indices[i - 1] + 1)
                return false;
        return !indices.IsEmpty;
    }
}
