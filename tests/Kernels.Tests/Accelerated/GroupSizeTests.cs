using Gpu.Kernels.Functors;
using Gpu.Testing;
using ILGPU;
using ILGPU.Runtime.CPU;
using Xunit;

namespace Gpu.Kernels.Tests.Accelerated;

/// <summary>Kernels that share work in a group give the same bits for every size of the group.</summary>
public class GroupSizeTests
{
    [Theory, InlineData(4), InlineData(16), InlineData(64)]
    public void FullSum(int groupSize) => SameAsAlone(groupSize, device =>
    {
        var x = Arrays.On(device, Arrays.Wild(40_001, 1), 40_001);
        var y = Arrays.Empty(device, DType.Float32, 1);
        device.Backend.Reduce(new Sum(), x, y);
        return Arrays.Read<float>(y);
    });

    [Theory, InlineData(4), InlineData(16), InlineData(64)]
    public void RowSums(int groupSize) => SameAsAlone(groupSize, device =>
    {
        var x = Arrays.On(device, Arrays.Wild(5 * 777, 2), 5, 777);
        var y = Arrays.Empty(device, DType.Float32, 5, 1);
        device.Backend.Reduce(new Sum(), x, y);
        return Arrays.Read<float>(y);
    });

    [Theory, InlineData(4), InlineData(16)]
    public void ArgMax(int groupSize) => SameAsAlone(groupSize, device =>
    {
        var x = Arrays.On(device, Arrays.Wild(3 * 20_000, 3), 3, 20_000);
        var y = Arrays.Empty(device, DType.Int64, 3, 1);
        device.Backend.ArgReduce(largest: true, x, y);
        return Array.ConvertAll(Arrays.Read<long>(y), i => (float)i);
    });

    [Theory, InlineData(16), InlineData(64)]
    public void Product(int groupSize) => SameAsAlone(groupSize, device =>
    {
        var a = Arrays.On(device, Arrays.Wild(2 * 33 * 600, 4), 2, 33, 600);
        var b = Arrays.On(device, Arrays.Wild(2 * 600 * 21, 5), 2, 600, 21);
        var y = Arrays.Empty(device, DType.Float32, 2, 33, 21);
        device.Backend.MatMul(a, b, y);
        return Arrays.Read<float>(y);
    });

    [Theory, InlineData(4), InlineData(16)]
    public void MatrixTimesVector(int groupSize) => SameAsAlone(groupSize, device =>
    {
        var a = Arrays.On(device, Arrays.Wild(9 * 601, 6), 1, 9, 601);
        var b = Arrays.On(device, Arrays.Wild(601, 7), 1, 601, 1);
        var y = Arrays.Empty(device, DType.Float32, 1, 9, 1);
        device.Backend.MatMul(a, b, y);
        return Arrays.Read<float>(y);
    });

    private static void SameAsAlone(int groupSize, Func<Device, float[]> compute)
    {
        using AcceleratorDevice alone = Open(1), grouped = Open(groupSize);
        Same.Bits(compute(alone), compute(grouped), $"groups of {groupSize}");
    }

    /// <summary>A CPU accelerator whose groups take up to 256 threads.</summary>
    private static AcceleratorDevice Open(int groupSize)
    {
        var context = Context.Create(builder => builder.CPU(new CPUDevice(4, 64, 1)).EnableAlgorithms());
        return new("test", "test", context, context.Devices[0], groupSize);
    }
}
