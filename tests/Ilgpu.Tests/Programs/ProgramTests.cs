using Xunit;

namespace Gpu.Ilgpu.Tests.Programs;

/// <summary>
/// Whole programs against numbers that C# computes on arrays. The programs use nothing but the API that ILGPU 1.5.3 has, and compile
/// against it unchanged.
/// </summary>
public class ProgramTests
{
    [Theory, Accelerators]
    public void Elementwise(string name)
    {
        float[] data = [.. Enumerable.Range(0, 1000).Select(i => i / 8f)];
        var (fourth, affine, root) = ElementwiseProgram.Run(TestAccelerators.Get(name), data);
        Assert.Equal(data.Select(x => x * x * (x * x)), fourth);
        // Exact in both orders of rounding: eighths.
        Assert.Equal(data.Select(x => 2f * x + 1f), affine);
        Assert.All(data.Zip(root), pair => Assert.Equal(Math.Sqrt(pair.First), pair.Second, 1e-5));
    }

    [Theory]
    [Accelerators(1)]
    [Accelerators(63)]
    [Accelerators(5000)]
    public void Reduction(string name, int length)
    {
        int[] data = [.. Enumerable.Range(0, length).Select(i => i * 1_000_003)];
        long expected = data.Sum(x => (long)x);
        Assert.Equal((expected, expected), ReductionProgram.Run(TestAccelerators.Get(name), data));
    }

    [Theory]
    [Accelerators(10)]
    [Accelerators(256)]
    public void Histogram(string name, int bins)
    {
        byte[] data = [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * i / 7))];
        int[] expected = new int[bins];
        foreach (byte value in data)
            expected[Math.Min(value, bins - 1)]++;
        Assert.Equal(expected, HistogramProgram.Run(TestAccelerators.Get(name), data, bins));
    }

    [Theory, Accelerators]
    public void Matrix(string name)
    {
        // Small integers, so that every order of summation is exact.
        var a = new float[7, 10];
        var b = new float[10, 5];
        for (int i = 0; i < 70; i++)
            a[i / 10, i % 10] = i % 11 - 5;
        for (int i = 0; i < 50; i++)
            b[i / 5, i % 5] = i * i % 13 - 6;
        var expected = new float[7, 5];
        for (int i = 0; i < 350; i++)
            expected[i / 50, i / 10 % 5] += a[i / 50, i % 10] * b[i % 10, i / 10 % 5];
        Assert.Equal(expected, MatrixProgram.Run(TestAccelerators.Get(name), a, b));
    }
}
