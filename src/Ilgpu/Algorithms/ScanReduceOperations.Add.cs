namespace ILGPU.Algorithms.ScanReduceOperations;

/// <summary>Sums of int values.</summary>
public readonly struct AddInt32 : IScanReduceOperation<int>
{
    /// <inheritdoc/>
    public string CLCommand => "add";

    /// <inheritdoc/>
    public int Identity => 0;

    /// <summary>first + second.</summary>
    public int Apply(int first, int second) => first + second;

    /// <inheritdoc/>
    public void AtomicApply(ref int target, int value) => Atomic.Add(ref target, value);
}

/// <summary>Sums of long values.</summary>
public readonly struct AddInt64 : IScanReduceOperation<long>
{
    /// <inheritdoc/>
    public string CLCommand => "add";

    /// <inheritdoc/>
    public long Identity => 0;

    /// <summary>first + second.</summary>
    public long Apply(long first, long second) => first + second;

    /// <inheritdoc/>
    public void AtomicApply(ref long target, long value) => Atomic.Add(ref target, value);
}

/// <summary>Sums of uint values.</summary>
public readonly struct AddUInt32 : IScanReduceOperation<uint>
{
    /// <inheritdoc/>
    public string CLCommand => "add";

    /// <inheritdoc/>
    public uint Identity => 0;

    /// <summary>first + second.</summary>
    public uint Apply(uint first, uint second) => first + second;

    /// <inheritdoc/>
    public void AtomicApply(ref uint target, uint value) => Atomic.Add(ref target, value);
}

/// <summary>Sums of ulong values.</summary>
public readonly struct AddUInt64 : IScanReduceOperation<ulong>
{
    /// <inheritdoc/>
    public string CLCommand => "add";

    /// <inheritdoc/>
    public ulong Identity => 0;

    /// <summary>first + second.</summary>
    public ulong Apply(ulong first, ulong second) => first + second;

    /// <inheritdoc/>
    public void AtomicApply(ref ulong target, ulong value) => Atomic.Add(ref target, value);
}

/// <summary>Sums of float values.</summary>
public readonly struct AddFloat : IScanReduceOperation<float>
{
    /// <inheritdoc/>
    public string CLCommand => "add";

    /// <inheritdoc/>
    public float Identity => 0;

    /// <summary>first + second.</summary>
    public float Apply(float first, float second) => first + second;

    /// <inheritdoc/>
    public void AtomicApply(ref float target, float value) => Atomic.Add(ref target, value);
}

/// <summary>Sums of double values.</summary>
public readonly struct AddDouble : IScanReduceOperation<double>
{
    /// <inheritdoc/>
    public string CLCommand => "add";

    /// <inheritdoc/>
    public double Identity => 0;

    /// <summary>first + second.</summary>
    public double Apply(double first, double second) => first + second;

    /// <inheritdoc/>
    public void AtomicApply(ref double target, double value) => Atomic.Add(ref target, value);
}
