using System.Collections;

namespace Gpu.Nn;

/// <summary>The tensors of one batch, in the order of the data set's.</summary>
/// <example><code>foreach (var (x, y) in loader) ...</code></example>
public sealed class Batch : IReadOnlyList<Tensor>, IDisposable
{
    private readonly IReadOnlyList<Tensor> _tensors;

    internal Batch(IReadOnlyList<Tensor> tensors) => _tensors = tensors;

    /// <summary>The tensor at a position.</summary>
    public Tensor this[int index] => _tensors[index];

    /// <summary>Number of tensors.</summary>
    public int Count => _tensors.Count;

    /// <summary>The only tensor.</summary>
    /// <exception cref="InvalidOperationException">The batch has another number of tensors.</exception>
    public void Deconstruct(out Tensor first)
    {
        Expect(1);
        first = _tensors[0];
    }

    /// <summary>The two tensors.</summary>
    /// <exception cref="InvalidOperationException">The batch has another number of tensors.</exception>
    public void Deconstruct(out Tensor first, out Tensor second)
    {
        Expect(2);
        (first, second) = (_tensors[0], _tensors[1]);
    }

    /// <summary>The three tensors.</summary>
    /// <exception cref="InvalidOperationException">The batch has another number of tensors.</exception>
    public void Deconstruct(out Tensor first, out Tensor second, out Tensor third)
    {
        Expect(3);
        (first, second, third) = (_tensors[0], _tensors[1], _tensors[2]);
    }

    /// <summary>The four tensors.</summary>
    /// <exception cref="InvalidOperationException">The batch has another number of tensors.</exception>
    public void Deconstruct(out Tensor first, out Tensor second, out Tensor third, out Tensor fourth)
    {
        Expect(4);
        (first, second, third, fourth) = (_tensors[0], _tensors[1], _tensors[2], _tensors[3]);
    }

    /// <summary>Hands the memory of the batch back now. Optional: the collector does it as well.</summary>
    public void Dispose()
    {
        foreach (var tensor in _tensors) tensor.Dispose();
    }

    /// <inheritdoc/>
    public IEnumerator<Tensor> GetEnumerator() => _tensors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Expect(int count)
    {
        if (_tensors.Count != count)
            throw new InvalidOperationException($"A batch of {_tensors.Count} tensor{(_tensors.Count == 1 ? "" : "s")} cannot be taken apart into {count}.");
    }
}
