using System.Numerics;
using Gpu.Kernels.Functors;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

/// <summary>The largest and smallest elements and their positions, where NaN, infinities and zeros of both signs decide.</summary>
public class ExtremeTests
{
    private static readonly int[] s_lengths = [1, 15, 64, 65, 127, 300, 1000, 5003];

    [Theory, AllDevices]
    public void Special_values_decide_as_documented(string device)
    {
        foreach (int n in s_lengths)
            foreach (var (name, value) in Rows<float>(n))
                Check(device, n, name, value, float.NegativeInfinity);
    }

    [Theory, AllDevices(NeedsFloat64 = true)]
    public void Special_values_of_float64_decide_as_documented(string device)
    {
        foreach (int n in s_lengths)
            foreach (var (name, value) in Rows<double>(n))
                Check(device, n, name, value, double.NegativeInfinity);
    }

    private static IEnumerable<(string Name, Func<int, T> Value)> Rows<T>(int n) where T : IFloatingPointIeee754<T>
    {
        T Number(int i) => T.CreateChecked(i * 7919 % 2003 - 1000);
        yield return ("numbers", Number);
        yield return ("negative numbers", i => -T.One - T.Abs(Number(i)));
        yield return ("ties", i => T.CreateChecked(i * 31 % 7));
        foreach (int at in new[] { 0, n / 2, n - 1 }.Distinct())
        {
            yield return ($"NaN at {at}", i => i == at ? T.NaN : Number(i));
            yield return ($"-NaN at {at}", i => i == at ? -T.NaN : Number(i));
            yield return ($"infinity at {at}", i => i == at ? T.PositiveInfinity : Number(i));
            yield return ($"both infinities from {at}", i => i == at ? T.PositiveInfinity : i == (at + 1) % n ? T.NegativeInfinity : Number(i));
            yield return ($"+0 among -0 at {at}", i => i == at ? T.Zero : T.NegativeZero);
            yield return ($"-0 among +0 at {at}", i => i == at ? T.NegativeZero : T.Zero);
            yield return ($"-0 at {at} is the largest", i => i == at ? T.NegativeZero : -T.One - T.Abs(Number(i)));
        }
        yield return ("NaN only", _ => T.NaN);
        yield return ("two NaN", i => i >= n / 3 ? T.NaN : Number(i));
        yield return ("-infinity only", _ => T.NegativeInfinity);
        yield return ("overflowing", i => i % 2 == 0 ? Largest<T>() : -Largest<T>());
    }

    private static T Largest<T>() where T : IFloatingPointIeee754<T> => typeof(T) == typeof(float) ? T.CreateChecked(float.MaxValue) : T.CreateChecked(double.MaxValue);

    private static void Check<T>(string device, int n, string name, Func<int, T> value, T identity) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var x = Sample<T>.Of(device, [2, n], i => value(i % n));
        string what = $"{typeof(T).Name}, {n} elements, {name}";
        var y = Sample<T>.Of(device, [2, 1], _ => T.One);
        x.Device.Backend.Reduce(new Maximum(), x.Operand, y.Operand);
        var largest = x.Values[..n].Aggregate(identity, T.Max);
        Same.Bits([largest, largest], y.Read(), "largest of " + what);
        x.Device.Backend.Reduce(new Minimum(), x.Operand, y.Operand);
        var smallest = x.Values[..n].Aggregate(-identity, T.Min);
        Same.Bits([smallest, smallest], y.Read(), "smallest of " + what);

        var at = Sample<long>.Of(device, [2, 1], _ => -1);
        x.Device.Backend.ArgReduce(largest: true, x.Operand, at.Operand);
        long first = Array.FindIndex(x.Values, v => v == largest || (T.IsNaN(v) && T.IsNaN(largest)));
        Assert.Equal([first, first], at.Read());
        x.Device.Backend.ArgReduce(largest: false, x.Operand, at.Operand);
        first = Array.FindIndex(x.Values, v => v == smallest || (T.IsNaN(v) && T.IsNaN(smallest)));
        Assert.Equal([first, first], at.Read());
    }
}
