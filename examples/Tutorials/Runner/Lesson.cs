using System.Globalization;
using Gpu.Kernels;

namespace Gpu.Tutorials;

/// <summary>What a tutorial gets and what it leaves: the device, a place to write, metrics and checks. The process-wide generator was seeded before.</summary>
public sealed class Lesson(Device device, TextWriter output)
{
    private readonly List<string> _failures = [];

    /// <summary>Where the tutorial computes.</summary>
    public Device Device { get; } = device;

    /// <summary>The dtype of a plain Python number, where the device has it.</summary>
    public DType PythonFloat => Device.SupportsFloat64 ? DType.Float64 : DType.Float32;

    /// <summary>The results, in the order in which they were noted.</summary>
    public OrderedDictionary<string, double> Metrics { get; } = [];

    /// <summary>The bits of what was trained or computed: the same on every device that promises the same bits.</summary>
    public Digest Digest { get; } = new();

    /// <summary>What did not hold.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Writes to the account, indented.</summary>
    public void Say(FormattableString text) => output.WriteLine($"  {text.ToString(CultureInfo.InvariantCulture).Replace("\n", "\n  ")}");

    /// <summary>Notes a result under its name.</summary>
    public double Metric(string name, double value) => Metrics[name] = value;

    /// <summary>Adds tensors, with their gradients where they have one, to the digest.</summary>
    public void Remember(params IEnumerable<Tensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            Digest.Add(tensor);
            if (tensor is { IsLeaf: true, Grad: { } gradient }) Digest.Add(gradient);
        }
    }

    /// <summary>Asserts something; <paramref name="claim"/> is what should hold.</summary>
    public void Check(bool holds, FormattableString claim)
    {
        string text = claim.ToString(CultureInfo.InvariantCulture);
        if (!holds) _failures.Add(text);
        output.WriteLine($"  {(holds ? "ok  " : "FAIL")} {text}");
    }

    /// <summary>Asserts that a number is what theory says: |value - expected| ≤ tolerance.</summary>
    public void Near(string what, double value, double expected, double tolerance) =>
        // Written so that NaN fails.
        Check(Math.Abs(value - expected) <= tolerance, $"{what} = {value:G9}, expected {expected:G9} within {tolerance:G2}");
}
