using ILGPU;
using ILGPU.Algorithms.Random;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Algorithms;

/// <summary>Generators of random numbers on the host and in kernels.</summary>
public class RandomNumberTests
{
    [Fact]
    public void Generators_follow_their_definitions()
    {
        // From an independent evaluation of the published recurrences with the state 1 (and 1, 2, 3, 4; 1, 2).
        Assert.Equal(270369u, new XorShift32(1).NextUInt());
        Assert.Equal(5180492295206395165UL, new XorShift64Star(1).NextULong());
        Assert.Equal(new XorShift128(1, 2, 3, 4).NextUInt(), Marsaglia(1, 4));
        Assert.Equal(8388677UL, new XorShift128Plus(1, 2).NextULong());
    }

    [Fact]
    public void Ranges_hold_what_they_promise()
    {
        Check(XorShift32.Create(new Random(1)));
        Check(XorShift64Star.Create(new Random(2)));
        Check(XorShift128.Create(new Random(3)));
        Check(XorShift128Plus.Create(new Random(4)));
    }

    [Theory, Accelerators]
    public void Views_fill_with_uniform_numbers(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var rng = RNG.Create<XorShift128Plus>(accelerator, new Random(5));
        using var floats = accelerator.Allocate1D<float>(20_000);
        rng.FillUniform(floats.View);
        var found = floats.GetAsArray1D();
        Assert.All(found, x => Assert.InRange(x, 0f, 0.99999994f));
        Assert.InRange(found.Average(), 0.48, 0.52);
        Assert.InRange(found.Distinct().Count(), 19_900, 20_000);
        rng.FillUniform(floats.View);
        Assert.NotEqual(found, floats.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void Kernels_draw_numbers(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        int items = 2 * accelerator.WarpSize;
        using var rng = RNG.Create<XorShift64Star>(accelerator, new Random(6));
        using var output = accelerator.Allocate1D<long>(4 * items);
        accelerator.LoadStreamKernel<RNGView<XorShift64Star>, ArrayView<long>>(Draw)((2, items), rng.GetViewViaThreads(2 * items), output.AsContiguous());
        var found = output.GetAsArray1D();
        Assert.All(found, x => Assert.InRange(x, 0, long.MaxValue));
        Assert.Equal(found.Length, found.Distinct().Count());
    }

    [Fact]
    public void Items_may_have_generators_of_their_own()
    {
        var accelerator = TestAccelerators.Get("CPU");
        using var rng = new ThreadWiseRNG<XorShift32>(accelerator, accelerator.DefaultStream, 1000, new Random(7), 100);
        var states = rng.RNGView.GetAsArray();
        Assert.Equal(1000, states.Distinct().Count());
        Assert.All(states, state => Assert.NotEqual(0u, state.State));
    }

    private static void Check<TProvider>(TProvider provider)
        where TProvider : struct, IRandomProvider<TProvider>
    {
        double sum = 0;
        for (int i = 0; i < 10_000; i++)
        {
            Assert.InRange(provider.Next(), 0, int.MaxValue);
            Assert.InRange(provider.NextLong(), 0, long.MaxValue);
            Assert.InRange(provider.NextFloat(), 0f, 0.99999994f);
            Assert.InRange(RandomExtensions.Next(ref provider, -3, 4), -3, 3);
            Assert.InRange(RandomExtensions.Next(ref provider, -3L, 4L), -3L, 3L);
            Assert.InRange(RandomExtensions.Next(ref provider, 2.5f, 3f), 2.5f, 3f);
            sum += provider.NextDouble();
        }

        Assert.InRange(sum / 10_000, 0.48, 0.52);
        var shifted = Enumerable.Range(0, 64).Select(lane =>
        {
            var copy = provider;
            copy.ShiftPeriod(lane);
            return copy;
        });
        Assert.Equal(64, shifted.Distinct().Count());
        var next = provider.NextProvider();
        Assert.False(next.Equals(provider));
        Assert.False(provider.CreateProvider(ref next).Equals(provider));
    }

    // x ^ x << 11, that ^ >> 8, and with the newest word w: w ^ w >> 19 ^ that.
    private static uint Marsaglia(uint newest, uint oldest)
    {
        uint t = oldest ^ (oldest << 11);
        return newest ^ (newest >> 19) ^ t ^ (t >> 8);
    }

    private static void Draw(RNGView<XorShift64Star> random, ArrayView<long> output)
    {
        int at = 2 * Grid.GlobalIndex.X;
        output[at] = random.NextLong();
        output[at + 1] = random.NextLong();
    }
}
