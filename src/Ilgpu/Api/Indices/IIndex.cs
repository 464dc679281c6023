namespace ILGPU;

/// <summary>An index or extent of one, two or three dimensions.</summary>
public interface IIndex
{
    /// <summary>The number of elements of this extent.</summary>
    long Size { get; }
}

/// <summary>An index or extent with 32 bits a dimension.</summary>
public interface IIntIndex : IIndex
{
    /// <summary>The number of elements of this extent.</summary>
    new int Size { get; }
}

/// <summary>An index that knows its kind.</summary>
public interface IIntrinsicIndex : IIndex
{
    /// <summary>The type as a value.</summary>
    IndexType IndexType { get; }
}

/// <summary>What generic code can do with an index.</summary>
/// <typeparam name="TIndex">The index itself.</typeparam>
public interface IGenericIndex<TIndex> : IIndex, IEquatable<TIndex>
    where TIndex : struct, IIndex
{
    /// <summary>True where 0 &lt;= index &lt; dimension in every dimension.</summary>
    bool InBounds(TIndex dimension);

    /// <summary>True where 0 &lt;= index &lt;= dimension in every dimension.</summary>
    bool InBoundsInclusive(TIndex dimension);

    /// <summary>The elementwise sum.</summary>
    TIndex Add(TIndex rhs);

    /// <summary>The elementwise difference.</summary>
    TIndex Subtract(TIndex rhs);
}

/// <summary>An index with 32 bits a dimension, and its partner with 64.</summary>
/// <typeparam name="TIndex">The index itself.</typeparam>
/// <typeparam name="TLongIndex">The partner.</typeparam>
public interface IIntIndex<TIndex, TLongIndex> : IIntIndex, IIntrinsicIndex, IGenericIndex<TIndex>
    where TIndex : struct, IIntIndex<TIndex, TLongIndex>
    where TLongIndex : struct, ILongIndex<TLongIndex, TIndex>
{
    /// <summary>The index with 64 bits a dimension.</summary>
    TLongIndex ToLongIndex();
}

/// <summary>An index with 64 bits a dimension, and its partner with 32.</summary>
/// <typeparam name="TLongIndex">The index itself.</typeparam>
/// <typeparam name="TIndex">The partner.</typeparam>
public interface ILongIndex<TLongIndex, TIndex> : IIntrinsicIndex, IGenericIndex<TLongIndex>
    where TLongIndex : struct, ILongIndex<TLongIndex, TIndex>
    where TIndex : struct, IIntIndex<TIndex, TLongIndex>
{
    /// <summary>The index cut to 32 bits a dimension.</summary>
    TIndex ToIntIndex();
}
