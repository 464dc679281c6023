using System.Diagnostics;
using Gpu.Kernels.Accelerated;
using Gpu.Kernels.Functors;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Accelerated;

/// <summary>Chains become kernels of their own on accelerators, in the background or at once.</summary>
[Collection(SerialCollection.Name)]
public class ChainTests : IDisposable
{
    private const int Count = 3000;

    private readonly FusionMode _before = Fusion.Mode;

    public void Dispose() => Fusion.Mode = _before;

    [Theory, AllDevices]
    public void AChainIsCompiledInTheBackgroundAndTheBitsStay(string name)
    {
        if (Device.Get(name).Backend is not GpuBackend backend) return;
        Fusion.Mode = FusionMode.Off;
        float[] expected = Read(Chain(name, new Absolute(), 0.5)), other = Read(Chain(name, new Absolute(), -1.25));
        Fusion.Mode = FusionMode.Background;
        int ready = backend.Compositions.Ready;
        for (int i = 0; i < 3; i++) Same.Bits(expected, Read(Chain(name, new Absolute(), 0.5)));
        var clock = Stopwatch.StartNew();
        while (backend.Compositions.Ready == ready && clock.Elapsed < TimeSpan.FromMinutes(2)) Thread.Sleep(5);
        Assert.Equal(ready + 1, backend.Compositions.Ready);
        Same.Bits(expected, Read(Chain(name, new Absolute(), 0.5)));
        // Another parameter is no other kernel.
        Same.Bits(other, Read(Chain(name, new Absolute(), -1.25)));
        Assert.Equal(ready + 1, backend.Compositions.Ready);
    }

    [Theory, AllDevices]
    public void AtOnceNothingRunsOneByOne(string name)
    {
        if (Device.Get(name).Backend is not GpuBackend backend) return;
        Fusion.Mode = FusionMode.Off;
        var expected = Read(Chain(name, new Square(), 2));
        Fusion.Mode = FusionMode.AtOnce;
        var chain = Chain(name, new Square(), 2);
        Device.Get(name).Memory.ResetPeak();
        long live = Device.Get(name).Memory.Live;
        Same.Bits(expected, Read(chain));
        // The result and nothing beside it.
        Assert.InRange(Device.Get(name).Memory.Peak - live, Count * sizeof(float), 2 * Count * sizeof(float) - 1);
        Assert.True(backend.Compositions.Ready > 0);
    }

    /// <summary>y = f(max(c x + b, x)), b a row for all rows of x.</summary>
    private static Storage Chain<TOp>(string name, TOp last, double c) where TOp : struct, INumUnary
    {
        var device = Device.Get(name);
        var layout = Layout.Contiguous([60, 50]);
        var (x, b) = (new Storage(device, DType.Float32, Count), new Storage(device, DType.Float32, 50));
        device.Upload<float>([.. Enumerable.Range(0, Count).Select(i => MathF.Sin(i))], x);
        device.Upload<float>([.. Enumerable.Range(0, 50).Select(i => MathF.Cos(i))], b);
        Operand value = new(x, layout), row = new(b, Layout.Contiguous([50]).BroadcastTo([60, 50]));
        var scaled = new Operand(Deferred.MapNum(new MulScalar(c), value, layout), layout);
        var shifted = new Operand(Deferred.MapNum(new Add(), scaled, row, layout), layout);
        var larger = new Operand(Deferred.MapNum(new Maximum(), shifted, value, layout), layout);
        return Deferred.MapNum(last, larger, layout);
    }

    private static float[] Read(Storage storage)
    {
        var values = new float[storage.Count];
        storage.Device.Download<float>(storage, values);
        return values;
    }
}
