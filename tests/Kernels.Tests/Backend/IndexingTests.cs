using System.Numerics;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

public class IndexingTests
{
    [Theory]
    [AllDevices(new[] { 7 }, new[] { 1 })]
    [AllDevices(new[] { 300, 40 }, new[] { 300, 1 })]
    [AllDevices(new[] { 300, 40 }, new[] { 1, 40 })]
    [AllDevices(new[] { 5, 6, 7 }, new[] { 5, 1, 7 })]
    [AllDevices(new[] { 5, 6, 7 }, new[] { 1, 6, 1 })]
    [AllDevices(new[] { 2, 40000 }, new[] { 2, 1 })]
    public void The_winner_is_the_first_largest_or_smallest(string device, int[] sizes, int[] results)
    {
        foreach (var arrangement in Enum.GetValues<Arrangement>())
            foreach (bool largest in new[] { true, false })
            {
                Winner<float>(device, sizes, results, arrangement, largest, i => i * 7919 % 61 - 30);
                Winner<float>(device, sizes, results, arrangement, largest, i => i % 151 == 100 ? float.NaN : i % 7);
                Winner<float>(device, sizes, results, arrangement, largest, i => i % 2 == 0 ? -0f : 0f);
                Winner<long>(device, sizes, results, arrangement, largest, i => i * 7919 % 61 - 30);
                Winner<byte>(device, sizes, results, arrangement, largest, i => (byte)(i % 5 == 3 ? 1 : 0));
            }
    }

    private static void Winner<T>(string device, int[] sizes, int[] results, Arrangement arrangement, bool largest, Func<int, T> value) where T : unmanaged, INumber<T>
    {
        var x = Sample<T>.Of(device, sizes, value, arrangement);
        var y = Sample<long>.Of(device, results, _ => -1, Arrangement.Gaps);
        x.Device.Backend.ArgReduce(largest, x.Operand, y.Operand);
        var expected = Reference.Groups(x.Values, sizes, results).Select(group =>
        {
            int best = 0;
            for (int i = 1; i < group.Count && !T.IsNaN(group[best]); i++)
                if (T.IsNaN(group[i]) || (largest ? group[i] > group[best] : group[i] < group[best])) best = i;
            return (long)best;
        });
        Same.Bits([.. expected], y.Read(), $"{typeof(T).Name} {Layout.Format(sizes)} {arrangement} to {Layout.Format(results)}, largest {largest}");
        Assert.True(y.SurroundingsAreUntouched());
    }

    [Theory]
    [AllDevices(new[] { 9 }, 0, 20)]
    [AllDevices(new[] { 4, 9 }, 1, 3)]
    [AllDevices(new[] { 12, 9 }, 0, 5)]
    [AllDevices(new[] { 3, 5, 40 }, 1, 6)]
    [AllDevices(new[] { 100, 333 }, 0, 50)]
    [AllDevices(new[] { 2, 60, 150 }, 1, 7)]
    public void Gathers_and_adds_by_index(string device, int[] sizes, int dim, int extent)
    {
        foreach (var values in Enum.GetValues<Arrangement>())
            foreach (var places in new[] { Arrangement.Dense, Arrangement.LastStays, Arrangement.Reversed, Arrangement.AllStay })
            {
                Move(device, sizes, dim, extent, values, places, i => i * 0.37f - 5);
                Move(device, sizes, dim, extent, values, places, i => i * 1000L);
            }
    }

    /// <summary>The index is the same along a row, as for the gradient of an embedding; rows meet at the same target.</summary>
    [Theory]
    [AllDevices(new[] { 9, 5 }, 0, 3)]
    [AllDevices(new[] { 300, 133 }, 0, 4)]
    [AllDevices(new[] { 3, 70, 128 }, 1, 4)]
    public void Adds_whole_rows_by_index(string device, int[] sizes, int dim, int extent)
    {
        foreach (var values in Enum.GetValues<Arrangement>())
            {
                Move(device, sizes, dim, extent, values, Arrangement.LastStays, i => i * 0.37f - 5, Arrangement.Offset);
                Move(device, sizes, dim, extent, values, Arrangement.LastStays, i => i % 11, Arrangement.Offset);
            }
    }

    private static void Move<T>(string device, int[] sizes, int dim, int extent, Arrangement values, Arrangement places, Func<int, T> value, Arrangement targets = Arrangement.Gaps) where T : unmanaged, INumberBase<T>
    {
        int[] source = [.. sizes];
        source[dim] = extent;
        var index = Sample<long>.Of(device, sizes, i => i * 7919 % extent, places);
        var x = Sample<T>.Of(device, source, value, values);
        var y = Sample<T>.Of(device, sizes, _ => T.One, Arrangement.Gaps);
        x.Device.Backend.Gather(x.Operand, index.Operand, y.Operand, dim);
        int inner = sizes[(dim + 1)..].Aggregate(1, (a, b) => a * b);
        int Position(int i) => (i / inner / sizes[dim] * extent + (int)index.Values[i]) * inner + i % inner;
        Same.Bits([.. Enumerable.Range(0, y.Values.Length).Select(i => x.Values[Position(i)])], y.Read(), $"gather {values} {places}");
        Assert.True(y.SurroundingsAreUntouched());

        var added = Sample<T>.Of(device, sizes, value, values);
        var sums = Sample<T>.Of(device, source, i => value(i + 1), targets);
        var expected = (T[])sums.Values.Clone();
        for (int i = 0; i < added.Values.Length; i++) expected[Position(i)] += added.Values[i];
        x.Device.Backend.ScatterAdd(sums.Operand, index.Operand, added.Operand, dim);
        Same.Bits(expected, sums.Read(), $"scatter-add {values} {places}");
        Assert.True(sums.SurroundingsAreUntouched());
    }
}
