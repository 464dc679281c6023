using System.Text.Json;
using Gpu.Kernels;
using Gpu.Testing;
using Xunit;

namespace Gpu.Nn.Tests;

public class OptimizerTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var device in TestDevices.All)
                for (int i = 0; i < Oracle.Root.GetProperty("optimizers").GetArrayLength(); i++)
                    cases.Add(device.Name, i);
            return cases;
        }
    }

    private static Optimizer Make(JsonElement oracle, Tensor parameter)
    {
        var options = oracle.GetProperty("options");
        double Option(string name, double otherwise) => options.TryGetProperty(name, out var value) ? value.GetDouble() : otherwise;
        bool Flag(string name) => options.TryGetProperty(name, out var value) && value.GetBoolean();
        var (beta1, beta2) = options.TryGetProperty("betas", out var betas) ? (betas[0].GetDouble(), betas[1].GetDouble()) : (0.9, 0.999);
        return oracle.Text("kind") switch
        {
            "SGD" => new Sgd([parameter], Option("lr", double.NaN), Option("momentum", 0), Option("dampening", 0), Option("weight_decay", 0), Flag("nesterov")),
            "Adam" => new Adam([parameter], Option("lr", 1e-3), (beta1, beta2), Option("eps", 1e-8), Option("weight_decay", 0), Flag("amsgrad")),
            _ => new AdamW([parameter], Option("lr", 1e-3), (beta1, beta2), Option("eps", 1e-8), Option("weight_decay", 0.01), Flag("amsgrad")),
        };
    }

    private static void SetGradient(Tensor parameter, JsonElement gradient) =>
        parameter.Grad = gradient.ValueKind == JsonValueKind.Null ? null : Oracle.Tensor(parameter.Device, [.. gradient.EnumerateArray().Select(v => v.GetDouble())], 2, 3);

    [Theory, MemberData(nameof(Cases))]
    public void AgreesWithPyTorchStepByStep(string device, int index)
    {
        var oracle = Oracle.Root.GetProperty("optimizers")[index];
        var parameter = Oracle.Tensor(TestDevices.Get(device), oracle.Numbers("start"), 2, 3).RequireGrad();
        var optimizer = Make(oracle, parameter);
        int step = 0;
        foreach (var gradient in oracle.GetProperty("gradients").EnumerateArray())
        {
            SetGradient(parameter, gradient);
            optimizer.Step();
            double[] expected = [.. oracle.GetProperty("values")[step].EnumerateArray().Select(value => value.GetDouble())];
            Oracle.Near(expected, parameter, $"{oracle.Text("name")}, step {++step}");
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void GoesOnFromALoadedState(string device, int index)
    {
        var (oracle, on) = (Oracle.Root.GetProperty("optimizers")[index], TestDevices.Get(device));
        var parameter = Oracle.Tensor(on, oracle.Numbers("start"), 2, 3).RequireGrad();
        var optimizer = Make(oracle, parameter);
        int step = 0;
        foreach (var gradient in oracle.GetProperty("gradients").EnumerateArray())
        {
            // Another optimizer of the same kind with other settings takes over after every step; its state must not be shared with the first one's.
            var copy = parameter.Detach().Clone().RequireGrad();
            Optimizer other = optimizer is Sgd ? new Sgd([copy], lr: 7, momentum: 0.5) : optimizer is AdamW ? new AdamW([copy], lr: 7) : new Adam([copy], lr: 7);
            other.LoadStateDict(optimizer.StateDict());
            SetGradient(parameter, gradient);
            optimizer.Step();
            (parameter, optimizer) = (copy, other);
            SetGradient(parameter, gradient);
            optimizer.Step();
            double[] expected = [.. oracle.GetProperty("values")[step].EnumerateArray().Select(value => value.GetDouble())];
            Oracle.Near(expected, parameter, $"{oracle.Text("name")}, step {++step}");
        }
    }

    [Theory, AllDevices]
    public void AG029_AParameterWithoutGradientIsSkipped(string device)
    {
        var on = TestDevices.Get(device);
        var (used, unused) = (Tensor.Ones([2], device: on, requiresGrad: true), Tensor.Ones([2], device: on, requiresGrad: true));
        var optimizer = new Adam([used, unused], weightDecay: 0.5);
        used.Sum().Backward();
        optimizer.Step();
        Assert.Equal([1, 1], unused.ToArray<float>());
        Assert.NotEqual(1, used.ToArray<float>()[0]);
        Assert.DoesNotContain(optimizer.StateDict().Keys, name => name.StartsWith("state.1."));
    }

    [Theory, AllDevices]
    public void AG195_ClippingScalesOnlyWhatIsTooLongAndReturnsTheNormBefore(string device)
    {
        var on = TestDevices.Get(device);
        var (a, b, none) = (Tensor.Zeros([2], device: on, requiresGrad: true), Tensor.Zeros([1], device: on, requiresGrad: true), Tensor.Zeros([1], device: on, requiresGrad: true));
        (a.Grad, b.Grad) = (Tensor.From([2f, 4f], device: on), Tensor.From([4f], device: on));
        Near.Value(6, Gradients.ClipNorm([a, b, none], 100).Item());
        Assert.Equal([2, 4], a.Grad.ToArray<float>());
        Near.Value(6, Gradients.ClipNorm([a, b, none], 1.5).Item());
        Near.Values([0.5, 1], a.Grad.ToArray<float>());
        Near.Values([1], b.Grad.ToArray<float>());
        Assert.Null(none.Grad);
        Assert.Equal(0, Gradients.ClipNorm([none], 1).Item());
        Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.ClipNorm([a], double.NaN));
    }

    [Theory, AllDevices]
    public void TheStateFollowsAModelThatIsMovedBetweenSteps(string device)
    {
        var model = new Linear(1, 1, bias: false);
        model.LoadStateDict(new Dictionary<string, Tensor> { ["weight"] = Tensor.Ones([1, 1]) });
        var optimizer = new Sgd(model.Parameters(), lr: 0.5, momentum: 0.5);
        model.Forward(Tensor.Ones([1, 1])).Backward();
        optimizer.Step();
        model.To(TestDevices.Get(device)).To(DType.Float64);
        optimizer.Step();
        // Velocities 1 and 0.5 * 1 + 1.
        Assert.Equal(1 - 0.5 * 1 - 0.5 * 1.5, model.Weight.Item());
        Assert.Equal((DType.Float64, model.Weight.Device), (model.Weight.DType, TestDevices.Get(device)));
    }

    [Fact]
    public void NullIsNoParameter() =>
        Assert.Contains("Parameter 1 of the group is null", Assert.Throws<ArgumentNullException>(() => new Sgd([Tensor.Ones([1], requiresGrad: true), null!], lr: 1)).Message);

    [Theory, AllDevices]
    public void GroupsHaveSettingsOfTheirOwn(string device)
    {
        var on = TestDevices.Get(device);
        var (a, b) = (Tensor.Ones([1], device: on, requiresGrad: true), Tensor.Ones([1], device: on, requiresGrad: true));
        var optimizer = new Sgd([new SgdGroup([a], lr: 0.5), new SgdGroup([b], lr: 0.25)]);
        (a + b).Backward();
        optimizer.Step();
        Assert.Equal(0.5, a.Item());
        Assert.Equal(0.75, b.Item());
        optimizer.Groups[1].LearningRate = 0;
        optimizer.Step();
        Assert.Equal(0, a.Item());
        Assert.Equal(0.75, b.Item());
    }

    [Theory, AllDevices]
    public void AStepIsNotRecordedAndCountsAsAChange(string device)
    {
        var on = TestDevices.Get(device);
        var w = Tensor.Ones([2], device: on, requiresGrad: true);
        var optimizer = new Sgd([w], lr: 0.1);
        (w * w).Sum().Backward();
        var saved = (w * w).Sum();
        optimizer.Step();
        Assert.True(w.IsLeaf && w.RequiresGrad);
        // The second graph saved w before the step.
        Assert.Contains("version", Assert.Throws<InvalidOperationException>(() => saved.Backward()).Message);
    }

    [Theory, AllDevices]
    public void StateOutlivesTheScopeOfTheStep(string device)
    {
        var on = TestDevices.Get(device);
        var w = Tensor.Ones([2], device: on, requiresGrad: true);
        Optimizer[] optimizers = [new Sgd([w], lr: 0.1, momentum: 0.9), new Adam([w])];
        for (int step = 0; step < 3; step++)
        {
            using var scope = Scope.Begin();
            foreach (var optimizer in optimizers) optimizer.ZeroGrad();
            (w * w).Sum().Backward();
            foreach (var optimizer in optimizers) optimizer.Step();
        }
        foreach (var tensor in optimizers.SelectMany(optimizer => optimizer.StateDict().Values)) Assert.True(double.IsFinite(tensor.Sum().Item()));
    }

    [Theory, AllDevices]
    public void WhatReadsAParameterKeepsTheOldValues(string device)
    {
        var on = TestDevices.Get(device);
        var w = Tensor.Ones([3000], device: on, requiresGrad: true);
        using (GradMode.NoGrad())
        {
            var before = w * 2 + 1;
            w.Grad = w + 1;
            new Sgd([w], lr: 0.25).Step();
            Assert.All(w.ToArray<float>(), value => Assert.Equal(0.5f, value));
            Assert.All(before.ToArray<float>(), value => Assert.Equal(3f, value));
        }
    }

    [Theory, AllDevices]
    public void ParametersMayBeWindowsAndGradientsExpanded(string device)
    {
        var on = TestDevices.Get(device);
        var whole = Tensor.Ones([4, 6], device: on);
        var (columns, turned) = (whole.Narrow(1, 0, 2).Detach().RequireGrad(), whole.Narrow(1, 2, 3).T.Detach().RequireGrad());
        columns.Grad = Tensor.Scalar(1.0, DType.Float32, on).Expand(4, 2);
        turned.Grad = Tensor.From(new float[,] { { 0, 1, 2, 3 }, { 4, 5, 6, 7 }, { 8, 9, 10, 11 } }, device: on);
        Optimizer optimizer = new Sgd([columns, turned], lr: 0.5, momentum: 0.5);
        optimizer.Step();
        optimizer.Step();
        // Velocities g and 1.5 g.
        float[] expected = [.. Enumerable.Range(0, 24).Select(i => (i % 6) switch { < 2 => 1 - 0.5f * 2.5f, 5 => 1f, var c => 1 - 0.5f * 2.5f * (4 * (c - 2) + i / 6) })];
        Assert.Equal(expected, whole.ToArray<float>());
    }

    [Theory, AllDevices]
    public void ParametersInOneMemoryAreUpdatedOneAfterTheOther(string device)
    {
        var on = TestDevices.Get(device);
        var whole = Tensor.Ones([40_000], device: on);
        var (first, second) = (whole.Detach().RequireGrad(), whole.Detach().RequireGrad());
        (first.Grad, second.Grad) = (Tensor.OnesLike(whole), Tensor.OnesLike(whole));
        new Sgd([first, second], lr: 0.25).Step();
        Assert.All(whole.ToArray<float>(), value => Assert.Equal(0.5f, value));
    }

    [Theory, AllDevices]
    public void AGradientMayBeAnotherParameter(string device)
    {
        const int count = 16384;
        for (int round = 0; round < 20; round++)
        {
            // In order of the parameters: a reads the old b, b reads the new a, c the new b.
            var (a, b, c) = (Full(1), Full(10), Full(100));
            (a.Grad, b.Grad, c.Grad) = (b.Detach(), a.Detach(), b.Detach());
            new Sgd([a, b, c], lr: 1).Step();
            Assert.All(a.ToArray<float>(), value => Assert.Equal(-9, value));
            Assert.All(b.ToArray<float>(), value => Assert.Equal(19, value));
            Assert.All(c.ToArray<float>(), value => Assert.Equal(81, value));
        }

        Tensor Full(double value) => Tensor.Full([count], value, device: TestDevices.Get(device), requiresGrad: true);
    }

    [Theory, AllDevices]
    public void MixedDtypesAndManyParametersGoInOneStep(string device)
    {
        var on = TestDevices.Get(device);
        Tensor[] parameters = [.. Enumerable.Range(0, 40).Select(i => Tensor.Ones([i % 7 * 1000 + 1], on.SupportsFloat64 && i % 3 == 0 ? DType.Float64 : DType.Float32, on, requiresGrad: true))];
        for (int i = 0; i < parameters.Length; i++)
            if (i % 5 != 4) parameters[i].Grad = Tensor.OnesLike(parameters[i]) * i;
        new Sgd(parameters, lr: 0.5, weightDecay: 0.25).Step();
        for (int i = 0; i < parameters.Length; i++)
        {
            double expected = i % 5 == 4 ? 1 : 1 - 0.5 * (i + 0.25);
            Assert.All(parameters[i].Detach().Double().To(Device.Cpu).ToArray<double>(), value => Assert.Equal(expected, value));
        }
    }

    [Fact]
    public void AStepLeavesNoGarbage()
    {
        Tensor[] parameters = [Tensor.Ones([5], requiresGrad: true), Tensor.Ones([2, 3], requiresGrad: true), Tensor.Ones([], requiresGrad: true)];
        foreach (var parameter in parameters) parameter.Grad = Tensor.OnesLike(parameter);
        foreach (Optimizer optimizer in new Optimizer[] { new Sgd(parameters, lr: 1e-3), new Sgd(parameters, lr: 1e-3, momentum: 0.5, nesterov: true), new Adam(parameters), new AdamW(parameters, amsgrad: true) })
        {
            for (int i = 0; i < 100; i++) optimizer.Step();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++) optimizer.Step();
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100);
        }
    }

    [Fact]
    public void AnUpdateRefusesWhatDoesNotFit()
    {
        var w = Tensor.Ones([2, 2]);
        var batch = new UpdateBatch<Gpu.Kernels.Functors.MomentumUpdate>();
        var op = new Gpu.Kernels.Functors.MomentumUpdate(1, 1, 1, 0);
        Assert.Contains("[4]", Assert.Throws<ArgumentException>(() => batch.Add(op, w, Tensor.Ones([4]), Tensor.Ones([2, 2]))).Message);
        Assert.Contains("slot 'first'", Assert.Throws<ArgumentException>(() => batch.Add(op, w, Tensor.Ones([2, 2]))).Message);
        Assert.Contains("contiguous", Assert.Throws<ArgumentException>(() => batch.Add(op, w, Tensor.Ones([2, 2]), Tensor.Ones([2, 2]).T)).Message);
        Assert.Contains("float64", Assert.Throws<ArgumentException>(() => batch.Add(op, w, Tensor.Ones([2, 2], DType.Float64), Tensor.Ones([2, 2]))).Message);
        Assert.Contains("NoGrad", Assert.Throws<InvalidOperationException>(() => batch.Add(op, w, Tensor.Ones([2, 2], requiresGrad: true), Tensor.Ones([2, 2]))).Message);
        batch.Run();
        Assert.Equal([1, 1, 1, 1], w.ToArray<float>());
    }

    [Fact]
    public void ParametersThatCannotBeOptimizedAreRefused()
    {
        var w = Tensor.Ones([2], requiresGrad: true);
        Assert.Throws<ArgumentException>(() => new Sgd(Array.Empty<Tensor>(), lr: 0.1));
        Assert.Throws<ArgumentException>(() => new Sgd(Array.Empty<SgdGroup>()));
        var notALeaf = Assert.Throws<ArgumentException>(() => new Adam([w * 2]));
        Assert.Contains("[2]", notALeaf.Message);
        Assert.Contains("leaves", notALeaf.Message);
        Assert.Throws<ArgumentException>(() => new Sgd([w, w], lr: 0.1));
        Assert.Throws<ArgumentException>(() => new Sgd([new SgdGroup([w], 0.1), new SgdGroup([w], 0.2)]));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void SettingsOutOfRangeAreRefused(double wrong)
    {
        var w = Tensor.Ones([2], requiresGrad: true);
        Assert.Contains("learning rate", Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd([w], lr: wrong)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd([w], lr: 0.1, momentum: wrong));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd([w], lr: 0.1, weightDecay: wrong));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam([w], lr: wrong));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam([w], betas: (wrong, 0.9)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam([w], betas: (0.9, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam([w], eps: wrong));
        Assert.Throws<ArgumentException>(() => new Sgd([w], lr: 0.1, nesterov: true));
        var optimizer = new Adam([w]);
        Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.Groups[0].LearningRate = wrong);
    }

    [Fact]
    public void AStateThatDoesNotFitIsRefusedWithEveryEntryAndChangesNothing()
    {
        var w = Tensor.Ones([2], requiresGrad: true);
        var optimizer = new Adam([w], lr: 0.5);
        w.Sum().Backward();
        optimizer.Step();
        var state = optimizer.StateDict();
        var before = state["state.0.exp_avg"].ToArray<float>();
        state.Remove("group.0.lr");
        state["state.0.exp_avg_sq"] = Tensor.Zeros([3]);
        state["state.0.exp_avg"] = Tensor.Zeros([2]);
        state["state.4.step"] = Tensor.Zeros([]);
        var error = Assert.Throws<ArgumentException>(() => optimizer.LoadStateDict(state));
        Assert.Contains("missing: group.0.lr", error.Message);
        Assert.Contains("unexpected: state.4.step", error.Message);
        Assert.Contains("mismatched: state.0.exp_avg_sq has shape [2] here and [3] in the state", error.Message);
        Same.Bits(before, optimizer.StateDict()["state.0.exp_avg"].ToArray<float>());
        Assert.Equal(0.5, optimizer.Groups[0].LearningRate);
    }
}
