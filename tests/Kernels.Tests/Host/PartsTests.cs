using Gpu.Kernels.Host;
using Xunit;

namespace Gpu.Kernels.Tests.Host;

/// <summary>The parts of a loop cover every element, also of the largest tensor.</summary>
public class PartsTests
{
    [Theory]
    [InlineData(1, 16384)]
    [InlineData(16384, 16384)]
    [InlineData(16385, 16384)]
    [InlineData(int.MaxValue, 16384)]
    [InlineData(int.MaxValue, 1000)]
    [InlineData(int.MaxValue, 1 << 30)]
    public void CoverAllElements(int elements, int length)
    {
        int parts = Parts.Count(elements, length);
        Assert.Equal(((long)elements + length - 1) / length, parts);
        Assert.Equal(elements, Parts.End(parts - 1, elements, length));
        Assert.Equal(Math.Min(elements, length), Parts.End(0, elements, length));
        Assert.InRange(Parts.End(parts - 1, elements, length) - (parts - 1L) * length, 1, length);
    }

    [Theory]
    [InlineData(100_000, 16384)]
    [InlineData(32_768, 16384)]
    [InlineData(1, 16384)]
    [InlineData(int.MaxValue, 16384)]
    public void Are_as_many_for_every_thread(int elements, int most)
    {
        int length = Parts.Even(elements, most), parts = Parts.Count(elements, length), threads = HostThreads.Count;
        Assert.Equal(0, length % 64);
        Assert.InRange(length, 64, most);
        // The thread that has most has its share, and what rounding to lines adds to each of its parts.
        long busiest = (long)length * Parts.Count(parts, threads);
        Assert.InRange(busiest - elements / threads, 0, 65L * Parts.Count(Parts.Count(elements, most), threads));
    }
}
