namespace Gpu.Kernels;

/// <summary>A number given by the host: an integer or a float, kept exactly.</summary>
public readonly struct Scalar : IEquatable<Scalar>
{
    private readonly double _real;
    private readonly long _integer;

    private Scalar(double real, long integer, DType dtype) => (_real, _integer, DType) = (real, integer, dtype);

    /// <summary>What kind of number was given: bool, int64 or float64.</summary>
    public DType DType { get; }

    /// <summary>The value as a double.</summary>
    public double Real => DType == DType.Float64 ? _real : _integer;

    /// <summary>The value as a long; a float is truncated toward zero.</summary>
    public long Integer => DType == DType.Float64 ? (long)_real : _integer;

    /// <summary>A float.</summary>
    public static implicit operator Scalar(double value) => new(value, 0, DType.Float64);

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(long value) => new(0, value, DType.Int64);

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(int value) => new(0, value, DType.Int64);

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => new(0, value ? 1 : 0, DType.Bool);

    /// <inheritdoc/>
    public bool Equals(Scalar other) => DType == other.DType && _integer == other._integer && _real.Equals(other._real);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Scalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DType, _real, _integer);

    /// <inheritdoc/>
    public override string ToString() => DType switch
    {
        DType.Bool => _integer != 0 ? "true" : "false",
        DType.Int64 => _integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => _real.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
    };
}
