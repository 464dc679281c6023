using Gpu.Kernels;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Retaining and releasing graphs, Gradient.Of, higher orders.</summary>
public class GraphTests
{
    [Fact]
    public void Ag030_ASecondPassNeedsRetainGraph()
    {
        var x = Leaf(3);
        var y = x * x;
        y.Backward();
        Throws<InvalidOperationException>(() => y.Backward(), "retainGraph", "Multiply");
    }

    [Fact]
    public void Ag031_ExceptWhereNothingWasSaved()
    {
        var x = Leaf(3);
        var y = x + 1;
        y.Backward();
        y.Backward();
        Equal(x.Grad, 2);
    }

    [Fact]
    public void Ag032_TheLastPassReleases()
    {
        var x = Leaf(3);
        var y = x * x;
        y.Backward(retainGraph: true);
        y.Backward();
        Throws<InvalidOperationException>(() => y.Backward(), "retainGraph");
    }

    [Fact]
    public void Ag033_CreateGraphRetains()
    {
        var x = Leaf(3);
        var y = x * x;
        y.Backward(createGraph: true);
        y.Backward();
    }

    [Fact]
    public void Ag034_TwoLossesOverOneIntermediate()
    {
        var x = Leaf(3);
        var h = x * x;
        Tensor l1 = h * 2, l2 = h * 3;
        l1.Backward();
        Throws<InvalidOperationException>(() => l2.Backward(), "retainGraph");
        x.Grad = null;
        h = x * x;
        (l1, l2) = (h * 2, h * 3);
        l1.Backward(retainGraph: true);
        l2.Backward();
        Equal(x.Grad, 30);
    }

    [Fact]
    public void Ag035_GradientOfReleasesToo()
    {
        var x = Leaf(3);
        var y = x * x;
        Equal(Gradient.Of(y, x), 6);
        Throws<InvalidOperationException>(() => Gradient.Of(y, x), "retainGraph");
    }

    [Fact]
    public void Ag037_OnlyWhatIsNeededIsSaved()
    {
        Tensor x = Leaf(3), c = Const(2), h = x + 0;
        var y = h * c;
        h.Add_(5);
        y.Backward();
        Equal(x.Grad, 2);
    }

    [Fact]
    public void Ag041_GradientOfStoresNothing()
    {
        Tensor x = Leaf(1, 2), y = Leaf(3, 4);
        var z = x * x + x * y + y * y;
        var g = Gradient.Of(z, [x, y], Const(1, 1));
        Equal(g[0], 5, 8);
        Equal(g[1], 7, 10);
        Assert.Null(x.Grad);
        Assert.Null(y.Grad);
    }

    [Fact]
    public void Ag042_OfAnIntermediate()
    {
        var x = Leaf(2);
        var visited = false;
        var h = new Probing(() => visited = true).Apply(x);
        var y = h * h;
        Equal(Gradient.Of(y, h), 4);
        Assert.False(visited);
        Assert.Null(x.Grad);
    }

    [Fact]
    public void Ag043_AnUnusedInputIsAnError() =>
        Throws<InvalidOperationException>(() => Gradient.Of(Leaf(1) * 2, Leaf(2)), "allowUnused");

    [Fact]
    public void Ag044_OrNull()
    {
        var x = Leaf(1);
        var g = Gradient.Of(x * 2, [x, Leaf(2)], allowUnused: true);
        Equal(g[0], 2);
        Assert.Null(g[1]);
    }

    [Fact]
    public void Ag045_NodesThatLeadNowhereDoNotRun()
    {
        Tensor x = Leaf(1), y = Leaf(2);
        var z = new Probing(() => throw new InvalidOperationException("must not run")).Apply(x) + y;
        Equal(Gradient.Of(z, y), 1);
        Assert.Null(Gradient.Of(z.Detach().RequireGrad() * 1, [y], allowUnused: true)[0]);
    }

    [Fact]
    public void Ag046_ConstantsHaveNoGradient()
    {
        Tensor x = Const(1), y = Leaf(2);
        Throws<InvalidOperationException>(() => Gradient.Of(x * y, x), "require grad");
        Throws<InvalidOperationException>(() => Gradient.Of(x, y), "require grad");
    }

    [Fact]
    public void Ag047_NoInputsIsAnError() => Throws<ArgumentException>(() => Gradient.Of(Leaf(1) * 2, []), "input");

    [Fact]
    public void Ag048_GradOutputsMustFit() => Throws<ArgumentException>(() => Gradient.Of(Leaf(1, 2) * 2, Leaf(1), Const(1, 2, 3)), "[3]", "[2]");

    [Fact]
    public void Ag049_SeveralRoots()
    {
        Tensor x = Leaf(1), y = Leaf(2), q = Leaf(3), a = Leaf(4), b = Leaf(5), gz = Const(10), gc = Const(100);
        Tensor z = x + y + 2 * q, c = a * b + 2 * q;
        Gradient.Backward([z, c], [gz, gc]);
        Equal(x.Grad, 10);
        Equal(y.Grad, 10);
        Equal(a.Grad, 500);
        Equal(b.Grad, 400);
        Equal(q.Grad, 220);
    }

    [Fact]
    public void Ag050_TheSameRootTwice()
    {
        Tensor a = Leaf(2), b = Leaf(3), g = Const(1);
        var y = a * b;
        Gradient.Backward([y, y], [g, g]);
        Equal(a.Grad, 6);
    }

    [Fact]
    public void Ag051_ARootAboveAnother()
    {
        var x = Leaf(2);
        var y = x.Pow(2);
        var z = y.Pow(3);
        Gradient.Backward([y, z], [Const(10), Const(1)]);
        Equal(x.Grad, 2 * 2 * 10 + 6 * 32);
    }

    [Fact]
    public void Ag052_054_055_BackwardToChosenInputs()
    {
        Tensor x = Leaf(2), y = Leaf(3), other = Leaf(1);
        var h = x * y;
        (h * h).Backward(inputs: [x], retainGraph: true);
        Equal(x.Grad, 36);
        Assert.Null(y.Grad);
        var h2 = x * y;
        (h2 * h2).Backward(inputs: [h2]);
        Equal(h2.Grad, 12);
        Assert.Null(y.Grad);
        (x * y).Backward(inputs: [other]);
        Assert.Null(other.Grad);
        Throws<ArgumentException>(() => (x * y).Backward(inputs: []), "inputs");
    }

    [Fact]
    public void Ag056_InGroups()
    {
        Tensor Build(Tensor x, out Tensor a, out Tensor b) => (a = x.Exp()) * (b = x.Sin()) + a;
        Tensor x = Leaf(0.3, 0.7), y = Leaf(0.3, 0.7);
        Build(x, out _, out _).Sum().Backward();
        var loss = Build(y, out var a, out var b).Sum();
        var g = Gradient.Of(loss, [a, b]);
        Gradient.Backward([a, b], g);
        Equal(y.Grad, x.Grad!.ToArray<double>());
    }

    [Fact]
    public void Ag057_058_059_DefaultsAndDuplicates()
    {
        var x = Leaf(3);
        var g = Gradient.Of([x * x, x * 2], [x, x], [null, Const(10)]);
        Equal(g[0], 26);
        Equal(g[1], 26);
        Equal(Gradient.Of(x, x, Const(4)), 4);
    }

    [Fact]
    public void Ag060_ThreeOrders()
    {
        var x = LeafScalar(2);
        var g1 = Gradient.Of(x.Pow(3), x, createGraph: true);
        var g2 = Gradient.Of(g1, x, createGraph: true);
        var g3 = Gradient.Of(g2, x);
        Equal(g1, 12);
        Equal(g2, 12);
        Equal(g3, 6);
    }

    [Fact]
    public void Ag061_HessianVector()
    {
        Tensor x = Leaf(2), y = Leaf(3);
        (x * x + x * y + y * y).Backward(Const(1), createGraph: true);
        var both = 2 * x.Grad! + y.Grad!;
        both.Backward(Const(1));
        Equal(x.Grad, 7 + 5);
        Equal(y.Grad, 8 + 4);
    }

    [Fact]
    public void Ag062_AGradientWithoutCreateGraphIsAConstant()
    {
        var x = Leaf(2);
        var g = Gradient.Of(x * x, x);
        Assert.False(g.RequiresGrad);
        Throws<InvalidOperationException>(() => Gradient.Of(g, x), "createGraph");
    }

    [Fact]
    public void Ag063_GradientPenalty()
    {
        // f = Σ (w x)², g = 2 w² x, penalty (|g| - 1)²: d/dw by hand.
        Tensor x = Leaf(1, 2), w = LeafScalar(0.7);
        var g = Gradient.Of((w * x).Square().Sum(), x, createGraph: true);
        (g.Norm() - 1).Square().Backward();
        double norm = 2 * 0.49 * Math.Sqrt(5);
        Equal(w.Grad, 2 * (norm - 1) * (4 * 0.7 * Math.Sqrt(5)));
    }

    [Fact]
    public void Ag064_JacobianTimesVector()
    {
        Tensor x = Leaf(2, 3), v = Leaf(1, 1);
        var y = x.Pow(3);
        var g = Gradient.Of(y, x, v, createGraph: true);
        Equal(Gradient.Of(g, v, Const(5, 7)), 12 * 5, 27 * 7);
    }

    [Fact]
    public void Ag067_BackwardFunctionsRecordOnlyWithCreateGraph()
    {
        var modes = new List<bool>();
        var x = Leaf(2);
        var y = new Probing(() =>
        {
            modes.Add(GradMode.IsEnabled);
            GradMode.Set(!GradMode.IsEnabled);
        }).Apply(x);
        y.Backward();
        y.Backward(createGraph: true);
        Assert.Equal([false, true], modes);
        Assert.True(GradMode.IsEnabled);
    }

    [Fact]
    public void Ag068_SlopesAtKinks()
    {
        Equal(GradientAt(0, x => x.Relu()), 0);
        Equal(GradientAt(0, x => x.Abs()), 0);
        Equal(GradientAt(0, x => x.Sqrt()), double.PositiveInfinity);
        Equal(GradientAt(0, x => x.Norm()), 0);
        Equal(GradientAt(1, x => x.Clamp(1, 2)), 1);
        Equal(GradientAt(2, x => x.Clamp(1, 2)), 1);
    }

    [Fact]
    public void Ag069_TiesShareTheGradient()
    {
        var x = Leaf(1, 3, 3, 2);
        Equal(Gradient.Of(x.Max(), x), 0, 0.5, 0.5, 0);
        var nan = Leaf(double.NaN, double.NaN);
        Equal(Gradient.Of(nan.Max(), nan), 0.5, 0.5);
    }

    [Fact]
    public void Ag070_MaxOverADimensionTakesOneIndex()
    {
        var x = Leaf(3, 3, 1);
        Equal(Gradient.Of(x.Max(0).Values, x), 1, 0, 0);
    }

    [Fact]
    public void Ag071_ExponentOfZero()
    {
        var b = Leaf(-1, 0, 1);
        Equal(Gradient.Of(Const(0, 0, 0).Pow(b).Sum(), b), double.NegativeInfinity, 0, 0);
    }

    [Fact]
    public void Ag072_PowerZeroHasGradientZero() => Equal(GradientAt(0, x => x.Pow(0)), 0);

    [Fact]
    public void Ag073_TheBranchNotTakenIsNotMasked()
    {
        var x = Leaf(-1, 4);
        Equal(Gradient.Of(Tensor.Where(x > 0, x.Sqrt(), 0.0).Sum(), x), double.NaN, 0.25);
    }

    [Fact]
    public void Ag074_075_ProductsWithZeros()
    {
        var x = Leaf(2, 0, 3);
        var g = Gradient.Of(x.Prod(), x, createGraph: true);
        Equal(g, 0, 6, 0);
        Equal(Gradient.Of(g[1], x), 3, 0, 2);
        var z = Leaf(0, 0, 3);
        Equal(Gradient.Of(z.Prod(), z), 0, 0, 0);
    }

    [Fact]
    public void Ag076_077_BroadcastsAreSummed()
    {
        Tensor a = OnesLeaf(3, 1), b = OnesLeaf(4), s = LeafScalar(2), m = Tensor.Arange(6).Double().Reshape(2, 3);
        (a + b).Backward(Tensor.Ones([3, 4], DType.Float64));
        Equal(a.Grad, 4, 4, 4);
        Assert.Equal([3, 1], a.Grad!.Shape.ToArray());
        Equal(b.Grad, 3, 3, 3, 3);
        (s * m).Sum().Backward();
        Assert.Equal(0, s.Grad!.Rank);
        Equal(s.Grad, 15);
    }

    [Fact]
    public void Ag078_079_ExpandedTensors()
    {
        var x = Tensor.Ones([1, 3], DType.Float64, requiresGrad: true);
        var w = Tensor.Arange(12).Double().Reshape(4, 3);
        (x.Expand(4, 3) * w).Sum().Backward();
        Equal(x.Grad, 18, 22, 26);
        var z = OnesLeaf(2, 2);
        (z * z).Backward(Tensor.Scalar(1.0, DType.Float64).Expand(2, 2));
        Equal(z.Grad, 2, 2, 2, 2);
    }

    [Fact]
    public void Ag080_083_085_RepeatedAndUnused()
    {
        var x = Leaf(1, 2, 3, 4);
        Equal(Gradient.Of(x[Tensor.From([1L, 1L, 3L])].Sum(), x), 0, 2, 0, 1);
        Equal(Gradient.Of(x.Split([1, 1, 2])[1].Sum(), x), 0, 1, 0, 0);
        Equal(Gradient.Of((Tensor.Cat([x, x]) * Const(1, 2, 3, 4, 5, 6, 7, 8)).Sum(), x), 6, 8, 10, 12);
    }

    private static Tensor GradientAt(double at, Func<Tensor, Tensor> f)
    {
        var x = Leaf(at);
        return Gradient.Of(f(x), x);
    }

    /// <summary>The identity, which says when its backward pass runs.</summary>
    private sealed class Probing(Action visited) : Function
    {
        protected override Tensor[] Forward(FunctionContext context, ReadOnlySpan<Tensor> inputs) => [inputs[0] * 1];

        protected override Tensor?[] Backward(FunctionContext context, ReadOnlySpan<Tensor?> gradients)
        {
            visited();
            return [gradients[0]];
        }
    }
}
