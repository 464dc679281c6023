using System.Numerics;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

public class CopyTests
{
    [Theory, AllDevices]
    public void Copies_any_arrangement(string device)
    {
        foreach (var sizes in new int[][] { [], [7], [5, 6], [33, 65], [2, 3, 4, 5] })
            foreach (var from in Enum.GetValues<Arrangement>())
                foreach (var to in new[] { Arrangement.Dense, Arrangement.Gaps, Arrangement.Reversed })
                {
                    Copy<float, float>(device, sizes, from, to, i => i, v => v);
                    Copy<byte, byte>(device, sizes, from, to, i => (byte)(i & 1), v => v);
                    Copy<long, long>(device, sizes, from, to, i => -i, v => v);
                }
    }

    [Theory, AllDevices]
    public void Copies_transposed_matrices(string device)
    {
        foreach (var sizes in new int[][] { [3, 40, 50], [1, 203, 301], [2, 7, 65] })
        {
            Transpose<float>(device, sizes, i => i);
            Transpose<long>(device, sizes, i => i);
            Transpose<byte>(device, sizes, i => (byte)(i * 7 % 3 & 1));
        }
    }

    private static void Transpose<T>(string device, int[] sizes, Func<int, T> value) where T : unmanaged, INumberBase<T>
    {
        var (rows, columns) = (sizes[1], sizes[2]);
        var x = Sample<T>.Of(device, sizes, value, Arrangement.Offset);
        var y = Sample<T>.Of(device, [sizes[0], columns, rows], _ => T.One, Arrangement.Offset);
        x.Device.Backend.Copy(new(x.Operand.Storage, x.Operand.Layout.Transpose(1, 2)), y.Operand);
        Same.Bits([.. Enumerable.Range(0, x.Values.Length).Select(i => x.Values[i / (rows * columns) * rows * columns + i % rows * columns + i / rows % columns])], y.Read(), Layout.Format(sizes));
        Assert.True(y.SurroundingsAreUntouched());
    }

    [Theory, AllDevices]
    public void Converts_as_CSharp_does(string device)
    {
        float[] floats = [0, -0f, 0.5f, -0.5f, 1.99f, -1.99f, 3e9f, -3e9f, 1e30f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1e-40f];
        Convert(device, floats, v => float.IsNaN(v) ? 0 : v >= 2147483648f ? int.MaxValue : v < -2147483648f ? int.MinValue : (int)v);
        Convert(device, floats, v => float.IsNaN(v) ? 0 : v >= 9223372036854775808f ? long.MaxValue : v < -9223372036854775808f ? long.MinValue : (long)v);
        Convert(device, floats, v => v != 0 ? (byte)1 : (byte)0);
        long[] longs = [0, 1, -1, 1L << 32, (1L << 40) + 5, (1L << 24) + 1, (1L << 55) + (1L << 31) + 1, long.MinValue, long.MaxValue];
        Convert(device, longs, v => unchecked((int)v));
        Convert(device, longs, v => (float)v);
        Convert(device, longs, v => v != 0 ? (byte)1 : (byte)0);
        int[] ints = [0, 1, -1, (1 << 24) + 1, int.MaxValue, int.MinValue];
        Convert(device, ints, v => (long)v);
        Convert(device, ints, v => (float)v);
        byte[] bools = [0, 1, 1, 0, 1];
        Convert(device, bools, v => (float)v);
        Convert(device, bools, v => (long)v);
        Convert(device, bools, v => (int)v);
    }

    [Theory, AllDevices(NeedsFloat64 = true)]
    public void Converts_float64(string device)
    {
        double[] doubles = [0, -0.0, 0.5, -1.99, 3e9, 1e300, -1e300, 1e-320, 0.1, double.NaN, double.PositiveInfinity];
        Convert(device, doubles, v => (float)v);
        Convert(device, doubles, v => double.IsNaN(v) ? 0 : v >= 2147483648.0 ? int.MaxValue : v <= -2147483649.0 ? int.MinValue : (int)v);
        Convert(device, doubles, v => v != 0 ? (byte)1 : (byte)0);
        Convert(device, new[] { 0.1f, float.NaN, 1e-45f }, v => (double)v);
        Convert(device, new[] { (1L << 53) + 1, -7L }, v => (double)v);
    }

    [Theory, AllDevices]
    public void Fills_any_arrangement(string device)
    {
        foreach (var to in new[] { Arrangement.Dense, Arrangement.Gaps, Arrangement.Reversed })
        {
            Fill(device, to, 2.75, 2.75f);
            Fill(device, to, 2.75, 2);
            Fill(device, to, -3, -3L);
            Fill(device, to, 0.5, (byte)1);
            Fill(device, to, true, 1f);
            Fill(device, to, (1L << 32) + 7, 7);
        }
    }

    [Theory, AllDevices]
    public void Bytes_go_to_the_device_and_back(string device)
    {
        var x = Sample<int>.Of(device, [100], i => i);
        var part = new int[7];
        x.Device.Download<int>(x.Operand.Storage, part, 20);
        Assert.Equal([20, 21, 22, 23, 24, 25, 26], part);
        x.Device.Upload<int>([-1, -2], x.Operand.Storage, 98);
        x.Device.Synchronize();
        Assert.Equal([97, -1, -2], x.Read()[97..]);
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Device.Upload<int>([1, 2, 3], x.Operand.Storage, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.Device.Download<int>(x.Operand.Storage, new int[3], 100));
    }

    private static void Copy<TFrom, TTo>(string device, int[] sizes, Arrangement from, Arrangement to, Func<int, TFrom> value, Func<TFrom, TTo> convert)
        where TFrom : unmanaged, INumberBase<TFrom> where TTo : unmanaged, INumberBase<TTo>
    {
        var (x, y) = (Sample<TFrom>.Of(device, sizes, value, from), Sample<TTo>.Of(device, sizes, _ => TTo.One, to));
        x.Device.Backend.Copy(x.Operand, y.Operand);
        Same.Bits([.. x.Values.Select(convert)], y.Read(), $"{typeof(TFrom).Name} to {typeof(TTo).Name} {Layout.Format(sizes)} {from} to {to}");
        Assert.True(y.SurroundingsAreUntouched());
    }

    private static void Convert<TFrom, TTo>(string device, TFrom[] values, Func<TFrom, TTo> convert) where TFrom : unmanaged, INumberBase<TFrom> where TTo : unmanaged, INumberBase<TTo>
    {
        foreach (var from in Enum.GetValues<Arrangement>())
            Copy(device, [2, values.Length], from, Arrangement.Dense, i => values[i % values.Length], convert);
    }

    private static void Fill<T>(string device, Arrangement to, Scalar value, T expected) where T : unmanaged, INumberBase<T>
    {
        foreach (var sizes in new int[][] { [], [5], [3, 40], [0] })
        {
            var y = Sample<T>.Of(device, sizes, _ => T.One, to);
            y.Device.Backend.Fill(y.Operand, value);
            Same.Bits([.. y.Values.Select(_ => expected)], y.Read(), $"{typeof(T).Name} {Layout.Format(sizes)} {to}");
            Assert.True(y.SurroundingsAreUntouched());
        }
    }
}
