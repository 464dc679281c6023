using Gpu.Kernels;
using Gpu.Testing;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Memory and transfers of training steps.</summary>
[Collection(SerialCollection.Name)]
public class MemoryTests
{
    [Theory, AllDevices]
    public void LiveIsFlatWithScopes(string name)
    {
        var device = Device.Get(name);
        var (x, t, parameters) = Model(device);
        Collect(device);
        long first = 0;
        for (int step = 0; step < 100; step++)
        {
            using (Scope.Begin()) Step(x, t, parameters);
            if (step == 1) first = device.Memory.Live;
            if (step > 1) Assert.Equal(first, device.Memory.Live);
        }
    }

    [Theory, AllDevices]
    public void TheGradientOfAGatherTakesItsOwnSizeOnly(string name)
    {
        var device = Device.Get(name);
        const int Count = 1 << 16;
        var x = Tensor.Zeros([Count], device: device, requiresGrad: true);
        var index = Tensor.From(new long[] { 5, 5, Count - 1 }, device: device);
        for (int i = 0; i < 2; i++)
        {
            using var scope = Scope.Begin();
            x.Grad = null;
            var y = x.Gather(0, index).Sum();
            device.Memory.ResetPeak();
            long before = device.Memory.Live;
            y.Backward();
            Assert.InRange(device.Memory.Peak - before, Count * sizeof(float), Count * sizeof(float) * 5 / 4);
            Assert.Equal([2f, 0f, 1f], x.Grad!.Gather(0, Tensor.From(new long[] { 5, 6, Count - 1 }, device: device)).ToArray<float>());
        }
    }

    [Theory, AllDevices]
    public void LiveIsFlatWithoutScopes(string name)
    {
        var device = Device.Get(name);
        var (x, t, parameters) = Model(device);
        Step(x, t, parameters);
        Collect(device);
        long first = device.Memory.Live;
        for (int step = 0; step < 100; step++) Step(x, t, parameters);
        Collect(device);
        Assert.Equal(first, device.Memory.Live);
    }

    [Theory, AllDevices]
    public void AStepReadsNothingButTheLoss(string name)
    {
        var device = Device.Get(name);
        var (x, t, parameters) = Model(device);
        Step(x, t, parameters);
        long toHost = device.CopiesToHost, toDevice = device.CopiesToDevice;
        for (int step = 0; step < 5; step++) Step(x, t, parameters);
        Assert.Equal((toHost, toDevice), (device.CopiesToHost, device.CopiesToDevice));
        double loss = Step(x, t, parameters).Item();
        Assert.True(double.IsFinite(loss));
        Assert.Equal(toHost + 1, device.CopiesToHost);
    }

    private sealed class ReadsAtItsEnd(Tensor x)
    {
        public static float Seen;

        ~ReadsAtItsEnd()
        {
            // A rental after the collection: were the memory of x taken for free, this would overwrite it.
            Tensor.Full(x.Shape, float.NaN).Dispose();
            Seen = x[0].Item<float>();
        }
    }

    [Fact]
    public void AFinalizerMayReadATensor()
    {
        Forget();
        Collect(Device.Cpu);
        Assert.Equal(7, ReadsAtItsEnd.Seen);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Forget() => _ = new ReadsAtItsEnd(Tensor.Full([77_777], 7));
    }

    [Fact]
    public void Ag036_SavedValuesAreReleasedByThePass()
    {
        var device = Device.Cpu;
        var x = Tensor.Ones([1 << 16], requiresGrad: true);
        var y = Loss(x);
        Collect(device);
        long before = device.Memory.Live;
        y.Backward();
        Collect(device);
        // exp kept 256 KiB; the gradient takes as much again.
        Assert.True(device.Memory.Live <= before, $"{device.Memory.Live} live bytes after the pass, {before} before.");
        Assert.True(double.IsFinite(y.Item()));

        static Tensor Loss(Tensor x) => (x * 1).Exp().Sum();
    }

    [Fact]
    public void AGradientOutlivesTheScopeOfItsStep()
    {
        var w = Leaf(1, 2);
        using (Scope.Begin()) (w * w).Sum().Backward();
        Equal(w.Grad, 2, 4);
        Tensor kept, lost;
        using (Scope.Begin())
        {
            kept = (w.Detach() * 2).Keep();
            lost = w.Detach() * 3;
        }
        Equal(kept, 2, 4);
        Throws<ObjectDisposedException>(() => lost.ToArray<double>(), "scope");
        kept.Dispose();
        Throws<ObjectDisposedException>(() => kept.ToArray<double>(), "Dispose");
    }

    [Fact]
    public void BackwardGivesItsOwnMemoryBackAtOnce()
    {
        var device = Device.Cpu;
        var x = Tensor.Ones([1 << 18], requiresGrad: true);
        Tensor y = x;
        for (int i = 0; i < 20; i++) y = y * 1.01;
        var loss = y.Sum();
        Collect(device);
        device.Memory.ResetPeak();
        long before = device.Memory.Live;
        loss.Backward();
        // Of the twenty gradients of 1 MiB two are alive at a time.
        Assert.True(device.Memory.Peak - before <= 4 << 20, $"The pass needed {device.Memory.Peak - before} bytes.");
    }

    private static (Tensor X, Tensor T, Tensor[] Parameters) Model(Device device)
    {
        var generator = new Generator(1);
        return (Tensor.Randn([32, 8], device: device, generator: generator), Tensor.Randn([32, 2], device: device, generator: generator),
        [
            Tensor.Randn([8, 16], device: device, generator: generator).RequireGrad(), Tensor.Zeros([16], device: device, requiresGrad: true),
            Tensor.Randn([16, 2], device: device, generator: generator).RequireGrad(), Tensor.Zeros([2], device: device, requiresGrad: true),
        ]);
    }

    private static Tensor Step(Tensor x, Tensor t, Tensor[] p)
    {
        foreach (var parameter in p) parameter.Grad = null;
        var loss = ((x.MatMul(p[0]) + p[1]).Tanh().MatMul(p[2]) + p[3] - t).Square().Mean();
        loss.Backward();
        using var mode = GradMode.NoGrad();
        foreach (var parameter in p) parameter.Sub_(parameter.Grad! * 0.01);
        return loss;
    }

    private static void Collect(Device device)
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        device.Synchronize();
    }
}
