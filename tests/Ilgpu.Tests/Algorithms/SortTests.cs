using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Algorithms.RadixSortOperations;
using ILGPU.Algorithms.Sequencers;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Algorithms;

/// <summary>Radix sorts against LINQ's stable sort.</summary>
public class SortTests
{
    [Theory, Accelerators]
    public void Integers_sort(string name)
    {
        // Barriers between threads are slow: a thread for each item takes fewer.
        foreach (int size in (int[])[1, 7, 1000, name == "CPU threads" ? 2 : 70_001])
        {
            var values = Values(size);
            Assert.Equal(values.Order(), Sort<int, AscendingInt32>(name, values));
        }
    }

    [Theory, Accelerators]
    public void Halves_sort(string name) => Check<ILGPU.Half, AscendingHalf, DescendingHalf>(name, Array.ConvertAll(Values(300), v => (ILGPU.Half)(v / 1e6f)), v => (float)v);

    // Every type is two kernels more: where compiling them takes long, one type stands for all.
    [Fact]
    public void Every_kind_of_key_sorts()
    {
        var values = Values(300);
        Check<sbyte, AscendingInt8, DescendingInt8>(Array.ConvertAll(values, v => (sbyte)v));
        Check<byte, AscendingUInt8, DescendingUInt8>(Array.ConvertAll(values, v => (byte)v));
        Check<short, AscendingInt16, DescendingInt16>(Array.ConvertAll(values, v => (short)v));
        Check<ushort, AscendingUInt16, DescendingUInt16>(Array.ConvertAll(values, v => (ushort)v));
        Check<int, AscendingInt32, DescendingInt32>(values);
        Check<uint, AscendingUInt32, DescendingUInt32>(Array.ConvertAll(values, v => (uint)v));
        Check<long, AscendingInt64, DescendingInt64>(Array.ConvertAll(values, v => v * 5_000_000_017L));
        Check<ulong, AscendingUInt64, DescendingUInt64>(Array.ConvertAll(values, v => (ulong)v * 5_000_000_017UL));
        Check<float, AscendingFloat, DescendingFloat>([.. Array.ConvertAll(values, v => v / 3f), float.NegativeInfinity, float.MaxValue, -1e-40f]);
        Check<double, AscendingDouble, DescendingDouble>([.. Array.ConvertAll(values, v => v / 3.0), double.PositiveInfinity, -double.Epsilon]);
    }

    [Theory, Accelerators]
    public void Values_move_with_their_keys_and_equal_keys_keep_their_order(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        int size = 1000;
        var keys = Array.ConvertAll(Values(size), v => (byte)(v & 15));
        using var provider = accelerator.CreateRadixSortProvider<byte, int, DescendingUInt8>(size);
        var sort = provider.CreateRadixSortPairs<byte, Stride1D.Dense, int, Stride1D.Dense, Int32Sequencer, DescendingUInt8>();
        using var keyBuffer = accelerator.Allocate1D(keys);
        using var valueBuffer = accelerator.Allocate1D<int>(size);
        sort(accelerator.DefaultStream, keyBuffer.View, valueBuffer.View, default);
        var expected = Enumerable.Range(0, size).OrderByDescending(i => keys[i]).ToArray();
        Assert.Equal(expected, valueBuffer.GetAsArray1D());
        Assert.Equal(expected.Select(i => keys[i]), keyBuffer.GetAsArray1D());
    }

    [Fact]
    public void Values_of_a_view_move_with_their_keys()
    {
        var accelerator = TestAccelerators.Get("CPU");
        double[] keys = [3, -1, 2, 7, 0];
        using var keyBuffer = accelerator.Allocate1D(keys);
        using var valueBuffer = accelerator.Allocate1D(new[] { 30f, -10f, 20f, 70f, 0f });
        using var temp = accelerator.Allocate1D<int>(accelerator.ComputeRadixSortPairsTempStorageSize<double, float, AscendingDouble>(5).X);
        accelerator.CreateRadixSortPairs<double, Stride1D.Dense, float, Stride1D.Dense, AscendingDouble>()(
            accelerator.DefaultStream, keyBuffer.View, valueBuffer.View, temp.View);
        Assert.Equal([-10f, 0f, 20f, 30f, 70f], valueBuffer.GetAsArray1D());
    }

    private static void Check<T, TAscending, TDescending>(T[] values)
        where T : unmanaged
        where TAscending : struct, IRadixSortOperation<T>
        where TDescending : struct, IRadixSortOperation<T>
        => Check<T, TAscending, TDescending>("CPU", values, v => (IComparable)(object)v);

    private static void Check<T, TAscending, TDescending>(string name, T[] values, Func<T, IComparable> order)
        where T : unmanaged
        where TAscending : struct, IRadixSortOperation<T>
        where TDescending : struct, IRadixSortOperation<T>
    {
        Assert.Equal(values.OrderBy(order), Sort<T, TAscending>(name, values));
        Assert.Equal(values.OrderByDescending(order), Sort<T, TDescending>(name, values));
        Assert.All(values, v => Assert.True(order(v).CompareTo(order(default(TAscending).DefaultValue)) <= 0));
        Assert.All(values, v => Assert.True(order(v).CompareTo(order(default(TDescending).DefaultValue)) >= 0));
    }

    private static T[] Sort<T, TOperation>(string name, T[] values)
        where T : unmanaged
        where TOperation : struct, IRadixSortOperation<T>
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(values);
        using var temp = accelerator.Allocate1D<int>(accelerator.ComputeRadixSortTempStorageSize<T, TOperation>(values.Length).X);
        accelerator.CreateRadixSort<T, Stride1D.Dense, TOperation>()(accelerator.DefaultStream, buffer.View, temp.View);
        return buffer.GetAsArray1D();
    }

    private static int[] Values(int size)
    {
        var random = new Random(42);
        return [.. Enumerable.Range(0, size).Select(_ => random.Next(int.MinValue, int.MaxValue))];
    }
}
