using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;
using Xunit;

namespace Gpu.Ilgpu.Tests.Compiler;

/// <summary>Arrays that kernels make for themselves, and memory layouts of structs; expected values by hand.</summary>
public class ArrayTests
{
    private interface ISize
    {
        int Count { get; }
    }

    [Theory, Accelerators]
    public void ArraysOfZerosCanBeFilledAndWalked(string name) => Assert.Equal([0, 6, 12, 18], Run(name, Filled, 4));

    [Theory, Accelerators]
    public void ArraysCanHaveInitialValues(string name) => Assert.Equal([7, 1, 8, 1, 9, 9, 7], Run(name, Initialized, 7));

    [Theory, Accelerators]
    public void ArraysCanHaveTwoOrThreeDimensions(string name) => Assert.Equal([125, 127, 129], Run(name, Dimensions, 3));

    [Theory, Accelerators]
    public void ArraysCanBePassedAndReturned(string name) => Assert.Equal([3003, 6033, 9063], Run(name, PassedAndReturned, 3));

    [Theory, Accelerators]
    public void ArraysCanBeSeenAsViews(string name) => Assert.Equal([369, 481, 593], Run(name, AsViews, 3));

    [Fact]
    public void ArraysOfHostCodeAreNoViews() =>
        Assert.Contains("host code", Assert.Throws<InvalidOperationException>(() => new int[3].AsArrayView()).Message, StringComparison.Ordinal);

    [Theory, Accelerators]
    public void ArraysCanHoldStructs(string name) => Assert.Equal([13, 14, 15], Run(name, OfStructs, 3));

    [Theory, Accelerators]
    public void NewOfATypeParameterIsItsDefault(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(4);
        accelerator.LoadStreamKernel<ArrayView<int>>(Reversed<Four>)((1, 4), y.View);
        accelerator.Synchronize();
        Assert.Equal([7, 6, 5, 4], y.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void TuplesLieInBuffersAsInCSharp(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D(new (byte, int, byte)[] { (1, 2, 3), (4, -5, 6) });
        using var z = accelerator.Allocate1D<int>(2);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<(byte, int, byte)>, (short, ArrayView<int>, byte)>(Tuples)(2, y.View, (100, z.View, 7));
        accelerator.Synchronize();
        Assert.Equal([(3, 4, 1), (6, -10, 4)], y.GetAsArray1D());
        Assert.Equal([115, 104], z.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void StructsMayPlaceTheirFields(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<Placed>(3);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<Placed>>(Place)(3, y.View);
        accelerator.Synchronize();
        Assert.Equal([(1, 0.0f, 3), (2, 0.5f, 3), (3, 1.0f, 3)], y.GetAsArray1D().Select(v => (v.Whole, v.Real, (int)v.Small)));
    }

    [Theory, Accelerators]
    public unsafe void FixedBuffersAreReadAndWrittenInPlace(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<Block>(2);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<Block>>(WriteBlock)(2, y.View);
        accelerator.Synchronize();
        var blocks = y.GetAsArray1D();
        for (int i = 0; i < 2; i++)
        {
            fixed (int* values = blocks[i].Values)
                Assert.Equal((i, 5, i + 2, 2f), (values[0], values[1], values[3], blocks[i].After));
        }
    }

    private static int[] Run(string name, Action<Index1D, ArrayView<int>> kernel, int count)
    {
        var accelerator = TestAccelerators.Get(name);
        using var y = accelerator.Allocate1D<int>(count);
        accelerator.LoadAutoGroupedStreamKernel(kernel)(count, y.View);
        accelerator.Synchronize();
        return y.GetAsArray1D();
    }

    private static void Filled(Index1D i, ArrayView<int> y)
    {
        var values = new int[4];
        for (int k = 0; k < values.Length; k++) values[k] += k * i;
        int sum = 0;
        foreach (int value in values) sum += value;
        y[i] = sum;
    }

    private static void Initialized(Index1D i, ArrayView<int> y)
    {
        int[] digits = [3, 1, 4, 1, 5, 9];
        long[] wide = [1L << 40, 2];
        y[i] = digits[i % 6] + (int)(wide[i % 2] >> 38);
    }

    private static void Dimensions(Index1D i, ArrayView<int> y)
    {
        var grid = new int[2, 3];
        for (int p = 0; p < grid.GetLength(0); p++)
        {
            for (int q = 0; q < grid.GetLength(1); q++) grid[p, q] = (p * 10) + q + i;
        }

        var cube = new short[2, 2, 2];
        cube[1, 0, 1] = 7;
        ref int first = ref grid[0, 0];
        first += 100;
        y[i] = grid[1, 2] + grid[0, 0] + grid.Length + cube[1, 0, 1] + cube[0, 1, 1];
    }

    private static void PassedAndReturned(Index1D i, ArrayView<int> y)
    {
        var a = From(i);
        var b = From(i * 10);
        y[i] = (Sum(a) * 1000) + Sum(b);
    }

    private static void AsViews(Index1D i, ArrayView<int> y)
    {
        var line = new int[4];
        Fill(line.AsArrayView(), i);
        var plane = new int[2, 3];
        var planeView = plane.AsArrayView();
        Fill(planeView.AsContiguous(), i + 1);
        planeView[1, 2] += (int)planeView.Length - 1;
        var box = new int[2, 2, 2];
        Fill(box.AsArrayView().AsContiguous(), i + 2);
        box.AsArrayView()[1, 1, 0]++;
        var marked = line.AsContiguousArrayView().SubView(1, 2);
        marked[1] = i;
        y[i] = line[2] + (10 * (plane[1, 2] - 5)) + (100 * (box[1, 1, 0] - 6)) + box[1, 1, 0];
    }

    private static void Fill(ArrayView<int> view, int start)
    {
        for (int k = 0; k < view.IntLength; k++) view[k] = start + k;
    }

    private static int[] From(int start)
    {
        var values = new int[3];
        for (int k = 0; k < 3; k++) values[k] = start + k;
        return values;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Sum(int[] values)
    {
        int sum = 0;
        for (int k = 0; k < values.Length; k++) sum += values[k];
        return sum;
    }

    private static void OfStructs(Index1D i, ArrayView<int> y)
    {
        var pairs = new Pair[3];
        pairs[1].First = i;
        pairs[1].Second += 4;
        pairs[2] = new Pair { First = 9 };
        y[i] = pairs[1].First + pairs[1].Second + pairs[2].First + pairs[0].First;
    }

    private static void Reversed<T>(ArrayView<int> y)
        where T : struct, ISize
    {
        var shared = SharedMemory.Allocate<int>(new T().Count);
        shared[Group.IdxX] = Group.IdxX;
        Group.Barrier();
        y[Group.IdxX] = shared[3 - Group.IdxX] + shared.IntLength;
    }

    private static void Tuples(Index1D i, ArrayView<(byte, int, byte)> y, (short Bias, ArrayView<int> Sums, byte More) target)
    {
        var t = y[i];
        y[i] = (t.Item3, t.Item2 * 2, t.Item1);
        target.Sums[i] = t.Item1 + (t.Item2 * 2) + t.Item3 + target.Bias + (target.More * (i == 0 ? 1 : 0)) + (i == 0 ? 0 : 4);
    }

    private static void Place(Index1D i, ArrayView<Placed> y)
    {
        y[i] = new Placed { Whole = i, Real = i * 0.5f, Small = 3 };
        y[i].Whole += 1;
    }

    private static unsafe void WriteBlock(Index1D i, ArrayView<Block> y)
    {
        y[i].Values[0] = i;
        y[i].Values[3] = y[i].Values[0] + 2;
        var copy = y[i];
        copy.Values[1] = 5;
        y[i] = copy;
        y[i].After = 2;
    }

    private struct Four : ISize
    {
        public readonly int Count => 4;
    }

    private struct Pair
    {
        public int First;
        public short Second;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit, Size = 24)]
    private struct Placed
    {
        [System.Runtime.InteropServices.FieldOffset(16)]
        public int Whole;

        [System.Runtime.InteropServices.FieldOffset(0)]
        public float Real;

        [System.Runtime.InteropServices.FieldOffset(10)]
        public short Small;
    }

    private unsafe struct Block
    {
        public fixed int Values[4];
        public float After;
    }
}
