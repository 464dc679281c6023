using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Ilgpu.Tests.Checks;

/// <summary>Kernels that leave a view when they are given one that is too short, and otherwise do not.</summary>
internal static class CheckedKernels
{
    public readonly record struct Pair(ArrayView<int> First, ArrayView<int> Second);

    public struct Wide
    {
        public double A;
        public double B;
        public int C;
    }

    public static void Shift(Index1D i, ArrayView<int> source, ArrayView<int> target, int by) => target[i] = source[i + by];

    public static void Write(Index1D i, ArrayView<int> target, int by) => target[i + by] = 7;

    public static void Long(Index1D i, ArrayView<int> target, long by) => target[i + by] = 7;

    public static void Grouped(ArrayView<int> target, int by) => target[Grid.GlobalLinearIndex + by] = Group.IdxX;

    public static void Helper(Index1D i, ArrayView<int> a, ArrayView<int> b, ArrayView<int> sum, int n) => sum[i] = SumOf(a, n) + SumOf(b, n);

    public static void InStruct(Index1D i, Pair pair, int by)
    {
        pair.First[i] = 1;
        pair.Second[i + by] = 2;
    }

    public static void Element(Index1D i, ArrayView<Wide> target, int by) => target[i + by] = new Wide { A = 1, B = 2, C = 3 };

    public static void Add(Index1D i, ArrayView<int> target, int by) => Atomic.Add(ref target[by], 1);

    public static void One(Index1D i, VariableView<int> one) => one.Value = 5;

    public static void Plane(Index2D i, ArrayView2D<int, Stride2D.DenseY> target, int byX, int byY) => target[i.X + byX, i.Y + byY] = 7;

    public static void Box(Index3D i, ArrayView3D<int, Stride3D.DenseXY> target, int by) => target[i.X, i.Y + by, i.Z] = 7;

    public static void Spread(Index1D i, ArrayView1D<int, Stride1D.General> target, int by) => target[i + by] = 7;

    public static void Part(Index1D i, ArrayView<int> target, int from, int count, int at) => target.SubView(from, count)[at] = 7;

    public static void Rest(Index1D i, ArrayView<int> target, long from) => target.SubView(from)[0] = 7;

    public static void InBox(Index1D i, ArrayView2D<int, Stride2D.DenseX> target, Index2D at, Index2D extent) => target.SubView(at, extent)[2, 0] = 7;

    public static void Local(Index1D i, ArrayView<int> target, int at)
    {
        var local = LocalMemory.Allocate<int>(4);
        for (int k = 0; k < 4; k++) local[k] = k;
        local[at + i] = 9;
        target[i] = local[0] + local[3];
    }

    public static void Array(Index1D i, ArrayView<int> target, int at)
    {
        var array = new int[4];
        array[at] = 3;
        target[i] = array[0] + array[3];
    }

    public static void Shared(ArrayView<int> target, int by)
    {
        var shared = SharedMemory.Allocate<int>(32);
        shared[Group.IdxX + by] = Group.IdxX;
        Group.Barrier();
        target[Grid.GlobalLinearIndex] = shared[Group.DimX - 1 - Group.IdxX];
    }

    public static void Dynamic(ArrayView<int> target, int by)
    {
        var shared = SharedMemory.GetDynamic<int>();
        shared[Group.IdxX] = Group.IdxX;
        Group.Barrier();
        target[Grid.GlobalLinearIndex] = shared[Group.IdxX + by];
    }

    /// <summary>Loops, branches, shared memory with barriers and functions: sums of blocks of the group's size.</summary>
    public static void BlockSums(ArrayView<float> source, ArrayView<float> sums)
    {
        var shared = SharedMemory.Allocate<float>(64);
        long at = Grid.GlobalLinearIndex;
        shared[Group.IdxX] = at < source.Length ? source[at] : 0;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (Group.IdxX < half) shared[Group.IdxX] += shared[Group.IdxX + half];
            Group.Barrier();
        }
        if (Group.IsFirstThread) sums[Grid.IdxX] = shared[0];
    }

    private static int SumOf(ArrayView<int> view, int n)
    {
        int sum = 0;
        for (int i = 0; i < n; i++) sum += view[i];
        return sum;
    }
}
