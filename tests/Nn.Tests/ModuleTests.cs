using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Nn.Tests;

public class ModuleTests
{
    private abstract class Base : Module
    {
        private readonly Parameter _scale = new(Tensor.Ones([2]));

        public Parameter Scale => _scale;
    }

    private sealed class Net : Base
    {
        private readonly Linear[] _layers = [new(2, 3), new(3, 3)];
        public Dictionary<string, Module> Heads { get; } = new() { ["left"] = new Linear(3, 1, bias: false) };
        public Buffer RunningMean { get; } = new(Tensor.Zeros([3]));
        private readonly Buffer _cache = new(Tensor.Zeros([1]), persistent: false);
        private readonly List<object?> _mixed = [null, "text", new Parameter(Tensor.Zeros([1])), 3];
        private readonly int[] _sizes = [1, 2];
        private readonly Func<int>? _function = null;

        public int Unused => _sizes.Length + (_function == null ? 0 : 1) + _mixed.Count + _cache.Count;
    }

    private sealed class Tied : Module
    {
        public readonly Linear First = new(3, 3), Second;

        public readonly Linear Again;

        public Tied()
        {
            Again = First;
            Second = new Linear(3, 3);
        }
    }

    private sealed class Cycle : Module
    {
        public Cycle? Other;
        public readonly Parameter Weight = new(Tensor.Ones([1]));
    }

    private sealed class Shaped : Module
    {
        private readonly (Linear Left, Linear Right) _pair = (new(1, 1), new(1, 1, bias: false));
        private readonly Linear[,] _grid = { { new(1, 1, bias: false) }, { new(1, 1, bias: false) } };
        private readonly Linear[][] _rows = [[new(1, 1, bias: false)], []];

        public int Unused => _grid.Length + _rows.Length + _pair.Left.InFeatures;
    }

    private sealed class Clash : Base
    {
        private readonly Parameter _scale = new(Tensor.Zeros([1]));

        public int Unused => _scale.Count;
    }

    [Fact]
    public void MembersAreFoundInFieldsPropertiesAndCollectionsInOrder()
    {
        var net = new Net();
        Assert.Equal(
            ["scale", "mixed.2", "layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias", "heads.left.weight"],
            net.NamedParameters().Select(entry => entry.Name));
        Assert.Equal(["running_mean", "cache"], net.NamedBuffers().Select(entry => entry.Name));
        Assert.Equal(["layers.0", "layers.1", "heads.left"], net.Children.Select(entry => entry.Name));
        Assert.Equal(4, net.Modules().Count());
        Assert.Equal(
            ["scale", "layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias", "heads.left.weight", "running_mean", "mixed.2"],
            net.StateDict().Keys);
    }

    [Fact]
    public void TuplesAndArraysOfAnyShapeAreLookedInto() =>
        Assert.Equal(["pair.0.weight", "pair.0.bias", "pair.1.weight", "grid.0.weight", "grid.1.weight", "rows.0.0.weight"], new Shaped().NamedParameters().Select(entry => entry.Name));

    [Fact]
    public void AnExchangedLayerIsSeen()
    {
        var net = new Net();
        Assert.Equal(7, net.Parameters().Count());
        net.Heads["right"] = new Linear(3, 1);
        Assert.Equal(9, net.Parameters().Count());
    }

    [Fact]
    public void NamesOfSequentialAreNumbers()
    {
        var model = new Sequential(new Linear(2, 3), new Tanh(), new Sequential(new Linear(3, 1)));
        Assert.Equal(["0.weight", "0.bias", "2.0.weight", "2.0.bias"], model.NamedParameters().Select(entry => entry.Name));
        Assert.Equal(3, model.Count);
        Assert.IsType<Tanh>(model[1]);
    }

    [Fact]
    public void ToStringShowsTheStructure() =>
        Assert.Equal(
            """
            Sequential(
              (0): Linear(in_features=2, out_features=3, bias=True)
              (1): Sequential(
                (0): Sigmoid()
                (1): Flatten(start_dim=1, end_dim=-1)
              )
            )
            """.ReplaceLineEndings("\n"),
            new Sequential(new Linear(2, 3), new Sequential(new Sigmoid(), new Flatten())).ToString());

    [Fact]
    public void AG191_ParameterIsALeafThatRequiresGrad()
    {
        var parameter = new Parameter(Tensor.Ones([2]));
        Assert.True(parameter.RequiresGrad && parameter.IsLeaf);
        var error = Assert.Throws<ArgumentException>(() => new Parameter(Tensor.Ones([2], DType.Int64)));
        Assert.Contains("int64", error.Message);
        Assert.False(new Parameter(Tensor.Ones([2], DType.Int64), requiresGrad: false).RequiresGrad);
    }

    [Theory, AllDevices]
    public void AG192_FrozenParametersGetNoGradient(string device)
    {
        var on = TestDevices.Get(device);
        var model = new Sequential(new Linear(2, 3), new Tanh(), new Linear(3, 1)).To(on);
        foreach (var parameter in model.Parameters()) parameter.RequiresGrad = false;
        var x = Tensor.Ones([4, 2], device: on, requiresGrad: true);
        model.Forward(x).Sum().Backward();
        Assert.NotNull(x.Grad);
        Assert.All(model.Parameters(), parameter => Assert.Null(parameter.Grad));
    }

    [Theory, AllDevices]
    public void AG193_ASharedParameterIsCountedOnceAndItsGradientsAdd(string device)
    {
        var on = TestDevices.Get(device);
        var tied = new Tied().To(on);
        Assert.Equal(4, tied.Parameters().Count());
        Assert.Equal(["first.weight", "first.bias", "second.weight", "second.bias", "again.weight", "again.bias"], tied.StateDict().Keys);
        var x = Tensor.Ones([1, 3], device: on);
        (tied.First.Forward(x) + tied.Again.Forward(x)).Sum().Backward();
        Assert.Equal([2, 2, 2], tied.First.Bias!.Grad!.ToArray<float>());
    }

    [Fact]
    public void AG194_EvalDoesNotStopGradients()
    {
        var model = new Sequential(new Linear(2, 1), new Sigmoid());
        model.Eval();
        Assert.All(model.Modules(), module => Assert.False(module.IsTraining));
        Assert.True(model.Forward(Tensor.Ones([1, 2])).RequiresGrad);
        model.Train();
        Assert.All(model.Modules(), module => Assert.True(module.IsTraining));
    }

    [Fact]
    public void ModulesThatReferToEachOtherDoNotLoop()
    {
        var (a, b) = (new Cycle(), new Cycle());
        (a.Other, b.Other) = (b, a);
        Assert.Equal(["weight", "other.weight"], a.NamedParameters().Select(entry => entry.Name));
        Assert.Equal(["other.weight", "weight"], a.StateDict().Keys);
    }

    [Fact]
    public void TwoMembersOfOneNameAreRefused() =>
        Assert.Contains("'scale'", Assert.Throws<InvalidOperationException>(() => new Clash().StateDict()).Message);

    [Theory, AllDevices]
    public void ToMovesParametersGradientsAndBuffersInPlace(string device)
    {
        var on = TestDevices.Get(device);
        var net = new Net();
        var weight = net.NamedParameters().Single(entry => entry.Name == "heads.left.weight").Parameter;
        var before = weight.ToArray<float>();
        (weight * weight).Sum().Backward();
        var gradient = weight.Grad!.ToArray<float>();

        Assert.Same(net, net.To(on));
        Assert.All(net.Parameters(), parameter => Assert.Same(on, parameter.Device));
        Assert.All(net.Buffers(), buffer => Assert.Same(on, buffer.Device));
        Assert.Same(weight, net.NamedParameters().Single(entry => entry.Name == "heads.left.weight").Parameter);
        Assert.True(weight.IsLeaf && weight.RequiresGrad);
        Same.Bits(before, weight.ToArray<float>());
        Same.Bits(gradient, weight.Grad!.ToArray<float>());

        // It still learns there.
        weight.Grad = null;
        (weight * weight).Sum().Backward();
        Assert.Same(on, weight.Grad!.Device);
    }

    [Theory, AllDevices(NeedsFloat64 = true)]
    public void ToConvertsFloatsInPlace(string device)
    {
        var net = new Net().To(TestDevices.Get(device)).To(DType.Float64);
        Assert.All(net.Parameters(), parameter => Assert.Equal(DType.Float64, parameter.DType));
        Assert.Throws<ArgumentException>(() => net.To(DType.Int64));
    }

    [Theory, AllDevices]
    public void ZeroGradSetsNullOrZeroInPlace(string device)
    {
        var on = TestDevices.Get(device);
        var layer = new Linear(2, 1, device: on);
        layer.Forward(Tensor.Ones([1, 2], device: on)).Sum().Backward();
        var gradient = layer.Weight.Grad!;
        layer.ZeroGrad(setToNull: false);
        Assert.Same(gradient, layer.Weight.Grad);
        Assert.Equal([0, 0], gradient.ToArray<float>());
        layer.ZeroGrad();
        Assert.Null(layer.Weight.Grad);
    }

    [Theory, AllDevices]
    public void StateGoesRoundAcrossDevices(string device)
    {
        var on = TestDevices.Get(device);
        var (from, to) = (new Net(), new Net().To(on));
        using (GradMode.NoGrad()) from.RunningMean.Fill_(2);
        to.LoadStateDict(from.StateDict());
        var (a, b) = (from.StateDict(), to.StateDict());
        foreach (var (name, tensor) in a) Same.Bits(tensor.ToArray<float>(), b[name].ToArray<float>(), name);
        Assert.All(to.Parameters(), parameter => Assert.True(parameter.IsLeaf && parameter.RequiresGrad && parameter.Device == on));
    }

    [Fact]
    public void AStateThatDoesNotFitIsRefusedWithEveryEntryAndChangesNothing()
    {
        var model = new Sequential(new Linear(2, 3), new Linear(3, 1));
        var before = model.StateDict().ToDictionary(entry => entry.Key, entry => entry.Value.ToArray<float>());
        var state = new Sequential(new Linear(2, 3), new Linear(4, 1)).StateDict();
        state.Remove("0.bias");
        state["2.weight"] = Tensor.Zeros([5]);
        var error = Assert.Throws<ArgumentException>(() => model.LoadStateDict(state));
        Assert.Contains("missing: 0.bias [3]", error.Message);
        Assert.Contains("unexpected: 2.weight [5]", error.Message);
        Assert.Contains("mismatched: 1.weight has shape [1, 3] here and [1, 4] in the state", error.Message);
        foreach (var (name, tensor) in model.StateDict()) Same.Bits(before[name], tensor.ToArray<float>(), name);

        // Not strict: names may differ, shapes may not.
        Assert.DoesNotContain("missing", Assert.Throws<ArgumentException>(() => model.LoadStateDict(state, strict: false)).Message);
        state.Remove("1.weight");
        model.LoadStateDict(state, strict: false);
        Same.Bits(state["0.weight"].ToArray<float>(), model.StateDict()["0.weight"].ToArray<float>());
    }

    [Fact]
    public void AModuleWithoutForwardSaysSo() => Assert.Contains("Net", Assert.Throws<NotSupportedException>(() => new Net().Forward(Tensor.Ones([1]))).Message);

    [Theory, AllDevices]
    public void ActivationsAreTheTensorsOwn(string device)
    {
        var x = Tensor.From([-2f, -0.5f, 0f, 3f], device: TestDevices.Get(device));
        Near.Values(new[] { -2, -0.5, 0, 3 }.Select(v => 1 / (1 + Math.Exp(-v))).ToArray(), new Sigmoid().Forward(x).ToArray<float>());
        Near.Values(new[] { -2, -0.5, 0, 3 }.Select(Math.Tanh).ToArray(), new Tanh().Forward(x).ToArray<float>());
        Assert.Equal([0, 0, 0, 3], new Relu().Forward(x).ToArray<float>());
        Assert.Same(x, new Identity().Forward(x));
        Assert.Equal([1, 4], new Flatten(0).Forward(x).Unsqueeze(0).Shape.ToArray());
        Assert.Equal([2, 6], new Flatten().Forward(Tensor.Zeros([2, 3, 2])).Shape.ToArray());
    }
}
