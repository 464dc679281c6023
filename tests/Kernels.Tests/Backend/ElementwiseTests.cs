using System.Numerics;
using Gpu.Kernels.Functors;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

public class ElementwiseTests
{
    private static readonly Arrangement[] s_inputs = Enum.GetValues<Arrangement>();
    private static readonly Arrangement[] s_outputs = [Arrangement.Dense, Arrangement.Gaps, Arrangement.Reversed];
    private static readonly int[][] s_sizes = [[], [1], [5], [16], [3, 7], [2, 3, 33], [4, 40], [2, 1, 3, 2, 5], [1500], [0, 3]];

    [Theory, AllDevices]
    public void Real_functions_of_one_number(string device)
    {
        foreach (var sizes in s_sizes)
            foreach (var from in s_inputs)
                foreach (var to in s_outputs)
                {
                    var (x, y) = (Real(device, sizes, from), Target<float>(device, sizes, to));
                    x.Device.Backend.Map(new Soft(), x.Operand, y.Operand);
                    Check([.. x.Values.Select(v => v / (1 + MathF.Abs(v)))], y, $"{Layout.Format(sizes)} {from} to {to}");
                }
    }

    [Theory, AllDevices]
    public void Real_functions_of_two_numbers(string device)
    {
        foreach (var sizes in s_sizes)
            foreach (var left in s_inputs)
                foreach (var right in s_inputs)
                {
                    var (a, b, y) = (Real(device, sizes, left), Real(device, sizes, right, 5), Target<float>(device, sizes, s_outputs[((int)left + (int)right) % 3]));
                    a.Device.Backend.Map(new Tilt(0.3), a.Operand, b.Operand, y.Operand);
                    Check([.. a.Values.Zip(b.Values, (p, q) => 0.3f * p - q)], y, $"{Layout.Format(sizes)} {left}, {right}");
                }
    }

    [Theory, AllDevices(NeedsSameBits = true)]
    public void Real_functions_of_three_numbers(string device)
    {
        foreach (var sizes in s_sizes)
            for (int k = 0; k < s_inputs.Length; k++)
            {
                var (a, b, c) = (Real(device, sizes, s_inputs[k]), Real(device, sizes, s_inputs[k * 2 % 7], 5), Real(device, sizes, s_inputs[k * 3 % 7], 9));
                var y = Target<float>(device, sizes, s_outputs[k % 3]);
                a.Device.Backend.Map(new Fused(), a.Operand, b.Operand, c.Operand, y.Operand);
                Check([.. a.Values.Select((p, i) => MathF.FusedMultiplyAdd(p, b.Values[i], c.Values[i]))], y, $"{Layout.Format(sizes)} {k}");
            }
    }

    [Theory, AllDevices(NeedsSameBits = true)]
    public void Rows_that_repeat(string device)
    {
        foreach (int[] sizes in new int[][] { [50, 100], [9, 1001], [40, 1000], [3, 2, 300], [5, 2050] })
        {
            Sample<float> a = Real(device, sizes, Arrangement.Dense), b = Real(device, sizes, Arrangement.FirstStays, 5), y = Target<float>(device, sizes, Arrangement.Dense);
            a.Device.Backend.Map(new Tilt(0.3), a.Operand, b.Operand, y.Operand);
            Check([.. a.Values.Zip(b.Values, (p, q) => 0.3f * p - q)], y, $"{Layout.Format(sizes)} right");
            a.Device.Backend.Map(new Tilt(0.3), b.Operand, a.Operand, y.Operand);
            Check([.. b.Values.Zip(a.Values, (p, q) => 0.3f * p - q)], y, $"{Layout.Format(sizes)} left");
            a.Device.Backend.Map(new Soft(), b.Operand, y.Operand);
            Check([.. b.Values.Select(v => v / (1 + MathF.Abs(v)))], y, $"{Layout.Format(sizes)} alone");
            a.Device.Backend.Map(new Fused(), b.Operand, a.Operand, b.Operand, y.Operand);
            Check([.. a.Values.Select((p, i) => MathF.FusedMultiplyAdd(b.Values[i], p, b.Values[i]))], y, $"{Layout.Format(sizes)} twice");
            var less = Target<byte>(device, sizes, Arrangement.Dense);
            a.Device.Backend.Compare(new Less(), a.Operand, b.Operand, less.Operand);
            Check([.. a.Values.Zip(b.Values, (p, q) => p < q ? (byte)1 : (byte)0)], less, $"{Layout.Format(sizes)} relation");
        }
    }

    [Theory, AllDevices(NeedsFloat64 = true)]
    public void Real_functions_of_float64(string device)
    {
        foreach (var from in s_inputs)
        {
            var a = Sample<double>.Of(device, [3, 13], i => i * 0.7 - 9, from);
            var y = Target<double>(device, [3, 13], Arrangement.Dense);
            a.Device.Backend.Map(new Tilt(0.3), a.Operand, a.Operand, y.Operand);
            Check([.. a.Values.Select(p => 0.3 * p - p)], y, $"{from}");
        }
    }

    [Theory, AllDevices]
    public void Results_may_take_the_place_of_an_input(string device)
    {
        foreach (int count in new[] { 5, 100, 70000 })
            foreach (var arrangement in new[] { Arrangement.Dense, Arrangement.Gaps })
            {
                var (a, b) = (Real(device, [count], arrangement), Real(device, [count], Arrangement.LastStays));
                a.Device.Backend.Map(new Tilt(0.3), a.Operand, b.Operand, a.Operand);
                Check([.. a.Values.Zip(b.Values, (p, q) => 0.3f * p - q)], a, $"{count} {arrangement}");
            }
    }

    [Theory, AllDevices]
    public void Functions_of_every_dtype(string device)
    {
        EveryDtype<float>(device, i => i * 0.5f - 20, x => x * x - 1, (a, b) => a + b, MathF.Max, MathF.Min);
        EveryDtype<int>(device, i => i * 7919 - 200000, x => x * x - 1, (a, b) => a + b, Math.Max, Math.Min);
        EveryDtype<long>(device, i => i * 123456789123L - 5, x => x * x - 1, (a, b) => a + b, Math.Max, Math.Min);
        // Truth values stay 0 or 1: * is and, - is exclusive or, + is or.
        EveryDtype<byte>(device, i => (byte)(i % 3 & 1), x => (byte)(x ^ 1), (a, b) => (byte)(a | b), Math.Max, Math.Min);
    }

    private static void EveryDtype<T>(string device, Func<int, T> value, Func<T, T> one, Func<T, T, T> two, Func<T, T, T> max, Func<T, T, T> min) where T : unmanaged, INumberBase<T>
    {
        int[] sizes = [3, 50];
        foreach (var from in s_inputs)
        {
            var (a, b, c) = (Sample<T>.Of(device, sizes, value, from), Sample<T>.Of(device, sizes, i => value(i + 3)), Sample<T>.Of(device, sizes, i => value(200 - i), Arrangement.FirstStays));
            var y = Target<T>(device, sizes, Arrangement.Reversed);
            a.Device.Backend.MapNum(new SquareLessOne(), a.Operand, y.Operand);
            Check([.. a.Values.Select(one)], y, $"one {from}");
            a.Device.Backend.MapNum(new Plus(), a.Operand, b.Operand, y.Operand);
            Check([.. a.Values.Zip(b.Values, two)], y, $"two {from}");
            a.Device.Backend.MapNum(new MaxThenMin(), a.Operand, b.Operand, c.Operand, y.Operand);
            Check([.. a.Values.Select((p, i) => min(max(p, b.Values[i]), c.Values[i]))], y, $"three {from}");
        }
    }

    [Theory, AllDevices]
    public void Short_rows_of_every_size_of_element(string device)
    {
        foreach (int columns in new[] { 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17 })
            foreach (int rows in new[] { 2, 29, 200 })
            {
                ShortRows<int>(device, [rows, columns], i => i * 7919 - 200000, (a, b) => a + b);
                ShortRows<long>(device, [rows, columns], i => i * 123456789123L - 5, (a, b) => a + b);
                ShortRows<byte>(device, [rows, columns], i => (byte)(i % 3 & 1), (a, b) => (byte)(a | b));
            }
    }

    private static void ShortRows<T>(string device, int[] sizes, Func<int, T> value, Func<T, T, T> sum) where T : unmanaged, INumberBase<T>
    {
        foreach (var (left, right) in new[] { (Arrangement.LastStays, Arrangement.FirstStays), (Arrangement.Dense, Arrangement.FirstStays), (Arrangement.LastStays, Arrangement.Offset),
            (Arrangement.Gaps, Arrangement.Reversed), (Arrangement.AllStay, Arrangement.LastStays) })
        {
            var (a, b, y) = (Sample<T>.Of(device, sizes, value, left), Sample<T>.Of(device, sizes, i => value(i + 3), right), Target<T>(device, sizes, Arrangement.Dense));
            a.Device.Backend.MapNum(new Plus(), a.Operand, b.Operand, y.Operand);
            Check([.. a.Values.Zip(b.Values, sum)], y, $"{Layout.Format(sizes)} {left}, {right}");
        }
    }

    [Theory, AllDevices]
    public void Relations_give_zero_or_one(string device)
    {
        foreach (var sizes in s_sizes)
            foreach (var left in s_inputs)
                foreach (var to in s_outputs)
                {
                    var (a, b) = (Real(device, sizes, left), Sample<float>.Of(device, sizes, i => i % 4 == 3 ? float.NaN : i - 8, Arrangement.LastStays));
                    var y = Target<byte>(device, sizes, to);
                    a.Device.Backend.Compare(new Less(), a.Operand, b.Operand, y.Operand);
                    Check([.. a.Values.Zip(b.Values, (p, q) => p < q ? (byte)1 : (byte)0)], y, $"{Layout.Format(sizes)} {left} to {to}");
                }
        var (p, q) = (Sample<long>.Of(device, [70], i => i * 3), Sample<long>.Of(device, [70], i => 100 - i));
        var z = Target<byte>(device, [70], Arrangement.Dense);
        p.Device.Backend.Compare(new Less(), p.Operand, q.Operand, z.Operand);
        Check([.. p.Values.Zip(q.Values, (v, w) => v < w ? (byte)1 : (byte)0)], z, "int64");
    }

    [Theory, AllDevices]
    public void Where_chooses(string device)
    {
        foreach (int[] sizes in new int[][] { [4, 19], [20, 100] })
            foreach (var condition in s_inputs)
                foreach (var branch in s_inputs)
                {
                    Choose<float>(device, sizes, condition, branch, i => i % 9 == 0 ? float.NaN : i);
                    Choose<byte>(device, sizes, condition, branch, i => (byte)(i & 1));
                    Choose<long>(device, sizes, condition, branch, i => i - 4);
                }
    }

    private static void Choose<T>(string device, int[] sizes, Arrangement condition, Arrangement branch, Func<int, T> value) where T : unmanaged, INumberBase<T>
    {
        var c = Sample<byte>.Of(device, sizes, i => (byte)(i * 7 % 5 > 2 ? 1 : 0), condition);
        var (a, b, y) = (Sample<T>.Of(device, sizes, value, branch), Sample<T>.Of(device, sizes, i => value(i + 100)), Target<T>(device, sizes, s_outputs[(int)branch % 3]));
        a.Device.Backend.Where(c.Operand, a.Operand, b.Operand, y.Operand);
        Check([.. c.Values.Select((t, i) => t != 0 ? a.Values[i] : b.Values[i])], y, $"{Layout.Format(sizes)} {condition} {branch}");
    }

    [Theory, AllDevices]
    public void Large_operands_are_covered_once(string device)
    {
        foreach (var sizes in new int[][] { [100003], [301, 333], [20000, 5], [4, 30011] })
            foreach (var arrangement in s_inputs)
            {
                var (a, b, y) = (Real(device, sizes, arrangement), Real(device, sizes, Arrangement.FirstStays), Target<float>(device, sizes, Arrangement.Dense));
                a.Device.Backend.MapNum(new Plus(), a.Operand, b.Operand, y.Operand);
                Check([.. a.Values.Zip(b.Values, (p, q) => p + q)], y, $"{Layout.Format(sizes)} {arrangement}");
            }
    }

    private static Sample<float> Real(string device, int[] sizes, Arrangement arrangement, int seed = 0) =>
        Sample<float>.Of(device, sizes, i => ((i + seed) * 7919 % 2003 - 1000) * 0.01f, arrangement);

    private static Sample<T> Target<T>(string device, int[] sizes, Arrangement arrangement) where T : unmanaged, INumberBase<T> => Sample<T>.Of(device, sizes, _ => T.One, arrangement);

    private static void Check<T>(T[] expected, Sample<T> y, string what) where T : unmanaged, INumberBase<T>
    {
        Same.Bits(expected, y.Read(), what);
        Assert.True(y.SurroundingsAreUntouched(), $"{what}: memory beside the result was changed.");
    }
}
