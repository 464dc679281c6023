using Gpu.Kernels;
using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using Gpu.Testing;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Chains that stay pending: what the user sees is what eager operations show.</summary>
[Collection(SerialCollection.Name)]
public class FusionTests : IDisposable
{
    private readonly FusionMode _before = Fusion.Mode;

    public FusionTests() => Fusion.Mode = FusionMode.AtOnce;

    public void Dispose() => Fusion.Mode = _before;

    /// <summary>y = 2 eˣ, and notes every evaluation.</summary>
    private readonly struct Counted : IUnaryOp
    {
        public static int Calls;

        public N Forward<N>(N x) where N : struct, IReal<N>
        {
            if (typeof(N).Name.StartsWith("Lanes", StringComparison.Ordinal)) Interlocked.Increment(ref Calls);
            return N.Exp(x) + N.Exp(x);
        }

        public N Derivative<N>(N x, N y) where N : struct, IReal<N> => y;

        public Saved Saves => Saved.Output;
    }

    [Fact]
    public void AnIntermediateResultTakesNoMemory()
    {
        var device = Device.Cpu;
        var x = Tensor.Ones([1 << 18]);
        Collect();
        device.Memory.ResetPeak();
        long before = device.Memory.Live;
        var y = ((x * 2 + 1).Sigmoid() - x).Tanh();
        Assert.Equal(before, device.Memory.Live);
        Assert.Equal(Math.Tanh(1 / (1 + Math.Exp(-3)) - 1), y[7].Item(), 1e-6);
        Assert.Equal(before + (1 << 20), device.Memory.Live);
        Assert.Equal(before + (1 << 20), device.Memory.Peak);
    }

    [Fact]
    public void SmallResultsRunAtOnceUnlessTold()
    {
        Fusion.Mode = FusionMode.Background;
        Assert.False((Tensor.Ones([Fusion.SmallestOnHost - 1]) * 2).Storage.IsPending);
        Assert.True((Tensor.Ones([Fusion.SmallestOnHost]) * 2).Storage.IsPending);
        Assert.False((Tensor.Ones([1 << 14], DType.Int64) * 2).Storage.IsPending);
        Fusion.Mode = FusionMode.Off;
        Assert.False((Tensor.Ones([1 << 14]) * 2).Storage.IsPending);
    }

    [Fact]
    public void AChangeInPlaceComesAfterWhatReadTheOldValues()
    {
        var x = Tensor.From([1.0, 2, 3]);
        var y = x * 10;
        var z = y + x;
        x.Add_(100);
        Equal(z, 11, 22, 33);
        Equal(y, 10, 20, 30);
        Equal(x, 101, 102, 103);
    }

    [Fact]
    public void EveryWriterLetsPendingReadersKeepTheOldValues()
    {
        Action<Tensor>[] writers =
        [
            x => x.Add_(1), x => x.Mul_(Const(2, 3)), x => x.Fill_(7), x => x.Zero_(), x => x.Copy_(Const(8, 9)), x => x.Exp_(), x => x.Relu_(), x => x.Uniform_(), x => x.Normal_(),
            x => x.MaskedFill_(x.Gt(1), 5), x => x.Update_(new LinearCombination(2, 3), x.Clone()), x => x.Update_(new MultiplyAdd(), x.Clone(), x.Clone()), x => x[0] = Tensor.Scalar(3.0, DType.Float64),
            x => x[..1].Fill_(4), x => x.Device.Upload<double>([5, 6], x.Storage), x => x.Copy_(x * 2),
        ];
        foreach (var write in writers)
        {
            var x = Const(1, 2);
            Tensor lone = x * 3, inner = x + 1, outer = inner * inner;
            write(x);
            Equal(lone, 3, 6);
            Equal(outer, 4, 9);
            Equal(inner, 2, 3);
        }
    }

    [Fact]
    public void AChangeOfAPendingResultComesAfterItsReaders()
    {
        var x = Const(1, 2);
        var y = x * 2;
        var z = y + 1;
        y.Mul_(10);
        Equal(z, 3, 5);
        Equal(y, 20, 40);
        var v = y + 1;
        v.Add_(v);
        Equal(v, 42, 82);
    }

    [Fact]
    public void SavedValuesThatChangeAreStillRefused()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        var z = y * y;
        using (GradMode.NoGrad()) y.Add_(1);
        Throws<InvalidOperationException>(() => z.Sum().Backward(), "in place", "version");
    }

    [Fact]
    public void WhatIsPendingInAScopeEndsWithIt()
    {
        var x = Const(1, 2);
        Tensor lost, kept, inside;
        using (Scope.Begin())
        {
            inside = x + 1;
            lost = inside * 2;
            kept = (inside * 3).Keep();
        }
        Throws<ObjectDisposedException>(() => lost.ToArray<double>(), "scope");
        Throws<ObjectDisposedException>(() => (lost + 1).ToArray<double>(), "scope");
        Throws<ObjectDisposedException>(() => inside.MatMul(inside), "scope");
        Equal(kept, 6, 9);
        Assert.True(lost.Storage.IsReleased);
    }

    [Fact]
    public void AResultThatOutlivesWhatItReadsIsRight()
    {
        Tensor y;
        using (Scope.Begin())
        {
            var x = Tensor.From([1.0, 2]);
            Assert.False(x.Storage.IsPending);
            using (Scope.Pause()) y = x * 2 + 1;
        }
        Equal(y, 3, 5);

        var a = Const(4, 5);
        var half = a * 0.5;
        var z = half + a;
        half.Dispose();
        a.Dispose();
        Throws<ObjectDisposedException>(() => a.ToArray<double>(), "Dispose");
        Throws<ObjectDisposedException>(() => (a + 1).ToArray<double>(), "Dispose");
        Throws<ObjectDisposedException>(() => (half + 1).ToArray<double>(), "Dispose");
        Equal(z, 6, 7.5);
    }

    [Fact]
    public void MemoryIsGivenBackWhenTheLastReaderHasRun()
    {
        var device = Device.Cpu;
        var x = Tensor.Ones([1 << 18]);
        Collect();
        long before = device.Memory.Live;
        var y = x * 2;
        var z = y + 1;
        x.Dispose();
        y.Dispose();
        Assert.Equal(before, device.Memory.Live);
        Assert.Equal(3, z[0].Item());
        // The memory of x is gone, that of z is there.
        Assert.Equal(before, device.Memory.Live);
        z.Dispose();
        Assert.Equal(before - (1 << 20), device.Memory.Live);
    }

    [Fact]
    public void ADroppedResultLetsGoOfWhatItRead()
    {
        var device = Device.Cpu;
        var x = Tensor.Ones([1 << 18]);
        Collect();
        long before = device.Memory.Live;
        var y = x * 2;
        x.Dispose();
        Assert.Equal(before, device.Memory.Live);
        y.Dispose();
        Assert.Equal(before - (1 << 20), device.Memory.Live);
    }

    [Fact]
    public void WindowsAndReshapesOfPendingResults()
    {
        var x = Tensor.Arange(12, DType.Float64).Reshape(3, 4);
        var y = x * 2;
        Equal(y[1] + 1, 9, 11, 13, 15);
        var z = x * 2;
        Equal((z.Transpose(0, 1) + z.Transpose(0, 1)).Reshape(-1)[..4], 0, 16, 32, 4);
        var v = x * 2;
        Equal((v.Reshape(2, 6) + 1)[1], 13, 15, 17, 19, 21, 23);
        var w = x[.., 1..3] * 2;
        Equal((w + 1).Reshape(-1), 3, 5, 11, 13, 19, 21);
        var column = x[.., ..1] * 10;
        Equal((x + column).Reshape(-1), 0, 1, 2, 3, 44, 45, 46, 47, 88, 89, 90, 91);
        Equal((Tensor.Scalar(2.0, DType.Float64) * 3 + x)[2], 14, 15, 16, 17);
    }

    [Fact]
    public void ADearResultThatIsSavedIsComputedOnce()
    {
        const int count = 4096;
        int expected = 0;
        foreach (var mode in new[] { FusionMode.Off, FusionMode.AtOnce })
        {
            Fusion.Mode = mode;
            var x = Tensor.Full([count], 0.5, requiresGrad: true);
            Counted.Calls = 0;
            var s = Tensor.Apply(new Counted(), x);
            var y = (s * x + s).Sum();
            y.Backward();
            if (mode == FusionMode.Off) expected = Counted.Calls;
            Assert.InRange(Counted.Calls, 1, expected);
            Assert.Equal(Math.Exp(0.5) * (2 * 0.5 + 2 + 2), x.Grad![9].Item(), 1e-5);
            // Not again for a reader that comes later.
            _ = s.ToArray<float>();
            Assert.InRange(Counted.Calls, 1, expected);
        }
    }

    [Fact]
    public void AReductionTakesTheChainInAndWritesOneNumber()
    {
        var device = Device.Cpu;
        Tensor y = Tensor.Full([1 << 18], 3.0, requiresGrad: true), t = Tensor.Ones([1 << 18]);
        Collect();
        device.Memory.ResetPeak();
        long before = device.Memory.Live;
        var loss = (y - t).Pow(2).Sum();
        Assert.Equal(4 << 18, loss.Item());
        Assert.InRange(device.Memory.Peak - before, 0, 4096);
        loss.Backward();
        Assert.All(y.Grad!.ToArray<float>(), g => Assert.Equal(4, g));
        // The gradient itself, and nothing beside it.
        Assert.InRange(device.Memory.Peak - before, 1 << 20, (1 << 20) + 4096);
    }

    [Theory]
    [InlineData(1, 100_000), InlineData(7, 40_000), InlineData(300, 70), InlineData(5, 16_384), InlineData(3, 33_000), InlineData(40, 9)]
    public void ReductionsOfChainsHaveTheSameBits(int rows, int columns)
    {
        foreach (var dtype in new[] { DType.Float32, DType.Float64 })
        {
            var (x, b) = (Tensor.Randn([rows, columns], dtype), Tensor.Randn([columns], dtype));
            Tensor[] Results(Tensor y) => [y.Sum(), y.Sum(-1), y.Sum(0), y.Amax(), y.Amin(-1), y.Prod(-1), y.Mean(-1, keepDim: true), y.ArgMax(-1)];
            Fusion.Mode = FusionMode.Off;
            var expected = Results((x * b).Tanh() - x);
            Fusion.Mode = FusionMode.AtOnce;
            for (int i = 0; i < expected.Length; i++)
            {
                // Alone, so that the first to ask is this one.
                var alone = Results((x * b).Tanh() - x)[i];
                Same.Bits(expected[i].Double().ToArray<double>(), alone.Double().ToArray<double>(), $"result {i}");
                var first = (x * b).Tanh() - x;
                Same.Bits(expected[i].Double().ToArray<double>(), Results(first)[i].Double().ToArray<double>(), $"result {i} after the others");
            }
        }
    }

    [Fact]
    public void ADearResultThatIsFoldedTwiceIsComputedTwiceAtMost()
    {
        var x = Tensor.Full([4096], 0.5);
        Counted.Calls = 0;
        _ = Tensor.Apply(new Counted(), x).ToArray<float>();
        int once = Counted.Calls;
        var y = Tensor.Apply(new Counted(), x);
        for (int i = 0; i < 5; i++) _ = y.Sum().Item();
        Assert.InRange(Counted.Calls, 2 * once, 3 * once);
    }

    [Fact]
    public void ALongChainIsCutAndRight()
    {
        var x = Tensor.From([1.0, -1], requiresGrad: true);
        Tensor y = x, plain = x.Detach();
        for (int i = 0; i < 200; i++) y = y * 1.01 + 0.001;
        for (int i = 0; i < 200; i++) plain = Tensor.From(plain.ToArray<double>().Select(v => v * 1.01 + 0.001).ToArray());
        Same.Bits(plain.ToArray<double>(), y.ToArray<double>());
        y.Sum().Backward();
        Near.Values([Math.Pow(1.01, 200), Math.Pow(1.01, 200)], x.Grad!.ToArray<double>(), 1e-12);
    }

    [Fact]
    public void ManyInputsAreCutAndRight()
    {
        var inputs = Enumerable.Range(0, 20).Select(i => Const(i, 2 * i)).ToArray();
        var sum = inputs[0];
        foreach (var input in inputs[1..]) sum = sum + input;
        Equal(sum, 190, 380);
        var pairs = inputs.Select(x => x * x).ToArray();
        while (pairs.Length > 1) pairs = pairs.Chunk(2).Select(p => p.Length == 2 ? p[0] + p[1] : p[0]).ToArray();
        Equal(pairs[0], 2470, 9880);
    }

    [Fact]
    public void ThreadsThatUseTheSamePendingResultSeeOneValue()
    {
        for (int round = 0; round < 20; round++)
        {
            var x = Tensor.Full([5000], 0.25);
            var y = Tensor.Apply(new Counted(), x) * x;
            var z = y + 1;
            var results = new float[8][];
            Parallel.For(0, 8, i => results[i] = (i % 2 == 0 ? z - 1 : y + 0).ToArray<float>());
            float expected = (float)(2 * Math.Exp(0.25) * 0.25);
            foreach (var result in results) Near.Values(Enumerable.Repeat((double)expected, 5000).ToArray(), result, 1e-6, 1e-6);
            x.Zero_();
            Assert.Equal(expected, y[4999].Item(), 1e-6);
        }
    }

    [Fact]
    public async Task AWriterWaitsForThreadsThatRead()
    {
        for (int round = 0; round < 20; round++)
        {
            var x = Tensor.Ones([20000]);
            Tensor y = (x + 1).Exp(), z = (y * 2).Log();
            var reader = Task.Run(() => z.ToArray<float>());
            x.Fill_(50);
            Assert.All(await reader, value => Assert.Equal(2 + Math.Log(2), value, 1e-5));
            Assert.Equal(Math.Exp(2), y[123].Item(), 1e-5);
        }
    }

    /// <summary>y = eˣ; a thread that is told to stops inside until it may go on.</summary>
    private readonly struct Gate : IUnaryOp
    {
        [ThreadStatic] public static bool Stops;
        public static readonly ManualResetEventSlim Inside = new(), GoOn = new();

        public N Forward<N>(N x) where N : struct, IReal<N>
        {
            if (Stops && typeof(N).Name.StartsWith("Lanes", StringComparison.Ordinal))
            {
                Stops = false;
                Inside.Set();
                GoOn.Wait(TimeSpan.FromSeconds(20));
            }
            return N.Exp(x);
        }

        public N Derivative<N>(N x, N y) where N : struct, IReal<N> => y;

        public Saved Saves => Saved.Output;
    }

    [Fact]
    public void MemoryThatAnotherThreadStillReadsIsNotLentAgain()
    {
        // Few enough elements for one thread to compute alone.
        const int count = 20_000;
        var x = Tensor.Full([count], 0.5);
        var y = Tensor.Apply(new Gate(), x);
        Tensor left = y + 1, right = y + 1;
        x.Dispose();
        float[] late = [];
        var reader = new Thread(() =>
        {
            Gate.Stops = true;
            late = right.ToArray<float>();
        });
        reader.Start();
        Assert.True(Gate.Inside.Wait(TimeSpan.FromSeconds(20)));
        // This thread is done with y first. Nobody waits for x any more, but it is being read.
        float[] early = left.ToArray<float>();
        for (int i = 0; i < 4; i++) _ = Tensor.Full([count], float.NaN);
        Gate.GoOn.Set();
        reader.Join();
        Same.Bits<float>(early, late);
        Assert.Equal(Math.Exp(0.5) + 1, late[^1], 1e-5);
    }

    [Fact]
    public void ProductsTakePendingOperands()
    {
        Tensor a = Tensor.Randn([130, 700]), b = Tensor.Randn([700, 260]), c = Tensor.Randn([260]), v = Tensor.Randn([700]);
        Tensor[] Results() => [a.Tanh().MatMul(b * 2), (c + 1).AddMm(a.Exp(), b.Neg()), a.Exp().MatMul(v * 3), (v * 3).MatMul(b.Tanh()), (a[..2, ..3] * 2).MatMul(b[..3, ..2] + 1)];
        Fusion.Mode = FusionMode.Off;
        var expected = Results();
        Fusion.Mode = FusionMode.AtOnce;
        foreach (var (one, other) in expected.Zip(Results())) Same.Bits(one.ToArray<float>(), other.ToArray<float>());
    }

    [Fact]
    public void LackOfMemoryShowsAtTheUseAndTheProgramGoesOn()
    {
        var device = Device.Cpu;
        long budget = device.Memory.Budget;
        var x = Tensor.Ones([1 << 18]);
        var y = x * 2 + 1;
        Collect();
        device.Memory.Trim();
        try
        {
            device.Memory.Budget = device.Memory.Live + 1024;
            Assert.Throws<DeviceMemoryException>(() => y.ToArray<float>());
        }
        finally
        {
            device.Memory.Budget = budget;
        }
        Assert.Equal(3, y[5].Item());
    }

    [Fact]
    public void LiveIsFlatWhenPendingResultsArePiledUp()
    {
        var device = Device.Cpu;
        var w = Tensor.Ones([4096], requiresGrad: true);
        long first = 0;
        for (int step = 0; step < 300; step++)
        {
            using (Scope.Begin())
            {
                w.Grad = null;
                ((w * 2 - 1).Square() + w.Sigmoid()).Sum().Backward();
                using var mode = GradMode.NoGrad();
                w.Sub_(w.Grad! * 0.01);
            }
            if (step == 2) first = device.Memory.Live;
            if (step > 2) Assert.Equal(first, device.Memory.Live);
        }
    }

    /// <summary>So that garbage of other tests does not count.</summary>
    private static void Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
