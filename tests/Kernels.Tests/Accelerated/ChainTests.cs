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

    /// <summary>By groups and by threads, over rows, columns and everything, in one chunk and in several. Rows that are broadcast are no lines: such chains are computed first.</summary>
    [Theory, AllDevices]
    public void AFoldTakesTheChainIn(string name)
    {
        if (Device.Get(name).Backend is not GpuBackend) return;
        foreach (var (rows, columns, keptRows, keptColumns) in new[] { (60, 50, 1, 1), (60, 50, 60, 1), (60, 50, 1, 50), (2, 1500, 1, 1500), (1500, 2, 1500, 1), (2, 20000, 2, 1), (1, 40000, 1, 1) })
        {
            var kept = Layout.Contiguous([keptRows, keptColumns]);
            Fusion.Mode = FusionMode.Off;
            var expected = Folded(name, new Sum(), new Square(), rows, columns, kept, 0);
            Fusion.Mode = FusionMode.AtOnce;
            Same.Bits(expected, Folded(name, new Sum(), new Square(), rows, columns, kept, rows * columns * sizeof(float)));
            Fusion.Mode = FusionMode.Off;
            expected = Folded(name, new Sum(), new Square(), rows, columns, kept, 0, isWhole: false);
            Fusion.Mode = FusionMode.AtOnce;
            Same.Bits(expected, Folded(name, new Sum(), new Square(), rows, columns, kept, 0, isWhole: false));
        }
    }

    [Theory, AllDevices]
    public void AFoldOfAChainIsCompiledInTheBackgroundAndTheBitsStay(string name)
    {
        if (Device.Get(name).Backend is not GpuBackend backend) return;
        var kept = Layout.Contiguous([60, 1]);
        Fusion.Mode = FusionMode.Off;
        float[] expected = Folded(name, new Functors.Product(), new Negate(), 60, 50, kept, 0);
        Fusion.Mode = FusionMode.Background;
        int ready = backend.Compositions.Ready;
        for (int i = 0; i < 3; i++) Same.Bits(expected, Folded(name, new Functors.Product(), new Negate(), 60, 50, kept, 0));
        var clock = Stopwatch.StartNew();
        // The chain itself was computed three times too.
        while (backend.Compositions.Ready < ready + 2 && clock.Elapsed < TimeSpan.FromMinutes(2)) Thread.Sleep(5);
        Assert.Equal(ready + 2, backend.Compositions.Ready);
        Same.Bits(expected, Folded(name, new Functors.Product(), new Negate(), 60, 50, kept, 60 * 50 * sizeof(float)));
    }

    /// <summary>A value inside of the chain that is used again is kept on the way.</summary>
    [Theory, AllDevices]
    public void AFoldKeepsWhatIsUsedAgain(string name)
    {
        if (Device.Get(name).Backend is not GpuBackend) return;
        var layout = Layout.Contiguous([60, 50]);
        var (sums, uses) = (new List<float[]>(), new List<float[]>());
        foreach (var mode in new[] { FusionMode.Off, FusionMode.AtOnce })
        {
            Fusion.Mode = mode;
            var inner = Chain(name, new Square(), 0.5, isWhole: true);
            inner = Deferred.Map(new Exp(), new Operand(inner, layout), layout);
            inner.WillBeRead();
            var outer = Deferred.MapNum(new Square(), new Operand(inner, layout), layout);
            var sum = new Storage(inner.Device, DType.Float32, 1);
            inner.Device.Backend.Reduce(new Sum(), new(outer, layout), new(sum, Layout.Contiguous([1, 1])));
            Assert.False(inner.IsPending);
            Assert.Equal(mode == FusionMode.AtOnce, outer.IsPending);
            sums.Add(Read(sum));
            uses.Add(Read(inner));
        }
        Same.Bits(sums[0], sums[1]);
        Same.Bits(uses[0], uses[1]);
    }

    /// <summary>fold of f(max(x / 2 + b, x)). <paramref name="saved"/>: bytes of the chain's result, for which there must be no memory at any time; 0 where there may be.</summary>
    private static float[] Folded<TOp, TLast>(string name, TOp op, TLast last, int rows, int columns, Layout kept, long saved, bool isWhole = true) where TOp : struct, IReduction where TLast : struct, INumUnary
    {
        var (chain, result) = (Chain(name, last, 0.5, rows, columns, isWhole), new Storage(Device.Get(name), DType.Float32, kept.Count));
        var memory = Device.Get(name).Memory;
        memory.ResetPeak();
        long live = memory.Live;
        Device.Get(name).Backend.Reduce(op, new(chain, Layout.Contiguous([rows, columns])), new(result, kept));
        if (saved > 0) Assert.InRange(memory.Peak - live, 0, saved - 1);
        return Read(result);
    }

    /// <summary>y = f(max(c x + b, x)), b a row for all rows of x, or as large as x.</summary>
    private static Storage Chain<TOp>(string name, TOp last, double c, int rows = 60, int columns = 50, bool isWhole = false) where TOp : struct, INumUnary
    {
        var device = Device.Get(name);
        var layout = Layout.Contiguous([rows, columns]);
        var second = Layout.Contiguous(isWhole ? [rows, columns] : [columns]);
        var (x, b) = (new Storage(device, DType.Float32, rows * columns), new Storage(device, DType.Float32, second.Count));
        device.Upload<float>([.. Enumerable.Range(0, rows * columns).Select(i => MathF.Sin(i))], x);
        device.Upload<float>([.. Enumerable.Range(0, second.Count).Select(i => MathF.Cos(i))], b);
        Operand value = new(x, layout), row = new(b, second.BroadcastTo([rows, columns]));
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
