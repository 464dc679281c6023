namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>Minima of int values.</summary>
public readonly struct MinInt32 : IScanReduceOperation<int>
{
    /// <inheritdoc/>
    public string CLCommand => "min";

    /// <inheritdoc/>
    public int Identity => int.MaxValue;

    /// <summary>The smaller of the two.</summary>
    public int Apply(int first, int second) => XMath.Min(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref int target, int value) => Atomic.Min(ref target, value);
}

/// <summary>Minima of long values.</summary>
public readonly struct MinInt64 : IScanReduceOperation<long>
{
    /// <inheritdoc/>
    public string CLCommand => "min";

    /// <inheritdoc/>
    public long Identity => long.MaxValue;

    /// <summary>The smaller of the two.</summary>
    public long Apply(long first, long second) => XMath.Min(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref long target, long value) => Atomic.Min(ref target, value);
}

/// <summary>Minima of uint values.</summary>
public readonly struct MinUInt32 : IScanReduceOperation<uint>
{
    /// <inheritdoc/>
    public string CLCommand => "min";

    /// <inheritdoc/>
    public uint Identity => uint.MaxValue;

    /// <summary>The smaller of the two.</summary>
    public uint Apply(uint first, uint second) => XMath.Min(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref uint target, uint value) => Atomic.Min(ref target, value);
}

/// <summary>Minima of ulong values.</summary>
public readonly struct MinUInt64 : IScanReduceOperation<ulong>
{
    /// <inheritdoc/>
    public string CLCommand => "min";

    /// <inheritdoc/>
    public ulong Identity => ulong.MaxValue;

    /// <summary>The smaller of the two.</summary>
    public ulong Apply(ulong first, ulong second) => XMath.Min(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref ulong target, ulong value) => Atomic.Min(ref target, value);
}

/// <summary>Minima of float values.</summary>
public readonly struct MinFloat : IScanReduceOperation<float>
{
    /// <inheritdoc/>
    public string CLCommand => "min";

    /// <inheritdoc/>
    public float Identity => float.MaxValue;

    /// <summary>The smaller of the two.</summary>
    public float Apply(float first, float second) => XMath.Min(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref float target, float value) => Atomic.Min(ref target, value);
}

/// <summary>Minima of double values.</summary>
public readonly struct MinDouble : IScanReduceOperation<double>
{
    /// <inheritdoc/>
    public string CLCommand => "min";

    /// <inheritdoc/>
    public double Identity => double.MaxValue;

    /// <summary>The smaller of the two.</summary>
    public double Apply(double first, double second) => XMath.Min(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref double target, double value) => Atomic.Min(ref target, value);
}
