using System.Collections;
using Gpu.Kernels;

namespace Gpu;

/// <summary>The size of each dimension of a tensor, outermost first. Two shapes are equal when their sizes are; printed as [2, 3].</summary>
/// <remarks>It is a view of the tensor's layout: reading it allocates nothing. Wherever sizes are asked for, a shape can be given.</remarks>
public readonly struct Shape : IReadOnlyList<int>, IEquatable<Shape>
{
    private readonly Layout? _layout;

    internal Shape(Layout layout) => _layout = layout;

    private ReadOnlySpan<int> Sizes => _layout is { } layout ? layout.Sizes : [];

    /// <summary>The number of dimensions.</summary>
    public int Length => Sizes.Length;

    /// <summary>The number of dimensions.</summary>
    int IReadOnlyCollection<int>.Count => Length;

    /// <summary>The size of dimension <paramref name="dim"/>, counted from 0; ^1 is the last one.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such dimension. Use <see cref="Tensor.Size"/> for negative numbers.</exception>
    public int this[int dim] => Sizes[dim];

    /// <summary>The sizes of <paramref name="length"/> dimensions from <paramref name="start"/>; this is what shape[1..] calls.</summary>
    public ReadOnlySpan<int> Slice(int start, int length) => Sizes.Slice(start, length);

    /// <summary>The sizes, copied.</summary>
    public int[] ToArray() => Sizes.ToArray();

    /// <summary>True when the sizes are <paramref name="sizes"/>.</summary>
    public bool SequenceEqual(ReadOnlySpan<int> sizes) => Sizes.SequenceEqual(sizes);

    /// <summary>The sizes, for what takes a span.</summary>
    public static implicit operator ReadOnlySpan<int>(Shape shape) => shape.Sizes;

    /// <inheritdoc/>
    public bool Equals(Shape other) => Sizes.SequenceEqual(other.Sizes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int size in Sizes) hash.Add(size);
        return hash.ToHashCode();
    }

    /// <summary>True when both have the same sizes.</summary>
    public static bool operator ==(Shape a, Shape b) => a.Equals(b);

    /// <summary>True when their sizes differ.</summary>
    public static bool operator !=(Shape a, Shape b) => !a.Equals(b);

    /// <summary>The sizes one after another.</summary>
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => Sizes.GetEnumerator();

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => ((IEnumerable<int>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ToArray().GetEnumerator();

    /// <summary>The sizes in brackets: [2, 3].</summary>
    public override string ToString() => Layout.Format(Sizes);
}
