namespace ILGPU.Runtime.Cuda;

/// <summary>The version of CUDA that a driver belongs to.</summary>
public readonly struct CudaDriverVersion : IEquatable<CudaDriverVersion>, IComparable<CudaDriverVersion>
{
    private CudaDriverVersion(int value) => Value = value;

    /// <summary>1000 * major + 10 * minor, as the driver says it.</summary>
    public int Value { get; }

    /// <summary>The first number.</summary>
    public int Major => Value / 1000;

    /// <summary>The second number.</summary>
    public int Minor => Value % 1000 / 10;

    /// <summary>The number that the driver says.</summary>
    public static implicit operator int(CudaDriverVersion version) => version.Value;

    /// <summary>True where the first is older.</summary>
    public static bool operator <(CudaDriverVersion first, CudaDriverVersion second) => first.Value < second.Value;

    /// <summary>True where the first is older, or both are equal.</summary>
    public static bool operator <=(CudaDriverVersion first, CudaDriverVersion second) => first.Value <= second.Value;

    /// <summary>True where the first is newer.</summary>
    public static bool operator >(CudaDriverVersion first, CudaDriverVersion second) => first.Value > second.Value;

    /// <summary>True where the first is newer, or both are equal.</summary>
    public static bool operator >=(CudaDriverVersion first, CudaDriverVersion second) => first.Value >= second.Value;

    /// <summary>The version with this number.</summary>
    public static CudaDriverVersion FromValue(int value) => new(value);

    /// <summary>The version major.minor.</summary>
    public static CudaDriverVersion FromMajorMinor(int major, int minor) => new((1000 * major) + (10 * minor));

    /// <summary>True where both are equal.</summary>
    public static bool operator ==(CudaDriverVersion first, CudaDriverVersion second) => first.Value == second.Value;

    /// <summary>True where they differ.</summary>
    public static bool operator !=(CudaDriverVersion first, CudaDriverVersion second) => first.Value != second.Value;

    /// <inheritdoc/>
    public int CompareTo(CudaDriverVersion other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public bool Equals(CudaDriverVersion other) => Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CudaDriverVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value;

    /// <summary>12.4 for 12040.</summary>
    public override string ToString() => $"{Major}.{Minor}";
}
