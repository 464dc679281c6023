using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Kernels with barriers in all places where code can have them, against plain C# on the host.</summary>
public class BarrierTests
{
    private const int Size = 32;

    private interface ICombine
    {
        static abstract int Combine(int a, int b);
    }

    [Theory, Accelerators]
    public void BarriersInHelpersThatReturnValues(string name) =>
        Check(name, HelperKernel<Sum>, i => Enumerable.Range(0, Size).Sum(Value) + i);

    [Theory, Accelerators]
    public void FunctorsBehindBarriers(string name) =>
        Check(name, HelperKernel<Largest>, i => Enumerable.Range(0, Size).Max(Value) + i);

    [Theory, Accelerators]
    public void ValuesOfAllKindsLiveAcrossBarriers(string name) => Check(name, Locals, i =>
    {
        int neighbour = (i + 1) % Size;
        return (int)((i * 2.5) + (float)(i * 0.5f) + (i + (3L << 33) >> 33)) + Value(neighbour) + i + 7 * i + (i % 3 == 0 ? 11 : 22);
    });

    [Theory, Accelerators]
    public void BarriersInLoopsWithLocalMemory(string name) => Check(name, LoopWithLocalMemory, i =>
    {
        int sum = 0;
        for (int round = 0; round < 5; round++)
            sum += (round + 1) * Value((i + round) % Size);
        return sum;
    });

    [Theory, Accelerators]
    public void ReferencesToSharedMemoryAcrossBarriers(string name) =>
        Check(name, SharedReference, i => Enumerable.Range(0, Size).Sum(Value) - Value(i));

    [Theory, Accelerators]
    public void ExchangesInsideExpressions(string name) => Check(name, Exchanges, i =>
    {
        int odd = Enumerable.Range(0, Size).Count(k => Value(k) % 2 != 0);
        return i + odd * 3 + Value(5) - (odd > 0 ? 1 : 0);
    });

    [Theory, Accelerators]
    public void UniformBranchesAndSwitchesAroundBarriers(string name) => Check(name, Branches, i =>
    {
        int value = Value((i + 1) % Size);
        for (int round = 0; round < 4; round++)
        {
            value += round switch { 0 => 1, 2 => 100 * i, _ => 10 };
            if (round == 3)
                break;
        }

        return value;
    });

    [Theory, Accelerators]
    public void TiledProduct(string name)
    {
        const int N = 48;
        var accelerator = TestAccelerators.Get(name);
        var random = new Random(1);
        var a = Enumerable.Range(0, N * N).Select(_ => random.Next(-9, 9)).ToArray();
        var b = Enumerable.Range(0, N * N).Select(_ => random.Next(-9, 9)).ToArray();
        using var da = accelerator.Allocate1D(a);
        using var db = accelerator.Allocate1D(b);
        using var dc = accelerator.Allocate1D<int>(N * N);
        accelerator.LoadStreamKernel<ArrayView<int>, ArrayView<int>, ArrayView<int>, int>(Product)(
            (new Index2D(N / 16, N / 16), new Index2D(16, 16)), da.AsContiguous(), db.AsContiguous(), dc.AsContiguous(), N);
        accelerator.Synchronize();
        var expected = new int[N * N];
        for (int i = 0; i < N * N; i++)
        {
            for (int k = 0; k < N; k++)
                expected[i] += a[i / N * N + k] * b[k * N + i % N];
        }

        Assert.Equal(expected, dc.GetAsArray1D());
    }

    [Fact]
    public void TheseKernelsRunOnOneThread()
    {
        var accelerator = TestAccelerators.Get("CPU");
        var threads = TestAccelerators.Get("CPU threads");
        Action<ArrayView<int>, ArrayView<int>>[] kernels =
            [HelperKernel<Sum>, HelperKernel<Largest>, Locals, LoopWithLocalMemory, SharedReference, Exchanges, Branches];
        foreach (var kernel in kernels)
        {
            Assert.True(((CpuKernel)accelerator.Prepare(kernel.Method)).IsResumable, kernel.Method.Name);
            Assert.False(((CpuKernel)threads.Prepare(kernel.Method)).IsResumable);
        }

        Action<ArrayView<int>, ArrayView<int>, ArrayView<int>, int> product = Product;
        Assert.True(((CpuKernel)accelerator.Prepare(product.Method)).IsResumable);
    }

    [Fact]
    public void WhatCannotBeCutRunsOnThreads()
    {
        var accelerator = TestAccelerators.Get("CPU");
        Action<ArrayView<int>, ArrayView<int>> kernel = AddressOfLocal;
        Assert.False(((CpuKernel)accelerator.Prepare(kernel.Method)).IsResumable);
        Check("CPU", AddressOfLocal, i => Value(i) + i);
    }

    private static int Value(int i) => (i * 37 + 11) % 101;

    // Two groups, so that what one leaves behind meets the next.
    private static void Check(string name, Action<ArrayView<int>, ArrayView<int>> kernel, Func<int, int> expected)
    {
        var accelerator = TestAccelerators.Get(name);
        using var input = accelerator.Allocate1D(Enumerable.Range(0, Size).Select(Value).ToArray());
        using var output = accelerator.Allocate1D(new int[2 * Size]);
        accelerator.LoadStreamKernel(kernel)((2, Size), input.AsContiguous(), output.AsContiguous());
        accelerator.Synchronize();
        var once = Enumerable.Range(0, Size).Select(expected).ToArray();
        Assert.Equal([.. once, .. once], output.GetAsArray1D());
    }

    private static int Place() => Grid.IdxX * Group.DimX + Group.IdxX;

    private static int Reduce<TCombine>(int value)
        where TCombine : struct, ICombine
    {
        var shared = SharedMemory.Allocate<int>(64);
        int item = Group.IdxX;
        shared[item] = value;
        Group.Barrier();
        for (int half = Group.DimX / 2; half > 0; half /= 2)
        {
            if (item < half)
                shared[item] = TCombine.Combine(shared[item], shared[item + half]);
            Group.Barrier();
        }

        return shared[0];
    }

    private static void HelperKernel<TCombine>(ArrayView<int> input, ArrayView<int> output)
        where TCombine : struct, ICombine
        => output[Place()] = Reduce<TCombine>(input[Group.IdxX]) + Group.IdxX;

    private static void Locals(ArrayView<int> input, ArrayView<int> output)
    {
        var shared = SharedMemory.Allocate<int>(64);
        int i = Group.IdxX;
        double d = i * 2.5;
        float f = i * 0.5f;
        long l = i + (3L << 33);
        var pair = new Pair(i, 7 * i);
        var tail = input.SubView((i + 1) % Group.DimX);
        bool third = i % 3 == 0;
        shared[i] = i;
        Group.Barrier();
        int self = shared[i];
        Group.Barrier();
        output[Place()] = (int)(d + f + (l >> 33)) + tail[0] + pair.First + pair.Second + (third ? 11 : 22) + self - i;
    }

    private static void LoopWithLocalMemory(ArrayView<int> input, ArrayView<int> output)
    {
        var shared = SharedMemory.Allocate<int>(64);
        var mine = LocalMemory.Allocate<int>(5);
        int i = Group.IdxX;
        shared[i] = input[i];
        for (int round = 0; round < 5; round++)
        {
            Group.Barrier();
            mine[round] = (round + 1) * shared[i];
            int next = shared[(i + 1) % Group.DimX];
            Group.Barrier();
            shared[i] = next;
        }

        int sum = 0;
        for (int round = 0; round < 5; round++)
            sum += mine[round];
        output[Place()] = sum;
    }

    private static void SharedReference(ArrayView<int> input, ArrayView<int> output)
    {
        ref int total = ref SharedMemory.Allocate<int>();
        ref int target = ref output[Place()];
        if (Group.IsFirstThread)
            total = 0;
        Group.Barrier();
        Atomic.Add(ref total, input[Group.IdxX]);
        Group.Barrier();
        target = total - input[Group.IdxX];
    }

    private static void Exchanges(ArrayView<int> input, ArrayView<int> output) =>
        output[Place()] = Group.IdxX + Group.BarrierPopCount(input[Group.IdxX] % 2 != 0) * 3 + Group.Broadcast(input[Group.IdxX], 5)
            - (Group.BarrierOr(input[Group.IdxX] % 2 != 0) ? 1 : 0);

    private static void Branches(ArrayView<int> input, ArrayView<int> output)
    {
        var shared = SharedMemory.Allocate<int>(64);
        int i = Group.IdxX;
        shared[i] = input[i];
        if (input.IntLength > 1)
            Group.Barrier();
        int value = input.IntLength > 0 ? shared[(i + 1) % Group.DimX] : 0;
        for (int round = 0; ; round++)
        {
            switch (round)
            {
                case 0:
                    value += 1;
                    Group.Barrier();
                    break;
                case 2:
                    Group.Barrier();
                    value += 100 * i;
                    break;
                default:
                    value += 10;
                    break;
            }

            if (round == 3)
                break;
        }

        output[Place()] = value;
    }

    private static void Product(ArrayView<int> a, ArrayView<int> b, ArrayView<int> c, int n)
    {
        var tileA = SharedMemory.Allocate<int>(256);
        var tileB = SharedMemory.Allocate<int>(256);
        int x = Group.IdxX;
        int y = Group.IdxY;
        int row = Grid.IdxY * 16 + y;
        int column = Grid.IdxX * 16 + x;
        int sum = 0;
        for (int start = 0; start < n; start += 16)
        {
            tileA[y * 16 + x] = a[row * n + start + x];
            tileB[y * 16 + x] = b[(start + y) * n + column];
            Group.Barrier();
            for (int k = 0; k < 16; k++)
                sum += tileA[y * 16 + k] * tileB[k * 16 + x];
            Group.Barrier();
        }

        c[row * n + column] = sum;
    }

    private static void AddressOfLocal(ArrayView<int> input, ArrayView<int> output)
    {
        int mine = Group.IdxX;
        ref int alias = ref mine;
        Group.Barrier();
        alias += input[Group.IdxX];
        output[Place()] = mine;
    }

    private readonly record struct Pair(int First, long Wide)
    {
        public int Second => (int)Wide;
    }

    private readonly struct Sum : ICombine
    {
        public static int Combine(int a, int b) => a + b;
    }

    private readonly struct Largest : ICombine
    {
        public static int Combine(int a, int b) => Math.Max(a, b);
    }
}
