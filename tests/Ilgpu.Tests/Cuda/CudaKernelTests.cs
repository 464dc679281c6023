using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Xunit;

namespace Gpu.Ilgpu.Tests.Cuda;

/// <summary>Launches: options, sizes, arguments. The results come from the generated CUDA C, run on the host.</summary>
public class CudaKernelTests
{
    private readonly struct Scaled(ArrayView<float> values, double factor, byte power)
    {
        public readonly ArrayView<float> Values = values;
        public readonly double Factor = factor;
        public readonly byte Power = power;
    }

    private static void Scale(Index1D i, short before, Scaled scaled, long after)
    {
        float value = scaled.Values[i];
        for (int k = 1; k < scaled.Power; k++)
            value *= scaled.Values[i];
        scaled.Values[i] = (float)(value * scaled.Factor) + before + after;
    }

    private static void Place2(Index2D i, ArrayView<int> y, int width) => y[i.Y * width + i.X] = i.X * 1000 + i.Y;

    private static void Place3(Index3D i, ArrayView<int> y, int width, int height) => y[(i.Z * height + i.Y) * width + i.X] = i.X + i.Y * 100 + i.Z * 10000;

    private static void Reverse(ArrayView<int> y)
    {
        var shared = SharedMemory.GetDynamic<int>();
        shared[Group.IdxX] = Grid.GlobalIndex.X;
        Group.Barrier();
        y[Grid.GlobalIndex.X] = shared[shared.IntLength - 1 - Group.IdxX];
    }

    private static void Power(Index1D i, ArrayView<int> y, SpecializedValue<int> times)
    {
        int value = 1;
        for (int k = 0; k < times; k++)
            value *= i + 1;
        y[i] = value;
    }

    private static void Kind(Index1D i, ArrayView<int> y) => y[i] = (int)Accelerator.CurrentType;

    [CudaStandInFact]
    public void Compilation_asks_for_the_devices_own_code_and_exact_arithmetic()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Kind);
        Assert.Equal(
            ["--gpu-architecture=sm_90", "--fmad=false", "--prec-div=true", "--prec-sqrt=true", "--ftz=false", "--std=c++17"],
            cuda.Options);
        Assert.Equal(["cuModuleLoadDataEx", "cuModuleGetFunction 3001 Kernel_Kind", "cuFuncGetAttribute 0 4001"], cuda.TakeCalls());
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Kind);
        Assert.Empty(cuda.TakeCalls());
        accelerator.Dispose();
        Assert.Contains("cuModuleUnload 3001", cuda.TakeCalls());
    }

    [CudaStandInFact]
    public void A_device_that_is_newer_than_nvrtc_gets_ptx()
    {
        using var cuda = new CudaStandIn();
        cuda.SetNewestArchitecture(89);
        using var accelerator = cuda.Open();
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Kind);
        Assert.Equal("--gpu-architecture=compute_89", cuda.Options[0]);
        using var buffer = accelerator.Allocate1D<int>(1);
        kernel(1, buffer.View);
        Assert.Equal([(int)AcceleratorType.Cuda], buffer.GetAsArray1D());
    }

    [CudaStandInFact]
    public void Arguments_arrive_with_views_inside_structs()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, short, Scaled, long>(Scale);
        using var buffer = accelerator.Allocate1D([1f, 2f, 3f, 4f, 5f]);
        cuda.TakeCalls();
        kernel(3, -2, new Scaled(buffer.View.SubView(1, 3), 0.5, 3), 1L << 20);
        Assert.Equal(["cuLaunchKernel 4001 grid 1,1,1 group 256,1,1 shared 0 stream 2001"], cuda.TakeCalls());
        const int Added = (1 << 20) - 2;
        Assert.Equal([1f, 4f + Added, 13.5f + Added, 32f + Added, 5f], buffer.GetAsArray1D());
    }

    [CudaStandInFact]
    public void Two_and_three_dimensions_cover_their_extents()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D<int>(70 * 11 * 3);
        var two = accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, int>(Place2);
        two(new Index2D(70, 11), buffer.View, 70);
        int[] result = buffer.GetAsArray1D();
        for (int i = 0; i < 70 * 11; i++)
            Assert.Equal(i % 70 * 1000 + i / 70, result[i]);
        var three = accelerator.LoadAutoGroupedStreamKernel<Index3D, ArrayView<int>, int, int>(Place3);
        three(new Index3D(70, 11, 3), buffer.View, 70, 11);
        result = buffer.GetAsArray1D();
        for (int i = 0; i < result.Length; i++)
            Assert.Equal(i % 70 + i / 70 % 11 * 100 + i / 770 * 10000, result[i]);
    }

    [CudaStandInFact]
    public void Groups_grow_where_the_grid_is_too_high()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D<int>(700_000);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index2D, ArrayView<int>, int>(Place2);
        cuda.TakeCalls();
        kernel(new Index2D(1, 700_000), buffer.View, 1);
        Assert.Equal(["cuLaunchKernel 4001 grid 1,43750,1 group 16,16,1 shared 0 stream 2001"], cuda.TakeCalls());
        Assert.Equal(699_999, buffer.GetAsArray1D()[699_999]);
    }

    [CudaStandInFact]
    public void Dynamic_shared_memory_is_as_long_as_asked()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D<int>(128);
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>>(Reverse);
        cuda.TakeCalls();
        kernel((2, 64, SharedMemoryConfig.RequestDynamic<int>(64)), buffer.View);
        Assert.Equal(["cuLaunchKernel 4001 grid 2,1,1 group 64,1,1 shared 256 stream 2001"], cuda.TakeCalls());
        Assert.Equal(Enumerable.Range(0, 128).Select(i => i / 64 * 64 + 63 - i % 64), buffer.GetAsArray1D());
    }

    [CudaStandInFact]
    public void Dynamic_shared_memory_beyond_the_plain_limit_is_asked_for_once()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D<int>(64);
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>>(Reverse);
        ArrayView<int> view = buffer.View;
        cuda.TakeCalls();
        kernel((1, 64, SharedMemoryConfig.RequestDynamic<int>(48 << 8)), view);
        Assert.Equal(["cuLaunchKernel 4001 grid 1,1,1 group 64,1,1 shared 49152 stream 2001"], cuda.TakeCalls());
        for (int i = 0; i < 2; i++)
            kernel((1, 64, SharedMemoryConfig.RequestDynamic<int>(100 << 8)), view);
        const string Launch = "cuLaunchKernel 4001 grid 1,1,1 group 64,1,1 shared 102400 stream 2001";
        Assert.Equal(["cuFuncSetAttribute 4001 8 232448", Launch, Launch], cuda.TakeCalls());
        var error = Assert.Throws<ArgumentException>(() => kernel((1, 64, SharedMemoryConfig.RequestDynamic<int>(228 << 8)), view));
        Assert.Contains("232448", error.Message);
    }

    private static void TooMuchFixed(ArrayView<int> y)
    {
        var shared = SharedMemory.Allocate<int>(16 << 10);
        shared[Group.IdxX] = 1;
        Group.Barrier();
        y[Group.IdxX] = shared[0];
    }

    [CudaStandInFact]
    public void Fixed_shared_memory_beyond_the_plain_limit_is_refused_with_a_way_out()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        var error = Assert.Throws<NotSupportedException>(() => accelerator.LoadStreamKernel<ArrayView<int>>(TooMuchFixed));
        Assert.Contains("65536 bytes of fixed shared memory", error.Message);
        Assert.Contains("SharedMemory.GetDynamic", error.Message);
    }

    [CudaStandInTheory]
    [InlineData(MathMode.Fast)]
    [InlineData(MathMode.Fast32BitOnly)]
    public void Fast_math_is_the_compilers(MathMode mode)
    {
        using var cuda = new CudaStandIn();
        using var context = Context.Create(builder => builder.Math(mode).Register(cuda.Platform, _ => true));
        using var accelerator = context.CreateCudaAccelerator(0);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Kind);
        Assert.Equal(["--gpu-architecture=sm_90", "--use_fast_math", "--std=c++17"], cuda.Options);
    }

    [CudaStandInTheory]
    [InlineData(75)]
    [InlineData(90)]
    [InlineData(100)]
    [InlineData(120)]
    public void Code_is_for_the_devices_own_architecture(int architecture)
    {
        using var cuda = new CudaStandIn();
        cuda.SetNewestArchitecture(architecture);
        cuda.SetAttribute(0, CudaDeviceAttribute.ComputeCapabilityMajor, architecture / 10);
        cuda.SetAttribute(0, CudaDeviceAttribute.ComputeCapabilityMinor, architecture % 10);
        using var accelerator = cuda.Open();
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Kind);
        Assert.Equal($"--gpu-architecture=sm_{architecture}", cuda.Options[0]);
    }

    [CudaStandInFact]
    public void Warps_exchange_numbers_and_structs()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        const int Items = 72;
        const int Values = 8;
        using var buffer = accelerator.Allocate1D<double>(Items * Values);
        accelerator.LoadStreamKernel<ArrayView<double>>(Exchanges)((1, Items), buffer.View);
        double[] result = buffer.GetAsArray1D();
        for (int item = 0; item < Items; item++)
        {
            int lane = item % 32;
            int first = item - lane;
            int segment = lane / 8 * 8;
            double[] expected =
            [
                32, lane, item / 32,
                first + 5 + 0.5,
                item + (lane % 8 + 3 < 8 ? 3 : 0),
                -(item - (lane % 8 >= 2 ? 2 : 0)),
                100 + first + segment + (lane % 8 ^ 5) + (first + segment + (lane % 8 ^ 5)) * 0.25,
                (short)(first + segment + 1),
            ];
            // The last warp has 8 items: its lane 5 is there, and so are all that are asked for in the first segment.
            Assert.Equal(expected, result[(item * Values)..((item + 1) * Values)]);
        }
    }

    private readonly struct Pair(long whole, double part)
    {
        public readonly long Whole = whole;
        public readonly double Part = part;
    }

    private static void Exchanges(ArrayView<double> y)
    {
        int item = Group.IdxX;
        int at = item * 8;
        y[at] = Warp.WarpSize;
        y[at + 1] = Warp.LaneIdx;
        y[at + 2] = Warp.WarpIdx;
        y[at + 3] = Warp.Broadcast(item + 0.5, 5);
        y[at + 4] = Warp.ShuffleDown((ulong)item, 3, 8);
        y[at + 5] = Warp.ShuffleUp(-(float)item, 2, 8);
        var pair = Warp.ShuffleXor(new Pair(100 + item, item * 0.25), 5, 8);
        y[at + 6] = pair.Whole + pair.Part;
        Warp.Barrier();
        y[at + 7] = Warp.Shuffle((short)item, 1, 8);
    }

    [CudaStandInFact]
    public void Specialized_values_compile_once_each()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D<int>(3);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, SpecializedValue<int>>(Power);
        Assert.DoesNotContain("cuModuleLoadDataEx", cuda.TakeCalls());
        foreach (int times in (int[])[2, 3, 2, 3, 2])
        {
            kernel(3, buffer.View, SpecializedValue.New(times));
            Assert.Equal([1, 1 << times, times == 2 ? 9 : 27], buffer.GetAsArray1D());
        }

        Assert.Equal(2, cuda.TakeCalls().Count(call => call == "cuModuleLoadDataEx"));
    }

    [CudaStandInFact]
    public void Launches_allocate_nothing()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D<int>(3);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, SpecializedValue<int>>(Power);
        ArrayView<int> view = buffer.View;
        for (int i = 0; i < 100; i++)
            kernel(3, view, SpecializedValue.New(2));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            kernel(3, view, SpecializedValue.New(2));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [CudaStandInFact]
    public void Launches_come_from_many_threads()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, SpecializedValue<int>>(Power);
        Parallel.For(0, 8, _ =>
        {
            using var buffer = accelerator.Allocate1D<int>(3);
            for (int i = 0; i < 20; i++)
            {
                kernel(3, buffer.View, SpecializedValue.New(i % 4));
                Assert.Equal(1 << (i % 4), buffer.GetAsArray1D()[1]);
            }
        });
    }
}
