namespace ILGPU.Backends.OpenCL;

/// <summary>A version of the language OpenCL C.</summary>
/// <param name="major">The first number.</param>
/// <param name="minor">The second number.</param>
public readonly struct CLCVersion(int major, int minor)
{
    /// <summary>Version 1.0.</summary>
    public static readonly CLCVersion CL10 = new(1, 0);

    /// <summary>Version 1.1.</summary>
    public static readonly CLCVersion CL11 = new(1, 1);

    /// <summary>Version 1.2.</summary>
    public static readonly CLCVersion CL12 = new(1, 2);

    /// <summary>Version 2.0.</summary>
    public static readonly CLCVersion CL20 = new(2, 0);

    /// <summary>Version 3.0.</summary>
    public static readonly CLCVersion CL30 = new(3, 0);

    /// <summary>The first number.</summary>
    public int Major { get; } = major;

    /// <summary>The second number.</summary>
    public int Minor { get; } = minor;

    private int Number => (100 * Major) + Minor;

    /// <summary>True where the first is older.</summary>
    public static bool operator <(CLCVersion first, CLCVersion second) => first.Number < second.Number;

    /// <summary>True where the first is older, or both are equal.</summary>
    public static bool operator <=(CLCVersion first, CLCVersion second) => first.Number <= second.Number;

    /// <summary>True where the first is newer.</summary>
    public static bool operator >(CLCVersion first, CLCVersion second) => first.Number > second.Number;

    /// <summary>True where the first is newer, or both are equal.</summary>
    public static bool operator >=(CLCVersion first, CLCVersion second) => first.Number >= second.Number;

    /// <summary>Reads what a driver says: "OpenCL C 1.2", with or without text behind.</summary>
    public static bool TryParse(string expression, out CLCVersion version)
    {
        bool known = ILGPU.Runtime.OpenCL.CLInfo.TryParseVersion(expression, "OpenCL C", out int major, out int minor);
        version = new(major, minor);
        return known;
    }

    /// <summary>OpenCL C and the numbers.</summary>
    public override string ToString() => $"OpenCL C {Major}.{Minor}";
}
