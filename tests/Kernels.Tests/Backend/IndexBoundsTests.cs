using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

/// <summary>Indices outside of a tensor. Alone on the device: whoever waits for it next is told.</summary>
[Collection(SerialCollection.Name)]
public class IndexBoundsTests
{
    [Theory, AllDevices(-1), AllDevices(6), AllDevices(1 << 30)]
    public void An_index_outside_is_an_error(string device, int bad)
    {
        var x = Sample<float>.Of(device, [6, 3], i => i, Arrangement.Offset);
        var y = Sample<float>.Of(device, [4, 3], i => i, Arrangement.Offset);
        var index = Sample<long>.Of(device, [4, 3], i => i == 7 ? bad : 1);
        void Fails(Action action)
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            {
                action();
                x.Device.Synchronize();
            });
            Assert.Contains(bad.ToString(), error.Message);
            Assert.Contains("6", error.Message);
        }
        Fails(() => x.Device.Backend.Gather(x.Operand, index.Operand, y.Operand, 0));
        Assert.True(y.SurroundingsAreUntouched());
        Fails(() => x.Device.Backend.ScatterAdd(x.Operand, index.Operand, y.Operand, 0));
        Assert.True(x.SurroundingsAreUntouched());
    }
}
