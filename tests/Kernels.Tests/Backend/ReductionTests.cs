using System.Numerics;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

public class ReductionTests
{
    [Theory]
    [AllDevices(new[] { 5 }, new[] { 1 })]
    [AllDevices(new[] { 1 }, new[] { 1 })]
    [AllDevices(new[] { 255 }, new[] { 1 })]
    [AllDevices(new[] { 1000 }, new[] { 1 })]
    [AllDevices(new[] { 16384 }, new[] { 1 })]
    [AllDevices(new[] { 100003 }, new[] { 1 })]
    [AllDevices(new[] { 64, 10 }, new[] { 64, 1 })]
    [AllDevices(new[] { 64, 10 }, new[] { 1, 10 })]
    [AllDevices(new[] { 300, 517 }, new[] { 300, 1 })]
    [AllDevices(new[] { 300, 517 }, new[] { 1, 517 })]
    [AllDevices(new[] { 300, 517 }, new[] { 1, 1 })]
    [AllDevices(new[] { 300, 517 }, new[] { 300, 517 })]
    [AllDevices(new[] { 17000, 5 }, new[] { 1, 5 })]
    [AllDevices(new[] { 17000, 3 }, new[] { 1, 3 })]
    [AllDevices(new[] { 2, 33000 }, new[] { 2, 1 })]
    [AllDevices(new[] { 3, 40, 21 }, new[] { 3, 1, 21 })]
    [AllDevices(new[] { 3, 40, 21 }, new[] { 1, 40, 1 })]
    [AllDevices(new[] { 6, 5, 4, 3 }, new[] { 1, 5, 1, 1 })]
    [AllDevices(new[] { 6, 5, 4, 30 }, new[] { 6, 1, 1, 30 })]
    [AllDevices(new[] { 0 }, new[] { 1 })]
    [AllDevices(new[] { 4, 0, 3 }, new[] { 4, 1, 3 })]
    [AllDevices(new[] { 4, 0, 3 }, new[] { 1, 0, 3 })]
    public void Sums_have_the_documented_order(string device, int[] sizes, int[] results)
    {
        // The large ones are slow in the reference: two arrangements of memory are enough for them.
        bool large = sizes.Aggregate(1, (a, b) => a * b) > 10000;
        foreach (var arrangement in large ? [Arrangement.Dense, Arrangement.Gaps] : Enum.GetValues<Arrangement>())
        {
            Check(device, sizes, results, arrangement, new Sum(), (float a, float b) => a + b, 0f, i => MathF.ScaleB((i * 7919 % 2003) - 1000.5f, i % 5 - 2));
            Check(device, sizes, results, arrangement, new Largest(), Maximum, float.NegativeInfinity, i => i % 701 == 700 ? -0f : (i * 31 % 97) - 96);
            if (large) continue;
            Check(device, sizes, results, arrangement, new Sum(), (int a, int b) => a + b, 0, i => i * 123456789);
            Check(device, sizes, results, arrangement, new Sum(), (long a, long b) => a + b, 0, i => i * 123456789123456789);
        }
    }

    [Theory, AllDevices(NeedsFloat64 = true)]
    public void Sums_of_float64_have_the_documented_order(string device)
    {
        foreach (var arrangement in Enum.GetValues<Arrangement>())
            foreach (var (sizes, results) in new (int[], int[])[] { ([1000], [1]), ([300, 37], [1, 37]), ([300, 37], [300, 1]), ([20000, 4], [1, 4]) })
                Check(device, sizes, results, arrangement, new Sum(), (double a, double b) => a + b, 0, i => Math.ScaleB(i * 7919 % 2003 - 1000.1, i % 5));
    }

    [Theory, AllDevices]
    public void Short_rows_have_the_documented_order(string device)
    {
        for (int n = 1; n <= 34; n += n < 9 ? 1 : 3)
            foreach (int rows in new[] { 15, 41, 300 })
            {
                Check(device, [rows, n], [rows, 1], Arrangement.Dense, new Sum(), (float a, float b) => a + b, 0f, i => MathF.ScaleB((i * 7919 % 2003) - 1000.5f, i % 5 - 2));
                Check(device, [rows, n], [rows, 1], Arrangement.Offset, new Sum(), (long a, long b) => a + b, 0, i => i * 123456789123456789);
                Check(device, [rows, n], [rows, 1], Arrangement.Dense, new Largest(), Math.Max, (byte)0, i => (byte)(i % 7 == 0 ? 1 : 0));
            }
        Check(device, [5, 60, 2, 3], [5, 60, 1, 1], Arrangement.Dense, new Sum(), (float a, float b) => a + b, 0f, i => MathF.ScaleB((i * 7919 % 2003) - 1000.5f, i % 5 - 2));
    }

    [Theory, AllDevices]
    public void A_sum_of_negative_zeros_is_negative_zero(string device)
    {
        foreach (int n in new[] { 1, 7, 300, 20000 })
            Check(device, [n, 6], [1, 6], Arrangement.Dense, new Sum(), (float a, float b) => a + b, 0f, _ => -0f);
    }

    [Theory, AllDevices]
    public void Largest_of_NaN_is_NaN_and_positive_zero_wins(string device)
    {
        Check(device, [40, 40], [40, 1], Arrangement.Dense, new Largest(), Maximum, float.NegativeInfinity, i => i == 777 ? float.NaN : -i);
        Check(device, [40, 40], [1, 40], Arrangement.Dense, new Largest(), Maximum, float.NegativeInfinity, i => i == 777 ? float.NaN : i % 3 == 0 ? 0f : -0f);
    }

    private static float Maximum(float a, float b) => MathF.Max(a, b);

    private static void Check<T, TOp>(string device, int[] sizes, int[] results, Arrangement arrangement, TOp op, Func<T, T, T> combine, T identity, Func<int, T> value)
        where T : unmanaged, INumberBase<T> where TOp : struct, Functors.IReduction
    {
        var x = Sample<T>.Of(device, sizes, value, arrangement);
        var expected = Reference.Reduce(x.Values, sizes, results, combine, identity);
        foreach (var target in x.Values.Length > 10000 ? [Arrangement.Dense] : new[] { Arrangement.Dense, Arrangement.Gaps, Arrangement.Reversed })
        {
            var y = Sample<T>.Of(device, results, _ => T.One, target);
            x.Device.Backend.Reduce(op, x.Operand, y.Operand);
            Same.Bits(expected, y.Read(), $"{typeof(TOp).Name} of {typeof(T).Name} {Layout.Format(sizes)} {arrangement} to {Layout.Format(results)} {target}");
            Assert.True(y.SurroundingsAreUntouched());
        }
    }
}
