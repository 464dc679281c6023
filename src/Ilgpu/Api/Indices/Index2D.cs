namespace ILGPU;

/// <summary>An index or extent of 2 dimensions, 32-bit.</summary>
public readonly partial struct Index2D
{
    /// <summary>The index (x, y).</summary>
    public Index2D(int x, int y)
    {
        X = x;
        Y = y;
    }

    /// <summary>The same value in every dimension.</summary>
    public Index2D(int value)
    {
        X = value;
        Y = value;
    }

    /// <summary>The first dimension.</summary>
    public int X { get; }

    /// <summary>The second dimension.</summary>
    public int Y { get; }

    /// <summary>The number of elements of this extent.</summary>
    public int Size => X * Y;

    /// <summary>The number of elements of this extent, without overflow.</summary>
    public long LongSize => (long)X * Y;

    long IIndex.Size => LongSize;

    /// <summary>Zero in every dimension.</summary>
    public static readonly Index2D Zero = new(0, 0);

    /// <summary>One in every dimension.</summary>
    public static readonly Index2D One = new(1, 1);

    /// <summary>Minus one in every dimension.</summary>
    public static readonly Index2D Invalid = new(-1, -1);

    /// <summary>A tuple as an index.</summary>
    public static implicit operator Index2D((int X, int Y) index) => new(index.X, index.Y);

    /// <summary>The index with 64 bits a dimension.</summary>
    public static implicit operator LongIndex2D(Index2D index) => new(index.X, index.Y);

    /// <summary>True where 0 &lt;= index &lt; dimension in every dimension.</summary>
    public bool InBounds(Index2D dimension) => X >= 0 && X < dimension.X && Y >= 0 && Y < dimension.Y;

    /// <summary>The elementwise sum.</summary>
    public static Index2D operator +(Index2D left, Index2D right) => new(left.X + right.X, left.Y + right.Y);

    /// <summary>The elementwise difference.</summary>
    public static Index2D operator -(Index2D left, Index2D right) => new(left.X - right.X, left.Y - right.Y);

    /// <summary>The elementwise product.</summary>
    public static Index2D operator *(Index2D left, Index2D right) => new(left.X * right.X, left.Y * right.Y);

    /// <summary>The elementwise quotient.</summary>
    public static Index2D operator /(Index2D left, Index2D right) => new(left.X / right.X, left.Y / right.Y);

    /// <summary>True where all dimensions are equal.</summary>
    public static bool operator ==(Index2D left, Index2D right) => left.X == right.X && left.Y == right.Y;

    /// <summary>True where a dimension differs.</summary>
    public static bool operator !=(Index2D left, Index2D right) => !(left == right);

    /// <summary>True where all dimensions are equal.</summary>
    public bool Equals(Index2D other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Index2D other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X, Y);

    /// <summary>The index as (x, y).</summary>
    public override string ToString() => $"({X}, {Y})";
}
