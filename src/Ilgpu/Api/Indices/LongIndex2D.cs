namespace ILGPU;

/// <summary>An index or extent of 2 dimensions, 64-bit.</summary>
public readonly partial struct LongIndex2D
{
    /// <summary>The index (x, y).</summary>
    public LongIndex2D(long x, long y)
    {
        X = x;
        Y = y;
    }

    /// <summary>The same value in every dimension.</summary>
    public LongIndex2D(long value)
    {
        X = value;
        Y = value;
    }

    /// <summary>The first dimension.</summary>
    public long X { get; }

    /// <summary>The second dimension.</summary>
    public long Y { get; }

    /// <summary>The number of elements of this extent.</summary>
    public long Size => X * Y;

    /// <summary>Zero in every dimension.</summary>
    public static readonly LongIndex2D Zero = new(0, 0);

    /// <summary>One in every dimension.</summary>
    public static readonly LongIndex2D One = new(1, 1);

    /// <summary>Minus one in every dimension.</summary>
    public static readonly LongIndex2D Invalid = new(-1, -1);

    /// <summary>A tuple as an index.</summary>
    public static implicit operator LongIndex2D((long X, long Y) index) => new(index.X, index.Y);

    /// <summary>The index cut to 32 bits a dimension.</summary>
    public static explicit operator Index2D(LongIndex2D index) => new((int)index.X, (int)index.Y);

    /// <summary>True where 0 &lt;= index &lt; dimension in every dimension.</summary>
    public bool InBounds(LongIndex2D dimension) => X >= 0 && X < dimension.X && Y >= 0 && Y < dimension.Y;

    /// <summary>The elementwise sum.</summary>
    public static LongIndex2D operator +(LongIndex2D left, LongIndex2D right) => new(left.X + right.X, left.Y + right.Y);

    /// <summary>The elementwise difference.</summary>
    public static LongIndex2D operator -(LongIndex2D left, LongIndex2D right) => new(left.X - right.X, left.Y - right.Y);

    /// <summary>The elementwise product.</summary>
    public static LongIndex2D operator *(LongIndex2D left, LongIndex2D right) => new(left.X * right.X, left.Y * right.Y);

    /// <summary>The elementwise quotient.</summary>
    public static LongIndex2D operator /(LongIndex2D left, LongIndex2D right) => new(left.X / right.X, left.Y / right.Y);

    /// <summary>True where all dimensions are equal.</summary>
    public static bool operator ==(LongIndex2D left, LongIndex2D right) => left.X == right.X && left.Y == right.Y;

    /// <summary>True where a dimension differs.</summary>
    public static bool operator !=(LongIndex2D left, LongIndex2D right) => !(left == right);

    /// <summary>True where all dimensions are equal.</summary>
    public bool Equals(LongIndex2D other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LongIndex2D other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X, Y);

    /// <summary>The index as (x, y).</summary>
    public override string ToString() => $"({X}, {Y})";
}
