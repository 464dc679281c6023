using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Nn.Tests;

public class LinearTests
{
    [Theory, AllDevices]
    public void AgreesWithPyTorch(string device)
    {
        var (oracle, on) = (Oracle.Root.GetProperty("linear"), TestDevices.Get(device));
        var x = Oracle.Tensor(on, oracle.Numbers("x"), 2, 5, 3).RequireGrad();
        var w = Oracle.Tensor(on, oracle.Numbers("w"), 4, 3).RequireGrad();
        var b = Oracle.Tensor(on, oracle.Numbers("b"), 4).RequireGrad();
        var y = Functional.Linear(x, w, b);
        y.Backward(Oracle.Tensor(on, oracle.Numbers("dy"), 2, 5, 4));
        Assert.Equal([2, 5, 4], y.Shape.ToArray());
        Oracle.Near(oracle.Numbers("y"), y, "y");
        Oracle.Near(oracle.Numbers("dx"), x.Grad!, "dx");
        Oracle.Near(oracle.Numbers("dw"), w.Grad!, "dw");
        Oracle.Near(oracle.Numbers("db"), b.Grad!, "db");
    }

    [Theory, AllDevices]
    public void StartsUniformWithinOneOverTheRootOfTheFeatures(string device)
    {
        var layer = new Linear(100, 400, device: TestDevices.Get(device), generator: new Generator(3));
        var weight = Oracle.Values(layer.Weight);
        Assert.Equal(40_000, weight.Length);
        Assert.All(weight, value => Assert.InRange(value, -0.1, 0.1));
        // Uniform on [-a, a): mean 0 ± a/√(3n), variance a²/3.
        Assert.InRange(weight.Average(), -0.0015, 0.0015);
        Assert.InRange(weight.Average(value => value * value), 0.00325, 0.00342);
        Assert.InRange(weight.Max(), 0.099, 0.1);
        Assert.All(Oracle.Values(layer.Bias!), value => Assert.InRange(value, -0.1, 0.1));
        Assert.True(layer.Weight.RequiresGrad && layer.Weight.IsLeaf);
    }

    [Theory, AllDevices(NeedsSameBits = true)]
    public void StartsTheSameOnEveryDevice(string device)
    {
        var here = new Linear(7, 5, generator: new Generator(11));
        var there = new Linear(7, 5, device: TestDevices.Get(device), generator: new Generator(11));
        Same.Bits(here.Weight.ToArray<float>(), there.Weight.ToArray<float>());
        Same.Bits(here.Bias!.ToArray<float>(), there.Bias!.ToArray<float>());
    }

    [Theory, AllDevices]
    public void WrongFeatureCountIsRefusedWithBothShapes(string device)
    {
        var on = TestDevices.Get(device);
        var layer = new Linear(3, 2, device: on);
        var error = Assert.Throws<ArgumentException>(() => layer.Forward(Tensor.Zeros([5, 4], device: on)));
        Assert.Contains("3 input features", error.Message);
        Assert.Contains("[5, 4]", error.Message);
        Assert.Throws<ArgumentException>(() => layer.Forward(Tensor.Scalar(1.0, DType.Float32, on)));
    }

    [Fact]
    public void FeatureCountsBelowOneAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear(2, -1));
    }

    [Fact]
    public void WithoutBiasThereIsNone()
    {
        var layer = new Linear(2, 3, bias: false);
        Assert.Null(layer.Bias);
        Assert.Single(layer.Parameters());
        Assert.Equal("Linear(in_features=2, out_features=3, bias=False)", layer.ToString());
    }
}
