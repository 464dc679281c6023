using Gpu.Kernels;
using Gpu.Kernels.Functors;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Changes in place, of whole tensors and through views.</summary>
public class InPlaceTests
{
    [Fact]
    public void Ag107_108_LeavesAndTheirViewsCannotBeChanged()
    {
        var x = Leaf(1, 2);
        Throws<InvalidOperationException>(() => x.Add_(1), "leaf", "NoGrad");
        Throws<InvalidOperationException>(() => x[0].Add_(1), "view of a leaf", "NoGrad");
        Throws<InvalidOperationException>(() => x.Zero_(), "leaf");
        Throws<InvalidOperationException>(() => x[0] = Tensor.Scalar(1.0), "leaf");
        Equal(x, 1, 2);
    }

    [Fact]
    public void Ag109_ViewsShareTheVersion()
    {
        var x = Const(1, 2);
        Assert.Equal(0, x.Version);
        x.Add_(1).Add_(1);
        var v = x[0];
        Assert.Equal(2, v.Version);
        v.Add_(1);
        Assert.Equal(3, x.Version);
    }

    [Fact]
    public void Ag110_111_OnlyASavedValueIsMissed()
    {
        Tensor x = Leaf(2), y = Leaf(3), z = x * y;
        var w = z * y;
        z.Add_(2);
        Throws<InvalidOperationException>(() => w.Backward(), "Multiply", "version 0", "version 1");
        z = x * y;
        var q = z + y;
        z.Add_(2);
        q.Backward();
        Equal(x.Grad, 3);
    }

    [Fact]
    public void Ag112_AConstantJoinsTheGraph()
    {
        Tensor a = Const(1, 2), b = Leaf(3, 4);
        a.Add_(b);
        Assert.True(a.RequiresGrad && !a.IsLeaf);
        a.Sum().Backward();
        Equal(b.Grad, 1, 1);
    }

    [Fact]
    public void Ag113_ASavedOutputIsMissed()
    {
        var y = Leaf(1).Exp();
        y.Add_(1);
        Throws<InvalidOperationException>(() => y.Sum().Backward(), "Exp", "version");
    }

    [Fact]
    public void Ag114_ActivationsInPlace()
    {
        var x = Leaf(-1, 2);
        var h = x * 1;
        h.Relu_();
        Assert.Equal("Relu", h.GradFunction);
        h.Sum().Backward();
        Equal(x.Grad, 0, 1);
        var z = Leaf(0.5);
        var s = z * 1;
        s.Sigmoid_().Sum().Backward();
        Equal(z.Grad, Math.Exp(-0.5) / Math.Pow(1 + Math.Exp(-0.5), 2));
    }

    [Fact]
    public void Ag115_AChainInPlace()
    {
        var x = Leaf(1, 2);
        var h = x.Clone();
        h.Mul_(3);
        h.Add_(1);
        h.Pow_(2);
        Equal(h, 16, 49);
        h.Sum().Backward();
        Equal(x.Grad, 24, 42);
    }

    [Fact]
    public void Ag116_AssigningAConstant()
    {
        var x = Leaf(1, 2, 3);
        var y = x + 2;
        y[1] = Tensor.Scalar(7.0);
        Equal(y, 3, 7, 5);
        y.Sum().Backward();
        Equal(x.Grad, 1, 0, 1);
        Assert.Equal(1, y.Version);
    }

    [Fact]
    public void Ag117_AssigningWhatRequiresGrad()
    {
        Tensor x = Leaf(1, 2, 3, 4), value = LeafScalar(5);
        var y = x * 1;
        y[1..3] = value;
        y.Sum().Backward();
        Equal(x.Grad, 1, 0, 0, 1);
        Equal(value.Grad, 2);
        value.Grad = x.Grad = null;
        y = x * 2;
        y[Const(1, -1, 1, -1) > 0] = value;
        Equal(y, 5, 4, 5, 8);
        y.Sum().Backward();
        Equal(x.Grad, 0, 2, 0, 2);
        Equal(value.Grad, 2);
        var rows = Leaf(7, 8);
        y = x * 2;
        y[Tensor.From([3L, 0L])] = rows;
        Equal(y, 8, 4, 6, 7);
        y.Sum().Backward();
        Equal(rows.Grad, 1, 1);
    }

    [Fact]
    public void Ag118_ABufferBecomesPartOfTheGraph()
    {
        var x = Tensor.Zeros([3, 2], DType.Float64);
        Tensor y = Leaf(1, 2), z = Leaf(3, 4);
        x[0] = y;
        x[1] = 2 * z;
        Assert.True(x.RequiresGrad && !x.IsLeaf);
        x.Sum().Backward();
        Equal(y.Grad, 1, 1);
        Equal(z.Grad, 2, 2);
    }

    [Fact]
    public void Ag119_CopyConvertsAndBroadcasts()
    {
        var source = Tensor.Ones([2], requiresGrad: true);
        var target = Tensor.Zeros([3, 2], DType.Float64);
        target.Copy_(source);
        target.Sum().Backward();
        Assert.Equal(DType.Float32, source.Grad!.DType);
        Equal(source.Grad, 3, 3);
    }

    [Fact]
    public void Ag120_TheResultMustFit()
    {
        var x = Tensor.From([1L, 2L, 3L]);
        Throws<InvalidOperationException>(() => x.Add_(1.5), "float32", "int64");
        Throws<InvalidOperationException>(() => x.Add_(Const(1, 2, 3)), "float64", "int64");
        Throws<InvalidOperationException>(() => x.Div_(2), "int64");
        Throws<ArgumentException>(() => Const(1, 2, 3).Add_(Tensor.Ones([2, 3], DType.Float64)), "[3]", "[2, 3]");
        Equal(x.Mul_(2), 2, 4, 6);
    }

    [Fact]
    public void Ag122_WritingItsOwnValues()
    {
        var b = Leaf(1, 2, 3);
        var t = b + 0;
        var mask = t > 1.5;
        t[mask] = t[mask];
        t.Sum().Backward();
        Equal(b.Grad, 1, 1, 1);
    }

    [Fact]
    public void Ag123_ThroughAViewToTheBase()
    {
        var root = OnesLeaf(2, 2);
        var x = root.Clone();
        x.Narrow(0, 0, 1).Mul_(2);
        x.Sum().Backward();
        Equal(root.Grad, 2, 2, 1, 1);
    }

    [Fact]
    public void Ag124_ThroughAnotherView()
    {
        var root = OnesLeaf(2, 2);
        var x = root.Clone();
        Tensor v1 = x.Narrow(0, 0, 1), v2 = x.Narrow(0, 0, 1);
        v1.Mul_(2);
        v2.Sum().Backward();
        Equal(root.Grad, 2, 2, 0, 0);
    }

    [Fact]
    public void Ag125_AViewOfAView()
    {
        var root = OnesLeaf(2, 2);
        var x = root.Clone();
        x.Narrow(0, 0, 1).Narrow(1, 1, 1).Mul_(2);
        x.Sum().Backward();
        Equal(root.Grad, 1, 2, 1, 1);
    }

    [Fact]
    public void Ag126_ANonContiguousRoot()
    {
        var root = Tensor.Ones([2, 3, 2], DType.Float64).Select(2, 1).T.Detach().RequireGrad();
        var x = root.Clone();
        x.Narrow(0, 0, 1).Narrow(1, 1, 1).Mul_(2);
        x.Sum().Backward();
        Equal(root.Grad, 1, 2, 1, 1, 1, 1);
    }

    [Fact]
    public void ANonContiguousBase()
    {
        // The base itself is a window of other memory.
        var memory = Tensor.Arange(12).Double().Reshape(3, 4);
        Tensor x = memory.T.Detach(), b = Leaf(10, 20);
        x[1..3, 0].Mul_(b);
        Assert.True(x.RequiresGrad);
        (x * x).Sum().Backward();
        Equal(b.Grad, 2 * 10 * 1 * 1, 2 * 20 * 2 * 2);
    }

    [Fact]
    public void Ag127_TheBaseStartsToRequireGrad()
    {
        var x = Tensor.Arange(16).Double().Reshape(4, 4).Clone();
        var b = Leaf(1, 1);
        x.Narrow(1, 2, 2).Mul_(b);
        Assert.True(x.RequiresGrad);
        x.Sum().Backward();
        Equal(b.Grad, 2 + 6 + 10 + 14, 3 + 7 + 11 + 15);
    }

    [Fact]
    public void Ag128_AViewTakenBeforeFollowsItsBase()
    {
        Tensor x = Tensor.Zeros([2, 2], DType.Float64), r = Tensor.Ones([2, 2], DType.Float64, requiresGrad: true);
        var v = x.Select(0, 1);
        x.Add_(r);
        Assert.True(v.RequiresGrad);
        v.Backward(Const(1, 1));
        Equal(r.Grad, 0, 0, 1, 1);
    }

    [Fact]
    public void Ag129_TheViewItself()
    {
        Tensor a = Const(2, 5), b = Leaf(3);
        var res = a.Narrow(0, 1, 1).Mul_(b);
        res.Sum().Backward();
        Equal(b.Grad, 5);
        Assert.Null(a.Detach().Grad);
    }

    [Fact]
    public void Ag130_OneOfSeveralViews()
    {
        var x = Leaf(1, 2, 3, 4) * 1;
        Throws<InvalidOperationException>(() => x.Chunk(2)[0].Mul_(2), "Chunk");
        Throws<InvalidOperationException>(() => x.Unbind()[0].Mul_(2), "Unbind");
        var plain = Const(1, 2, 3, 4);
        plain.Chunk(2)[0].Mul_(2);
        Equal(plain, 2, 4, 3, 4);
    }

    [Fact]
    public void Ag131_ViewsShareMemory()
    {
        var x = Tensor.Arange(6).Double().Reshape(2, 3).Clone();
        Tensor[] views = [x.T, x.View(3, 2), x.Permute(1, 0), x[1..], x.Select(0, 0), x.Narrow(1, 0, 2), x.Unsqueeze(0), x.Expand(2, 2, 3), x.Flatten()];
        x.Fill_(9);
        foreach (var view in views) Assert.All(view.ToArray<double>(), v => Assert.Equal(9, v));
        Assert.NotSame(x.Storage, x.T.Reshape(6).Storage);
    }

    [Fact]
    public void Ag132_ViewRefusesACopy() => Throws<ArgumentException>(() => OnesLeaf(2, 3).T.View(6), "[3, 2]", "Reshape");

    [Fact]
    public void Ag133_AnExpandedTensorIsNotWritten()
    {
        Throws<InvalidOperationException>(() => Const(1).Expand(3).Add_(1), "expanded", "Clone");
        Throws<InvalidOperationException>(() => Const(1).Expand(3).Fill_(1), "expanded");
    }

    [Fact]
    public void Ag134_OverlappingOperandsComputeAsIfCloned()
    {
        var x = Const(1, 2, 3, 4);
        x[1..].Mul_(x[..^1]);
        Equal(x, 1, 2, 6, 12);
        x[..^1] = x[1..];
        Equal(x, 2, 6, 12, 12);
        var h = Leaf(3) * 1;
        h.Mul_(h);
        Equal(h, 9);
    }

    [Fact]
    public void AnOperandThatIsTheTensorItself()
    {
        var x = Leaf(3);
        var h = x * 1;
        h.Mul_(h);
        h.Backward();
        Equal(x.Grad, 6);
    }

    [Fact]
    public void Ag135_136_ViewsOfLeavesAndDetachedBases()
    {
        var x = Leaf(1, 2);
        var y = x.View(2, 1);
        Assert.False(y.IsLeaf);
        (y * 3).Sum().Backward();
        Equal(x.Grad, 3, 3);
        var b = x * 1;
        var v = b[0];
        b.DetachInPlace();
        Assert.True(v.RequiresGrad);
    }

    [Fact]
    public void Ag137_TwoOverlappingWindowsWithAFactor()
    {
        Tensor Run(Tensor root, Tensor b)
        {
            var x = root.Clone();
            x.Narrow(1, 2, 2).Narrow(0, 1, 2).Mul_(b);
            x.Narrow(1, 0, 2).Narrow(0, 1, 2).Mul_(b);
            return x;
        }

        double[] rootValues = [.. Enumerable.Range(0, 20).Select(i => Math.Cos(i))], factor = [0.7, -1.2, 0.4, 1.9];
        var oracle = new Operations.Case([new([4, 5], rootValues), new([2, 2], factor)], new([4, 5], rootValues),
            new([4, 5], [.. Enumerable.Range(0, 20).Select(i => Math.Sin(i + 1))]), []);
        FiniteDifferences.CheckGradients(x => Run(x[0], x[1]), oracle, second: false);
        FiniteDifferences.CheckGradients(x => Run(x[0], x[1]), oracle, second: true);
    }

    [Fact]
    public void Ag138_AGradientOfATransposedLeaf()
    {
        var leaf = Tensor.Zeros([2, 3], DType.Float64).T.Detach().RequireGrad();
        (leaf * Tensor.Arange(6).Double().Reshape(3, 2)).Sum().Backward();
        Equal(leaf.Grad, 0, 1, 2, 3, 4, 5);
    }

    [Fact]
    public void InPlaceWithScatteredWindowsIsDifferentiableTwice()
    {
        var x = Leaf(1, 2, 3);
        var h = x * x;
        h[0..2].Mul_(h[1..3].Clone());
        // h = [x0² x1², x1² x2², x2²]
        var g = Gradient.Of(h.Sum(), x, createGraph: true);
        Equal(g, 2 * 1 * 4, 2 * 2 * 1 + 2 * 2 * 9, 2 * 3 * 4 + 2 * 3);
        Equal(Gradient.Of(g[1], x), 8, 2 + 18, 24);
    }

    [Fact]
    public void UpdatesAreFusedAndUnrecorded()
    {
        Tensor x = Leaf(1, 2), g = Const(10, 20);
        Throws<InvalidOperationException>(() => x.Update_(new LinearCombination(1, -0.1), g), "NoGrad");
        using (GradMode.NoGrad())
        {
            x.Update_(new LinearCombination(1, -0.1), g);
            x.Update_(new MultiplyAdd(), Const(2, 2), Const(1, 1));
        }
        Equal(x, 1, 1);
        Assert.Equal(2, x.Version);
        Throws<ArgumentException>(() => Const(1).Update_(new LinearCombination(1, 1), Tensor.Ones([1])), "float32", "float64");
    }

    [Fact]
    public void FillingNeedsAFittingNumber()
    {
        var x = Tensor.From([1L, 2L]);
        Throws<InvalidOperationException>(() => x.MaskedFill_(x > 1, 0.5), "float32", "int64");
        Equal(x.MaskedFill_(x > 1, 7), 1, 7);
        var h = Leaf(1, 2) * 1;
        h.MaskedFill_(Const(1, 0) > 0, 9);
        Equal(h, 9, 2);
    }
}
