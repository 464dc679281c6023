using Gpu.Kernels.Host;
using Xunit;

namespace Gpu.Kernels.Tests.Host;

public unsafe class WalkTests
{
    /// <summary>Addresses only: nothing is read there.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(700_000_000)]
    [InlineData(-2_000_000_000)]
    public void Elements_may_be_more_than_2_GiB_apart(int stride)
    {
        var walk = Walk.Line((double*)0x7000_0000_0000, 4, stride);
        Assert.Equal(8L * 3 * stride, walk.Locate(0, 3) - (byte*)0x7000_0000_0000);
        Assert.Equal(8, walk.ItemSize(0));
    }
}
