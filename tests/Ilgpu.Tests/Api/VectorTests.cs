using ILGPU;
using ILGPU.Runtime;
using ILGPU.Util;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>The small vectors: each operation in kernels and on the host against the same operation on its numbers.</summary>
public class VectorTests
{
    [Theory, Accelerators]
    public void Reals(string name)
    {
        var floats = Run<Float3>(name, (i, y) =>
        {
            Float3 v = new(i, i + 1, 0.5f);
            v.Z *= 4;
            y[i] = ((v + 2f) * v - new Float3(1)) / new Float3(2, 4, 8);
        });
        Assert.Equal(Host(i => (((i + 2f) * i - 1) / 2, ((i + 3f) * (i + 1) - 1) / 4, 7f / 8)), floats.Select(v => v.ToValueTuple()));
        var doubles = Run<Double2>(name, (i, y) => y[i] = new Double2(i, 3) / (Double2)3.0 == new Double2(i / 3.0, 1) ? new Double2(i, -1) : default(Double2));
        Assert.Equal(Host(i => ((double)i, -1.0)), doubles.Select(v => ((double, double))v));
        var four = Run<Float4>(name, (i, y) => y[i] = new Float4(i, 1, 2, 3) - new Float4(1));
        Assert.Equal(Host(i => (i - 1f, 0f, 1f, 2f)), four.Select(v => v.ToValueTuple()));
    }

    [Theory, Accelerators]
    public void Integers(string name)
    {
        var ints = Run<Int4>(name, (i, y) => y[i] = new Int4(i, 7, -7, int.MaxValue) / new Int4(2) + new Int4(0, 0, 0, int.MaxValue));
        Assert.Equal(Host(i => (i / 2, 3, -3, unchecked((int.MaxValue / 2) + int.MaxValue))), ints.Select(v => v.ToValueTuple()));
        var longs = Run<Long3>(name, (i, y) => y[i] = new Long3(1L << 40) * new Long3(i, 2, -1));
        Assert.Equal(Host(i => ((long)i << 40, 2L << 40, -1L << 40)), longs.Select(v => v.ToValueTuple()));
        var shorts = Run<Short2>(name, (i, y) => y[i] = new Short2((short)i, short.MaxValue) + new Short2(1));
        Assert.Equal(Host(i => ((short)(i + 1), short.MinValue)), shorts.Select(v => v.ToValueTuple()));
    }

    [Theory, Accelerators]
    public void Halves(string name)
    {
        var halves = Run<Half4>(name, (i, y) => y[i] = new Half4((ILGPU.Half)1.5f) * new Half4((ILGPU.Half)(float)i.X) - new Half4((ILGPU.Half)0.25f));
        Assert.Equal(Host(i => (1.5f * i) - 0.25f), halves.Select(v => (float)v.W));
        Assert.All(halves, v => Assert.True(v == new Half4(v.X) && v.Equals((object)new Half4(v.Y)) && !(v != new Half4(v.Z))));
    }

    [Fact]
    public void SizesAndTexts()
    {
        Assert.Equal((8, 12, 16, 4, 6, 32), (Float2.ElementSize, Int3.ElementSize, Float4.ElementSize, Short2.ElementSize, Half3.ElementSize, Double4.ElementSize));
        Assert.Equal("(1, -2, 3)", new Long3(1, -2, 3).ToString());
        Assert.Equal(new Int2(4).GetHashCode(), new Int2(4, 4).GetHashCode());
        Assert.NotEqual(new Short4(1), new Short4(1, 1, 1, 2));
    }

    [Theory, Accelerators]
    public void HelpersWorkInKernels(string name)
    {
        var results = Run<Int4>(name, (i, y) =>
        {
            int a = i, b = 100;
            bool swapped = Utilities.Swap(i % 2 == 0, ref a, ref b);
            y[i] = new Int4(a, Utilities.Select(swapped, 1, 0), (int)Utilities.GCD(12 * (i + 1), 18), Bitwise.And(i > 0, i < 3, Utilities.IsPowerOf2(i)) ? 1 : 0);
        });
        Assert.Equal(
            Host(i => (i % 2 == 0 ? 100 : i, 1 - (i % 2), (int)System.Numerics.BigInteger.GreatestCommonDivisor(12 * (i + 1), 18), i is 1 or 2 ? 1 : 0)),
            results.Select(v => v.ToValueTuple()));
        Assert.Equal(36, Utilities.LCM(12, 18));
        Assert.Equal((7, 5, true), (Bitwise.Or(5, 2), Bitwise.And(5, 7), Bitwise.Or(false, false, true)));
    }

    private static IEnumerable<T> Host<T>(Func<int, T> value) => Enumerable.Range(0, 6).Select(value);

    private static T[] Run<T>(string name, Action<Index1D, ArrayView<T>> kernel)
        where T : unmanaged
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<T>(6);
        accelerator.LoadAutoGroupedStreamKernel(kernel)(6, y.View);
        accelerator.Synchronize();
        return y.GetAsArray1D();
    }
}
