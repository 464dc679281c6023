using System.Numerics;
using Gpu.Kernels.RandomNumbers;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

public class RandomTests
{
    /// <summary>The vectors that the authors of the generator publish for Philox 4x32-10, for the counters that a seed and a block can form.</summary>
    [Fact]
    public void Words_agree_with_the_published_vector()
    {
        var words = Philox.Words(0, 0);
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), (words.W0, words.W1, words.W2, words.W3));
    }

    [Fact]
    public void Integers_multiply_and_shift()
    {
        foreach (var (high, low, range) in new[] { (0u, 0u, 5ul), (uint.MaxValue, uint.MaxValue, 5ul), (0x12345678u, 0x9abcdef0u, 1000ul), (7u, 9u, ulong.MaxValue), (0xdeadbeefu, 0xcafebabeu, 0x123456789abcdul) })
            Assert.Equal((long)(((UInt128)(((ulong)high << 32) | low) * range) >> 64) - 3, Draws.Integer(high, low, -3, range));
    }

    [Theory, AllDevices(1, NeedsSameBits = true), AllDevices(2, NeedsSameBits = true), AllDevices(7, NeedsSameBits = true), AllDevices(5001, NeedsSameBits = true)]
    public void Elements_follow_from_seed_offset_and_number(string device, int count)
    {
        const ulong seed = 0x123456789abcdef, offset = (1ul << 33) - 2;
        var words = Enumerable.Range(0, count).Select(i =>
        {
            var block = Philox.Words(seed, offset + (ulong)i / 2);
            return i % 2 == 0 ? (High: block.W0, Low: block.W1) : (High: block.W2, Low: block.W3);
        }).ToArray();
        Check(device, new(Distribution.Uniform, seed, offset, -2, 3), [.. words.Select(w => MathF.FusedMultiplyAdd((w.High >> 8) / 16777216f, 5, -2))]);
        Check(device, new(Distribution.Bernoulli, seed, offset, 0.3, 0), [.. words.Select(w => w.High < 0.3 * 4294967296.0 ? 1f : 0f)]);
        Check(device, new(Distribution.Bernoulli, seed, offset, 0.3, 0), [.. words.Select(w => w.High < 0.3 * 4294967296.0 ? (byte)1 : (byte)0)]);
        Check(device, new(Distribution.Bernoulli, seed, offset, 1.0, 0), [.. words.Select(_ => 1L)]);
        Check(device, new(Distribution.Integer, seed, offset, -4, 1000003), [.. words.Select(w => (long)(((UInt128)(((ulong)w.High << 32) | w.Low) * 1000007) >> 64) - 4)]);
        Check(device, new(Distribution.Integer, seed, offset, 0, 10), [.. words.Select(w => (int)(((UInt128)(((ulong)w.High << 32) | w.Low) * 10) >> 64))]);
    }

    [Theory, AllDevices(NeedsFloat64 = true)]
    public void Float64_has_53_random_bits(string device)
    {
        var expected = Enumerable.Range(0, 9).Select(i =>
        {
            var block = Philox.Words(3, 4 + (ulong)i / 2);
            ulong bits = i % 2 == 0 ? ((ulong)block.W0 << 32) | block.W1 : ((ulong)block.W2 << 32) | block.W3;
            return Math.FusedMultiplyAdd((bits >> 11) / 9007199254740992.0, 0.5, 1);
        });
        Check(device, new(Distribution.Uniform, 3, 4, 1, 1.5), expected.ToArray());
    }

    [Theory, AllDevices]
    public void Normal_numbers_are_Box_and_Muller_pairs(string device)
    {
        int count = 4001;
        var y = Sample<float>.Of(device, [count], _ => 1);
        y.Device.Backend.Random(new(Distribution.Normal, 42, 7, 1.5, 2), y.Operand);
        var expected = new double[count];
        for (int i = 0; i < count; i++)
        {
            var w = Philox.Words(42, 7 + (ulong)i / 2);
            double radius = Math.Sqrt(-2 * Math.Log(((w.W0 >> 8) + 1) / 16777216.0)), angle = 2 * Math.PI * (w.W2 >> 8) / 16777216.0;
            expected[i] = 1.5 + 2 * radius * (i % 2 == 0 ? Math.Cos(angle) : Math.Sin(angle));
        }
        Near.Values(expected, y.Read(), 4e-6, 4e-6);
        Near.Value(1.5, expected.Average(), 0, 0.15);
    }

    [Theory, AllDevices]
    public void Uniform_numbers_stay_below_the_bound(string device)
    {
        // Near 2^24 the float32 numbers are 1 and 2 apart: much of [2^24 - 1, 2^24) would round up.
        var y = Sample<float>.Of(device, [3000], _ => 1);
        y.Device.Backend.Random(new(Distribution.Uniform, 1, 0, 16777215.0, 16777216.0), y.Operand);
        Assert.All(y.Read(), v => Assert.Equal(16777215f, v));
    }

    private static void Check<T>(string device, RandomRequest request, T[] expected) where T : unmanaged, INumberBase<T>
    {
        var y = Sample<T>.Of(device, [expected.Length], _ => T.One, Arrangement.Offset);
        y.Device.Backend.Random(request, y.Operand);
        Same.Bits(expected, y.Read(), $"{request.Distribution} {typeof(T).Name}");
        Assert.True(y.SurroundingsAreUntouched());
    }
}
