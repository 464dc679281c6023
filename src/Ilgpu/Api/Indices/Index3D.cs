namespace ILGPU;

/// <summary>An index or extent of 3 dimensions, 32-bit.</summary>
public readonly partial struct Index3D
{
    /// <summary>The index (x, y, z).</summary>
    public Index3D(int x, int y, int z)
    {
        X = x;
        Y = y;
        Z = z;
    }

    /// <summary>The same value in every dimension.</summary>
    public Index3D(int value)
    {
        X = value;
        Y = value;
        Z = value;
    }

    /// <summary>The first dimension.</summary>
    public int X { get; }

    /// <summary>The second dimension.</summary>
    public int Y { get; }

    /// <summary>The third dimension.</summary>
    public int Z { get; }

    /// <summary>The first two dimensions.</summary>
    public Index2D XY => new(X, Y);

    /// <summary>The number of elements of this extent.</summary>
    public int Size => X * Y * Z;

    /// <summary>The number of elements of this extent, without overflow.</summary>
    public long LongSize => (long)X * Y * Z;

    long IIndex.Size => LongSize;

    /// <summary>Zero in every dimension.</summary>
    public static readonly Index3D Zero = new(0, 0, 0);

    /// <summary>One in every dimension.</summary>
    public static readonly Index3D One = new(1, 1, 1);

    /// <summary>Minus one in every dimension.</summary>
    public static readonly Index3D Invalid = new(-1, -1, -1);

    /// <summary>A tuple as an index.</summary>
    public static implicit operator Index3D((int X, int Y, int Z) index) => new(index.X, index.Y, index.Z);

    /// <summary>The index with 64 bits a dimension.</summary>
    public static implicit operator LongIndex3D(Index3D index) => new(index.X, index.Y, index.Z);

    /// <summary>True where 0 &lt;= index &lt; dimension in every dimension.</summary>
    public bool InBounds(Index3D dimension) => X >= 0 && X < dimension.X && Y >= 0 && Y < dimension.Y && Z >= 0 && Z < dimension.Z;

    /// <summary>The elementwise sum.</summary>
    public static Index3D operator +(Index3D left, Index3D right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    /// <summary>The elementwise difference.</summary>
    public static Index3D operator -(Index3D left, Index3D right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    /// <summary>The elementwise product.</summary>
    public static Index3D operator *(Index3D left, Index3D right) => new(left.X * right.X, left.Y * right.Y, left.Z * right.Z);

    /// <summary>The elementwise quotient.</summary>
    public static Index3D operator /(Index3D left, Index3D right) => new(left.X / right.X, left.Y / right.Y, left.Z / right.Z);

    /// <summary>True where all dimensions are equal.</summary>
    public static bool operator ==(Index3D left, Index3D right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z;

    /// <summary>True where a dimension differs.</summary>
    public static bool operator !=(Index3D left, Index3D right) => !(left == right);

    /// <summary>True where all dimensions are equal.</summary>
    public bool Equals(Index3D other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Index3D other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X, Y, Z);

    /// <summary>The index as (x, y, z).</summary>
    public override string ToString() => $"({X}, {Y}, {Z})";
}
