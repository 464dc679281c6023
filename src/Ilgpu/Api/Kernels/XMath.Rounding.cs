namespace ILGPU.Algorithms;

/// <content>Rounding. All modes are formulas over floor, ceiling and truncation, so that kernels may use them too.</content>
public static partial class XMath
{
    /// <summary>The nearest integer; of two, the one farther from zero.</summary>
    public static float RoundAwayFromZero(float value)
    {
        float whole = MathF.Truncate(value);
        return MathF.Abs(value - whole) >= 0.5f ? whole + MathF.CopySign(1f, value) : whole;
    }

    /// <summary>The value as an integer, by the rule of a mode.</summary>
    public static float Round(float value, MidpointRounding mode) => mode switch
    {
        MidpointRounding.AwayFromZero => RoundAwayFromZero(value),
        MidpointRounding.ToZero => MathF.Truncate(value),
        MidpointRounding.ToNegativeInfinity => MathF.Floor(value),
        MidpointRounding.ToPositiveInfinity => MathF.Ceiling(value),
        _ => MathF.Round(value),
    };

    /// <summary>The value with a number of decimal digits, 0 to 6, ties to even.</summary>
    public static float Round(float value, int digits) => Round(value, digits, MidpointRounding.ToEven);

    /// <summary>The value with a number of decimal digits, 0 to 6: round(x * 10^digits) / 10^digits. Values that are so large that they have no decimals stay.</summary>
    public static float Round(float value, int digits, MidpointRounding mode)
    {
        if (!(MathF.Abs(value) < 1e8f)) return value;
        float scale = 1;
        for (int i = 0; i < digits; i++) scale *= 10;
        return Round(value * scale, mode) / scale;
    }

    /// <summary>x - y n, where n is the integer nearest to x / y, of two the even one.</summary>
    public static float IEEERemainder(float x, float y) => MathF.IEEERemainder(x, y);

    /// <summary>The nearest integer; of two, the one farther from zero.</summary>
    public static double RoundAwayFromZero(double value)
    {
        double whole = Math.Truncate(value);
        return Math.Abs(value - whole) >= 0.5 ? whole + Math.CopySign(1, value) : whole;
    }

    /// <summary>The value as an integer, by the rule of a mode.</summary>
    public static double Round(double value, MidpointRounding mode) => mode switch
    {
        MidpointRounding.AwayFromZero => RoundAwayFromZero(value),
        MidpointRounding.ToZero => Math.Truncate(value),
        MidpointRounding.ToNegativeInfinity => Math.Floor(value),
        MidpointRounding.ToPositiveInfinity => Math.Ceiling(value),
        _ => Math.Round(value),
    };

    /// <summary>The value with a number of decimal digits, 0 to 15, ties to even.</summary>
    public static double Round(double value, int digits) => Round(value, digits, MidpointRounding.ToEven);

    /// <summary>The value with a number of decimal digits, 0 to 15: round(x * 10^digits) / 10^digits. Values that are so large that they have no decimals stay.</summary>
    public static double Round(double value, int digits, MidpointRounding mode)
    {
        if (!(Math.Abs(value) < 1e16)) return value;
        double scale = 1;
        for (int i = 0; i < digits; i++) scale *= 10;
        return Round(value * scale, mode) / scale;
    }

    /// <summary>x - y n, where n is the integer nearest to x / y, of two the even one.</summary>
    public static double IEEERemainder(double x, double y) => Math.IEEERemainder(x, y);
}
