using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Warps of one group that exchange values at different places, different times, or not at all: only the lanes of a warp must meet.</summary>
public class DivergentWarpTests
{
    [Theory, Accelerators]
    public void The_first_warp_reduces_what_all_warps_left(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        int items = accelerator.WarpSize * 3;
        using var output = accelerator.Allocate1D<int>(2);
        accelerator.LoadStreamKernel<ArrayView<int>>(SumOfGroup)((2, items), output.AsContiguous());
        Assert.Equal([items * (items - 1) / 2, items * (items - 1) / 2 + 1000 * items], output.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void Warps_take_branches_of_their_own(string name)
    {
        Run(name, Branches, (item, lanes) =>
        {
            int lane = item % lanes, warp = item / lanes, first = item - lane;
            return warp switch { 0 => first, 1 => 10 * (lane + 1 < lanes ? item + 1 : item), _ => -(lane ^ 1) - first };
        });
    }

    [Theory, Accelerators]
    public void Warps_loop_as_often_as_they_like(string name)
    {
        Run(name, Loops, (item, lanes) =>
        {
            int lane = item % lanes, warp = item / lanes;
            // Every pass adds the value of lane 0; warp 2 leaves early, warp 1 skips its second pass.
            int sum = 0;
            for (int pass = 0; pass <= warp + 1; pass++)
            {
                if (pass == 1 && warp == 1) continue;
                sum += item - lane + pass;
                if (warp == 2 && pass == 1) break;
            }
            return sum + lane;
        });
    }

    [Theory, Accelerators]
    public void Warps_return_early_from_functions(string name)
    {
        Run(name, Calls, (item, lanes) =>
        {
            int lane = item % lanes, warp = item / lanes, first = item - lane;
            return warp == 1 ? 7 * lanes : 100 + first * 3;
        });
    }

    [Theory, Accelerators]
    public void Warps_switch(string name)
    {
        Run(name, Switches, (item, lanes) =>
        {
            int lane = item % lanes, first = item - lane, last = first + lanes - 1;
            return (item / lanes) switch { 0 => last, 1 => first + 1, _ => -1 };
        });
    }

    [Theory, Accelerators]
    public void Items_beyond_an_implicit_extent_stay_out(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        int items = 2 * accelerator.WarpSize;
        // The end of a warp, and the middle of one.
        foreach (int extent in (int[])[items + accelerator.WarpSize, items + accelerator.WarpSize + 5])
        {
            using var output = accelerator.Allocate1D<int>(extent);
            accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>>(FirstOfWarp, items)(extent, output.AsContiguous());
            Assert.Equal(Enumerable.Range(0, extent).Select(i => i - i % accelerator.WarpSize), output.GetAsArray1D());
        }
    }

    private static void Run(string name, Action<ArrayView<int>> kernel, Func<int, int, int> expected)
    {
        var accelerator = TestAccelerators.Get(name);
        int lanes = accelerator.WarpSize, items = 3 * lanes;
        using var output = accelerator.Allocate1D<int>(items);
        accelerator.LoadStreamKernel(kernel)((1, items), output.AsContiguous());
        Assert.Equal(Enumerable.Range(0, items).Select(item => expected(item, lanes)), output.GetAsArray1D());
    }

    private static int SumOfWarp(int value)
    {
        for (int offset = Warp.WarpSize / 2; offset > 0; offset /= 2)
            value += Warp.ShuffleDown(value, offset);
        return value;
    }

    private static void SumOfGroup(ArrayView<int> output)
    {
        var sums = SharedMemory.Allocate<int>(64);
        int sum = SumOfWarp(Group.IdxX + 1000 * Grid.IdxX);
        if (Warp.IsFirstLane)
            sums[Warp.WarpIdx] = sum;
        Group.Barrier();
        if (Warp.WarpIdx == 0)
        {
            int rest = 0;
            for (int i = Warp.LaneIdx; i < Group.DimX / Warp.WarpSize; i += Warp.WarpSize)
                rest += sums[i];
            rest = SumOfWarp(rest);
            if (Warp.IsFirstLane)
                output[Grid.IdxX] = rest;
        }
    }

    private static void Branches(ArrayView<int> output)
    {
        int item = Group.IdxX, result;
        if (Warp.WarpIdx == 0)
            result = Warp.Shuffle(item, 0);
        else if (Warp.WarpIdx == 1)
            result = 10 * Warp.ShuffleDown(item, 1);
        else
            result = -Warp.ShuffleXor(item, 1);
        output[item] = result;
    }

    private static void Loops(ArrayView<int> output)
    {
        int item = Group.IdxX, warp = Warp.WarpIdx, sum = 0;
        for (int pass = 0; pass <= warp + 1; pass++)
        {
            if (pass == 1 && warp == 1)
                continue;
            sum += Warp.Broadcast(item + pass, 0);
            if (warp == 2 && pass == 1)
                break;
        }

        output[item] = sum + Warp.LaneIdx;
    }

    private static void Calls(ArrayView<int> output)
    {
        output[Group.IdxX] = ReturnsEarly(Group.IdxX, 3);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReturnsEarly(int item, int times)
    {
        int sum = 100;
        if (Warp.WarpIdx == 1)
            return Warp.Shuffle(7 * item, 0);
        for (int i = 0; i < times; i++)
            sum += Warp.Shuffle(item, 0);
        return sum;
    }

    private static void Switches(ArrayView<int> output)
    {
        int item = Group.IdxX;
        switch (Warp.WarpIdx)
        {
            case 0:
                output[item] = Warp.Broadcast(item, Warp.WarpSize - 1);
                break;
            case 1:
                output[item] = Warp.Shuffle(item, 1);
                break;
            case 2:
                output[item] = -1;
                break;
        }
    }

    private static void FirstOfWarp(Index1D index, ArrayView<int> output)
    {
        output[index] = Warp.Shuffle(index.X, 0);
    }
}
