using Gpu.Kernels;
using Gpu.Testing;
using Xunit;
using static Gpu.Autograd.Tests.Helpers;

namespace Gpu.Autograd.Tests;

/// <summary>Indices outside their dimension. An asynchronous device raises the error at its next read, whoever reads: so these run alone.</summary>
[Collection(SerialCollection.Name)]
public class IndexErrorTests
{
    [Theory, AllDevices]
    public void Indices(string name)
    {
        var device = Device.Get(name);
        var x = Tensor.Zeros([2, 3], device: device);
        Throws<ArgumentOutOfRangeException>(() => _ = x[2], "2");
        Throws<ArgumentOutOfRangeException>(() => _ = x[0, -4], "4");
        Throws<ArgumentOutOfRangeException>(() => _ = x[.., 1..5], "1..5");
        Throws<ArgumentException>(() => _ = x[0, 0, 0], "[2, 3]");
        Throws<ArgumentOutOfRangeException>(() => x.IndexSelect(1, Tensor.From([3L], device: device)).ToArray<float>(), "3", "IndexSelect");
        Throws<ArgumentOutOfRangeException>(() => x.Gather(0, Tensor.From(new long[,] { { -1 } }, device: device)).ToArray<float>(), "-1");
        Throws<ArgumentException>(() => x.IndexSelect(0, Tensor.Zeros([1], device: device)), "float32");
        Throws<ArgumentException>(() => _ = x[Tensor.Zeros([3], DType.Bool, device)], "[3]", "[2, 3]");
        Assert.Equal(0, x.Sum().Item());
    }
}
