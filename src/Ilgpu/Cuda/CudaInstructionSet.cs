namespace ILGPU.Runtime.Cuda;

/// <summary>A version of PTX, the language of instructions that drivers take.</summary>
/// <param name="major">The first number.</param>
/// <param name="minor">The second number.</param>
public readonly struct CudaInstructionSet(int major, int minor) : IEquatable<CudaInstructionSet>, IComparable<CudaInstructionSet>
{
    /// <summary>PTX 1.0.</summary>
    public static readonly CudaInstructionSet ISA_10 = new(1, 0);

    /// <summary>PTX 1.1.</summary>
    public static readonly CudaInstructionSet ISA_11 = new(1, 1);

    /// <summary>PTX 1.2.</summary>
    public static readonly CudaInstructionSet ISA_12 = new(1, 2);

    /// <summary>PTX 1.3.</summary>
    public static readonly CudaInstructionSet ISA_13 = new(1, 3);

    /// <summary>PTX 1.4.</summary>
    public static readonly CudaInstructionSet ISA_14 = new(1, 4);

    /// <summary>PTX 2.0.</summary>
    public static readonly CudaInstructionSet ISA_20 = new(2, 0);

    /// <summary>PTX 2.1.</summary>
    public static readonly CudaInstructionSet ISA_21 = new(2, 1);

    /// <summary>PTX 2.2.</summary>
    public static readonly CudaInstructionSet ISA_22 = new(2, 2);

    /// <summary>PTX 2.3.</summary>
    public static readonly CudaInstructionSet ISA_23 = new(2, 3);

    /// <summary>PTX 3.0.</summary>
    public static readonly CudaInstructionSet ISA_30 = new(3, 0);

    /// <summary>PTX 3.1.</summary>
    public static readonly CudaInstructionSet ISA_31 = new(3, 1);

    /// <summary>PTX 3.2.</summary>
    public static readonly CudaInstructionSet ISA_32 = new(3, 2);

    /// <summary>PTX 4.0.</summary>
    public static readonly CudaInstructionSet ISA_40 = new(4, 0);

    /// <summary>PTX 4.1.</summary>
    public static readonly CudaInstructionSet ISA_41 = new(4, 1);

    /// <summary>PTX 4.2.</summary>
    public static readonly CudaInstructionSet ISA_42 = new(4, 2);

    /// <summary>PTX 4.3.</summary>
    public static readonly CudaInstructionSet ISA_43 = new(4, 3);

    /// <summary>PTX 5.0.</summary>
    public static readonly CudaInstructionSet ISA_50 = new(5, 0);

    /// <summary>PTX 6.0.</summary>
    public static readonly CudaInstructionSet ISA_60 = new(6, 0);

    /// <summary>PTX 6.1.</summary>
    public static readonly CudaInstructionSet ISA_61 = new(6, 1);

    /// <summary>PTX 6.2.</summary>
    public static readonly CudaInstructionSet ISA_62 = new(6, 2);

    /// <summary>PTX 6.3.</summary>
    public static readonly CudaInstructionSet ISA_63 = new(6, 3);

    /// <summary>PTX 6.4.</summary>
    public static readonly CudaInstructionSet ISA_64 = new(6, 4);

    /// <summary>PTX 6.5.</summary>
    public static readonly CudaInstructionSet ISA_65 = new(6, 5);

    /// <summary>PTX 7.0.</summary>
    public static readonly CudaInstructionSet ISA_70 = new(7, 0);

    /// <summary>PTX 7.1.</summary>
    public static readonly CudaInstructionSet ISA_71 = new(7, 1);

    /// <summary>PTX 7.2.</summary>
    public static readonly CudaInstructionSet ISA_72 = new(7, 2);

    /// <summary>PTX 7.3.</summary>
    public static readonly CudaInstructionSet ISA_73 = new(7, 3);

    /// <summary>PTX 7.4.</summary>
    public static readonly CudaInstructionSet ISA_74 = new(7, 4);

    /// <summary>PTX 7.5.</summary>
    public static readonly CudaInstructionSet ISA_75 = new(7, 5);

    /// <summary>PTX 7.6.</summary>
    public static readonly CudaInstructionSet ISA_76 = new(7, 6);

    /// <summary>PTX 7.7.</summary>
    public static readonly CudaInstructionSet ISA_77 = new(7, 7);

    /// <summary>PTX 7.8.</summary>
    public static readonly CudaInstructionSet ISA_78 = new(7, 8);

    /// <summary>PTX 8.0.</summary>
    public static readonly CudaInstructionSet ISA_80 = new(8, 0);

    /// <summary>PTX 8.1.</summary>
    public static readonly CudaInstructionSet ISA_81 = new(8, 1);

    /// <summary>PTX 8.2.</summary>
    public static readonly CudaInstructionSet ISA_82 = new(8, 2);

    /// <summary>PTX 8.3.</summary>
    public static readonly CudaInstructionSet ISA_83 = new(8, 3);

    /// <summary>PTX 8.4.</summary>
    public static readonly CudaInstructionSet ISA_84 = new(8, 4);

    /// <summary>PTX 8.5.</summary>
    public static readonly CudaInstructionSet ISA_85 = new(8, 5);

    /// <summary>PTX 8.6.</summary>
    public static readonly CudaInstructionSet ISA_86 = new(8, 6);

    /// <summary>PTX 8.7.</summary>
    public static readonly CudaInstructionSet ISA_87 = new(8, 7);

    /// <summary>PTX 8.8.</summary>
    public static readonly CudaInstructionSet ISA_88 = new(8, 8);

    /// <summary>The first number.</summary>
    public int Major { get; } = major;

    /// <summary>The second number.</summary>
    public int Minor { get; } = minor;

    private int Number => (100 * Major) + Minor;

    /// <summary>True where the first is older.</summary>
    public static bool operator <(CudaInstructionSet first, CudaInstructionSet second) => first.Number < second.Number;

    /// <summary>True where the first is older, or both are equal.</summary>
    public static bool operator <=(CudaInstructionSet first, CudaInstructionSet second) => first.Number <= second.Number;

    /// <summary>True where the first is newer.</summary>
    public static bool operator >(CudaInstructionSet first, CudaInstructionSet second) => first.Number > second.Number;

    /// <summary>True where the first is newer, or both are equal.</summary>
    public static bool operator >=(CudaInstructionSet first, CudaInstructionSet second) => first.Number >= second.Number;

    /// <summary>True where both are equal.</summary>
    public static bool operator ==(CudaInstructionSet first, CudaInstructionSet second) => first.Number == second.Number;

    /// <summary>True where they differ.</summary>
    public static bool operator !=(CudaInstructionSet first, CudaInstructionSet second) => first.Number != second.Number;

    /// <inheritdoc/>
    public int CompareTo(CudaInstructionSet other) => Number.CompareTo(other.Number);

    /// <inheritdoc/>
    public bool Equals(CudaInstructionSet other) => Number == other.Number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CudaInstructionSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Number;

    /// <summary>ISA_84 for 8.4.</summary>
    public override string ToString() => $"ISA_{Major}{Minor}";

    /// <summary>The newest PTX that a driver takes, by the CUDA version that it belongs to.</summary>
    internal static CudaInstructionSet Of(CudaDriverVersion driver) => (driver.Major, driver.Minor) switch
    {
        ( >= 13, _) => new(driver.Major - 4, driver.Minor),
        (12, >= 6) => new(8, driver.Minor - 1),
        (12, _) => new(8, driver.Minor),
        (11, _) => new(7, driver.Minor),
        (10, _) => new(6, driver.Minor + 3),
        (9, _) => new(6, driver.Minor),
        _ => new(5, 0),
    };
}
