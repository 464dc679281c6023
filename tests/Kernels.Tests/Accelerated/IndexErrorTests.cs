using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Accelerated;

/// <summary>A bad index is an error at the call or at the next read, and touches nothing.</summary>
[Collection(SerialCollection.Name)]
public class IndexErrorTests
{
    [Theory, AllDevices(-1L), AllDevices(3L), AllDevices(5_000_000_000L), AllDevices(long.MinValue)]
    public void Gather(string name, long bad)
    {
        var device = Device.Get(name);
        var x = Arrays.On(device, new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3);
        var index = Arrays.On(device, new long[] { 2, bad, 0, 1 }, 2, 2);
        var y = Arrays.Empty(device, DType.Float32, 2, 2);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            device.Backend.Gather(x, index, y, 1);
            Arrays.Read<float>(y);
        });
        Assert.Contains("Gather", error.Message);
        Assert.Contains($"index {bad} is outside dimension 1, which has size 3", error.Message);
        Assert.Equal([1, 2, 3, 4, 5, 6], Arrays.Read<float>(x));
    }

    [Theory, AllDevices(-1L), AllDevices(4L), AllDevices(1L << 40)]
    public void ScatterAdd(string name, long bad)
    {
        var device = Device.Get(name);
        var y = Arrays.On(device, new float[] { 1, 1, 1, 1 }, 4);
        var index = Arrays.On(device, new[] { bad, bad, bad }, 3);
        var x = Arrays.On(device, new float[] { 5, 6, 7 }, 3);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            device.Backend.ScatterAdd(y, index, x, 0);
            device.Synchronize();
        });
        Assert.Contains("Scatter-add", error.Message);
        Assert.Contains($"index {bad} is outside dimension 0, which has size 4", error.Message);
        Assert.Equal([1, 1, 1, 1], Arrays.Read<float>(y));
    }

    [Theory, AllDevices]
    public void IsRaisedOnce(string name)
    {
        var device = Device.Get(name);
        var x = Arrays.On(device, new[] { 1, 2 }, 2);
        var y = Arrays.Empty(device, DType.Int32, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            device.Backend.Gather(x, Arrays.On(device, new[] { 2L }, 1), y, 0);
            device.Synchronize();
        });
        device.Synchronize();
        device.Backend.Gather(x, Arrays.On(device, new[] { 1L }, 1), y, 0);
        Assert.Equal([2], Arrays.Read<int>(y));
    }
}
