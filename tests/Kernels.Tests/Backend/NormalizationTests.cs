using System.Numerics;
using Gpu.Kernels.Functors;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

/// <summary>Softmax, its logarithm and their gradients: against float64, and bit by bit against the same formula in single passes on the host.</summary>
public class NormalizationTests
{
    private static readonly (int[] Sizes, int Dim)[] s_shapes =
    [
        ([1], 0), ([7], 0), ([64, 10], 1), ([5, 32], 1), ([3, 33], 1), ([9, 300], 1), ([4, 1000], 1), ([2, 17000], 1), ([300, 3], 1), ([300, 1], 1),
        ([10, 64], 0), ([300, 37], 0), ([1000, 5], 0), ([3, 40, 21], 1), ([2, 5, 4, 3], 1), ([2, 3, 4, 1], 2), ([17000, 3], 0), ([40000], 0), ([600, 30], 1),
    ];

    [Theory, AllDevices(NeedsSameBits = true)]
    public void Bits_are_those_of_the_single_passes(string device)
    {
        foreach (var (sizes, dim) in s_shapes)
        {
            SameAsPasses<Softmax, float>(device, sizes, dim);
            SameAsPasses<LogSoftmax, float>(device, sizes, dim);
            SameAsPasses<SoftmaxBackward, float>(device, sizes, dim);
            SameAsPasses<LogSoftmaxBackward, float>(device, sizes, dim);
        }
    }

    [Theory, AllDevices(NeedsFloat64 = true, NeedsSameBits = true)]
    public void Bits_of_float64_are_those_of_the_single_passes(string device)
    {
        foreach (var (sizes, dim) in s_shapes.Where(shape => shape.Sizes.Aggregate(1, (a, b) => a * b) < 20000))
        {
            SameAsPasses<Softmax, double>(device, sizes, dim);
            SameAsPasses<LogSoftmaxBackward, double>(device, sizes, dim);
        }
    }

    [Theory, AllDevices(NeedsSameBits = true)]
    public void Operands_may_lie_anyhow(string device)
    {
        foreach (var first in Enum.GetValues<Arrangement>())
            foreach (var second in new[] { Arrangement.Dense, Arrangement.Reversed, Arrangement.AllStay })
                foreach (var (sizes, dim) in new[] { (new[] { 6, 40 }, 1), ([6, 40], 0), ([5, 7], 1) })
                    SameAsPasses<SoftmaxBackward, float>(device, sizes, dim, first, second);
        foreach (var first in Enum.GetValues<Arrangement>()) SameAsPasses<LogSoftmax, float>(device, [6, 40], 1, first);
    }

    [Theory, AllDevices]
    public void The_result_may_overwrite_an_operand(string device)
    {
        foreach (var (sizes, dim) in new[] { (new[] { 6, 40 }, 1), ([6, 40], 0), ([50, 7], 1), ([20000], 0) })
        {
            var (a, b) = (Of<float>(device, sizes, 1), Of<float>(device, sizes, 2));
            var expected = Sample<float>.Of(device, sizes, _ => 0);
            a.Device.Backend.Normalize(new SoftmaxBackward(), a.Operand, b.Operand, expected.Operand, dim);
            a.Device.Backend.Normalize(new SoftmaxBackward(), a.Operand, b.Operand, b.Operand, dim);
            Same.Bits(expected.Read(), b.Read(), $"{Layout.Format(sizes)} along {dim}");
        }
    }

    [Theory, AllDevices]
    public void Values_are_near_float64(string device)
    {
        foreach (var (sizes, dim) in s_shapes.Where(shape => shape.Sizes.Length == 2 && shape.Dim == 1))
        {
            var x = Of<float>(device, sizes, 3);
            var y = Sample<float>.Of(device, sizes, _ => 0);
            int n = sizes[1];
            double[] softmax = new double[x.Values.Length], logarithm = new double[x.Values.Length];
            for (int row = 0; row < x.Values.Length; row += n)
            {
                double largest = x.Values[row..(row + n)].Max(), sum = x.Values[row..(row + n)].Sum(v => Math.Exp(v - largest));
                for (int i = row; i < row + n; i++) (softmax[i], logarithm[i]) = (Math.Exp(x.Values[i] - largest) / sum, x.Values[i] - largest - Math.Log(sum));
            }
            x.Device.Backend.Normalize(new Softmax(), x.Operand, x.Operand, y.Operand, dim);
            Near.Values(softmax, y.Read(), 3e-6, 1e-12, Layout.Format(sizes));
            x.Device.Backend.Normalize(new LogSoftmax(), x.Operand, x.Operand, y.Operand, dim);
            Near.Values(logarithm, y.Read(), 1e-6, 1e-6, Layout.Format(sizes));
        }
    }

    [Theory, AllDevices]
    public void Special_values(string device)
    {
        foreach (int n in new[] { 5, 70, 300 })
        {
            // NaN anywhere, or infinity, makes the whole row NaN; -∞ takes no part, unless all of the row is.
            Check(i => i == n - 1 ? float.NaN : i, _ => float.NaN);
            Check(i => i == 0 ? float.PositiveInfinity : 1, _ => float.NaN);
            Check(_ => float.NegativeInfinity, _ => float.NaN);
            Check(i => i < 2 ? 3 : float.NegativeInfinity, i => i < 2 ? 0.5f : 0);
            Check(i => i < 2 ? -0f : -1000, i => i < 2 ? 0.5f : 0);
            Check(i => i == 1 ? float.MaxValue : float.MinValue, i => i == 1 ? 1 : 0);

            void Check(Func<int, float> value, Func<int, float> expected)
            {
                var x = Sample<float>.Of(device, [3, n], i => value(i % n));
                var y = Sample<float>.Of(device, [3, n], _ => 0);
                x.Device.Backend.Normalize(new Softmax(), x.Operand, x.Operand, y.Operand, 1);
                Same.Bits([.. Enumerable.Range(0, 3 * n).Select(i => expected(i % n))], y.Read(), $"{n} elements");
            }
        }
    }

    [Theory, AllDevices]
    public void Nothing_gives_nothing(string device)
    {
        foreach (var sizes in new[] { new[] { 0, 3 }, [3, 0], [0] })
        {
            var x = Sample<float>.Of(device, sizes, _ => 0);
            var y = Sample<float>.Of(device, sizes, _ => 0);
            x.Device.Backend.Normalize(new Softmax(), x.Operand, x.Operand, y.Operand, 0);
            Assert.True(y.SurroundingsAreUntouched());
        }
    }

    private static Sample<T> Of<T>(string device, int[] sizes, int seed, Arrangement arrangement = Arrangement.Dense) where T : unmanaged, INumberBase<T> =>
        Sample<T>.Of(device, sizes, i => T.CreateChecked((i * 7919L + seed * 104729) % 2003 / 200.0 - 5), arrangement);

    /// <summary>Every pass over the whole tensor: the largest of each row, the terms, their sum, the results.</summary>
    private static void SameAsPasses<TOp, T>(string device, int[] sizes, int dim, Arrangement first = Arrangement.Dense, Arrangement second = Arrangement.Dense)
        where TOp : struct, INormalization where T : unmanaged, INumberBase<T>
    {
        TOp op = default;
        // Compilers of devices take their time: single passes run on the host.
        string host = Device.Cpu.Name;
        var (a, b) = (Of<T>(host, sizes, 1, first), Of<T>(host, sizes, 2, second));
        var backend = a.Device.Backend;
        int[] kept = [.. sizes];
        kept[dim] = 1;
        Operand other = b.Operand;
        if (op.TakesLargest)
        {
            var largest = Sample<T>.Of(host, kept, _ => T.Zero).Operand;
            backend.Reduce(new Maximum(), a.Operand, largest);
            other = new(largest.Storage, largest.Layout.BroadcastTo(sizes));
        }
        Sample<T> terms = Sample<T>.Of(host, sizes, _ => T.Zero), sums = Sample<T>.Of(host, kept, _ => T.Zero), expected = Sample<T>.Of(host, sizes, _ => T.Zero);
        backend.Map(new Term<TOp>(), a.Operand, other, terms.Operand);
        backend.Reduce(new Gpu.Kernels.Functors.Sum(), terms.Operand, sums.Operand);
        backend.Map(new Result<TOp>(), a.Operand, other, new(sums.Operand.Storage, sums.Operand.Layout.BroadcastTo(sizes)), expected.Operand);

        (a, b) = (Of<T>(device, sizes, 1, first), Of<T>(device, sizes, 2, second));
        var y = Sample<T>.Of(device, sizes, _ => T.One, Arrangement.Dense);
        a.Device.Backend.Normalize(op, a.Operand, b.Operand, y.Operand, dim);
        Same.Bits(expected.Read(), y.Read(), $"{typeof(TOp).Name} of {typeof(T).Name} {Layout.Format(sizes)} along {dim}, {first} and {second}");
        Assert.True(y.SurroundingsAreUntouched());
    }

    private readonly struct Term<TOp> : IBinary where TOp : struct, INormalization
    {
        public N Forward<N>(N a, N b) where N : struct, Gpu.Kernels.Numbers.IReal<N> => default(TOp).Term(a, b);
    }

    private readonly struct Result<TOp> : ITernary where TOp : struct, INormalization
    {
        public N Forward<N>(N a, N b, N c) where N : struct, Gpu.Kernels.Numbers.IReal<N> => default(TOp).Result(a, b, default(TOp).Term(a, b), default(TOp).Common(c));
    }
}
