namespace ILGPU;

/// <summary>An index or extent of 1 dimension, 64-bit.</summary>
public readonly partial struct LongIndex1D
{
    /// <summary>The index (x).</summary>
    public LongIndex1D(long x)
    {
        X = x;
    }

    /// <summary>The first dimension.</summary>
    public long X { get; }

    /// <summary>The number of elements of this extent.</summary>
    public long Size => X;

    /// <summary>Zero in every dimension.</summary>
    public static readonly LongIndex1D Zero = new(0);

    /// <summary>One in every dimension.</summary>
    public static readonly LongIndex1D One = new(1);

    /// <summary>Minus one in every dimension.</summary>
    public static readonly LongIndex1D Invalid = new(-1);

    /// <summary>The index as a number.</summary>
    public static implicit operator long(LongIndex1D index) => index.X;

    /// <summary>A number as an index.</summary>
    public static implicit operator LongIndex1D(long index) => new(index);

    /// <summary>The index as an unsigned number.</summary>
    public static explicit operator ulong(LongIndex1D index) => (ulong)index.X;

    /// <summary>The index cut to 32 bits.</summary>
    public static explicit operator Index1D(LongIndex1D index) => new((int)index.X);

    /// <summary>True where 0 &lt;= index &lt; dimension in every dimension.</summary>
    public bool InBounds(LongIndex1D dimension) => X >= 0 && X < dimension.X;

    /// <summary>The elementwise sum.</summary>
    public static LongIndex1D operator +(LongIndex1D left, LongIndex1D right) => new(left.X + right.X);

    /// <summary>The elementwise difference.</summary>
    public static LongIndex1D operator -(LongIndex1D left, LongIndex1D right) => new(left.X - right.X);

    /// <summary>The elementwise product.</summary>
    public static LongIndex1D operator *(LongIndex1D left, LongIndex1D right) => new(left.X * right.X);

    /// <summary>The elementwise quotient.</summary>
    public static LongIndex1D operator /(LongIndex1D left, LongIndex1D right) => new(left.X / right.X);

    /// <summary>True where all dimensions are equal.</summary>
    public static bool operator ==(LongIndex1D left, LongIndex1D right) => left.X == right.X;

    /// <summary>True where a dimension differs.</summary>
    public static bool operator !=(LongIndex1D left, LongIndex1D right) => !(left == right);

    /// <summary>True where all dimensions are equal.</summary>
    public bool Equals(LongIndex1D other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LongIndex1D other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X);

    /// <summary>The index as (x).</summary>
    public override string ToString() => $"({X})";
}
