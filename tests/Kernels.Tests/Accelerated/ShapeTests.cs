using Gpu.Kernels.Accelerated;
using Xunit;

namespace Gpu.Kernels.Tests.Accelerated;

/// <summary>Coordinates are found by multiplication; they must be those that division gives, for every size and index.</summary>
public class ShapeTests
{
    [Fact]
    public void CoordinatesAreThoseOfDivision()
    {
        var random = new Random(11);
        int[] sizes = [1, 2, 3, 5, 7, 10, 64, 65, 127, 641, 1000, 1024, 46341, 65535, 65537, 1 << 20, 6700417, 1 << 30, (1 << 30) + 1, int.MaxValue - 1, int.MaxValue];
        foreach (int size in sizes)
        {
            Shape shape = new() { Rank = 2, N0 = size, N1 = 1 };
            shape.Close();
            for (int i = 0; i < 4000; i++)
            {
                int index = i switch
                {
                    0 => int.MaxValue,
                    1 => int.MaxValue - 1,
                    < 1000 => (int)Math.Clamp((long)size * random.NextInt64(int.MaxValue / size + 1L) + random.Next(-1, 2), 0, int.MaxValue),
                    _ => random.Next(),
                };
                var at = shape.At(index);
                Assert.Equal((index % size, index / size), (at.C0, at.C1));
            }
        }
    }

    [Fact]
    public void AllEightDimensions()
    {
        int[] sizes = [3, 2, 4, 3, 2, 5, 2, 3];
        Walk walk = default;
        // Strides that never lie end to end, so that nothing is merged.
        for (int d = 0; d < 8; d++) walk.Add(sizes[d], 1000 * d + 7);
        walk = walk.Closed();
        Assert.Equal(8, walk.Shape.Rank);
        for (int index = 0; index < sizes.Aggregate((a, b) => a * b); index++)
        {
            int rest = index, expected = 0;
            for (int d = 0; d < 8; d++)
            {
                expected += rest % sizes[d] * (1000 * d + 7);
                rest /= sizes[d];
            }
            Assert.Equal(expected, walk.First.Position(index, walk.Shape));
        }
    }
}
