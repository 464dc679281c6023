namespace ILGPU.Runtime.OpenCL;

/// <summary>The version of OpenCL that a device knows.</summary>
/// <param name="major">The first number.</param>
/// <param name="minor">The second number.</param>
public readonly struct CLDeviceVersion(int major, int minor)
{
    /// <summary>Version 1.0.</summary>
    public static readonly CLDeviceVersion CL10 = new(1, 0);

    /// <summary>Version 1.1.</summary>
    public static readonly CLDeviceVersion CL11 = new(1, 1);

    /// <summary>Version 1.2.</summary>
    public static readonly CLDeviceVersion CL12 = new(1, 2);

    /// <summary>Version 2.0.</summary>
    public static readonly CLDeviceVersion CL20 = new(2, 0);

    /// <summary>Version 2.1.</summary>
    public static readonly CLDeviceVersion CL21 = new(2, 1);

    /// <summary>Version 2.2.</summary>
    public static readonly CLDeviceVersion CL22 = new(2, 2);

    /// <summary>Version 3.0.</summary>
    public static readonly CLDeviceVersion CL30 = new(3, 0);

    /// <summary>The first number.</summary>
    public int Major { get; } = major;

    /// <summary>The second number.</summary>
    public int Minor { get; } = minor;

    private int Number => (100 * Major) + Minor;

    /// <summary>True where the first is older.</summary>
    public static bool operator <(CLDeviceVersion first, CLDeviceVersion second) => first.Number < second.Number;

    /// <summary>True where the first is older, or both are equal.</summary>
    public static bool operator <=(CLDeviceVersion first, CLDeviceVersion second) => first.Number <= second.Number;

    /// <summary>True where the first is newer.</summary>
    public static bool operator >(CLDeviceVersion first, CLDeviceVersion second) => first.Number > second.Number;

    /// <summary>True where the first is newer, or both are equal.</summary>
    public static bool operator >=(CLDeviceVersion first, CLDeviceVersion second) => first.Number >= second.Number;

    /// <summary>Reads what a driver says: "OpenCL 1.2", with or without text behind.</summary>
    public static bool TryParse(string expression, out CLDeviceVersion version)
    {
        bool known = CLInfo.TryParseVersion(expression, "OpenCL", out int major, out int minor);
        version = new(major, minor);
        return known;
    }

    /// <summary>OpenCL and the numbers.</summary>
    public override string ToString() => $"OpenCL {Major}.{Minor}";
}
