namespace ILGPU.Algorithms.ComparisonOperations;

/// <summary>An order of values.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IComparisonOperation<T>
    where T : unmanaged
{
    /// <summary>Negative, 0 or positive where the first value comes before, with or after the second.</summary>
    int Compare(T first, T second);
}

/// <summary>The usual order of sbyte values.</summary>
public readonly struct ComparisonInt8 : IComparisonOperation<sbyte>
{
    /// <inheritdoc/>
    public int Compare(sbyte first, sbyte second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of short values.</summary>
public readonly struct ComparisonInt16 : IComparisonOperation<short>
{
    /// <inheritdoc/>
    public int Compare(short first, short second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of int values.</summary>
public readonly struct ComparisonInt32 : IComparisonOperation<int>
{
    /// <inheritdoc/>
    public int Compare(int first, int second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of long values.</summary>
public readonly struct ComparisonInt64 : IComparisonOperation<long>
{
    /// <inheritdoc/>
    public int Compare(long first, long second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of byte values.</summary>
public readonly struct ComparisonUInt8 : IComparisonOperation<byte>
{
    /// <inheritdoc/>
    public int Compare(byte first, byte second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of ushort values.</summary>
public readonly struct ComparisonUInt16 : IComparisonOperation<ushort>
{
    /// <inheritdoc/>
    public int Compare(ushort first, ushort second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of uint values.</summary>
public readonly struct ComparisonUInt32 : IComparisonOperation<uint>
{
    /// <inheritdoc/>
    public int Compare(uint first, uint second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of ulong values.</summary>
public readonly struct ComparisonUInt64 : IComparisonOperation<ulong>
{
    /// <inheritdoc/>
    public int Compare(ulong first, ulong second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of Half values; NaN differs from everything.</summary>
public readonly struct ComparisonHalf : IComparisonOperation<Half>
{
    /// <inheritdoc/>
    public int Compare(Half first, Half second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of float values; NaN differs from everything.</summary>
public readonly struct ComparisonFloat : IComparisonOperation<float>
{
    /// <inheritdoc/>
    public int Compare(float first, float second) => first < second ? -1 : first == second ? 0 : 1;
}

/// <summary>The usual order of double values; NaN differs from everything.</summary>
public readonly struct ComparisonDouble : IComparisonOperation<double>
{
    /// <inheritdoc/>
    public int Compare(double first, double second) => first < second ? -1 : first == second ? 0 : 1;
}
