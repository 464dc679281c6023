using Gpu.Kernels;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Leaves, propagation of RequiresGrad, accumulation into Grad. The numbers are those of the list of autograd semantics.</summary>
public class LeafTests
{
    [Fact]
    public void Ag001_AResultIsNoLeaf()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        Assert.True(x.IsLeaf && !x.HasGraph);
        Assert.True(!y.IsLeaf && y.RequiresGrad && y.HasGraph);
    }

    [Fact]
    public void Ag002_ConstantsStayLeaves()
    {
        var z = Const(1, 2) + Const(3, 4);
        Assert.True(z.IsLeaf && !z.RequiresGrad && z.GradFunction == null);
    }

    [Fact]
    public void Ag003_OnlyWhatRequiresGradGetsOne()
    {
        Tensor x = Const(1, 2), y = Const(3, 4), z = Leaf(5, 6);
        var b = x + y + z;
        Assert.True(b.RequiresGrad);
        b.Backward(Const(1, 1));
        Equal(z.Grad, 1, 1);
        Assert.Null(x.Grad);
        Assert.Null(y.Grad);
    }

    [Fact]
    public void Ag004_ComparisonsAndPositionsHaveNoGraph()
    {
        var x = Leaf(1, 2);
        Assert.False((x > 1).RequiresGrad);
        Assert.False(x.ArgMax().RequiresGrad);
        Assert.False(x.IsNaN().RequiresGrad);
        Assert.False(x.Long().RequiresGrad);
    }

    [Fact]
    public void Ag005_ValuesRequireGradIndicesDoNot()
    {
        var (values, indices) = Leaf(1, 2).Max(0);
        Assert.True(values.RequiresGrad);
        Assert.False(indices.RequiresGrad);
    }

    [Fact]
    public void Ag006_OnlyFloatsCanRequireGrad()
    {
        var x = Tensor.From([1L, 2L]);
        Throws<InvalidOperationException>(() => x.RequiresGrad = true, "int64");
        Throws<InvalidOperationException>(() => Tensor.Zeros([2], DType.Bool, requiresGrad: true), "bool");
        x.RequiresGrad = false;
    }

    [Fact]
    public void Ag007_OnlyLeavesCanStopRequiringGrad()
    {
        var z = Leaf(1) * Leaf(2);
        Throws<InvalidOperationException>(() => z.RequiresGrad = false, "Detach");
        z.RequiresGrad = true;
    }

    [Fact]
    public void Ag008_RequireGradIsChainable()
    {
        var x = Const(1);
        Assert.Same(x, x.RequireGrad());
        Assert.True(x.RequiresGrad);
        Assert.False(x.RequireGrad(false).RequiresGrad);
    }

    [Fact]
    public void Ag009_AFrozenParameterGetsNoGradient()
    {
        Tensor w = Leaf(3, 4), x = Leaf(1, 2);
        w.RequiresGrad = false;
        (w * x).Sum().Backward();
        Assert.Null(w.Grad);
        Equal(x.Grad, 3, 4);
    }

    [Fact]
    public void Ag010_IntegersCutTheChain() => Assert.False(Leaf(1.5).Long().Double().RequiresGrad);

    [Fact]
    public void Ag011_GradientHasTheDtypeOfItsLeaf()
    {
        var x = Tensor.Ones([3], requiresGrad: true);
        x.Double().Sum().Backward();
        Assert.Equal(DType.Float32, x.Grad!.DType);
        Equal(x.Grad, 1, 1, 1);
        var z = Leaf(1, 2);
        z.Float().Sum().Backward();
        Assert.Equal(DType.Float64, z.Grad!.DType);
    }

    [Fact]
    public void Ag012_PromotionIsUndoneInTheGradient()
    {
        var a = Tensor.Ones([2], requiresGrad: true);
        var b = Const(3, 4);
        var y = a * b;
        Assert.Equal(DType.Float64, y.DType);
        y.Sum().Backward();
        Assert.Equal(DType.Float32, a.Grad!.DType);
        Equal(a.Grad, 3, 4);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2)]
    public void Ag013_OneElementNeedsNoGradient(int rank)
    {
        var x = OnesLeaf([.. Enumerable.Repeat(1, rank)]);
        (x * 3).Backward();
        Equal(x.Grad, 3);
    }

    [Fact]
    public void Ag014_SeveralElementsNeedOne() => Throws<InvalidOperationException>(() => (Leaf(1, 2) * 2).Backward(), "[2]", "gradient");

    [Fact]
    public void Ag015_AConstantHasNoGraph() => Throws<InvalidOperationException>(() => Tensor.Scalar(1.0).Backward(), "graph");

    [Fact]
    public void Ag016_BackwardOnALeaf()
    {
        var v = Leaf(1, 2);
        v.Backward(Const(5, 6));
        Equal(v.Grad, 5, 6);
    }

    [Fact]
    public void Ag017_EmptyGradientsKeepTheirShape()
    {
        var a = Tensor.Zeros([4, 0], DType.Float64, requiresGrad: true);
        var b = Tensor.Zeros([4, 1], DType.Float64, requiresGrad: true);
        (a + b).Sum().Backward();
        Assert.Equal([4, 0], a.Grad!.Shape.ToArray());
        Assert.Equal([4, 1], b.Grad!.Shape.ToArray());
        Equal(b.Grad, 0, 0, 0, 0);
    }

    [Fact]
    public void Ag018_GradientsAccumulate()
    {
        var x = Leaf(3);
        (x * x).Sum().Backward();
        Equal(x.Grad, 6);
        (x * x).Sum().Backward();
        Equal(x.Grad, 12);
    }

    [Fact]
    public void Ag019_AllUsesAreSummedOnce()
    {
        var x = LeafScalar(2);
        (x * x + 3 * x + x).Backward();
        Equal(x.Grad, 8);
    }

    [Fact]
    public void Ag020_AccumulationIsInPlace()
    {
        var x = Leaf(3);
        (x * x).Sum().Backward();
        var g = x.Grad;
        (x * x).Sum().Backward();
        Assert.Same(g, x.Grad);
        Equal(g, 12);
    }

    [Fact]
    public void Ag021_WithCreateGraphItIsNot()
    {
        var x = Leaf(3);
        (x * x).Sum().Backward();
        var g = x.Grad;
        (x * x).Sum().Backward(createGraph: true);
        Assert.NotSame(g, x.Grad);
        Equal(g, 6);
        Equal(x.Grad, 12);
    }

    [Fact]
    public void Ag022_TheGradientArgumentIsNeverChanged()
    {
        var x = Leaf(1, 2);
        var y = x + 0;
        var g = Const(1, 1);
        Gradient.Backward([y, y, y], [g, g, g]);
        Equal(x.Grad, 3, 3);
        x.Backward(g);
        x.Backward(g);
        Equal(x.Grad, 5, 5);
        Equal(g, 1, 1);
        var z = Leaf(1, 2);
        z.Backward(g);
        z.Grad!.Add_(1);
        Equal(g, 1, 1);
    }

    [Fact]
    public void Ag023_ADiamondWithLongBranches()
    {
        Tensor x = Leaf(1), y = Leaf(1);
        Tensor a = x + 2, c = x + 2, b = y + 2;
        var sum = a + b + c;
        for (int i = 0; i < 4; i++) (a, b, c) = (a + a, b + b, c + c);
        (sum + a + b + c).Sum().Backward();
        Equal(x.Grad, 34);
        Equal(y.Grad, 17);
    }

    [Fact]
    public void Ag024_NullStartsFromScratch()
    {
        var x = Leaf(3);
        (x * x).Sum().Backward();
        x.Grad = null;
        (x * x).Sum().Backward();
        Equal(x.Grad, 6);
    }

    [Fact]
    public void Ag025_OnlyAFittingGradientCanBeAssigned()
    {
        var x = Leaf(1, 2);
        Throws<ArgumentException>(() => x.Grad = Const(1, 2, 3), "[3]", "[2]");
        Throws<ArgumentException>(() => x.Grad = Tensor.Ones([2]), "float32", "float64");
        Throws<ArgumentException>(() => x.Grad = x);
        Assert.Null(x.Grad);
        x.Grad = Const(7, 7);
        Equal(x.Grad, 7, 7);
    }

    [Fact]
    public void Ag027_GradientsHaveAGraphWithCreateGraphOnly()
    {
        var x = Leaf(3);
        x.Pow(3).Sum().Backward();
        Assert.False(x.Grad!.RequiresGrad);
        x.Grad = null;
        x.Pow(3).Sum().Backward(createGraph: true);
        Assert.True(x.Grad!.RequiresGrad);
    }
}
