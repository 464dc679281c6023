namespace Gpu;

/// <summary>What an index takes of one dimension: a position, a range, or every n-th position of a range. Integers, <see cref="Index"/> and <see cref="Range"/> convert by themselves.</summary>
/// <example><code>x[0]; x[^1]; x[.., 1..^1]; x[Slice.Every(2), 0]; x[.., Slice.NewAxis]</code></example>
public readonly struct Slice
{
    private Slice(Kind what, Range range, int step) => (What, Range, Step) = (what, range, step);

    internal enum Kind : byte
    {
        Position,
        Range,
        NewAxis,
        Ellipsis,
    }

    internal Kind What { get; }

    internal Range Range { get; }

    internal int Step { get; }

    /// <summary>A new dimension of size 1.</summary>
    public static Slice NewAxis => new(Kind.NewAxis, default, 1);

    /// <summary>As many full dimensions as are left.</summary>
    public static Slice Ellipsis => new(Kind.Ellipsis, default, 1);

    /// <summary>Every <paramref name="step"/>-th position of a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is below 1.</exception>
    public static Slice Every(int step, Range? range = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        return new(Kind.Range, range ?? Range.All, step);
    }

    /// <summary>One position; negative ones count from the end.</summary>
    public static implicit operator Slice(int index) => new(Kind.Position, (index < 0 ? ^-index : index)..0, 1);

    /// <summary>One position.</summary>
    public static implicit operator Slice(Index index) => new(Kind.Position, index..0, 1);

    /// <summary>A range of positions.</summary>
    public static implicit operator Slice(Range range) => new(Kind.Range, range, 1);
}
