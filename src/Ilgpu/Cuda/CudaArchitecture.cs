namespace ILGPU.Runtime.Cuda;

/// <summary>The compute capability of a device: which instructions it has.</summary>
/// <param name="major">The generation.</param>
/// <param name="minor">The version inside it.</param>
public readonly partial struct CudaArchitecture(int major, int minor) : IEquatable<CudaArchitecture>, IComparable<CudaArchitecture>
{
    /// <summary>The generation.</summary>
    public int Major { get; } = major;

    /// <summary>The version inside the generation.</summary>
    public int Minor { get; } = minor;

    /// <summary>10 * major + minor, as compilers write it.</summary>
    internal int Number => (10 * Major) + Minor;

    /// <summary>Equality of both numbers.</summary>
    public static bool operator ==(CudaArchitecture left, CudaArchitecture right) => left.Equals(right);

    /// <summary>Inequality of a number.</summary>
    public static bool operator !=(CudaArchitecture left, CudaArchitecture right) => !left.Equals(right);

    /// <summary>True where the first is the older one.</summary>
    public static bool operator <(CudaArchitecture left, CudaArchitecture right) => left.Number < right.Number;

    /// <summary>True where the first is the older one, or both are equal.</summary>
    public static bool operator <=(CudaArchitecture left, CudaArchitecture right) => left.Number <= right.Number;

    /// <summary>True where the first is the newer one.</summary>
    public static bool operator >(CudaArchitecture left, CudaArchitecture right) => left.Number > right.Number;

    /// <summary>True where the first is the newer one, or both are equal.</summary>
    public static bool operator >=(CudaArchitecture left, CudaArchitecture right) => left.Number >= right.Number;

    /// <inheritdoc/>
    public int CompareTo(CudaArchitecture other) => Number.CompareTo(other.Number);

    /// <inheritdoc/>
    public bool Equals(CudaArchitecture other) => Number == other.Number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CudaArchitecture other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Number;

    /// <summary>SM_90 for 9.0.</summary>
    public override string ToString() => $"SM_{Number}";
}

/// <summary>What a CUDA device can do beyond the common ground.</summary>
public sealed class CudaCapabilityContext : CapabilityContext
{
    internal CudaCapabilityContext(CudaArchitecture architecture)
    {
        TargetArchitecture = architecture;
        HasFloat16 = architecture.Number >= 53;
        Float16_Min = Float16_Max = architecture.Number >= 80;
        Float16_TanH = Float32_TanH = architecture.Number >= 75;
    }

    /// <summary>The device's architecture.</summary>
    public CudaArchitecture TargetArchitecture { get; }

    /// <summary>True where the device has an instruction for the minimum of 16-bit reals.</summary>
    public bool Float16_Min { get; }

    /// <summary>True where the device has an instruction for the maximum of 16-bit reals.</summary>
    public bool Float16_Max { get; }

    /// <summary>True where the device has an approximate instruction for tanh of 16-bit reals.</summary>
    public bool Float16_TanH { get; }

    /// <summary>True where the device has an approximate instruction for tanh of 32-bit reals.</summary>
    public bool Float32_TanH { get; }

    /// <summary>What to throw where <see cref="Float16_Max"/> is missing.</summary>
    public static Exception GetNotSupportedFloat16_MaxException() => CapabilityNotSupportedException.Of(AcceleratorType.Cuda, "instruction for the maximum of 16-bit reals");

    /// <summary>What to throw where <see cref="Float16_Min"/> is missing.</summary>
    public static Exception GetNotSupportedFloat16_MinException() => CapabilityNotSupportedException.Of(AcceleratorType.Cuda, "instruction for the minimum of 16-bit reals");

    /// <summary>What to throw where <see cref="Float16_TanH"/> is missing.</summary>
    public static Exception GetNotSupportedFloat16_TanHException() => CapabilityNotSupportedException.Of(AcceleratorType.Cuda, "instruction for the tanh of 16-bit reals");

    /// <summary>What to throw where <see cref="Float32_TanH"/> is missing.</summary>
    public static Exception GetNotSupportedFloat32_TanHException() => CapabilityNotSupportedException.Of(AcceleratorType.Cuda, "instruction for the tanh of 32-bit reals");
}
