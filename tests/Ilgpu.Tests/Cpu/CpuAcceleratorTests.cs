using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using Xunit;

namespace Gpu.Ilgpu.Tests.Cpu;

/// <summary>The collection of tests that raise exceptions by signals, which may disturb a driver's compiler on another thread. It runs alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class SignalCollection
{
    public const string Name = "signals";
}

/// <summary>What only the CPU accelerator can promise: a kernel's exceptions and missed barriers reach the caller.</summary>
[Collection(SignalCollection.Name)]
public class CpuAcceleratorTests
{
    [Fact]
    public void ExceptionsOfLoopsNameTheKernel()
    {
        var kernel = TestAccelerators.Get("CPU").LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(Divide);
        using var buffer = TestAccelerators.Get("CPU").Allocate1D<int>(100);
        var error = Assert.Throws<InvalidOperationException>(() => kernel(100, buffer.AsContiguous(), 0));
        Assert.Contains(nameof(Divide), error.Message);
        Assert.IsType<DivideByZeroException>(error.InnerException);
        kernel(100, buffer.AsContiguous(), 1);
    }

    [Fact]
    public void ExceptionsOfPoolThreadsReachTheCaller()
    {
        var kernel = TestAccelerators.Get("CPU").LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(FailLate);
        using var buffer = TestAccelerators.Get("CPU").Allocate1D<int>(1);
        var error = Assert.Throws<InvalidOperationException>(() => kernel(2_000_000, buffer.AsContiguous(), 1_999_999));
        Assert.IsType<DivideByZeroException>(error.InnerException);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void ExceptionsOfGroupsWithBarriersNameTheItem(int size)
    {
        var accelerator = TestAccelerators.Get("CPU");
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>, int>(FailBetweenBarriers);
        using var buffer = accelerator.Allocate1D(new int[16]);
        var error = Assert.Throws<InvalidOperationException>(() => kernel((3, size), buffer.AsContiguous(), size - 1));
        Assert.Contains($"item ({size - 1}, 0, 0)", error.Message);
        Assert.Contains(nameof(FailBetweenBarriers), error.Message);

        // The threads of the group are usable again.
        kernel((3, size), buffer.AsContiguous(), 1000);
        Assert.Equal(6, buffer.GetAsArray1D()[size - 1]);
    }

    [Fact]
    public void BarriersThatSomeItemsMissAreErrors()
    {
        var accelerator = TestAccelerators.Get("CPU");
        using var buffer = accelerator.Allocate1D<int>(1);
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>>(BarrierInBranch);
        var error = Assert.Throws<InvalidOperationException>(() => kernel((2, 8), buffer.AsContiguous()));
        Assert.Contains(nameof(BarrierInBranch), error.Message);
        Assert.Contains("barrier", error.Message);
        Assert.Contains("ended", error.Message);
    }

    [Fact]
    public void DeviceShapeLimitsTheGroup()
    {
        using var context = Context.Create(builder => builder.DefaultCPU());
        using var accelerator = context.CreateCPUAccelerator(0);
        Assert.Equal(16, accelerator.MaxNumThreadsPerGroup);
        Assert.Equal(4, accelerator.WarpSize);
        using var buffer = accelerator.Allocate1D<int>(1);
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>>(BarrierInBranch);
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel((1, 17), buffer.AsContiguous()));
    }

    [Fact]
    public void GroupsOfOneItemRunWithoutThreads()
    {
        var accelerator = TestAccelerators.Get("CPU");
        using var buffer = accelerator.Allocate1D<int>(1);
        accelerator.LoadStreamKernel<ArrayView<int>>(WriteThread)((1, 1), buffer.AsContiguous());
        Assert.Equal(Environment.CurrentManagedThreadId, buffer.GetAsArray1D()[0]);
    }

    [Fact]
    public void HostCodeHasNoWorkItem()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Group.IdxX);
        Assert.Contains("host code", error.Message);
        Assert.Throws<InvalidOperationException>(Group.Barrier);
    }

    [Fact]
    public void DisposingFreesEverything()
    {
        using var context = Context.Create(builder => builder.DefaultCPU());
        var accelerator = context.CreateCPUAccelerator(0);
        var buffer = accelerator.Allocate1D<int>(4);
        accelerator.Dispose();
        accelerator.Dispose();
        Assert.True(buffer.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => accelerator.Allocate1D<int>(4));
        Assert.Throws<ObjectDisposedException>(() => accelerator.LoadStreamKernel<ArrayView<int>>(WriteThread));
    }

    [Fact]
    public void TimeBetweenMarkers()
    {
        using var plain = Context.Create(builder => builder.DefaultCPU());
        using var silent = plain.CreateCPUAccelerator(0);
        Assert.Throws<NotSupportedException>(silent.DefaultStream.AddProfilingMarker);

        using var context = Context.Create(builder => builder.DefaultCPU().Profiling());
        using var accelerator = context.CreateCPUAccelerator(0);
        using var first = accelerator.DefaultStream.AddProfilingMarker();
        Thread.Sleep(5);
        using var second = accelerator.DefaultStream.AddProfilingMarker();
        Assert.InRange(second.MeasureFrom(first).TotalMilliseconds, 4, 60_000);
        Assert.Equal(-second.MeasureFrom(first), first.MeasureFrom(second));
    }

    private static void Divide(Index1D index, ArrayView<int> view, int divisor) => view[index] = index.X / divisor;

    private static void FailLate(Index1D index, ArrayView<int> view, int at) => view[0] = 1 / (at - index.X);

    private static void FailBetweenBarriers(ArrayView<int> view, int failing)
    {
        int zero = Group.IdxX == failing ? 0 : 1;
        Group.Barrier();
        int one = 1 / zero;
        Group.Barrier();
        Atomic.Add(ref view[Group.IdxX], one * 2);
    }

    private static void BarrierInBranch(ArrayView<int> view)
    {
        if (Group.IdxX < 3)
            Group.Barrier();
        view[0] = 1;
    }

    private static void WriteThread(ArrayView<int> view)
    {
        Group.Barrier();
        view[0] = Environment.CurrentManagedThreadId;
    }
}
