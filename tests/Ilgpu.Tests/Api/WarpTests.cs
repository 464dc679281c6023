using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Warps on CPU devices of several shapes; the expected lanes are those of CUDA's shuffles.</summary>
public class WarpTests
{
    [Theory]
    [InlineData(4, 4)]
    [InlineData(8, 2)]
    [InlineData(32, 1)]
    [InlineData(1, 16)]
    public void ShufflesReadTheLanesOfTheWarp(int warpSize, int warps)
    {
        using var context = Context.Create(builder => builder.CPU(new CPUDevice(warpSize, warps, 1)));
        using var accelerator = context.CreateCPUAccelerator(0);
        int items = warpSize * warps;
        using var output = accelerator.Allocate1D<int>(6 * items);
        accelerator.LoadStreamKernel<ArrayView<int>>(Shuffles)((1, items), output.AsContiguous());
        var found = output.GetAsArray1D();
        for (int item = 0; item < items; item++)
        {
            int lane = item % warpSize;
            int first = item - lane;
            int[] expected =
            [
                1000 + first,
                1000 + (lane + 1 < warpSize ? item + 1 : item),
                1000 + (lane >= 2 ? item - 2 : item),
                1000 + ((lane ^ 1) < warpSize ? first + (lane ^ 1) : item),
                1000 + first + warpSize - 1,
                lane * 100 + item / warpSize,
            ];
            Assert.Equal(expected, found[(6 * item)..(6 * item + 6)]);
        }
    }

    [Fact]
    public void OneWarpMayShuffleAlone()
    {
        using var context = Context.Create(builder => builder.CPU(new CPUDevice(4, 4, 1)));
        using var accelerator = context.CreateCPUAccelerator(0);
        using var output = accelerator.Allocate1D<int>(1);
        accelerator.LoadStreamKernel<ArrayView<int>>(FirstWarpSums)((1, 16), output.AsContiguous());
        Assert.Equal(0 + 1 + 2 + 3, output.GetAsArray1D()[0]);
    }

    private static void Shuffles(ArrayView<int> output)
    {
        int item = Group.IdxX;
        int value = 1000 + item;
        int at = 6 * item;
        output[at] = Warp.Shuffle(value, 0);
        output[at + 1] = Warp.ShuffleDown(value, 1);
        output[at + 2] = Warp.ShuffleUp(value, 2);
        output[at + 3] = Warp.ShuffleXor(value, 1);
        output[at + 4] = Warp.Broadcast(value, Warp.WarpSize - 1);
        output[at + 5] = Warp.LaneIdx * 100 + Warp.WarpIdx;
    }

    private static void FirstWarpSums(ArrayView<int> output)
    {
        int value = Group.IdxX;
        if (Warp.WarpIdx == 0)
        {
            for (int offset = 2; offset > 0; offset /= 2)
                value += Warp.ShuffleDown(value, offset);
        }

        Group.Barrier();
        if (Group.IsFirstThread)
            output[0] = value;
    }
}
