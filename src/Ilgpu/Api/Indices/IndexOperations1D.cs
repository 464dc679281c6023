namespace ILGPU;

/// <content>What every index has: comparisons of extents, named operations.</content>
public readonly partial struct Index1D : IIntIndex<Index1D, LongIndex1D>
{
    /// <summary>The type as a value.</summary>
    public IndexType IndexType => IndexType.Index1D;

    /// <summary>True where every dimension is zero.</summary>
    public bool IsFirst => X == 0;

    /// <summary>True where 0 &lt;= index &lt;= dimension in every dimension.</summary>
    public bool InBoundsInclusive(Index1D dimension) => X >= 0 && X <= dimension.X;

    /// <summary>The index with 64 bits.</summary>
    public LongIndex1D ToLongIndex() => this;

    /// <summary>The elementwise sum.</summary>
    public Index1D Add(Index1D rhs) => this + rhs;

    /// <summary>The elementwise difference.</summary>
    public Index1D Subtract(Index1D rhs) => this - rhs;

    /// <summary>The smaller value of each dimension.</summary>
    public static Index1D Min(Index1D first, Index1D second) => new(Math.Min(first.X, second.X));

    /// <summary>The greater value of each dimension.</summary>
    public static Index1D Max(Index1D first, Index1D second) => new(Math.Max(first.X, second.X));

    /// <summary>Each dimension held between those of two limits.</summary>
    public static Index1D Clamp(Index1D value, Index1D min, Index1D max) => Max(Min(value, max), min);

    /// <summary>The elementwise sum.</summary>
    public static Index1D Add(Index1D left, Index1D right) => left + right;

    /// <summary>The elementwise difference.</summary>
    public static Index1D Subtract(Index1D left, Index1D right) => left - right;

    /// <summary>The elementwise product.</summary>
    public static Index1D Multiply(Index1D left, Index1D right) => left * right;

    /// <summary>The elementwise quotient.</summary>
    public static Index1D Divide(Index1D left, Index1D right) => left / right;
}

/// <content>What every index has: comparisons of extents, named operations.</content>
public readonly partial struct LongIndex1D : ILongIndex<LongIndex1D, Index1D>
{
    /// <summary>The type as a value.</summary>
    public IndexType IndexType => IndexType.LongIndex1D;

    /// <summary>True where every dimension is zero.</summary>
    public bool IsFirst => X == 0;

    /// <summary>True where 0 &lt;= index &lt;= dimension in every dimension.</summary>
    public bool InBoundsInclusive(LongIndex1D dimension) => X >= 0 && X <= dimension.X;

    /// <summary>The index cut to 32 bits.</summary>
    public Index1D ToIntIndex() => (Index1D)this;

    /// <summary>The elementwise sum.</summary>
    public LongIndex1D Add(LongIndex1D rhs) => this + rhs;

    /// <summary>The elementwise difference.</summary>
    public LongIndex1D Subtract(LongIndex1D rhs) => this - rhs;

    /// <summary>The smaller value of each dimension.</summary>
    public static LongIndex1D Min(LongIndex1D first, LongIndex1D second) => new(Math.Min(first.X, second.X));

    /// <summary>The greater value of each dimension.</summary>
    public static LongIndex1D Max(LongIndex1D first, LongIndex1D second) => new(Math.Max(first.X, second.X));

    /// <summary>Each dimension held between those of two limits.</summary>
    public static LongIndex1D Clamp(LongIndex1D value, LongIndex1D min, LongIndex1D max) => Max(Min(value, max), min);

    /// <summary>The elementwise sum.</summary>
    public static LongIndex1D Add(LongIndex1D left, LongIndex1D right) => left + right;

    /// <summary>The elementwise difference.</summary>
    public static LongIndex1D Subtract(LongIndex1D left, LongIndex1D right) => left - right;

    /// <summary>The elementwise product.</summary>
    public static LongIndex1D Multiply(LongIndex1D left, LongIndex1D right) => left * right;

    /// <summary>The elementwise quotient.</summary>
    public static LongIndex1D Divide(LongIndex1D left, LongIndex1D right) => left / right;
}
