using Xunit;

namespace Gpu.Testing;

/// <summary>Assertions of closeness against a more precise reference. NaN is near NaN only, an infinity near itself only.</summary>
public static class Near
{
    /// <summary>|actual - expected| ≤ absolute + relative |expected| for all elements.</summary>
    public static void Values(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double relative = 1e-6, double absolute = 1e-6, string what = "")
    {
        if (expected.Length != actual.Length) Assert.Fail($"{Of(what)}{expected.Length} elements were expected, {actual.Length} came.");
        int wrong = 0;
        string first = "";
        for (int i = 0; i < expected.Length; i++)
        {
            if (IsNear(expected[i], actual[i], relative, absolute)) continue;
            if (wrong++ < 4) first += $"\n  [{i}] expected {expected[i]:R}, was {actual[i]:R} (difference {actual[i] - expected[i]:E2})";
        }
        if (wrong > 0) Assert.Fail($"{Of(what)}{wrong} of {expected.Length} elements are farther than {absolute:R} + {relative:R} |expected|:{first}");
    }

    /// <summary>|actual - expected| ≤ absolute + relative |expected| for all elements.</summary>
    public static void Values(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double relative = 1e-6, double absolute = 1e-6, string what = "") =>
        Values(Widen(expected), Widen(actual), relative, absolute, what);

    /// <summary>|actual - expected| ≤ absolute + relative |expected| for all elements.</summary>
    public static void Values(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double relative = 1e-6, double absolute = 1e-6, string what = "") =>
        Values(expected, Widen(actual), relative, absolute, what);

    /// <summary>|actual - expected| ≤ absolute + relative |expected|.</summary>
    public static void Value(double expected, double actual, double relative = 1e-6, double absolute = 1e-6, string what = "") =>
        Values([expected], [actual], relative, absolute, what);

    /// <summary>Every float32 result is at most <paramref name="ulps"/> units in the last place from the reference.</summary>
    public static void Ulps(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double ulps, string what = "")
    {
        if (expected.Length != actual.Length) Assert.Fail($"{Of(what)}{expected.Length} elements were expected, {actual.Length} came.");
        double worst = -1;
        int at = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double error = UlpError(expected[i], actual[i]);
            if (error > worst) (worst, at) = (error, i);
        }
        if (worst > ulps) Assert.Fail($"{Of(what)}element {at} is {worst:G4} ulp off, {ulps} are allowed: expected {expected[at]:R}, was {actual[at]:R}.");
    }

    /// <summary>The distance between a float32 result and the reference, in units in the last place of the reference; ∞ where they are of different kinds.</summary>
    public static double UlpError(double expected, float actual)
    {
        if (double.IsNaN(expected) || float.IsNaN(actual)) return double.IsNaN(expected) && float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        float rounded = (float)expected;
        if (rounded == actual) return Math.Abs(actual) == float.PositiveInfinity ? 0 : Math.Abs(expected - actual) / Ulp(expected);
        // Beyond the largest float, infinity and the largest float are neighbours.
        double value = float.IsInfinity(actual) ? Math.CopySign(Math.ScaleB(1, 128), actual) : actual;
        double reference = double.IsInfinity(expected) ? Math.CopySign(Math.ScaleB(1, 128), expected) : expected;
        return Math.Abs(reference - value) / Ulp(reference);
    }

    private static double Ulp(double value) => Math.ScaleB(1, Math.Clamp(value == 0 ? -149 : Math.ILogB(value) - 23, -149, 104));

    private static bool IsNear(double expected, double actual, double relative, double absolute) =>
        double.IsNaN(expected) || double.IsNaN(actual) ? double.IsNaN(expected) && double.IsNaN(actual)
        : double.IsInfinity(expected) || double.IsInfinity(actual) ? expected == actual
        : Math.Abs(actual - expected) <= absolute + relative * Math.Abs(expected);

    private static double[] Widen(ReadOnlySpan<float> values)
    {
        var result = new double[values.Length];
        for (int i = 0; i < values.Length; i++) result[i] = values[i];
        return result;
    }

    private static string Of(string what) => what == "" ? "" : what + ": ";
}
