using Gpu.Kernels;
using Gpu.Testing;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Corners where a wrong number would pass unnoticed. Expected values are closed forms, checked with PyTorch 1.13.</summary>
public class EdgeCaseTests
{
    [Fact]
    public void AnExpandedViewOfAChangedTensorGetsTheSumOfItsGradients()
    {
        var x = Leaf(1, 2);
        var b = x * 2;
        var e = b.Expand(3, 2);
        b.Add_(1);
        (e * Tensor.From(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } })).Sum().Backward();
        Equal(x.Grad, 18, 24);
    }

    [Fact]
    public void ARowOfAnExpandedViewChangesTheWholeTensor()
    {
        var x = Leaf(1, 2);
        var b = x * 2;
        var e = b.Expand(3, 2);
        e[0].Mul_(5);
        e.Sum().Backward();
        Equal(e.Reshape(-1), 10, 20, 10, 20, 10, 20);
        Equal(x.Grad, 30, 30);
    }

    [Fact]
    public void ASecondDerivativeGoesThroughAnExpandedViewOfAChangedTensor()
    {
        var x = Leaf(1, 2);
        var b = x * x;
        var e = b.Expand(3, 2);
        b.Mul_(2);
        var first = Gradient.Of((e * e).Sum(), x, createGraph: true);
        Equal(first, 48, 384);
        first.Sum().Backward();
        Equal(x.Grad, 144, 576);
    }

    [Fact]
    public void AValueThatWasReplacedIsNotTakenForTheSavedOne()
    {
        Tensor x = Leaf(3), w = Leaf(2), y = x * w;
        w.SetData(Const(10));
        Throws<InvalidOperationException>(() => y.Backward(), "Multiply", "saved");
    }

    [Theory, AllDevices]
    public void LargeIntegersAreAddedExactlyInPlace(string device)
    {
        const long large = (1L << 60) + 1;
        var x = Tensor.From(new long[] { 0, 2 }, device: Device.Get(device));
        Assert.Equal([large, large + 2], (x + large).ToArray<long>());
        Assert.Equal([large, large + 2], x.Clone().Add_(large).ToArray<long>());
        Assert.Equal([-large, 2 - large], x.Clone().Sub_(large).ToArray<long>());
        Assert.Equal([0, 2 * large], x.Clone().Mul_(large).ToArray<long>());
    }

    [Theory, AllDevices]
    public void AFiniteNumberIsNotCloseToAnInfinity(string device)
    {
        var d = Device.Get(device);
        Tensor one = Tensor.From(new[] { 1f }, device: d), infinite = Tensor.From(new[] { float.PositiveInfinity }, device: d);
        Assert.False(one.AllClose(infinite));
        Assert.False(infinite.AllClose(one));
        Assert.False(infinite.AllClose(-infinite));
        Assert.True(infinite.AllClose(infinite));
    }

    [Theory, AllDevices]
    public void BoolsAddedAtOnePlaceStayBools(string device)
    {
        var d = Device.Get(device);
        var y = Tensor.Zeros([2], DType.Bool, d).ScatterAdd(0, Tensor.From(new long[] { 1, 1, 1 }, device: d), Tensor.Ones([3], DType.Bool, d));
        Assert.Equal([false, true], y.ToArray<bool>());
        Assert.Equal([false, true], y.Eq(Tensor.Ones([2], DType.Bool, d)).ToArray<bool>());
    }

    [Theory, AllDevices]
    public void FoldsOfNothing(string device)
    {
        var d = Device.Get(device);
        Assert.True(Tensor.Zeros([0], DType.Bool, d).All().Eq(true).Item<bool>());
        Assert.False(Tensor.Zeros([0], DType.Bool, d).Any().Item<bool>());
        Assert.Equal([1f, 1f, 1f], Tensor.Zeros([0, 3], device: d).Prod(0).ToArray<float>());
        Assert.Equal([0f, 0f, 0f], Tensor.Zeros([3, 0, 2], device: d).Sum([1, 2]).ToArray<float>());
        Assert.Equal(0, Tensor.Zeros([0, 3], device: d).Sum(1).Count);
        Assert.Equal([0, 0, 3], Tensor.Zeros([0, 2, 0, 3], device: d).Sum(1).Shape.ToArray());
    }

    [Theory, AllDevices]
    public void ProductsOverNothingAreZero(string device)
    {
        var d = Device.Get(device);
        Tensor a = Tensor.Ones([2, 3, 0], device: d, requiresGrad: true), b = Tensor.Ones([0, 4], device: d, requiresGrad: true);
        var y = a.MatMul(b);
        Assert.Equal([2, 3, 4], y.Shape.ToArray());
        Assert.Equal(new float[24], y.ToArray<float>());
        y.Sum().Backward();
        Assert.Equal([2, 3, 0], a.Grad!.Shape.ToArray());
        Assert.Equal([0, 4], b.Grad!.Shape.ToArray());
        Assert.Equal([0, 3, 4], Tensor.Ones([0, 3, 5], device: d).MatMul(Tensor.Ones([5, 4], device: d)).Shape.ToArray());
        Assert.Equal([2, 0, 4], Tensor.Ones([2, 0, 5], device: d).MatMul(Tensor.Ones([2, 5, 4], device: d)).Shape.ToArray());
    }

    [Theory, AllDevices]
    public void AnIndexIntoNothingIsRefused(string device)
    {
        var d = Device.Get(device);
        Assert.ThrowsAny<ArgumentException>(() => Tensor.Zeros([0, 3], device: d)[Tensor.From(new long[] { 0 }, device: d)].ToArray<float>());
        Assert.Equal([0, 3], Tensor.Zeros([0, 3], device: d)[Tensor.Zeros([0], DType.Int64, d)].Shape.ToArray());
    }

    [Fact]
    public void RowsAreSetFromBroadcastValues()
    {
        var x = Tensor.Zeros([4, 2]);
        x[Tensor.From(new long[] { 3, -4 })] = Tensor.From(new float[,] { { 5, 6 } });
        Assert.Equal([5f, 6, 0, 0, 0, 0, 5, 6], x.ToArray<float>());
        x[Tensor.From(new long[,] { { 1 }, { 2 } })] = Tensor.From(new float[] { 7, 8, 9, 10 }, DType.Float32).Reshape(2, 1, 2);
        Assert.Equal([5f, 6, 7, 8, 9, 10, 5, 6], x.ToArray<float>());
        x[Tensor.From(new long[] { 0, 1 })] = Tensor.Scalar(1f);
        Assert.Equal([1f, 1, 1, 1, 9, 10, 5, 6], x.ToArray<float>());
        x[Tensor.From(new long[] { 0, 1 })] = Tensor.From(new float[] { 2, 3 });
        Assert.Equal([2f, 3, 2, 3, 9, 10, 5, 6], x.ToArray<float>());
        var v = Tensor.Zeros([3]);
        v[Tensor.From(new long[] { 2, 0 })] = Tensor.From(new float[] { 4, 5 });
        Assert.Equal([5f, 0, 4], v.ToArray<float>());
    }

    [Theory, AllDevices]
    public void OverlappingOperandsInPlace(string device)
    {
        var d = Device.Get(device);
        var x = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } }, device: d);
        Assert.Equal([2f, 5, 5, 8], x.Clone().Add_(x.T).ToArray<float>());
        var own = x.Clone();
        own.Add_(own.T);
        Assert.Equal([2f, 5, 5, 8], own.ToArray<float>());
        var line = Tensor.Arange(6, DType.Float32, d);
        line[1..6].Copy_(line[0..5]);
        Assert.Equal([0f, 0, 1, 2, 3, 4], line.ToArray<float>());
        line[0..3].Sub_(line[2..5]);
        Assert.Equal([-1f, -2, -2, 2, 3, 4], line.ToArray<float>());
    }

    [Fact]
    public void AGradientMayBeAddedToItsOwnTransposedSelf()
    {
        var x = Tensor.Zeros([64, 64], DType.Float64, requiresGrad: true);
        x.Grad = Tensor.Arange(4096, DType.Float64).Reshape(64, 64);
        var expected = (x.Grad + x.Grad.T).ToArray<double>();
        x.T.Backward(x.Grad);
        Assert.Equal(expected, x.Grad.ToArray<double>());
    }

    [Fact]
    public void AnOutputThatAFunctionSavedKeepsItsHistory()
    {
        var x = Leaf(3);
        var y = new ExpOfSaved().Apply(x);
        var first = Gradient.Of(y, x, createGraph: true);
        Equal(first, Math.Exp(3));
        first.Backward();
        Equal(x.Grad, Math.Exp(3));
    }

    [Theory, AllDevices]
    public void GradientsOfRepeatedIndicesAddUp(string device)
    {
        var d = Device.Get(device);
        var x = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, device: d, requiresGrad: true);
        (x[Tensor.From(new long[] { 2, -1, 2, 0 }, device: d)] * Tensor.From(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 }, { 7, 8 } }, device: d)).Sum().Backward();
        Assert.Equal([7f, 8, 0, 0, 9, 12], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void AnExpandedViewOfAnUpdatedLeafGetsTheSumOfItsGradients()
    {
        var w = Leaf(1, 2);
        var e = w.Expand(3, 2);
        using (GradMode.NoGrad()) w.Sub_(1);
        (e * e).Sum().Backward();
        Equal(w.Grad, 0, 6);
    }

    [Fact]
    public void AStepMayBeLargerThanTheTensor()
    {
        var x = Tensor.Arange(5, DType.Float32);
        Assert.Equal([0f], x[Slice.Every(int.MaxValue)].ToArray<float>());
        Assert.Equal([2f], x[Slice.Every(int.MaxValue, 2..)].ToArray<float>());
    }

    [Fact]
    public void GradientsFromManyThreadsBelongToTheScopeOfTheirLeaves()
    {
        var leaves = new Tensor[8];
        using (Scope.Begin())
        {
            for (int i = 0; i < leaves.Length; i++) leaves[i] = Leaf(1, 2, 3);
            var threads = Array.ConvertAll(leaves, leaf => new Thread(() =>
            {
                for (int step = 0; step < 300; step++)
                {
                    using var inner = Scope.Begin();
                    leaf.Grad = null;
                    (leaf * leaf).Sum().Backward();
                }
            }));
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
            foreach (var leaf in leaves) Equal(leaf.Grad, 2, 4, 6);
        }
        foreach (var leaf in leaves) Assert.True(leaf.Grad!.Storage.IsReleased);
    }

    private sealed class ExpOfSaved : Function
    {
        protected override Tensor[] Forward(FunctionContext context, ReadOnlySpan<Tensor> inputs)
        {
            var y = inputs[0].Exp();
            context.Save(y);
            return [y];
        }

        protected override Tensor?[] Backward(FunctionContext context, ReadOnlySpan<Tensor?> gradients) => [gradients[0]! * context.Saved[0]];
    }
}
