namespace ILGPU;

/// <content>What every index has: comparisons of extents, named operations.</content>
public readonly partial struct Index3D : IIntIndex<Index3D, LongIndex3D>
{
    /// <summary>The type as a value.</summary>
    public IndexType IndexType => IndexType.Index3D;

    /// <summary>True where every dimension is zero.</summary>
    public bool IsFirst => X == 0 && Y == 0 && Z == 0;

    /// <summary>True where 0 &lt;= index &lt;= dimension in every dimension.</summary>
    public bool InBoundsInclusive(Index3D dimension) => X >= 0 && X <= dimension.X && Y >= 0 && Y <= dimension.Y && Z >= 0 && Z <= dimension.Z;

    /// <summary>The index with 64 bits a dimension.</summary>
    public LongIndex3D ToLongIndex() => this;

    /// <summary>The elementwise sum.</summary>
    public Index3D Add(Index3D rhs) => this + rhs;

    /// <summary>The elementwise difference.</summary>
    public Index3D Subtract(Index3D rhs) => this - rhs;

    /// <summary>All dimensions as a tuple.</summary>
    public (int X, int Y, int Z) ToValueTuple() => (X, Y, Z);

    /// <summary>All dimensions apart.</summary>
    public void Deconstruct(out int x, out int y, out int z) => (x, y, z) = (X, Y, Z);

    /// <summary>The index (xy.X, xy.Y, z).</summary>
    public Index3D(Index2D xy, int z) : this(xy.X, xy.Y, z)
    {
    }

    /// <summary>The index (x, yz.X, yz.Y).</summary>
    public Index3D(int x, Index2D yz) : this(x, yz.X, yz.Y)
    {
    }

    /// <summary>The last two dimensions.</summary>
    public Index2D YZ => new(Y, Z);

    /// <summary>The smaller value of each dimension.</summary>
    public static Index3D Min(Index3D first, Index3D second) => new(Math.Min(first.X, second.X), Math.Min(first.Y, second.Y), Math.Min(first.Z, second.Z));

    /// <summary>The greater value of each dimension.</summary>
    public static Index3D Max(Index3D first, Index3D second) => new(Math.Max(first.X, second.X), Math.Max(first.Y, second.Y), Math.Max(first.Z, second.Z));

    /// <summary>Each dimension held between those of two limits.</summary>
    public static Index3D Clamp(Index3D value, Index3D min, Index3D max) => Max(Min(value, max), min);

    /// <summary>The elementwise sum.</summary>
    public static Index3D Add(Index3D left, Index3D right) => left + right;

    /// <summary>The elementwise difference.</summary>
    public static Index3D Subtract(Index3D left, Index3D right) => left - right;

    /// <summary>The elementwise product.</summary>
    public static Index3D Multiply(Index3D left, Index3D right) => left * right;

    /// <summary>The elementwise quotient.</summary>
    public static Index3D Divide(Index3D left, Index3D right) => left / right;
}

/// <content>What every index has: comparisons of extents, named operations.</content>
public readonly partial struct LongIndex3D : ILongIndex<LongIndex3D, Index3D>
{
    /// <summary>The type as a value.</summary>
    public IndexType IndexType => IndexType.LongIndex3D;

    /// <summary>True where every dimension is zero.</summary>
    public bool IsFirst => X == 0 && Y == 0 && Z == 0;

    /// <summary>True where 0 &lt;= index &lt;= dimension in every dimension.</summary>
    public bool InBoundsInclusive(LongIndex3D dimension) => X >= 0 && X <= dimension.X && Y >= 0 && Y <= dimension.Y && Z >= 0 && Z <= dimension.Z;

    /// <summary>The index cut to 32 bits a dimension.</summary>
    public Index3D ToIntIndex() => (Index3D)this;

    /// <summary>The elementwise sum.</summary>
    public LongIndex3D Add(LongIndex3D rhs) => this + rhs;

    /// <summary>The elementwise difference.</summary>
    public LongIndex3D Subtract(LongIndex3D rhs) => this - rhs;

    /// <summary>All dimensions as a tuple.</summary>
    public (long X, long Y, long Z) ToValueTuple() => (X, Y, Z);

    /// <summary>All dimensions apart.</summary>
    public void Deconstruct(out long x, out long y, out long z) => (x, y, z) = (X, Y, Z);

    /// <summary>The index (xy.X, xy.Y, z).</summary>
    public LongIndex3D(LongIndex2D xy, long z) : this(xy.X, xy.Y, z)
    {
    }

    /// <summary>The index (x, yz.X, yz.Y).</summary>
    public LongIndex3D(long x, LongIndex2D yz) : this(x, yz.X, yz.Y)
    {
    }

    /// <summary>The last two dimensions.</summary>
    public LongIndex2D YZ => new(Y, Z);

    /// <summary>The smaller value of each dimension.</summary>
    public static LongIndex3D Min(LongIndex3D first, LongIndex3D second) => new(Math.Min(first.X, second.X), Math.Min(first.Y, second.Y), Math.Min(first.Z, second.Z));

    /// <summary>The greater value of each dimension.</summary>
    public static LongIndex3D Max(LongIndex3D first, LongIndex3D second) => new(Math.Max(first.X, second.X), Math.Max(first.Y, second.Y), Math.Max(first.Z, second.Z));

    /// <summary>Each dimension held between those of two limits.</summary>
    public static LongIndex3D Clamp(LongIndex3D value, LongIndex3D min, LongIndex3D max) => Max(Min(value, max), min);

    /// <summary>The elementwise sum.</summary>
    public static LongIndex3D Add(LongIndex3D left, LongIndex3D right) => left + right;

    /// <summary>The elementwise difference.</summary>
    public static LongIndex3D Subtract(LongIndex3D left, LongIndex3D right) => left - right;

    /// <summary>The elementwise product.</summary>
    public static LongIndex3D Multiply(LongIndex3D left, LongIndex3D right) => left * right;

    /// <summary>The elementwise quotient.</summary>
    public static LongIndex3D Divide(LongIndex3D left, LongIndex3D right) => left / right;
}
