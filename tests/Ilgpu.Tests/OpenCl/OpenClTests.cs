using System.Diagnostics;
using ILGPU;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;
using Xunit;

namespace Gpu.Ilgpu.Tests.OpenCl;

/// <summary>A fact that needs an OpenCL device; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenClFactAttribute : FactAttribute
{
    public OpenClFactAttribute()
    {
        if (CLDevice.All.IsEmpty) Skip = string.Join(" ", CLDevice.LeftOut);
    }
}

public class OpenClTests
{
    private const int HugeShared = 1 << 28;

    [Fact]
    public void A_context_says_why_it_has_no_device()
    {
        using var context = Context.Create(builder => builder.OpenCL(_ => false));
        var error = Assert.Throws<NotSupportedException>(() => context.CreateCLAccelerator(0));
        Assert.Contains("CLDevice", error.Message);
        foreach (string reason in CLDevice.LeftOut) Assert.Contains(reason, error.Message);
    }

    [OpenClFact]
    public void Devices_tell_their_properties()
    {
        using var context = Context.Create(builder => builder.OpenCL());
        Assert.Equal(CLDevice.All.Length, context.GetCLDevices().Count);
        foreach (var device in context.GetCLDevices())
        {
            Assert.NotEmpty(device.Name);
            Assert.True(device.MemorySize > 0);
            Assert.True(device.MaxNumThreadsPerGroup >= 1);
            Assert.True(device.MaxSharedMemoryPerGroup >= 16 << 10);
            Assert.True(device.NumMultiprocessors >= 1);
            Assert.True(device.DeviceVersion >= CLDeviceVersion.CL12 && device.PlatformVersion >= CLPlatformVersion.CL12 && device.CVersion >= device.CLStdVersion);
            Assert.NotEmpty(device.VendorName);
            Assert.True(device.DeviceType.HasFlag(CLDeviceType.CL_DEVICE_TYPE_CPU) || device.DeviceType.HasFlag(CLDeviceType.CL_DEVICE_TYPE_GPU) || device.DeviceType.HasFlag(CLDeviceType.CL_DEVICE_TYPE_ACCELERATOR));
            Assert.True(device.ClockRate >= 0);
            Assert.Equal(device.Extensions, device.Capabilities.Extensions);
            Assert.True(device.HasAllExtensions(device.Extensions) && !device.HasExtension("cl_none") && !device.HasAnyExtension(new[] { "cl_none" }));
            using var accelerator = device.CreateCLAccelerator(context);
            Assert.Equal((device, device.Vendor, device.PlatformName), (accelerator.Device, accelerator.Vendor, accelerator.PlatformName));
            Assert.Equal(device, Assert.Single(CLDevice.GetDevices(other => other.DeviceId == device.DeviceId)));
        }
    }

    [Fact]
    public void Versions_are_read_from_what_drivers_say()
    {
        Assert.True(CLDeviceVersion.TryParse("OpenCL 2.1 pocl HSTR: x", out var device) && device > CLDeviceVersion.CL20 && device < CLDeviceVersion.CL22);
        Assert.True(CLCVersion.TryParse("OpenCL C 3.0", out var language) && language >= CLCVersion.CL30 && language.ToString() == "OpenCL C 3.0");
        Assert.False(CLPlatformVersion.TryParse("OpenCL two", out _) || CLPlatformVersion.TryParse("CUDA 1.2", out _));
        Assert.Equal(-48, (int)CLError.CL_INVALID_KERNEL);
    }

    [OpenClFact]
    public void Too_much_shared_memory_is_refused_before_the_driver_sees_it()
    {
        using var context = Context.Create(builder => builder.OpenCL());
        using var accelerator = context.CreateCLAccelerator(0);
        using var y = accelerator.Allocate1D<int>(1);
        var dynamic = accelerator.LoadStreamKernel<ArrayView<int>>(DynamicKernel);
        var error = Assert.Throws<ArgumentException>(() => dynamic((1, 1, SharedMemoryConfig.RequestDynamic<byte>(HugeShared)), y.View));
        Assert.Contains($"{HugeShared} bytes", error.Message);
        Assert.Contains("DynamicKernel", error.Message);
        dynamic((1, 1, SharedMemoryConfig.RequestDynamic<int>(5)), y.View);
        Assert.Equal([5], y.GetAsArray1D());
    }

    [OpenClFact]
    public void Buffers_of_another_accelerator_and_disposed_ones_are_refused()
    {
        using var context = Context.Create(builder => builder.OpenCL());
        using var accelerator = context.CreateCLAccelerator(0);
        using var other = context.CreateCLAccelerator(0);
        var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Fill);
        using var foreign = other.Allocate1D<int>(4);
        Assert.Contains("Copy the buffer", Assert.Throws<ArgumentException>(() => kernel(4, foreign.View)).Message);
        var dead = accelerator.Allocate1D<int>(4);
        var view = dead.View;
        dead.Dispose();
        Assert.Throws<ObjectDisposedException>(() => kernel(4, view));
        using var alive = accelerator.Allocate1D<int>(4);
        kernel(4, alive.View);
        Assert.Equal([0, 10, 20, 30], alive.GetAsArray1D());
    }

    [OpenClFact]
    public void Threads_compile_and_launch_at_once()
    {
        using var context = Context.Create(builder => builder.OpenCL());
        using var accelerator = context.CreateCLAccelerator(0);
        const int threads = 4, rounds = 50, items = 100;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, number =>
        {
            using var y = accelerator.Allocate1D<int>(items);
            var kernel = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(AddTo);
            y.MemSetToZero();
            for (int k = 0; k < rounds; k++) kernel(items, y.View, number + k);
            Assert.All(y.GetAsArray1D(), v => Assert.Equal((number * rounds) + (rounds * (rounds - 1) / 2), v));
        });
    }

    [OpenClFact]
    public void Profiling_markers_measure_the_device()
    {
        using var context = Context.Create(builder => builder.OpenCL().Profiling());
        using var accelerator = context.CreateCLAccelerator(0);
        using var y = accelerator.Allocate1D<int>(1000);
        var watch = Stopwatch.StartNew();
        using var before = accelerator.DefaultStream.AddProfilingMarker();
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>>(Fill)(1000, y.View);
        using var after = accelerator.DefaultStream.AddProfilingMarker();
        after.Synchronize();
        Assert.InRange(after.MeasureFrom(before), TimeSpan.Zero, watch.Elapsed + TimeSpan.FromSeconds(1));
    }

    [OpenClFact]
    public void Overlapping_ranges_of_one_buffer_copy_as_if_at_once()
    {
        using var context = Context.Create(builder => builder.OpenCL());
        using var accelerator = context.CreateCLAccelerator(0);
        using var y = accelerator.Allocate1D(Enumerable.Range(0, 10).ToArray());
        ArrayView<int> view = y.View;
        view.SubView(0, 6).CopyTo(view.SubView(2, 6));
        Assert.Equal([0, 1, 0, 1, 2, 3, 4, 5, 8, 9], y.GetAsArray1D());
    }

    private static void Fill(Index1D i, ArrayView<int> y) => y[i] = i * 10;

    private static void AddTo(Index1D i, ArrayView<int> y, int value) => y[i] += value;

    private static void DynamicKernel(ArrayView<int> y)
    {
        var shared = SharedMemory.GetDynamic<int>();
        shared[0] = shared.IntLength;
        y[0] = shared[0];
    }
}
