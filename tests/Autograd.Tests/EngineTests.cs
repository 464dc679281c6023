using Gpu.Kernels;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Depth, width, order, reentrance and threads.</summary>
public class EngineTests
{
    [Fact]
    public void Ag038_039_ADeepChain()
    {
        var x = Leaf(1);
        var y = x;
        for (int i = 0; i < 100_000; i++) y += 1;
        y.Backward();
        Equal(x.Grad, 1);
        y = null;
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [Fact]
    public void Ag040_ADeepChainWithCreateGraph()
    {
        Tensor x = LeafScalar(1), c = LeafScalar(1), y = x;
        for (int i = 0; i < 50_000; i++) y *= c;
        var g = Gradient.Of(y, c, createGraph: true);
        Equal(g, 50_000);
        Equal(Gradient.Of(g, x), 50_000);
    }

    [Fact]
    public void Ag190_AWideFan()
    {
        var x = Leaf(2);
        var parts = new Tensor[10_000];
        for (int i = 0; i < parts.Length; i++) parts[i] = x * 1.5;
        Tensor.Cat(parts).Sum().Backward();
        Equal(x.Grad, 15_000);
    }

    [Fact]
    public void Ag189_TheLatestReadyNodeRunsFirst()
    {
        var order = new List<string>();
        var x = Leaf(1);
        Tensor a = x * 2, b = x * 3, c = x * 4;
        foreach (var (tensor, name) in new[] { (a, "a"), (b, "b"), (c, "c") })
            tensor.RegisterHook(_ => { order.Add(name); return null; });
        (a + b + c).Backward();
        Assert.Equal(["c", "b", "a"], order);
    }

    [Fact]
    public void Ag179_180_BackwardInsideBackward()
    {
        Tensor x = Leaf(3), inner = Leaf(5);
        var y = new Inner(() => (inner * inner).Backward()).Apply(x);
        y.Backward();
        Equal(inner.Grad, 10);
        Equal(x.Grad, 1);
        Throws<InvalidOperationException>(() => new Inner(() => Const(1).Backward()).Apply(x).Backward(), "graph");
    }

    [Fact]
    public void Ag181_DeepReentrance()
    {
        static Tensor Nested(Tensor x, int depth) => new Inner(() =>
        {
            if (depth > 0) Nested(x.Detach().RequireGrad(), depth - 1).Backward();
        }).Apply(x);

        var x = Leaf(3);
        Nested(x, 200).Backward();
        Equal(x.Grad, 1);
    }

    [Fact]
    public void Ag182_ReentranceFromAHook()
    {
        var p = Leaf(2);
        var tmp = p * p;
        tmp.RegisterHook(g =>
        {
            using var mode = GradMode.Enable();
            var q = Leaf(g.Item());
            return g + Gradient.Of(q * q + 5 * q, q) - 5;
        });
        tmp.Backward();
        // 1 + 2·1 + 5 - 5 = 3, times dtmp/dp = 4
        Equal(p.Grad, 12);
    }

    [Fact]
    public void Ag183_185_188_ThreadsWithTheirOwnGraphs()
    {
        var shared = Leaf(3);
        var built = shared * shared * shared;
        var results = new double[10];
        InThreads(10, i =>
        {
            var x = Leaf(i);
            (x * x).Backward();
            results[i] = x.Grad!.Item() + Gradient.Of(shared * shared, shared).Item();
        });
        for (int i = 0; i < 10; i++) Assert.Equal(2 * i + 6, results[i]);
        Assert.Null(shared.Grad);
        InThreads(1, _ => built.Backward());
        Equal(shared.Grad, 27);
    }

    [Fact]
    public void Ag184_186_ThreadsShareALeafAndAGraph()
    {
        var x = Leaf(3);
        InThreads(10, _ => { for (int i = 0; i < 50; i++) (x * x).Backward(); });
        Equal(x.Grad, 500 * 6);
        x.Grad = null;
        var h = x * x;
        InThreads(5, i => (h * (i + 1)).Backward(retainGraph: true));
        Equal(x.Grad, 15 * 6);
    }

    [Fact]
    public void Ag187_AnExceptionSurfacesInItsThread()
    {
        var errors = new Exception?[2];
        InThreads(2, i =>
        {
            try
            {
                if (i == 0) Const(1).Backward();
                else (Leaf(1) * 2).Backward();
            }
            catch (InvalidOperationException error)
            {
                errors[i] = error;
            }
        });
        Assert.NotNull(errors[0]);
        Assert.Null(errors[1]);
    }

    private static void InThreads(int count, Action<int> action)
    {
        var failures = new List<Exception>();
        var threads = Enumerable.Range(0, count).Select(i => new Thread(() =>
        {
            try
            {
                action(i);
            }
            catch (Exception error)
            {
                lock (failures) failures.Add(error);
            }
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.Empty(failures);
    }

    /// <summary>The identity, with something else to do in its backward pass.</summary>
    private sealed class Inner(Action action) : Function
    {
        protected override Tensor[] Forward(FunctionContext context, ReadOnlySpan<Tensor> inputs) => [inputs[0]];

        protected override Tensor?[] Backward(FunctionContext context, ReadOnlySpan<Tensor?> gradients)
        {
            using var mode = GradMode.Enable();
            action();
            return [gradients[0]];
        }
    }
}
