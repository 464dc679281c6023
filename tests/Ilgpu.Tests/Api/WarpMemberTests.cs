using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Every member of <see cref="Warp"/>, for every kind of type, on every device, in whole and partial warps.</summary>
public class WarpMemberTests
{
    private const int Width = 4;

    [Theory, Accelerators]
    public void Places_follow_the_linear_index(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var output = accelerator.Allocate1D<int>(6 * 5 * 4 * 2);
        accelerator.LoadStreamKernel<ArrayView<int>>(Places)((new Index3D(1, 1, 1), new Index3D(5, 4, 2)), output.AsContiguous());
        var found = output.GetAsArray1D();
        int lanes = accelerator.WarpSize;
        for (int item = 0; item < 5 * 4 * 2; item++)
        {
            int lane = item % lanes;
            Assert.Equal([lanes, lane, item / lanes, lane == 0 ? 1 : 0, lane == lanes - 1 ? 1 : 0, item - lane], found[(6 * item)..(6 * item + 6)]);
        }
    }

    [Theory, Accelerators]
    public void Numbers_move_between_lanes(string name)
    {
        Check(name, i => (byte)(2 * i + 1));
        Check(name, i => (-1L << 40) * i - i);
        Check(name, i => i % 7 == 0 ? -0.0f : 1.5f / i);
    }

    [Theory, Accelerators]
    public void Structs_move_between_lanes(string name)
    {
        // Structs move by their numbers: two ways of moving show it.
        Check(name, Reverses, i => new Record(i, 0.25 * i, new Index2D(-i, 2 * i), (ILGPU.Half)(0.5f * i)), (lane, lanes) => [lanes - 1, lane ^ 1]);
    }

    private static void Check<T>(string name, Func<int, T> valueOf)
        where T : unmanaged
        => Check(name, Moves, valueOf, (lane, lanes) =>
        {
            int segment = lane / Width * Width;
            return
            [
                0, lanes - 1, lane + 3, lane - 3, lane ^ 1,
                segment + (lane + 1) % Width, lane % Width + 2 < Width ? lane + 2 : lane, lane % Width >= 2 ? lane - 2 : lane, lane ^ 2,
            ];
        });

    private static void Check<T>(string name, Action<ArrayView<T>, ArrayView<T>> moves, Func<int, T> valueOf, Func<int, int, int[]> sourcesOf)
        where T : unmanaged
    {
        var accelerator = TestAccelerators.Get(name);
        int lanes = accelerator.WarpSize, count = sourcesOf(0, lanes).Length;
        var kernel = accelerator.LoadStreamKernel(moves);
        // The last warp is a partial one.
        int items = lanes + (lanes / 2) + 1;
        var values = Enumerable.Range(0, items).Select(valueOf).ToArray();
        using var input = accelerator.Allocate1D(values);
        using var output = accelerator.Allocate1D<T>(count * items);
        kernel((1, items), input.AsContiguous(), output.AsContiguous());
        var found = output.GetAsArray1D();
        for (int item = 0; item < items; item++)
        {
            int lane = item % lanes, first = item - lane;
            int[] sources = sourcesOf(lane, lanes);
            for (int k = 0; k < sources.Length; k++)
            {
                bool exists = sources[k] >= 0 && sources[k] < lanes && first + sources[k] < items;
                Assert.Equal(values[exists ? first + sources[k] : item], found[count * item + k]);
            }
        }
    }

    private static void Places(ArrayView<int> output)
    {
        int at = 6 * Group.LinearIndex;
        output[at] = Warp.WarpSize;
        output[at + 1] = Warp.LaneIdx;
        output[at + 2] = Warp.WarpIdx;
        output[at + 3] = Warp.IsFirstLane ? 1 : 0;
        output[at + 4] = Warp.IsLastLane ? 1 : 0;
        Warp.Barrier();
        output[at + 5] = Warp.Broadcast(Group.LinearIndex, 0);
    }

    private static void Moves<T>(ArrayView<T> input, ArrayView<T> output)
        where T : unmanaged
    {
        int at = 9 * Group.IdxX;
        var value = input[Group.IdxX];
        output[at] = Warp.Shuffle(value, 0);
        output[at + 1] = Warp.Broadcast(value, Warp.WarpSize - 1);
        output[at + 2] = Warp.ShuffleDown(value, 3);
        output[at + 3] = Warp.ShuffleUp(value, 3);
        output[at + 4] = Warp.ShuffleXor(value, 1);
        output[at + 5] = Warp.Shuffle(value, Warp.LaneIdx + 1, Width);
        output[at + 6] = Warp.ShuffleDown(value, 2, Width);
        output[at + 7] = Warp.ShuffleUp(value, 2, Width);
        output[at + 8] = Warp.ShuffleXor(value, 2, Width);
    }

    private static void Reverses(ArrayView<Record> input, ArrayView<Record> output)
    {
        var value = input[Group.IdxX];
        output[2 * Group.IdxX] = Warp.Broadcast(value, Warp.WarpSize - 1);
        output[2 * Group.IdxX + 1] = Warp.ShuffleXor(value, 1);
    }

    private readonly record struct Record(int First, double Second, Index2D Third, ILGPU.Half Fourth);
}
