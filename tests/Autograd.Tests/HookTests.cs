using Gpu.Kernels;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Hooks, retained gradients, custom functions.</summary>
public class HookTests
{
    [Fact]
    public void Ag139_AHookSeesTheSummedGradientOnce()
    {
        var x = Leaf(2);
        var h = x * 3;
        var seen = new List<double>();
        x.RegisterHook(g => { seen.Add(g.Item()); return null; });
        h.RegisterHook(g => { seen.Add(g.Item()); return null; });
        (h + h * h).Backward();
        Assert.Equal([13, 39], seen);
        Equal(x.Grad, 39);
    }

    [Fact]
    public void Ag140_141_HooksReplaceTheGradientInOrder()
    {
        var x = Leaf(2);
        var h = x * 3;
        h.RegisterHook(g => g * 2);
        h.RegisterHook(_ => null);
        h.RegisterHook(g => g + 1);
        x.RegisterHook(g => g * 10);
        h.Backward();
        Equal(x.Grad, 90);
    }

    [Fact]
    public void Ag142_ARemovedHookIsGone()
    {
        var x = Leaf(2);
        int calls = 0;
        HookHandle? handle = null;
        handle = x.RegisterHook(_ => { calls++; handle!.Remove(); return null; });
        (x * 1).Backward();
        (x * 1).Backward();
        handle.Remove();
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Ag143_144_Misuse()
    {
        Throws<InvalidOperationException>(() => Const(1).RegisterHook(g => g), "requires grad");
        var x = Leaf(1, 2);
        x.RegisterHook(_ => Const(1));
        Throws<InvalidOperationException>(() => (x * 1).Sum().Backward(), "[1]", "[2]");
    }

    [Fact]
    public void Ag145_146_RetainGrad()
    {
        var x = Leaf(2);
        var h = x * 3;
        h.RetainGrad();
        h.RetainGrad();
        var y = h * 5;
        y.Backward(retainGraph: true);
        y.Backward();
        Equal(h.Grad, 10);
        x.RetainGrad();
        Throws<InvalidOperationException>(() => Const(1).RetainGrad(), "requires grad");
    }

    [Fact]
    public void Ag147_TheFinalValueCounts()
    {
        var a = Leaf(2).Clone();
        a.RetainGrad();
        a.Mul_(2);
        a.Sum().Backward();
        Equal(a.Grad, 1);
    }

    [Fact]
    public void Ag026_GradOfANonLeafWarns()
    {
        var warnings = new List<string>();
        Warn.Raised += warnings.Add;
        try
        {
            var h = Leaf(2) * 3;
            h.Backward();
            Assert.Null(h.Grad);
        }
        finally
        {
            Warn.Raised -= warnings.Add;
        }
        Assert.Contains(warnings, w => w.Contains("RetainGrad"));
    }

    [Fact]
    public void Ag150_065_ACustomFunctionAndItsSecondDerivative()
    {
        var x = LeafScalar(2);
        var y = new Power(3).Apply(x);
        var g = Gradient.Of(y, x, createGraph: true);
        Equal(g, 12);
        Equal(Gradient.Of(g, x), 12);
    }

    [Fact]
    public void Ag151_152_153_WhatBackwardMayReturn()
    {
        var x = Leaf(1, 2, 3);
        Throws<InvalidOperationException>(() => Returning().Apply(x).Sum().Backward(), "0 gradients", "1 inputs");
        Throws<InvalidOperationException>(() => Returning(Const(1, 2)).Apply(x).Sum().Backward(), "[2]", "[3]");
        Returning(Tensor.Ones([4, 3], DType.Float64), null).Apply(x).Sum().Backward();
        Equal(x.Grad, 4, 4, 4);
    }

    [Fact]
    public void Ag154_AnExceptionComesThroughAndLeavesTheEngineUsable()
    {
        var x = Leaf(1);
        var error = Assert.Throws<TimeoutException>(() => new Returns(() => throw new TimeoutException("mine")).Apply(x).Backward());
        Assert.Equal("mine", error.Message);
        Assert.True(GradMode.IsEnabled);
        (x * 2).Backward();
        Equal(x.Grad, 2);
    }

    [Fact]
    public void Ag155_156_ReturningTheInputAndReturningNothing()
    {
        var x = Leaf(3);
        new DoublingIdentity().Apply(x).Backward();
        Equal(x.Grad, 2);
        x.Grad = null;
        Returning((Tensor?)null).Apply(x).Backward();
        Assert.Null(x.Grad);
    }

    [Fact]
    public void AResultInTheMemoryOfAnInputCannotBeChangedInPlaceWhileRecording()
    {
        var x = Leaf(3);
        var (h, own) = (x * 1, x * 1);
        foreach (var y in new[] { new DoublingIdentity().Apply(h), new DoublingIdentity().Apply(x), new DoublingIdentity().Apply(h.Reshape(1)).Reshape([]) })
        {
            var error = Assert.Throws<InvalidOperationException>(() => y.Add_(1));
            Assert.Contains("user-defined Function", error.Message);
            Assert.Contains("Clone()", error.Message);
        }
        // A copy may be changed; the function's derivative stays in force.
        var copy = new DoublingIdentity().Apply(own).Clone();
        copy.Mul_(5);
        copy.Backward();
        Equal(x.Grad, 10);
        // Nothing is recorded here, so nothing is lost: the input changes with the result.
        using (GradMode.NoGrad()) new DoublingIdentity().Apply(h).Add_(1);
        Equal(h, 4);
    }

    [Fact]
    public void Ag157_158_SeveralOutputs()
    {
        var x = Leaf(3);
        var outputs = new TwoOutputs().ApplyMany(x);
        Assert.False(outputs[2].RequiresGrad);
        outputs[1].Backward();
        Equal(x.Grad, 20);
        x.Grad = null;
        outputs = new TwoOutputs().ApplyMany(x);
        (outputs[0] + outputs[1] * 2).Backward();
        Equal(x.Grad, 1 * 1 + 20 * 2);
    }

    [Fact]
    public void Ag159_160_161_NothingIsRecordedInsideForward()
    {
        Tensor x = Leaf(3), c = Const(1);
        var function = new Inspecting();
        Assert.True(function.ApplyMany(x, c)[0].RequiresGrad);
        Assert.Equal([true, false], function.Needs);
        Assert.False(function.Recorded);
        Assert.False(function.ApplyMany(c, c)[0].RequiresGrad);
        using (GradMode.NoGrad()) Assert.False(function.ApplyMany(x, c)[0].RequiresGrad);
    }

    [Fact]
    public void Ag163_164_SavedTensorsAreChecked()
    {
        var x = Leaf(2);
        var y = new Power(3).Apply(x);
        y.Backward();
        Throws<InvalidOperationException>(() => y.Backward(), "retainGraph", "Power");
        var h = x * 1;
        var z = new Power(3).Apply(h);
        h.Add_(1);
        Throws<InvalidOperationException>(() => z.Backward(), "Power", "version");
    }

    private static Returns Returning(params Tensor?[] gradients) => new(() => gradients);

    private sealed class Power(int exponent) : Function
    {
        protected override Tensor[] Forward(FunctionContext context, ReadOnlySpan<Tensor> inputs)
        {
            context.Save(inputs[0]);
            return [inputs[0].Pow(exponent)];
        }

        protected override Tensor?[] Backward(FunctionContext context, ReadOnlySpan<Tensor?> gradients) =>
            [gradients[0]! * exponent * context.Saved[0].Pow(exponent - 1)];
    }

    private sealed class Returns(Func<Tensor?[]> gradients) : Function
    {
        protected override Tensor[] Forward(FunctionContext context, ReadOnlySpan<Tensor> inputs) => [inputs[0] * 1];

        protected override Tensor?[] Backward(FunctionContext context, ReadOnlySpan<Tensor?> _) => gradients();
    }

    private sealed class DoublingIdentity : Function
    {
        protected override Tensor[] Forward(FunctionContext context, ReadOnlySpan<Tensor> inputs) => [inputs[0]];

        protected override Tensor?[] Backward(FunctionContext context, ReadOnlySpan<Tensor?> gradients) => [gradients[0]! * 2];
    }

    private sealed class TwoOutputs : Function
    {
        protected override Tensor[] Forward(FunctionContext context, ReadOnlySpan<Tensor> inputs)
        {
            context.MarkNonDifferentiable(2);
            return [inputs[0] * 1, inputs[0] * 20, inputs[0] * 3];
        }

        protected override Tensor?[] Backward(FunctionContext context, ReadOnlySpan<Tensor?> gradients) => [gradients[0]! + gradients[1]! * 20 + gradients[2]! * 1000];
    }

    private sealed class Inspecting : Function
    {
        public bool[] Needs { get; private set; } = [];

        public bool Recorded { get; private set; }

        protected override Tensor[] Forward(FunctionContext context, ReadOnlySpan<Tensor> inputs)
        {
            Needs = [.. context.NeedsGrad];
            var y = inputs[0] * 2;
            Recorded = y.RequiresGrad;
            return [y];
        }

        protected override Tensor?[] Backward(FunctionContext context, ReadOnlySpan<Tensor?> gradients) => [gradients[0]! * 2, null];
    }
}
