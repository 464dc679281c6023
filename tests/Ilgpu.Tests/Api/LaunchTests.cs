using System.Reflection;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Xunit;

namespace Gpu.Ilgpu.Tests.Api;

/// <summary>Loading and launching: all forms of loaders, extents, arguments, errors.</summary>
public class LaunchTests
{
    private interface IOperation
    {
        static abstract float Identity { get; }

        float Apply(float x);
    }

    [Theory, Accelerators]
    public void LoadersTellTheGroupSize(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D<int>(100);
        var implicitly = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(WriteNext, out var info);
        Assert.InRange(info.MinGroupSize!.Value, 1, accelerator.MaxNumThreadsPerGroup);
        Assert.True(info.MinGridSize >= 1);
        implicitly(100, buffer.View);
        accelerator.Synchronize();
        Assert.Equal(Enumerable.Range(1, 100), buffer.GetAsArray1D());

        var explicitly = accelerator.LoadStreamKernel<ArrayView<int>>(WriteDimension, out info);
        Assert.Null(info.MinGroupSize);
        explicitly((1, 3), buffer.View);
        accelerator.Synchronize();
        Assert.Equal(3, buffer.GetAsArray1D()[0]);
    }

    private static void WriteNext(Index1D index, ArrayView<int> view) => view[index] = index + 1;

    private static void WriteDimension(ArrayView<int> view) => view[0] = Group.DimX;

    [Theory, Accelerators]
    public void PitchedRowsStartAtTheAlignment(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var data = new int[3, 5];
        for (int i = 0; i < 15; i++)
            data[i / 5, i % 5] = i;
        using var y = accelerator.Allocate2DPitchedY<int>(new LongIndex2D(3, 5), 32);
        using var x = accelerator.Allocate2DPitchedX<int>(new LongIndex2D(3, 5), 32);
        y.CopyFromCPU(data);
        x.CopyFromCPU(data);
        Assert.Equal((8, 8), (y.View.Stride.XStride, x.View.Stride.YStride));
        Assert.Equal(data, y.GetAsArray2D());
        Assert.Equal(data, x.GetAsArray2D());
        Assert.Equal(3 * 8 * 4, y.LengthInBytes);
        Assert.Throws<ArgumentException>(() => accelerator.Allocate2DPitchedX<int>(new LongIndex2D(3, 5), 6));
    }

    [Fact]
    public void SettingsReachTheContext()
    {
        using var context = Context.Create(builder => builder.CPU(CPUDeviceKind.Default).Assertions().Verify().LibDevice()
            .Caching(CachingMode.NoKernelCaching).PageLocking(PageLockingMode.Auto).DebugSymbols(DebugSymbolsMode.Basic)
            .StaticFields(StaticFieldMode.Default).Arrays(ArrayMode.Default));
        var settings = context.Properties;
        Assert.True(settings.EnableAssertions && settings.EnableVerifier && !settings.EnableProfiling);
        Assert.Equal((CachingMode.NoKernelCaching, PageLockingMode.Auto, DebugSymbolsMode.Basic), (settings.CachingMode, settings.PageLockingMode, settings.DebugSymbolsMode));
        Assert.Equal((StaticFieldMode.Default, ArrayMode.Default, false), (settings.StaticFieldMode, settings.ArrayMode, settings.EnableIOOperations));
    }

    [Theory, Accelerators]
    public void EveryLoaderRunsTheKernel(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var stream = accelerator.CreateStream();
        using var buffer = accelerator.Allocate1D<int>(10);
        var view = buffer.AsContiguous();
        buffer.MemSetToZero();
        accelerator.Synchronize();

        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(AddAt)(10, view, 1);
        accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>, int>(AddAt, 4)(10, view, 10);
        accelerator.LoadStreamKernel<ArrayView<int>, int>(AddAtGlobal)((5, 2), view, 100);
        accelerator.LaunchAutoGrouped<Index1D, ArrayView<int>, int>(AddAt, new Index1D(10), view, 1000);
        accelerator.Launch<ArrayView<int>, int>(AddAtGlobal, (2, 5), view, 10000);
        accelerator.Synchronize();
        accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(AddAt)(stream, 10, view, 100000);
        accelerator.LoadImplicitlyGroupedKernel<Index1D, ArrayView<int>, int>(AddAt, 3)(stream, 10, view, 1000000);
        accelerator.LoadKernel<ArrayView<int>, int>(AddAtGlobal)(stream, (10, 1), view, 10000000);
        stream.Synchronize();
        Assert.Equal(Enumerable.Range(0, 10).Select(i => 11111111 * (i + 1)), buffer.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void KernelsByReflection(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(new[] { 1f, 2, 3 });
        var method = typeof(LaunchTests).GetMethod(nameof(Apply), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(typeof(Scale));
        var kernel = accelerator.LoadAutoGroupedKernel<Action<AcceleratorStream, Index1D, ArrayView<float>, Scale>>(method);
        kernel(accelerator.DefaultStream, 3, buffer.AsContiguous(), new Scale(10));
        accelerator.Synchronize();
        Assert.Equal([11f, 21, 31], buffer.GetAsArray1D());

        var wrong = Assert.Throws<ArgumentException>(
            () => accelerator.LoadAutoGroupedKernel<Action<AcceleratorStream, Index1D, ArrayView<float>, int>>(method));
        Assert.Contains("Apply", wrong.Message);
    }

    [Theory, Accelerators]
    public void LambdasWithoutCapturesAreKernels(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(new[] { 1, 2, 3 });
        accelerator.LoadAutoGroupedStreamKernel((Index1D index, ArrayView<int> view) => { view[index] *= 3; })(3, buffer.AsContiguous());
        accelerator.Synchronize();
        Assert.Equal([3, 6, 9], buffer.GetAsArray1D());

        int factor = buffer.IntExtent;
        var error = Assert.Throws<NotSupportedException>(
            () => accelerator.LoadAutoGroupedStreamKernel((Index1D index, ArrayView<int> view) => { view[index] *= factor; }));
        Assert.Contains("captures", error.Message);
    }

    [Theory, Accelerators]
    public void FourteenArgumentsArriveInTheirPlaces(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var output = accelerator.Allocate1D<double>(14);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<
            Index1D, ArrayView<double>, byte, short, int, long, float, double, Pair, sbyte, ushort, uint, ulong, Pair, byte>(Fourteen);
        kernel(1, output.AsContiguous(), 1, -2, 3, 4L << 40, 5.5f, 6.25, new Pair(7, 8), -9, 10, 11, 12, new Pair(13, 14), 15);
        accelerator.Synchronize();
        Assert.Equal([1, -2, 3, 4.0 * (1L << 40), 5.5, 6.25, 7, 8, -9, 10, 11, 12, 13 + 14, 15], output.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void SpecializedValuesAreConstantsOfTheKernel(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var output = accelerator.Allocate1D<int>(4);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, SpecializedValue<int>>(Repeat);
        foreach (int count in new[] { 3, 5, 3 })
        {
            kernel(4, output.AsContiguous(), SpecializedValue.New(count));
            accelerator.Synchronize();
            Assert.Equal([0, count, 2 * count, 3 * count], output.GetAsArray1D());
        }
    }

    [Theory, Accelerators]
    public void LaunchesOfNothingRunNothing(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(new[] { 5 });
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(AddAt)(0, buffer.AsContiguous(), 1);
        accelerator.LoadStreamKernel<ArrayView<int>, int>(AddAtGlobal)((0, 1), buffer.AsContiguous(), 1);
        accelerator.Synchronize();
        Assert.Equal([5], buffer.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void LaunchesAreCheckedFirst(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var grouped = accelerator.LoadStreamKernel<ArrayView<int>, int>(AddAtGlobal);
        var indexed = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(AddAt);
        var buffer = accelerator.Allocate1D<int>(4);
        ArrayView<int> view = buffer.AsContiguous();
        int tooMany = accelerator.MaxNumThreadsPerGroup + 1;
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => grouped((1, tooMany), view, 1));
        Assert.Contains($"{tooMany}", error.Message);
        Assert.Contains(nameof(AddAtGlobal), error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => grouped((-1, 1), view, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => grouped((1, 0), view, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => indexed(-1, view, 1));
        var shared = SharedMemoryConfig.RequestDynamic<byte>(accelerator.MaxSharedMemoryPerGroup + 1);
        Assert.Throws<ArgumentException>(() => grouped(new KernelConfig(1, 1, shared), view, 1));
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => indexed(4, view, 1));
        accelerator.Synchronize();
    }

    [Theory, Accelerators]
    public void FixedSharedMemoryBeyondTheDeviceIsRefused(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(new[] { 5 });
        var error = Assert.ThrowsAny<Exception>(() => accelerator.LoadStreamKernel<ArrayView<int>>(TakesMuchShared)((1, 1), buffer.View));
        Assert.True(error is ArgumentException or InvalidOperationException or NotSupportedException, error.ToString());
        Assert.Contains("TakesMuchShared", error.Message);
        Assert.Matches($"{(1 << 22) * sizeof(int)} bytes of (fixed )?shared memory", error.Message);
        Assert.Equal([5], buffer.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void DisposedStreamsAndAcceleratorsAreErrors(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(new[] { 5 });
        var kernel = accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(AddAt);
        var stream = accelerator.CreateStream();
        stream.Dispose();
        Assert.Throws<ObjectDisposedException>(() => kernel(stream, 1, buffer.View, 1));
        Assert.Throws<ObjectDisposedException>(() => buffer.View.CopyFromCPU(stream, new int[1]));
        Assert.Equal([5], buffer.GetAsArray1D());
    }

    [Theory, Accelerators]
    public async Task StreamsMayEndWhileAnotherThreadWaitsForAll(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var buffer = accelerator.Allocate1D(new int[1]);
        var kernel = accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(AddAt);
        const int Streams = 300;
        using var started = new ManualResetEventSlim();
        bool done = false;
        var waiter = Task.Run(() =>
        {
            int waits = 0;
            for (; !Volatile.Read(ref done); waits++)
            {
                accelerator.Synchronize();
                started.Set();
            }

            return waits;
        });
        started.Wait();
        for (int i = 0; i < Streams; i++)
        {
            using var stream = accelerator.CreateStream();
            kernel(stream, 1, buffer.View, 1);
        }

        Volatile.Write(ref done, true);
        Assert.True(await waiter > 0);
        Assert.Equal([Streams], buffer.GetAsArray1D());
    }

    [Theory, Accelerators]
    public void AnArrayMayChangeAsSoonAsItsUploadReturns(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var stream = accelerator.CreateStream();
        using var buffer = accelerator.Allocate1D<int>(1 << 20);
        var data = new int[1 << 20];
        for (int round = 1; round <= 5; round++)
        {
            Array.Fill(data, round);
            buffer.View.CopyFromCPU(stream, data);
            Array.Fill(data, -1);
            stream.Synchronize();
            Assert.All(buffer.View.SubView(new Index1D(round * 1000), new Index1D(64)).AsContiguous().GetAsArray(), value => Assert.Equal(round, value));
        }
    }

    [Theory, Accelerators]
    public void BuffersAndStreamsOfAnotherAcceleratorAreErrors(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        using var context = Context.Create(builder => builder.AllAccelerators());
        using var other = context.GetPreferredDevice(preferCPU: true).CreateAccelerator(context);
        using var buffer = other.Allocate1D<int>(4);
        var kernel = accelerator.LoadAutoGroupedKernel<Index1D, ArrayView<int>, int>(AddAt);
        var error = Assert.Throws<ArgumentException>(() => kernel(accelerator.DefaultStream, 4, buffer.AsContiguous(), 1));
        Assert.Contains("view", error.Message);
        using var mine = accelerator.Allocate1D<int>(4);
        Assert.Throws<ArgumentException>(() => kernel(other.DefaultStream, 4, mine.AsContiguous(), 1));
        Assert.Throws<ArgumentException>(() => mine.View.CopyFromCPU(other.DefaultStream, new int[4]));
    }

    [Theory, Accelerators]
    public void KernelsThatCannotBeAreRefusedAtLoading(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        Assert.Throws<NotSupportedException>(() => accelerator.LoadAutoGroupedStreamKernel<LongIndex1D, ArrayView<int>>(LongIndexed));
        var reference = Assert.Throws<NotSupportedException>(() => accelerator.LoadStreamKernel<ArrayView<int>, Holder>(TakesReference));
        Assert.Contains("Holder", reference.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => accelerator.LoadImplicitlyGroupedStreamKernel<Index1D, ArrayView<int>, int>(AddAt, 0));
    }

    [Theory, Accelerators]
    public void LaunchesFromManyThreads(string name)
    {
        var accelerator = TestAccelerators.Get(name);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(AddAt);
        var buffers = Enumerable.Range(0, 8).Select(_ => accelerator.Allocate1D<int>(3000)).ToArray();
        Parallel.For(0, 8, worker =>
        {
            buffers[worker].MemSetToZero();
            for (int round = 0; round < 20; round++)
                kernel(3000, buffers[worker].AsContiguous(), worker);
        });
        accelerator.Synchronize();
        for (int worker = 0; worker < 8; worker++)
        {
            Assert.Equal(Enumerable.Range(0, 3000).Select(i => 20 * worker * (i + 1)), buffers[worker].GetAsArray1D());
            buffers[worker].Dispose();
        }
    }

    [Fact]
    public void LaunchingAllocatesNothing()
    {
        var accelerator = TestAccelerators.Get("CPU");
        using var buffer = accelerator.Allocate1D<int>(16);
        var view = buffer.AsContiguous();
        var indexed = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(AddAt);
        var grouped = accelerator.LoadStreamKernel<ArrayView<int>, int>(AddAtGlobal);
        void Launch()
        {
            indexed(16, view, 1);
            grouped((1, 16), view, 1);
        }

        Launch();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Launch();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void TakesMuchShared(ArrayView<int> y)
    {
        var shared = SharedMemory.Allocate<int>(1 << 22);
        shared[Group.IdxX] = 1;
        Group.Barrier();
        y[Group.IdxX] = shared[0];
    }

    private static void AddAt(Index1D index, ArrayView<int> view, int value) => view[index] += value * (index.X + 1);

    private static void AddAtGlobal(ArrayView<int> view, int value) => view[Grid.GlobalIndex.X] += value * (Grid.GlobalIndex.X + 1);

    private static void Apply<TOperation>(Index1D index, ArrayView<float> view, TOperation operation)
        where TOperation : struct, IOperation
        => view[index] = operation.Apply(view[index]) + TOperation.Identity;

    private static void Repeat(Index1D index, ArrayView<int> view, SpecializedValue<int> count)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
            sum += index.X;
        view[index] = sum;
    }

    private static void Fourteen(
        Index1D index, ArrayView<double> o, byte a, short b, int c, long d, float e, double f, Pair g, sbyte h, ushort i, uint j, ulong k, Pair l, byte m)
    {
        o[index] = a;
        o[1] = b;
        o[2] = c;
        o[3] = d;
        o[4] = e;
        o[5] = f;
        o[6] = g.First;
        o[7] = g.Second;
        o[8] = h;
        o[9] = i;
        o[10] = j;
        o[11] = k;
        o[12] = l.First + l.Second;
        o[13] = m;
    }

    private static void LongIndexed(LongIndex1D index, ArrayView<int> view) => view[index] = 1;

    private static void TakesReference(ArrayView<int> view, Holder holder) => view[0] = holder.Text.Length;

    private readonly struct Scale(float factor) : IOperation
    {
        public static float Identity => 1;

        public float Apply(float x) => factor * x;
    }

    private readonly record struct Pair(byte First, double Second);

    private readonly record struct Holder(string Text);
}
