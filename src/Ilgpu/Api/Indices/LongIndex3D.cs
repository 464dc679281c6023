namespace ILGPU;

/// <summary>An index or extent of 3 dimensions, 64-bit.</summary>
public readonly partial struct LongIndex3D
{
    /// <summary>The index (x, y, z).</summary>
    public LongIndex3D(long x, long y, long z)
    {
        X = x;
        Y = y;
        Z = z;
    }

    /// <summary>The same value in every dimension.</summary>
    public LongIndex3D(long value)
    {
        X = value;
        Y = value;
        Z = value;
    }

    /// <summary>The first dimension.</summary>
    public long X { get; }

    /// <summary>The second dimension.</summary>
    public long Y { get; }

    /// <summary>The third dimension.</summary>
    public long Z { get; }

    /// <summary>The first two dimensions.</summary>
    public LongIndex2D XY => new(X, Y);

    /// <summary>The number of elements of this extent.</summary>
    public long Size => X * Y * Z;

    /// <summary>Zero in every dimension.</summary>
    public static readonly LongIndex3D Zero = new(0, 0, 0);

    /// <summary>One in every dimension.</summary>
    public static readonly LongIndex3D One = new(1, 1, 1);

    /// <summary>Minus one in every dimension.</summary>
    public static readonly LongIndex3D Invalid = new(-1, -1, -1);

    /// <summary>A tuple as an index.</summary>
    public static implicit operator LongIndex3D((long X, long Y, long Z) index) => new(index.X, index.Y, index.Z);

    /// <summary>The index cut to 32 bits a dimension.</summary>
    public static explicit operator Index3D(LongIndex3D index) => new((int)index.X, (int)index.Y, (int)index.Z);

    /// <summary>True where 0 &lt;= index &lt; dimension in every dimension.</summary>
    public bool InBounds(LongIndex3D dimension) => X >= 0 && X < dimension.X && Y >= 0 && Y < dimension.Y && Z >= 0 && Z < dimension.Z;

    /// <summary>The elementwise sum.</summary>
    public static LongIndex3D operator +(LongIndex3D left, LongIndex3D right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    /// <summary>The elementwise difference.</summary>
    public static LongIndex3D operator -(LongIndex3D left, LongIndex3D right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    /// <summary>The elementwise product.</summary>
    public static LongIndex3D operator *(LongIndex3D left, LongIndex3D right) => new(left.X * right.X, left.Y * right.Y, left.Z * right.Z);

    /// <summary>The elementwise quotient.</summary>
    public static LongIndex3D operator /(LongIndex3D left, LongIndex3D right) => new(left.X / right.X, left.Y / right.Y, left.Z / right.Z);

    /// <summary>True where all dimensions are equal.</summary>
    public static bool operator ==(LongIndex3D left, LongIndex3D right) => left.X == right.X && left.Y == right.Y && left.Z == right.Z;

    /// <summary>True where a dimension differs.</summary>
    public static bool operator !=(LongIndex3D left, LongIndex3D right) => !(left == right);

    /// <summary>True where all dimensions are equal.</summary>
    public bool Equals(LongIndex3D other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LongIndex3D other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X, Y, Z);

    /// <summary>The index as (x, y, z).</summary>
    public override string ToString() => $"({X}, {Y}, {Z})";
}
