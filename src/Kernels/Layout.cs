namespace Gpu.Kernels;

/// <summary>How a tensor lies in its storage: sizes, strides and offset, counted in elements. Immutable; views share the storage and have their own layout.</summary>
public sealed class Layout
{
    /// <summary>The most dimensions a tensor may have.</summary>
    public const int MaxRank = 8;

    private readonly int[] _sizes;
    private readonly int[] _strides;
    // What a training step derives from its layouts is the same in every step. Racing threads may derive it twice; that is harmless.
    private Layout? _ofOneElement, _turned, _stretched;
    private Layout?[]? _inserted;

    /// <summary>The layout of a single element at offset 0.</summary>
    public static readonly Layout Scalar = new([], [], 0);

    /// <summary>Dense layouts made lately, by a hash of their sizes: steps of a loop share theirs, and what is derived from them.</summary>
    private static readonly Layout?[] s_recent = new Layout?[256];

    private Layout(int[] sizes, int[] strides, int offset)
    {
        _sizes = sizes;
        _strides = strides;
        Offset = offset;
        Count = CountOf(sizes);
        IsContiguous = IsRowMajor(sizes, strides);
    }

    /// <summary>Extent of each dimension.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>Distance in elements between neighbours of each dimension; 0 for a broadcast one.</summary>
    public ReadOnlySpan<int> Strides => _strides;

    /// <summary>Position of the first element in the storage.</summary>
    public int Offset { get; }

    /// <summary>Number of dimensions.</summary>
    public int Rank => _sizes.Length;

    /// <summary>Number of elements.</summary>
    public int Count { get; }

    /// <summary>True when the elements lie one after another in row-major order.</summary>
    public bool IsContiguous { get; }

    /// <summary>True when several indices may name the same element: a broadcast dimension.</summary>
    public bool Overlaps
    {
        get
        {
            for (int d = 0; d < _sizes.Length; d++)
                if (_sizes[d] > 1 && _strides[d] == 0)
                    return true;
            return false;
        }
    }

    /// <summary>A row-major layout at offset 0.</summary>
    /// <exception cref="ArgumentException">A negative size, more than <see cref="MaxRank"/> dimensions, or more than 2³¹ - 1 elements.</exception>
    public static Layout Contiguous(ReadOnlySpan<int> sizes)
    {
        if (sizes.Length == 0) return Scalar;
        uint hash = 0;
        foreach (int size in sizes) hash = (hash ^ (uint)size) * 0x9E3779B1;
        ref var recent = ref s_recent[hash >> 24];
        if (recent is { } known && known._sizes.AsSpan().SequenceEqual(sizes)) return known;
        CheckSizes(sizes);
        var copy = sizes.ToArray();
        return recent = new(copy, DenseStrides(copy), 0);
    }

    /// <summary>A layout with the given strides, for windows that the methods of this class cannot express.</summary>
    /// <exception cref="ArgumentException">The lengths differ or the sizes are out of range.</exception>
    public static Layout Strided(ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, int offset)
    {
        CheckSizes(sizes);
        if (sizes.Length != strides.Length)
            throw new ArgumentException($"{sizes.Length} sizes need as many strides, not {strides.Length}.", nameof(strides));
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return new(sizes.ToArray(), strides.ToArray(), offset);
    }

    /// <summary>The row-major layout of the same sizes at offset 0: this one, when it is that already.</summary>
    public Layout Dense() => IsContiguous && Offset == 0 ? this : Contiguous(_sizes);

    /// <summary>A single element at offset 0, seen with these sizes: every stride is 0.</summary>
    public Layout OfOneElement => _ofOneElement ??= new(_sizes, new int[_sizes.Length], 0);

    /// <summary>True when both have the same sizes.</summary>
    public bool SameSizes(Layout other) => ReferenceEquals(this, other) || _sizes.AsSpan().SequenceEqual(other._sizes);

    /// <summary>The position in the storage of the element with row-major number <paramref name="index"/>.</summary>
    public int PositionOf(int index)
    {
        if (IsContiguous) return Offset + index;
        int position = Offset;
        for (int d = _sizes.Length - 1; d >= 0; d--)
        {
            (index, int coordinate) = Math.DivRem(index, _sizes[d]);
            position += coordinate * _strides[d];
        }
        return position;
    }

    /// <summary>This layout seen with <paramref name="sizes"/>: missing dimensions are added in front, dimensions of size 1 are stretched with stride 0.</summary>
    /// <exception cref="ArgumentException">A dimension other than 1 does not match.</exception>
    public Layout BroadcastTo(ReadOnlySpan<int> sizes)
    {
        if (_sizes.AsSpan().SequenceEqual(sizes)) return this;
        if (_stretched is { } known && known._sizes.AsSpan().SequenceEqual(sizes)) return known;
        CheckSizes(sizes);
        int added = sizes.Length - Rank;
        if (added < 0) throw CannotBroadcast(sizes);
        var strides = new int[sizes.Length];
        for (int d = added; d < sizes.Length; d++)
        {
            int own = d - added;
            if (_sizes[own] == sizes[d]) strides[d] = _strides[own];
            else if (_sizes[own] != 1) throw CannotBroadcast(sizes);
        }
        return _stretched = new(sizes.ToArray(), strides, Offset);
    }

    /// <summary>The sizes that two operands broadcast to.</summary>
    /// <exception cref="ArgumentException">A dimension differs and is 1 in neither; the message names both shapes and the dimension.</exception>
    public static int[] BroadcastSizes(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var result = new int[Math.Max(a.Length, b.Length)];
        for (int d = 1; d <= result.Length; d++)
        {
            int x = d <= a.Length ? a[^d] : 1, y = d <= b.Length ? b[^d] : 1;
            if (x != y && x != 1 && y != 1)
                throw new ArgumentException($"Shapes {Format(a)} and {Format(b)} do not broadcast: dimension {result.Length - d} is {x} in one and {y} in the other. Sizes must be equal, or one of them 1.");
            result[^d] = x == 1 ? y : x;
        }
        return result;
    }

    /// <summary>Dimensions in another order: dimension d of the result is dimension order[d] of this.</summary>
    /// <exception cref="ArgumentException"><paramref name="order"/> is not a permutation of the dimensions.</exception>
    public Layout Permute(ReadOnlySpan<int> order)
    {
        if (order.Length != Rank) throw new ArgumentException($"A permutation of {Format(_sizes)} needs {Rank} dimensions, not {order.Length}.", nameof(order));
        var sizes = new int[Rank];
        var strides = new int[Rank];
        int seen = 0;
        for (int d = 0; d < Rank; d++)
        {
            int from = CheckDim(order[d]);
            if ((seen & (1 << from)) != 0) throw new ArgumentException($"Dimension {from} appears twice in the permutation {Format(order)}.", nameof(order));
            seen |= 1 << from;
            (sizes[d], strides[d]) = (_sizes[from], _strides[from]);
        }
        return new(sizes, strides, Offset);
    }

    /// <summary>Two dimensions exchanged.</summary>
    public Layout Transpose(int dim0, int dim1)
    {
        dim0 = CheckDim(dim0);
        dim1 = CheckDim(dim1);
        return Rank == 2 && dim0 != dim1 ? _turned ??= Exchange(0, 1) : Exchange(dim0, dim1);
    }

    private Layout Exchange(int dim0, int dim1)
    {
        var (sizes, strides) = ((int[])_sizes.Clone(), (int[])_strides.Clone());
        (sizes[dim0], sizes[dim1]) = (sizes[dim1], sizes[dim0]);
        (strides[dim0], strides[dim1]) = (strides[dim1], strides[dim0]);
        return new(sizes, strides, Offset);
    }

    /// <summary>Every <paramref name="step"/>-th of the indices [start, start + length * step) of one dimension.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves the dimension, or the step is below 1.</exception>
    public Layout Slice(int dim, int start, int length, int step = 1)
    {
        dim = CheckDim(dim);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (start < 0 || length < 0 || (length > 0 ? start + (long)(length - 1) * step >= _sizes[dim] : start > _sizes[dim]))
            throw new ArgumentOutOfRangeException(nameof(start), $"{length} elements from {start} on with step {step} leave dimension {dim} of {Format(_sizes)}, which has size {_sizes[dim]}.");
        var (sizes, strides) = ((int[])_sizes.Clone(), (int[])_strides.Clone());
        sizes[dim] = length;
        if (length > 1) strides[dim] = _strides[dim] * step;
        return new(sizes, strides, length == 0 ? Offset : Offset + start * _strides[dim]);
    }

    /// <summary>One index of one dimension; the dimension disappears. Negative indices count from the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the dimension.</exception>
    public Layout Select(int dim, int index)
    {
        dim = CheckDim(dim);
        int at = index < 0 ? index + _sizes[dim] : index;
        if (at < 0 || at >= _sizes[dim])
            throw new ArgumentOutOfRangeException(nameof(index), $"Index {index} is outside dimension {dim} of {Format(_sizes)}: it must be in [{-_sizes[dim]}, {_sizes[dim]}).");
        return new(Without(_sizes, dim), Without(_strides, dim), Offset + at * _strides[dim]);
    }

    /// <summary>A dimension of size 1 added before <paramref name="dim"/>; -1 adds it at the end.</summary>
    public Layout Unsqueeze(int dim)
    {
        if (Rank == MaxRank) throw new ArgumentException($"A tensor has at most {MaxRank} dimensions; {Format(_sizes)} cannot take another.");
        dim = NormalizeDim(dim, Rank + 1);
        var inserted = _inserted ??= new Layout?[Rank + 1];
        return inserted[dim] ??= Insert(dim);
    }

    private Layout Insert(int dim) => new(With(_sizes, dim, 1), With(_strides, dim, dim < Rank ? _strides[dim] * _sizes[dim] : 1), Offset);

    /// <summary>The dimension removed, when its size is 1; else this.</summary>
    public Layout Squeeze(int dim)
    {
        dim = CheckDim(dim);
        return _sizes[dim] == 1 ? new(Without(_sizes, dim), Without(_strides, dim), Offset) : this;
    }

    /// <summary>All dimensions of size 1 removed.</summary>
    public Layout Squeeze()
    {
        var result = this;
        for (int d = Rank - 1; d >= 0; d--)
            result = result.Squeeze(d);
        return result;
    }

    /// <summary>The same elements in row-major order with other sizes, or null where strides cannot express it and a copy is needed.</summary>
    /// <remarks>The caller has checked that the counts agree.</remarks>
    public Layout? TryReshape(ReadOnlySpan<int> sizes)
    {
        if (IsContiguous && Offset == 0) return Contiguous(sizes);
        CheckSizes(sizes);
        if (IsContiguous || Count == 0)
        {
            var dense = sizes.ToArray();
            return new(dense, DenseStrides(dense), Offset);
        }
        // Match groups of own dimensions to groups of new ones with the same product. A group must be dense in itself.
        var strides = new int[sizes.Length];
        int own = 0, next = 0;
        while (next < sizes.Length || own < Rank)
        {
            int ownEnd = own, nextEnd = next;
            long ownCount = ownEnd < Rank ? _sizes[ownEnd++] : 1, nextCount = nextEnd < sizes.Length ? sizes[nextEnd++] : 1;
            while (ownCount != nextCount)
                if (ownCount < nextCount) ownCount *= _sizes[ownEnd++];
                else nextCount *= sizes[nextEnd++];
            int inner = 1;
            bool started = false;
            long expected = 0;
            for (int d = ownEnd - 1; d >= own; d--)
            {
                if (_sizes[d] == 1) continue;
                if (!started) (inner, expected, started) = (_strides[d], (long)_strides[d] * _sizes[d], true);
                else if (_strides[d] != expected) return null;
                else expected *= _sizes[d];
            }
            for (int d = nextEnd - 1, stride = inner; d >= next; d--)
            {
                strides[d] = stride;
                stride *= sizes[d];
            }
            (own, next) = (ownEnd, nextEnd);
        }
        return new(sizes.ToArray(), strides, Offset);
    }

    /// <summary>A dimension counted from the front: -1 is the last one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public int CheckDim(int dim)
    {
        if (dim < -Rank || dim >= Rank)
            throw new ArgumentOutOfRangeException(nameof(dim), $"Dimension {dim} does not exist in {Format(_sizes)}, which has {Rank} dimension{(Rank == 1 ? "" : "s")}.");
        return dim < 0 ? dim + Rank : dim;
    }

    /// <summary>A shape as users read it: [2, 3].</summary>
    public static string Format(ReadOnlySpan<int> sizes) => $"[{string.Join(", ", sizes.ToArray())}]";

    /// <inheritdoc/>
    public override string ToString() => $"{Format(_sizes)} strides {Format(_strides)} offset {Offset}";

    private static int NormalizeDim(int dim, int rank) => dim >= -rank && dim < rank
        ? (dim < 0 ? dim + rank : dim)
        : throw new ArgumentOutOfRangeException(nameof(dim), $"Dimension {dim} is outside [{-rank}, {rank}).");

    private ArgumentException CannotBroadcast(ReadOnlySpan<int> sizes) =>
        new($"A tensor of shape {Format(_sizes)} cannot be expanded to {Format(sizes)}: only dimensions of size 1 stretch.");

    private static void CheckSizes(ReadOnlySpan<int> sizes)
    {
        if (sizes.Length > MaxRank) throw new ArgumentException($"A tensor has at most {MaxRank} dimensions, not {sizes.Length}: {Format(sizes)}.");
        long count = 1;
        foreach (int size in sizes)
        {
            if (size < 0) throw new ArgumentException($"A size cannot be negative: {Format(sizes)}.");
            count = Math.Min(count * size, 1L << 32);
        }
        if (count > int.MaxValue) throw new ArgumentException($"Shape {Format(sizes)} has more than {int.MaxValue} elements, the most that one tensor holds. Split it along a dimension.");
    }

    private static int CountOf(int[] sizes)
    {
        int count = 1;
        foreach (int size in sizes) count *= size;
        return count;
    }

    private static int[] DenseStrides(int[] sizes)
    {
        var strides = new int[sizes.Length];
        for (int d = sizes.Length - 1, stride = 1; d >= 0; d--)
        {
            strides[d] = stride;
            stride *= Math.Max(sizes[d], 1);
        }
        return strides;
    }

    private static bool IsRowMajor(int[] sizes, int[] strides)
    {
        if (Array.IndexOf(sizes, 0) >= 0) return true;
        int expected = 1;
        for (int d = sizes.Length - 1; d >= 0; d--)
        {
            if (sizes[d] != 1 && strides[d] != expected) return false;
            expected *= sizes[d];
        }
        return true;
    }

    private static int[] Without(int[] values, int at)
    {
        var result = new int[values.Length - 1];
        Array.Copy(values, result, at);
        Array.Copy(values, at + 1, result, at, result.Length - at);
        return result;
    }

    private static int[] With(int[] values, int at, int value)
    {
        var result = new int[values.Length + 1];
        Array.Copy(values, result, at);
        result[at] = value;
        Array.Copy(values, at, result, at + 1, values.Length - at);
        return result;
    }
}
