using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Accelerated;

/// <summary>What a device says about its memory, and what happens when it ends.</summary>
[Collection(SerialCollection.Name)]
public class DeviceMemoryTests
{
    private const int Floats = 1 << 20;

    [Theory, AllDevices]
    public void ReleasedMemoryIsPooledAndReused(string name)
    {
        var memory = Device.Get(name).Memory;
        memory.Trim();
        long live = memory.Live;
        var storage = new Storage(Device.Get(name), DType.Float32, Floats);
        var block = storage.Block;
        Assert.Equal(live + 4 * Floats, memory.Live);
        Assert.True(memory.Peak >= memory.Live);
        storage.Release();
        Assert.Equal(live, memory.Live);
        Assert.Equal(4 * Floats, memory.Pooled);
        var second = new Storage(Device.Get(name), DType.Float32, Floats);
        Assert.Same(block, second.Block);
        Assert.Equal(0, memory.Pooled);
        second.Release();
        memory.Trim();
        Assert.Equal(0, memory.Pooled);
    }

    [Theory, AllDevices]
    public void TemporariesOfAReductionGoBack(string name)
    {
        var device = Device.Get(name);
        var x = Arrays.On(device, new float[100_000], 100_000);
        var y = Arrays.Empty(device, DType.Float32, 1);
        device.Backend.Reduce(new Functors.Sum(), x, y);
        Arrays.Read<float>(y);
        long live = device.Memory.Live;
        for (int i = 0; i < 10; i++) device.Backend.Reduce(new Functors.Sum(), x, y);
        device.Synchronize();
        Assert.Equal(live, device.Memory.Live);
        GC.KeepAlive(x);
    }

    [Theory, AllDevices]
    public void TooMuchIsAnErrorAndTheDeviceGoesOn(string name)
    {
        var device = Device.Get(name);
        long budget = device.Memory.Budget;
        device.Memory.Trim();
        device.Memory.Budget = device.Memory.Live + (16 << 20);
        try
        {
            var error = Assert.Throws<DeviceMemoryException>(() => new Storage(device, DType.Float32, 8 << 20));
            Assert.Equal(32 << 20, error.Requested);
            Assert.Contains($"'{name}'", error.Message);
            var x = Arrays.On(device, new[] { 1f, 2f }, 2);
            Assert.Equal([1f, 2f], Arrays.Read<float>(x));
        }
        finally
        {
            device.Memory.Budget = budget;
        }
    }

    [Theory, AllDevices]
    public void PartsAreCopied(string name)
    {
        var device = Device.Get(name);
        var x = Arrays.On(device, new[] { 1, 2, 3, 4, 5 }, 5);
        long toHost = device.CopiesToHost, toDevice = device.CopiesToDevice;
        device.Upload<int>([30, 40], x.Storage, start: 2);
        var part = new int[3];
        device.Download<int>(x.Storage, part, start: 1);
        Assert.Equal([2, 30, 40], part);
        Assert.Equal((toHost + 1, toDevice + 1), (device.CopiesToHost, device.CopiesToDevice));
    }
}
