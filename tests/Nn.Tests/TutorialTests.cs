using System.Text.Json;
using Gpu.Kernels;
using Gpu.Testing;
using Gpu.Tutorials;
using Xunit;

namespace Gpu.Nn.Tests;

[Collection(SerialCollection.Name)]
public class TutorialTests
{
    private static readonly string[] s_names =
    [
        "loss-curve", "gradient-descent", "stochastic-gradient-descent", "tensor-backward", "linear-module", "linear-two-parameters", "two-layer-chain-rule",
        "three-layer-manual-gradient", "sequential-adam", "autograd-basics", "logistic-regression", "sigmoid-mse-3x3", "mean-backward", "mlp-input-gradient",
    ];

    /// <summary>The metrics of each tutorial, and the numbers that the articles state or imply for those that have one.</summary>
    private static readonly Dictionary<string, (string Name, double? Value, double Tolerance)[]> s_metrics = new()
    {
        ["loss-curve"] = [("best_w", 2, 1e-6), ("mse_at_0", 18.666666, 1e-4), ("mse_at_4", 18.666666, 1e-4)],
        ["gradient-descent"] = [("w", 1.9999444396553, 1e-6), ("loss", 1.7524326871588664e-08, 1e-9), ("prediction", 7.9997777586, 1e-5)],
        ["stochastic-gradient-descent"] = [("w", 2, 1e-5), ("loss", 0, 1e-9), ("prediction", 8, 1e-5)],
        // Python prints 1.9999996423721313, 9.094947017729282e-13 and 7.999998569488525.
        ["tensor-backward"] = [("w", 1.9999996423721313, 1e-6), ("loss", 0, 1e-10), ("prediction", 7.999998569488525, 1e-5)],
        ["linear-module"] = [("w", 2, 0.5), ("b", 0, 1), ("prediction", 8, 1), ("loss", 0, 0.5)],
        ["linear-two-parameters"] = [("a", 2.0001275539398193, 1e-5), ("b", 14.061739921569824, 5e-3), ("loss", 11.622716903686523, 5e-2)],
        ["two-layer-chain-rule"] = [("loss", 20198330, 40), ("a1_grad", 1623400, 1), ("b1_grad", 261000, 0.1), ("a2_grad", 2014900, 1), ("b2_grad", 13050, 0.01), ("max_manual_difference", 0, 0.5)],
        ["three-layer-manual-gradient"] = [("max_manual_difference", 0, 1e-5)],
        ["sequential-adam"] = [("first_loss", null, 0), ("loss", null, 0)],
        ["autograd-basics"] = [("grad_w", 5, 0), ("weighted_grad_w", 9, 0), ("second_derivative", 2, 0), ("accumulated_grad", 20, 0), ("leaf_in_place_error", 1, 0)],
        ["logistic-regression"] = [("accuracy", 1, 0.01), ("loss", 0, 0.3), ("iterations", null, 0)],
        ["sigmoid-mse-3x3"] = [("max_gradient_difference", 0, 1e-5), ("max_adam_difference", 0, 1e-6)],
        ["mean-backward"] = [("grad_0", 15, 1e-5), ("grad_1", 18, 1e-5)],
        ["mlp-input-gradient"] = [("max_manual_difference", 0, 1e-6)],
    };

    public static TheoryData<string, string> EveryTutorialOnEveryDevice
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var device in TestDevices.All)
                foreach (string name in s_names)
                    cases.Add(device.Name, name);
            return cases;
        }
    }

    [Theory, MemberData(nameof(EveryTutorialOnEveryDevice))]
    public void Passes(string device, string name)
    {
        var (code, output, error, results) = RunWithJson("--device", device, "--only", name);
        Assert.True(code == 0, output + error);
        var result = Assert.Single(results.RootElement.EnumerateArray());
        Assert.Equal(name, result.Text("tutorial"));
        Assert.Equal(device, result.Text("device"));
        Assert.True(result.GetProperty("passed").GetBoolean());
        Assert.InRange(result.GetProperty("seconds").GetDouble(), 0, 600);
        var metrics = result.GetProperty("metrics");
        Assert.Equal(s_metrics[name].Select(metric => metric.Name).Order(), metrics.EnumerateObject().Select(property => property.Name).Order());
        foreach (var (metric, value, tolerance) in s_metrics[name])
            if (value is { } expected)
                Near.Value(expected, metrics.GetProperty(metric).GetDouble(), 0, tolerance, $"{name} {metric}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12345)]
    public void AllPassWithOtherSeeds(int seed)
    {
        var (code, output, error) = Run("--seed", $"{seed}");
        Assert.True(code == 0, output + error);
    }

    [Fact]
    public void ListNamesEveryTutorialInOrder()
    {
        var (code, output, error) = Run("--list");
        Assert.Equal(0, code);
        Assert.Equal("", error);
        Assert.Equal(s_names, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Equal(s_names, Tutorial.All.Select(tutorial => tutorial.Name));
    }

    [Theory]
    [InlineData("--wrong", "--device", "'--wrong'")]
    [InlineData("--device", "abacus", "abacus")]
    [InlineData("--only", "nothing", "'nothing'")]
    [InlineData("--seed", "minus one", "'minus one'")]
    [InlineData("--seed", "-1", "'-1'")]
    [InlineData("--json", "/nowhere/at/all.json", "/nowhere/at/all.json")]
    public void WrongArgumentsEndWithCodeTwoAndAMessage(string flag, string value, string named)
    {
        var (code, output, error) = Run(flag, value);
        Assert.Equal(2, code);
        Assert.Contains(named, error);
        Assert.Equal("", output);
    }

    [Theory]
    [InlineData("--device")]
    [InlineData("--only")]
    [InlineData("--seed")]
    [InlineData("--json")]
    public void AFlagWithoutItsValueEndsWithCodeTwo(string flag)
    {
        var (code, _, error) = Run(flag);
        Assert.Equal(2, code);
        Assert.Contains(flag, error);
    }

    [Fact]
    public void AFailedCheckEndsWithCodeOneAndTheOthersStillRun()
    {
        var broken = new Tutorial("broken", "one that fails", lesson => lesson.Near("number", lesson.Metric("number", double.NaN), 1, 0.5));
        var thrown = new Tutorial("thrown", "one that throws", _ => throw new InvalidOperationException("this one throws"));
        var fine = new Tutorial("fine", "one that passes", lesson => lesson.Check(true, $"nothing"));
        using var output = new StringWriter();
        string file = Path.GetTempFileName();
        try
        {
            Assert.Equal(1, TutorialProgram.Run(["--json", file], output, TextWriter.Null, [broken, thrown, fine]));
            using var results = JsonDocument.Parse(File.ReadAllText(file));
            Assert.Equal([false, false, true], results.RootElement.EnumerateArray().Select(result => result.GetProperty("passed").GetBoolean()));
            Assert.Equal(JsonValueKind.Null, results.RootElement[0].GetProperty("metrics").GetProperty("number").ValueKind);
        }
        finally
        {
            File.Delete(file);
        }
        Assert.Contains("this one throws", output.ToString());
        Assert.Contains("2 of 3 failed: broken, thrown", output.ToString());
    }

    [Fact]
    public void AMissingDeviceEndsWithCodeTwo()
    {
        var (code, _, error) = Run("--device", "opencl:99");
        Assert.Equal(2, code);
        Assert.Contains("opencl", error);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = TutorialProgram.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static (int Code, string Output, string Error, JsonDocument Results) RunWithJson(params string[] arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            var (code, output, error) = Run([.. arguments, "--json", file]);
            return (code, output, error, JsonDocument.Parse(code == 2 ? "[]" : File.ReadAllText(file)));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
