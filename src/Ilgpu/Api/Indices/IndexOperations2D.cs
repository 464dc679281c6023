namespace ILGPU;

/// <content>What every index has: comparisons of extents, named operations.</content>
public readonly partial struct Index2D : IIntIndex<Index2D, LongIndex2D>
{
    /// <summary>The type as a value.</summary>
    public IndexType IndexType => IndexType.Index2D;

    /// <summary>True where every dimension is zero.</summary>
    public bool IsFirst => X == 0 && Y == 0;

    /// <summary>True where 0 &lt;= index &lt;= dimension in every dimension.</summary>
    public bool InBoundsInclusive(Index2D dimension) => X >= 0 && X <= dimension.X && Y >= 0 && Y <= dimension.Y;

    /// <summary>The index with 64 bits a dimension.</summary>
    public LongIndex2D ToLongIndex() => this;

    /// <summary>The elementwise sum.</summary>
    public Index2D Add(Index2D rhs) => this + rhs;

    /// <summary>The elementwise difference.</summary>
    public Index2D Subtract(Index2D rhs) => this - rhs;

    /// <summary>All dimensions as a tuple.</summary>
    public (int X, int Y) ToValueTuple() => (X, Y);

    /// <summary>All dimensions apart.</summary>
    public void Deconstruct(out int x, out int y) => (x, y) = (X, Y);

    /// <summary>The smaller value of each dimension.</summary>
    public static Index2D Min(Index2D first, Index2D second) => new(Math.Min(first.X, second.X), Math.Min(first.Y, second.Y));

    /// <summary>The greater value of each dimension.</summary>
    public static Index2D Max(Index2D first, Index2D second) => new(Math.Max(first.X, second.X), Math.Max(first.Y, second.Y));

    /// <summary>Each dimension held between those of two limits.</summary>
    public static Index2D Clamp(Index2D value, Index2D min, Index2D max) => Max(Min(value, max), min);

    /// <summary>The elementwise sum.</summary>
    public static Index2D Add(Index2D left, Index2D right) => left + right;

    /// <summary>The elementwise difference.</summary>
    public static Index2D Subtract(Index2D left, Index2D right) => left - right;

    /// <summary>The elementwise product.</summary>
    public static Index2D Multiply(Index2D left, Index2D right) => left * right;

    /// <summary>The elementwise quotient.</summary>
    public static Index2D Divide(Index2D left, Index2D right) => left / right;
}

/// <content>What every index has: comparisons of extents, named operations.</content>
public readonly partial struct LongIndex2D : ILongIndex<LongIndex2D, Index2D>
{
    /// <summary>The type as a value.</summary>
    public IndexType IndexType => IndexType.LongIndex2D;

    /// <summary>True where every dimension is zero.</summary>
    public bool IsFirst => X == 0 && Y == 0;

    /// <summary>True where 0 &lt;= index &lt;= dimension in every dimension.</summary>
    public bool InBoundsInclusive(LongIndex2D dimension) => X >= 0 && X <= dimension.X && Y >= 0 && Y <= dimension.Y;

    /// <summary>The index cut to 32 bits a dimension.</summary>
    public Index2D ToIntIndex() => (Index2D)this;

    /// <summary>The elementwise sum.</summary>
    public LongIndex2D Add(LongIndex2D rhs) => this + rhs;

    /// <summary>The elementwise difference.</summary>
    public LongIndex2D Subtract(LongIndex2D rhs) => this - rhs;

    /// <summary>All dimensions as a tuple.</summary>
    public (long X, long Y) ToValueTuple() => (X, Y);

    /// <summary>All dimensions apart.</summary>
    public void Deconstruct(out long x, out long y) => (x, y) = (X, Y);

    /// <summary>The smaller value of each dimension.</summary>
    public static LongIndex2D Min(LongIndex2D first, LongIndex2D second) => new(Math.Min(first.X, second.X), Math.Min(first.Y, second.Y));

    /// <summary>The greater value of each dimension.</summary>
    public static LongIndex2D Max(LongIndex2D first, LongIndex2D second) => new(Math.Max(first.X, second.X), Math.Max(first.Y, second.Y));

    /// <summary>Each dimension held between those of two limits.</summary>
    public static LongIndex2D Clamp(LongIndex2D value, LongIndex2D min, LongIndex2D max) => Max(Min(value, max), min);

    /// <summary>The elementwise sum.</summary>
    public static LongIndex2D Add(LongIndex2D left, LongIndex2D right) => left + right;

    /// <summary>The elementwise difference.</summary>
    public static LongIndex2D Subtract(LongIndex2D left, LongIndex2D right) => left - right;

    /// <summary>The elementwise product.</summary>
    public static LongIndex2D Multiply(LongIndex2D left, LongIndex2D right) => left * right;

    /// <summary>The elementwise quotient.</summary>
    public static LongIndex2D Divide(LongIndex2D left, LongIndex2D right) => left / right;
}
