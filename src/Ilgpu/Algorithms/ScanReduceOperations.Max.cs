namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>Maxima of int values.</summary>
public readonly struct MaxInt32 : IScanReduceOperation<int>
{
    /// <inheritdoc/>
    public string CLCommand => "max";

    /// <inheritdoc/>
    public int Identity => int.MinValue;

    /// <summary>The greater of the two.</summary>
    public int Apply(int first, int second) => XMath.Max(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref int target, int value) => Atomic.Max(ref target, value);
}

/// <summary>Maxima of long values.</summary>
public readonly struct MaxInt64 : IScanReduceOperation<long>
{
    /// <inheritdoc/>
    public string CLCommand => "max";

    /// <inheritdoc/>
    public long Identity => long.MinValue;

    /// <summary>The greater of the two.</summary>
    public long Apply(long first, long second) => XMath.Max(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref long target, long value) => Atomic.Max(ref target, value);
}

/// <summary>Maxima of uint values.</summary>
public readonly struct MaxUInt32 : IScanReduceOperation<uint>
{
    /// <inheritdoc/>
    public string CLCommand => "max";

    /// <inheritdoc/>
    public uint Identity => uint.MinValue;

    /// <summary>The greater of the two.</summary>
    public uint Apply(uint first, uint second) => XMath.Max(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref uint target, uint value) => Atomic.Max(ref target, value);
}

/// <summary>Maxima of ulong values.</summary>
public readonly struct MaxUInt64 : IScanReduceOperation<ulong>
{
    /// <inheritdoc/>
    public string CLCommand => "max";

    /// <inheritdoc/>
    public ulong Identity => ulong.MinValue;

    /// <summary>The greater of the two.</summary>
    public ulong Apply(ulong first, ulong second) => XMath.Max(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref ulong target, ulong value) => Atomic.Max(ref target, value);
}

/// <summary>Maxima of float values.</summary>
public readonly struct MaxFloat : IScanReduceOperation<float>
{
    /// <inheritdoc/>
    public string CLCommand => "max";

    /// <inheritdoc/>
    public float Identity => float.MinValue;

    /// <summary>The greater of the two.</summary>
    public float Apply(float first, float second) => XMath.Max(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref float target, float value) => Atomic.Max(ref target, value);
}

/// <summary>Maxima of double values.</summary>
public readonly struct MaxDouble : IScanReduceOperation<double>
{
    /// <inheritdoc/>
    public string CLCommand => "max";

    /// <inheritdoc/>
    public double Identity => double.MinValue;

    /// <summary>The greater of the two.</summary>
    public double Apply(double first, double second) => XMath.Max(first, second);

    /// <inheritdoc/>
    public void AtomicApply(ref double target, double value) => Atomic.Max(ref target, value);
}
