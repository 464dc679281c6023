namespace ILGPU;

/// <summary>The kinds of indices, and of launch dimensions.</summary>
public enum IndexType
{
    /// <summary>No index.</summary>
    None = 0,

    /// <summary><see cref="ILGPU.Index1D"/>.</summary>
    Index1D = 1,

    /// <summary><see cref="ILGPU.Index2D"/>.</summary>
    Index2D = 2,

    /// <summary><see cref="ILGPU.Index3D"/>.</summary>
    Index3D = 3,

    /// <summary><see cref="ILGPU.LongIndex1D"/>.</summary>
    LongIndex1D = 4,

    /// <summary><see cref="ILGPU.LongIndex2D"/>.</summary>
    LongIndex2D = 5,

    /// <summary><see cref="ILGPU.LongIndex3D"/>.</summary>
    LongIndex3D = 6,

    /// <summary><see cref="ILGPU.KernelConfig"/>: groups and items.</summary>
    KernelConfig = 7,
}

/// <summary>Sizes and types of indices.</summary>
public static class IndexTypeExtensions
{
    private static readonly Type[] Types =
    [
        typeof(void), typeof(Index1D), typeof(Index2D), typeof(Index3D), typeof(LongIndex1D), typeof(LongIndex2D), typeof(LongIndex3D), typeof(KernelConfig),
    ];

    /// <summary>The number of elements of an extent, cut to 32 bits.</summary>
    public static int GetIntSize<TIndex>(this TIndex index)
        where TIndex : struct, IIndex
        => (int)index.Size;

    /// <summary>The C# type of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is <see cref="IndexType.None"/>.</exception>
    public static Type GetManagedIndexType(this IndexType indexType) =>
        indexType is > IndexType.None and <= IndexType.KernelConfig
            ? Types[(int)indexType]
            : throw new ArgumentOutOfRangeException(nameof(indexType), indexType, "No type stands for this kind of index.");

    /// <summary>The kind of a C# type; <see cref="IndexType.None"/> where it is no index.</summary>
    public static IndexType GetIndexType(this Type indexType) => (IndexType)Math.Max(0, Array.IndexOf(Types, indexType, 1));

    /// <summary>True for an index with 64 bits a dimension.</summary>
    public static bool IsLongIndex(this Type type) => type.GetIndexType() is IndexType.LongIndex1D or IndexType.LongIndex2D or IndexType.LongIndex3D;

    /// <summary>True for an index with 64 bits a dimension.</summary>
    public static bool IsLongIndex<TIndex>()
        where TIndex : struct, IIndex
        => typeof(TIndex).IsLongIndex();
}
