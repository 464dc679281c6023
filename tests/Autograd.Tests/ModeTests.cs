using Gpu.Kernels;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Recording on and off; detached tensors.</summary>
public class ModeTests
{
    [Fact]
    public void Ag086_NoGradRecordsNothing()
    {
        var x = Leaf(1);
        using var mode = GradMode.NoGrad();
        var y = x * 2;
        Assert.False(y.RequiresGrad);
        Throws<InvalidOperationException>(() => y.Backward(), "NoGrad");
    }

    [Fact]
    public void Ag087_088_ModesNestAndAreRestored()
    {
        var x = Leaf(1);
        using (GradMode.NoGrad())
        {
            using (GradMode.Enable()) Assert.True((x * 2).RequiresGrad);
            Assert.False((x * 2).RequiresGrad);
            try
            {
                using (GradMode.Enable()) throw new InvalidOperationException();
            }
            catch (InvalidOperationException)
            {
                Assert.False(GradMode.IsEnabled);
            }
        }
        Assert.True(GradMode.IsEnabled);
    }

    [Fact]
    public void Ag089_SetStaysUntilDisposed()
    {
        var scope = GradMode.Set(false);
        Assert.False(GradMode.IsEnabled);
        scope.Dispose();
        Assert.True(GradMode.IsEnabled);
    }

    [Fact]
    public void Ag090_TheModeIsTheThreads()
    {
        using var mode = GradMode.NoGrad();
        bool other = false;
        var thread = new Thread(() => other = GradMode.IsEnabled);
        thread.Start();
        thread.Join();
        Assert.True(other);
    }

    [Fact]
    public void Ag091_FactoriesMakeLeavesInNoGrad()
    {
        using var mode = GradMode.NoGrad();
        Assert.True(Tensor.Zeros([2], requiresGrad: true).RequiresGrad);
    }

    [Fact]
    public void Ag092_ALeafMayBeChangedInNoGrad()
    {
        var x = Leaf(1, 2);
        using (GradMode.NoGrad())
        {
            x[0] = Tensor.Scalar(7.0);
            x.Sub_(Const(1, 1));
        }
        Assert.True(x.IsLeaf && x.RequiresGrad);
        Equal(x, 6, 1);
    }

    [Fact]
    public void Ag093_ButNoGradCountsVersions()
    {
        var x = Leaf(1, 2);
        var z = (x * Leaf(3, 4)).Sum();
        using (GradMode.NoGrad()) x.Mul_(2);
        Throws<InvalidOperationException>(() => z.Backward(), "Multiply", "version 0", "version 1");
    }

    [Fact]
    public void Ag094_AViewMadeInNoGradIsNotChangedOutside()
    {
        Tensor x = Leaf(1, 2), v;
        var y = x * 1;
        using (GradMode.NoGrad()) v = y.Narrow(0, 0, 1);
        Throws<InvalidOperationException>(() => v.Mul_(2), "NoGrad");
    }

    [Fact]
    public void Ag099_DetachSharesMemoryButNotHistory()
    {
        var x = Leaf(1, 2);
        var source = x * 2;
        var y = source.Detach();
        Assert.True(y.IsLeaf && !y.RequiresGrad);
        Assert.Same(source.Storage, y.Storage);
        (x + y).Sum().Backward();
        Equal(x.Grad, 1, 1);
    }

    [Fact]
    public void Ag100_DetachSharesTheVersion()
    {
        var x = Leaf(1, 2);
        var y = x.Square();
        x.Detach().Zero_();
        Throws<InvalidOperationException>(() => y.Backward(Const(1, 1)), "Square", "version");
    }

    [Fact]
    public void Ag102_DetachInPlaceCutsLaterUsesOnly()
    {
        var x = Leaf(3);
        var a = x * x;
        var before = a * a;
        a.DetachInPlace();
        Assert.True(a.IsLeaf && !a.RequiresGrad);
        Assert.False((a * 2).RequiresGrad);
        var g = Gradient.Of(before, x, createGraph: true);
        Equal(g, 108);
        Equal(Gradient.Of(g, x), 108);
    }

    [Fact]
    public void Ag103_AViewCannotBeDetachedInPlace() => Throws<InvalidOperationException>(() => (Leaf(1, 2) * 1)[0].DetachInPlace(), "view");

    [Fact]
    public void Ag104_CloneCopiesContiguousDoesNot()
    {
        var x = Leaf(1, 2);
        Assert.NotSame(x.Storage, x.Clone().Storage);
        Assert.True(x.Clone().HasGraph);
        Assert.Same(x, x.Contiguous());
        Assert.Same(x, x.To(DType.Float64));
        Assert.Same(x, x.To(Device.Cpu));
    }

    [Fact]
    public void Ag106_ItemReadsOneElement()
    {
        Assert.Equal(3, Leaf(3).Item());
        Throws<InvalidOperationException>(() => Leaf(1, 2).Item(), "[2]");
    }
}
