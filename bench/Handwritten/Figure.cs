namespace Gpu.Handwritten;

/// <summary>One measured figure and the line it is held to.</summary>
/// <param name="Name">What ran.</param>
/// <param name="OursUs">Our time in microseconds, the median of the rounds.</param>
/// <param name="BaseUs">The time of what was written by hand, in the same rounds; null where there is nothing to compare with.</param>
/// <param name="What">What <paramref name="Value"/> is.</param>
/// <param name="Value">The figure.</param>
/// <param name="AtLeast">Whether the line is a least value; else it is a greatest one.</param>
/// <param name="Line">The line; null for a figure that is only told.</param>
internal sealed record Figure(string Name, double? OursUs, double? BaseUs, string What, double Value, bool AtLeast, double? Line)
{
    public bool Passed => Line is not { } line || (AtLeast ? Value >= line : Value <= line);

    public string Verdict => Line is null ? "" : Passed ? "pass" : "below";

    /// <summary>Speed beside the base: the base's time divided by ours.</summary>
    public static Figure Speed(string name, double ours, double by, double? line) => new(name, ours * 1e6, by * 1e6, "of the base's speed", by / ours, true, line);

    /// <summary>A time alone, in milliseconds.</summary>
    public static Figure Time(string name, double ours, double most) => new(name, ours * 1e6, null, "ms", ours * 1e3, false, most * 1e3);
}
