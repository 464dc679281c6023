using System.Numerics;
using Gpu.Kernels.Functors;
using Gpu.Testing;
using Xunit;

namespace Gpu.Kernels.Tests.Backend;

public class MatMulTests
{
    [Theory]
    [AllDevices(1, 1, 1, 1, NeedsSameBits = true)]
    [AllDevices(1, 5, 2, 2, NeedsSameBits = true)]
    [AllDevices(1, 5, 2, 1, NeedsSameBits = true)]
    [AllDevices(1, 1, 700, 40, NeedsSameBits = true)]
    [AllDevices(1, 40, 700, 1, NeedsSameBits = true)]
    [AllDevices(1, 1, 130, 1, NeedsSameBits = true)]
    [AllDevices(1, 13, 192, 1, NeedsSameBits = true)]
    [AllDevices(1, 1, 128, 300, NeedsSameBits = true)]
    [AllDevices(1, 203, 2, 1, NeedsSameBits = true)]
    [AllDevices(2, 1, 31, 1100, NeedsSameBits = true)]
    [AllDevices(1, 1050, 32, 1, NeedsSameBits = true)]
    [AllDevices(1, 33, 70, 47, NeedsSameBits = true)]
    [AllDevices(1, 64, 784, 100, NeedsSameBits = true)]
    [AllDevices(1, 13, 1100, 17, NeedsSameBits = true)]
    [AllDevices(3, 7, 19, 33, NeedsSameBits = true)]
    [AllDevices(4, 1, 65, 9, NeedsSameBits = true)]
    [AllDevices(2, 128, 64, 65, NeedsSameBits = true)]
    [AllDevices(1, 3, 0, 4, NeedsSameBits = true)]
    [AllDevices(2, 0, 3, 4, NeedsSameBits = true)]
    [AllDevices(1, 150, 130, 140, NeedsSameBits = true)]
    [AllDevices(1, 100, 700, 130, NeedsSameBits = true)]
    [AllDevices(1, 255, 100, 700, NeedsSameBits = true)]
    [AllDevices(1, 61, 270, 300, NeedsSameBits = true)]
    public void Products_have_the_documented_order(string device, int batch, int m, int k, int columns)
    {
        // The large ones are slow in the reference.
        Arrangement[] arrangements = m * k * columns > 200000 ? [Arrangement.Dense, Arrangement.Reversed] : [Arrangement.Dense, Arrangement.Reversed, Arrangement.Gaps, Arrangement.FirstStays];
        foreach (var left in arrangements)
            foreach (var right in arrangements)
                Check<float>(device, batch, m, k, columns, left, right, i => (i * 7919 % 2003 - 1000.5f) * 0.01f, MathF.FusedMultiplyAdd);
    }

    [Theory]
    [AllDevices(1, 13, 600, 17, NeedsFloat64 = true, NeedsSameBits = true)]
    [AllDevices(2, 1, 130, 9, NeedsFloat64 = true, NeedsSameBits = true)]
    [AllDevices(2, 70, 5, 1, NeedsFloat64 = true, NeedsSameBits = true)]
    [AllDevices(2, 9, 130, 1, NeedsFloat64 = true, NeedsSameBits = true)]
    [AllDevices(1, 9, 192, 1, NeedsFloat64 = true, NeedsSameBits = true)]
    [AllDevices(1, 60, 1100, 60, NeedsFloat64 = true, NeedsSameBits = true)]
    public void Products_of_float64_have_the_documented_order(string device, int batch, int m, int k, int columns)
    {
        foreach (var left in new[] { Arrangement.Dense, Arrangement.Reversed })
            foreach (var right in new[] { Arrangement.Dense, Arrangement.Reversed })
                Check<double>(device, batch, m, k, columns, left, right, i => (i * 7919 % 2003 - 1000.1) * 0.01, Math.FusedMultiplyAdd);
    }

    /// <summary>More elements than the host packs at a time, along k and along columns; and right operands that are packed panel by panel, or whose rows are pages apart.</summary>
    [Theory]
    [InlineData(60, 5000, 1000, false)]
    [InlineData(60, 5000, 1000, true)]
    [InlineData(65, 530, 9000, true)]
    [InlineData(65, 530, 1500, false)]
    [InlineData(120, 5000, 1000, false)]
    [InlineData(120, 5000, 1000, true)]
    [InlineData(115, 530, 9000, true)]
    public void Large_operands_are_multiplied_in_pieces(int m, int k, int columns, bool turned)
    {
        var a = Sample<float>.Of("cpu", [1, m, k], i => i * 37 % 101 - 50, turned ? Arrangement.Reversed : Arrangement.Dense);
        var b = Sample<float>.Of("cpu", turned ? [1, columns, k] : [1, k, columns], i => i * 53 % 89 * 0.12f);
        var y = Sample<float>.Of("cpu", [1, m, columns], _ => 1);
        a.Device.Backend.MatMul(a.Operand, new(b.Operand.Storage, turned ? b.Operand.Layout.Transpose(1, 2) : b.Operand.Layout), y.Operand);
        var result = y.Read();
        for (int at = 0; at < m * columns; at += 1997)
        {
            var (i, j) = Math.DivRem(at, columns);
            var row = a.Values[(i * k)..((i + 1) * k)];
            var column = Enumerable.Range(0, k).Select(q => turned ? b.Values[j * k + q] : b.Values[q * columns + j]).ToArray();
            Same.Bits([Reference.Dot(row, column, false, MathF.FusedMultiplyAdd, (p, q) => p + q)], [result[at]], $"result [{i}, {j}]");
        }
        Assert.True(y.SurroundingsAreUntouched());
    }

    [Theory, AllDevices(NeedsSameBits = true)]
    public void The_last_two_dimensions_lie_transposed(string device)
    {
        // [N, M, K] with K outside M in memory, as a transposed view of a batch has it.
        foreach (var (batch, m, k, columns) in new[] { (3, 20, 33, 18), (2, 40, 530, 40) })
        {
            var a = Sample<float>.Of(device, [batch, k, m], i => i * 37 % 101 - 50);
            var b = Sample<float>.Of(device, [batch, columns, k], i => i * 53 % 89 * 0.125f);
            var y = Sample<float>.Of(device, [batch, m, columns], _ => 1, Arrangement.Gaps);
            a.Device.Backend.MatMul(new(a.Operand.Storage, a.Operand.Layout.Transpose(1, 2)), new(b.Operand.Storage, b.Operand.Layout.Transpose(1, 2)), y.Operand);
            var expected = new float[batch * m * columns];
            for (int i = 0; i < expected.Length; i++)
            {
                var (n, row, column) = (i / columns / m, i / columns % m, i % columns);
                var x = Enumerable.Range(0, k).Select(q => a.Values[(n * k + q) * m + row]).ToArray();
                var z = Enumerable.Range(0, k).Select(q => b.Values[(n * columns + column) * k + q]).ToArray();
                expected[i] = Reference.Dot(x, z, false, MathF.FusedMultiplyAdd, (p, q) => p + q);
            }
            Same.Bits(expected, y.Read());
            Assert.True(y.SurroundingsAreUntouched());
        }
    }

    [Theory]
    [AllDevices(1, 5, 2, 2)]
    [AllDevices(2, 1, 130, 9)]
    [AllDevices(1, 40, 70, 1)]
    [AllDevices(1, 33, 70, 47)]
    [AllDevices(2, 20, 530, 40)]
    [AllDevices(1, 64, 1100, 75)]
    [AllDevices(2, 3, 0, 4)]
    public void An_epilogue_gives_the_bits_of_the_product_and_then_the_operation(string device, int batch, int m, int k, int columns)
    {
        foreach (var arrangement in new[] { Arrangement.Dense, Arrangement.Reversed, Arrangement.Gaps })
        {
            var a = Sample<float>.Of(device, [batch, m, k], i => (i * 37 % 101 - 50) * 0.01f);
            var b = Sample<float>.Of(device, [batch, k, columns], i => i * 53 % 89 * 0.12f);
            var y = Sample<float>.Of(device, [batch, m, columns], _ => 1, arrangement);
            var expected = Sample<float>.Of(device, [batch, m, columns], _ => 1, arrangement);
            var bias = Sample<float>.Of(device, [1, 1, columns], i => i * 0.37f - 3);
            var row = new Operand(bias.Operand.Storage, bias.Operand.Layout.BroadcastTo([batch, m, columns]));
            var column = Sample<float>.Of(device, [batch, m, columns], i => i * 0.11f - 7, Arrangement.LastStays).Operand;
            var full = Sample<float>.Of(device, [batch, m, columns], i => i * 0.07f - 5, Arrangement.Reversed).Operand;
            var backend = a.Device.Backend;
            foreach (var c in new[] { row, column, full })
            {
                backend.MatMul(a.Operand, b.Operand, expected.Operand);
                backend.Map(new Biased(), expected.Operand, c, expected.Operand);
                backend.MatMul(new Biased(), a.Operand, b.Operand, c, y.Operand);
                Same.Bits(expected.Read(), y.Read(), $"bias, {arrangement}");

                backend.MatMul(a.Operand, b.Operand, expected.Operand);
                backend.Map(new LinearCombination(0.75, 0.3), expected.Operand, c, expected.Operand);
                backend.MatMul(new LinearCombination(0.75, 0.3), a.Operand, b.Operand, c, y.Operand);
                Same.Bits(expected.Read(), y.Read(), $"an operation with parameters, {arrangement}");
            }
            Assert.True(y.SurroundingsAreUntouched());
        }
    }

    private static void Check<T>(string device, int batch, int m, int k, int columns, Arrangement left, Arrangement right, Func<int, T> value, Func<T, T, T, T> fma)
        where T : unmanaged, INumberBase<T>
    {
        var a = Sample<T>.Of(device, [batch, m, k], value, left);
        var b = Sample<T>.Of(device, [batch, k, columns], i => value(i + 17), right);
        var expected = new T[batch * m * columns];
        for (int n = 0; n < batch; n++)
            for (int j = 0; j < columns; j++)
            {
                var column = Enumerable.Range(0, k).Select(q => b.Values[(n * k + q) * columns + j]).ToArray();
                for (int i = 0; i < m; i++)
                    expected[(n * m + i) * columns + j] = Reference.Dot(a.Values[((n * m + i) * k)..((n * m + i + 1) * k)], column, m == 1 || columns == 1, fma, (p, q) => p + q);
            }
        foreach (var target in new[] { Arrangement.Dense, Arrangement.Reversed })
        {
            var y = Sample<T>.Of(device, [batch, m, columns], _ => T.One, target);
            a.Device.Backend.MatMul(a.Operand, b.Operand, y.Operand);
            Same.Bits(expected, y.Read(), $"{typeof(T).Name} [{batch}, {m}, {k}] {left} @ [{batch}, {k}, {columns}] {right} to {target}");
            Assert.True(y.SurroundingsAreUntouched());
        }
    }
}
