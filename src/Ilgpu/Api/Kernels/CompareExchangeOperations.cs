namespace ILGPU.AtomicOperations;

/// <summary>Compare-and-exchange of int.</summary>
public readonly struct CompareExchangeInt32 : ICompareExchangeOperation<int>
{
    /// <inheritdoc/>
    public int CompareExchange(ref int target, int compare, int value) => Atomic.CompareExchange(ref target, compare, value);

    /// <inheritdoc/>
    public bool IsSame(int left, int right) => left == right;
}

/// <summary>Compare-and-exchange of uint.</summary>
public readonly struct CompareExchangeUInt32 : ICompareExchangeOperation<uint>
{
    /// <inheritdoc/>
    public uint CompareExchange(ref uint target, uint compare, uint value) => Atomic.CompareExchange(ref target, compare, value);

    /// <inheritdoc/>
    public bool IsSame(uint left, uint right) => left == right;
}

/// <summary>Compare-and-exchange of long.</summary>
public readonly struct CompareExchangeInt64 : ICompareExchangeOperation<long>
{
    /// <inheritdoc/>
    public long CompareExchange(ref long target, long compare, long value) => Atomic.CompareExchange(ref target, compare, value);

    /// <inheritdoc/>
    public bool IsSame(long left, long right) => left == right;
}

/// <summary>Compare-and-exchange of ulong.</summary>
public readonly struct CompareExchangeUInt64 : ICompareExchangeOperation<ulong>
{
    /// <inheritdoc/>
    public ulong CompareExchange(ref ulong target, ulong compare, ulong value) => Atomic.CompareExchange(ref target, compare, value);

    /// <inheritdoc/>
    public bool IsSame(ulong left, ulong right) => left == right;
}

/// <summary>Compare-and-exchange of float; values are the same where their bits are.</summary>
public readonly struct CompareExchangeFloat : ICompareExchangeOperation<float>
{
    /// <inheritdoc/>
    public float CompareExchange(ref float target, float compare, float value) => Atomic.CompareExchange(ref target, compare, value);

    /// <inheritdoc/>
    public bool IsSame(float left, float right) => Interop.FloatAsInt(left) == Interop.FloatAsInt(right);
}

/// <summary>Compare-and-exchange of double; values are the same where their bits are.</summary>
public readonly struct CompareExchangeDouble : ICompareExchangeOperation<double>
{
    /// <inheritdoc/>
    public double CompareExchange(ref double target, double compare, double value) => Atomic.CompareExchange(ref target, compare, value);

    /// <inheritdoc/>
    public bool IsSame(double left, double right) => Interop.FloatAsInt(left) == Interop.FloatAsInt(right);
}
