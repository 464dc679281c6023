using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Algorithms.ScanReduceOperations;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Algorithms;

/// <summary>Reductions and scans of views against LINQ.</summary>
public class ReductionAndScanTests
{
    // Barriers between threads are slow: a thread for each item takes a smaller one.
    private static int[] SizesFor(string name) => name == "CPU threads" ? [1, 3, 257] : [1, 3, 257, 70_001];

    [Theory, Accelerators]
    public void Integers_reduce(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        foreach (int size in SizesFor(name))
        {
            var values = Values(size);
            using var buffer = accelerator.Allocate1D(values);
            var stream = accelerator.DefaultStream;
            Assert.Equal(values.Sum(), accelerator.Reduce<int, AddInt32>(stream, buffer.View));
            Assert.Equal(values.Max(), accelerator.Reduce<int, MaxInt32>(stream, buffer.View));
        }
    }

    [Theory, Accelerators]
    public async Task Every_element_type_reduces(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var stream = accelerator.DefaultStream;
        var values = Values(1000);
        using var longs = accelerator.Allocate1D(Array.ConvertAll(values, v => v * (1L << 33)));
        using var bytes = accelerator.Allocate1D(Array.ConvertAll(values, v => (uint)(v + 1000)));
        using var doubles = accelerator.Allocate1D(Array.ConvertAll(values, v => v / 4.0));
        Assert.Equal(values.Min() * (1L << 33), accelerator.Reduce<long, MinInt64>(stream, longs.View));
        Assert.Equal((uint)values.Max() + 1000, accelerator.Reduce<uint, MaxUInt32>(stream, bytes.View));
        Assert.Equal(values.Sum() / 4.0, await accelerator.ReduceAsync<double, AddDouble>(stream, doubles.View));
    }

    [Theory, Accelerators]
    public void Strided_and_empty_views_reduce(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var values = Values(300);
        using var buffer = accelerator.Allocate1D(values);
        var everyThird = new ArrayView1D<int, Stride1D.General>(buffer.View.AsContiguous(), 100, new Stride1D.General(3));
        Assert.Equal(
            values.Where((_, i) => i % 3 == 0).Sum(), accelerator.Reduce<int, Stride1D.General, AddInt32>(accelerator.DefaultStream, everyThird));
        Assert.Equal(int.MinValue, accelerator.Reduce<int, MaxInt32>(accelerator.DefaultStream, ArrayView<int>.Empty));
    }

    [Theory, Accelerators]
    public void Sums_of_floats_have_the_same_bits_every_time_and_everywhere(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var values = Enumerable.Range(1, 10_000).Select(i => 1.0f / i).ToArray();
        using var buffer = accelerator.Allocate1D(values);
        // 2,048 partial sums of every 2,048th element, then halves added to each other.
        var tree = new float[2048];
        for (int i = 0; i < values.Length; i++)
            tree[i % 2048] = i < 2048 ? values[i] : tree[i % 2048] + values[i];
        for (int half = 1024; half > 0; half /= 2)
            for (int i = 0; i < half; i++) tree[i] += tree[i + half];
        for (int i = 0; i < 3; i++)
            Assert.Equal(tree[0], accelerator.Reduce<float, AddFloat>(accelerator.DefaultStream, buffer.View));
    }

    [Theory, Accelerators]
    public void Threads_reduce_on_one_stream(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, number =>
        {
            var values = Enumerable.Repeat(number + 1, 3000).ToArray();
            using var buffer = accelerator.Allocate1D(values);
            for (int i = 0; i < 10; i++)
                Assert.Equal(3000 * (number + 1), accelerator.Reduce<int, AddInt32>(accelerator.DefaultStream, buffer.View));
        });
    }

    [Theory, Accelerators]
    public void Views_scan(string name)
    {
        foreach (int size in SizesFor(name))
        {
            var values = Values(size);
            int sum = 0;
            Assert.Equal(values.Select(v => sum += v), Scan<int, AddInt32>(name, ScanKind.Inclusive, values));
            sum = 0;
            Assert.Equal(values.Select(v => (sum += v) - v), Scan<int, AddInt32>(name, ScanKind.Exclusive, values));
        }
    }

    [Theory, Accelerators]
    public void Maxima_of_doubles_scan(string name)
    {
        var values = Array.ConvertAll(Values(1500), v => v + 0.5);
        double max = double.MinValue;
        Assert.Equal(values.Select(v => max = Math.Max(max, v)), Scan<double, MaxDouble>(name, ScanKind.Inclusive, values));
    }

    [Theory, Accelerators]
    public void A_provider_scans_in_place(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var values = Values(5000);
        using var buffer = accelerator.Allocate1D(values);
        using var provider = accelerator.CreateScanProvider<int>(values.Length);
        provider.CreateScan<int, Stride1D.Dense, Stride1D.Dense, AddInt32>(ScanKind.Inclusive)(accelerator.DefaultStream, buffer.View, buffer.View);
        int sum = 0;
        Assert.Equal(values.Select(v => sum += v), buffer.GetAsArray1D());
    }

    [Fact]
    public void Too_little_memory_is_an_error_that_says_how_much()
    {
        var accelerator = TestAccelerators.Get("CPU");
        var scan = accelerator.CreateScan<int, Stride1D.Dense, Stride1D.Dense, AddInt32>(ScanKind.Inclusive);
        using var data = accelerator.Allocate1D<int>(1000);
        using var temp = accelerator.Allocate1D<int>(2);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => scan(accelerator.DefaultStream, data.View, data.View, temp.View));
        Assert.Equal("temp", error.ParamName);
        Assert.Contains("2 integers", error.Message, StringComparison.Ordinal);
    }

    private static T[] Scan<T, TOperation>(string name, ScanKind kind, T[] values)
        where T : unmanaged
        where TOperation : struct, IScanReduceOperation<T>
    {
        var accelerator = TestAccelerators.Get(name);
        using var input = accelerator.Allocate1D(values);
        using var output = accelerator.Allocate1D<T>(values.Length);
        using var temp = accelerator.Allocate1D<int>(accelerator.ComputeScanTempStorageSize<T>(values.Length).X);
        accelerator.CreateScan<T, Stride1D.Dense, Stride1D.Dense, TOperation>(kind)(accelerator.DefaultStream, input.View, output.View, temp.View);
        return output.GetAsArray1D();
    }

    private static int[] Values(int size) => [.. Enumerable.Range(0, size).Select(i => (int)(i * 2654435761L % 2001) - 1000)];
}
