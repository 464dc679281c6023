namespace ILGPU;

/// <summary>An index or extent of 1 dimension, 32-bit.</summary>
public readonly partial struct Index1D
{
    /// <summary>The index (x).</summary>
    public Index1D(int x)
    {
        X = x;
    }

    /// <summary>The first dimension.</summary>
    public int X { get; }

    /// <summary>The number of elements of this extent.</summary>
    public int Size => X;

    /// <summary>The number of elements of this extent, without overflow.</summary>
    public long LongSize => X;

    long IIndex.Size => LongSize;

    /// <summary>Zero in every dimension.</summary>
    public static readonly Index1D Zero = new(0);

    /// <summary>One in every dimension.</summary>
    public static readonly Index1D One = new(1);

    /// <summary>Minus one in every dimension.</summary>
    public static readonly Index1D Invalid = new(-1);

    /// <summary>The index as a number.</summary>
    public static implicit operator int(Index1D index) => index.X;

    /// <summary>A number as an index.</summary>
    public static implicit operator Index1D(int index) => new(index);

    /// <summary>The index as an unsigned number.</summary>
    public static explicit operator uint(Index1D index) => (uint)index.X;

    /// <summary>The index with 64 bits.</summary>
    public static implicit operator LongIndex1D(Index1D index) => new(index.X);

    /// <summary>True where 0 &lt;= index &lt; dimension in every dimension.</summary>
    public bool InBounds(Index1D dimension) => X >= 0 && X < dimension.X;

    /// <summary>The elementwise sum.</summary>
    public static Index1D operator +(Index1D left, Index1D right) => new(left.X + right.X);

    /// <summary>The elementwise difference.</summary>
    public static Index1D operator -(Index1D left, Index1D right) => new(left.X - right.X);

    /// <summary>The elementwise product.</summary>
    public static Index1D operator *(Index1D left, Index1D right) => new(left.X * right.X);

    /// <summary>The elementwise quotient.</summary>
    public static Index1D operator /(Index1D left, Index1D right) => new(left.X / right.X);

    /// <summary>True where all dimensions are equal.</summary>
    public static bool operator ==(Index1D left, Index1D right) => left.X == right.X;

    /// <summary>True where a dimension differs.</summary>
    public static bool operator !=(Index1D left, Index1D right) => !(left == right);

    /// <summary>True where all dimensions are equal.</summary>
    public bool Equals(Index1D other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Index1D other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X);

    /// <summary>The index as (x).</summary>
    public override string ToString() => $"({X})";
}
