using System.Runtime.CompilerServices;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Xunit;

namespace Gpu.Ilgpu.Tests.Cuda;

public class CudaErrorTests
{
    private static void Copy(Index1D i, ArrayView<int> x, ArrayView<int> y) => y[i] = x[i];

    private static void Grouped(ArrayView<int> y)
    {
        var shared = SharedMemory.Allocate<int>(1024);
        shared[Group.IdxX] = Group.IdxX;
        Group.Barrier();
        y[Grid.GlobalIndex.X] = shared[Group.DimX - 1 - Group.IdxX];
    }

    [CudaStandInFact]
    public void Out_of_memory_says_what_was_asked_and_what_is_free()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var held = accelerator.Allocate1D<byte>(1 << 20);
        var error = Assert.Throws<OutOfMemoryException>(() => accelerator.Allocate1D<byte>(64 << 20));
        Assert.Contains($"{64 << 20} bytes", error.Message);
        Assert.Contains($"{63 << 20} of its {64 << 20} bytes are free", error.Message);
        using var fits = accelerator.Allocate1D<byte>(1 << 20);
        Assert.Throws<OutOfMemoryException>(() => accelerator.AllocatePageLocked1D<byte>(64 << 20));
    }

    [CudaStandInFact]
    public void Buffers_that_nobody_holds_make_room()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var held = accelerator.Allocate1D(Enumerable.Range(0, 1 << 20).ToArray());
        // The device has 64 MiB.
        for (int i = 0; i < 40; i++) Forget(accelerator, 8 << 20);
        Assert.InRange(cuda.UsedBytes, 4 << 20, 64 << 20);
        using var large = accelerator.Allocate1D<byte>(60 << 20);
        Assert.Equal(64 << 20, cuda.UsedBytes);
        Assert.Equal(Enumerable.Range(0, 1 << 20), held.GetAsArray1D());
        Assert.Throws<OutOfMemoryException>(() => accelerator.Allocate1D<byte>(1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(Accelerator accelerator, int bytes) => accelerator.Allocate1D<byte>(bytes);

    [CudaStandInFact]
    public void Failures_name_call_and_code()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D<int>(4);
        foreach (var (call, action) in new (string, Action)[]
        {
            ("cuMemAlloc", () => accelerator.Allocate1D<int>(4)),
            ("cuMemHostAlloc", () => accelerator.AllocatePageLocked1D<int>(4)),
            ("cuMemcpyHtoDAsync", () => buffer.CopyFromCPU([1, 2, 3, 4])),
            ("cuMemcpyDtoHAsync", () => buffer.GetAsArray1D()),
            ("cuMemcpyDtoDAsync", () => buffer.View.SubView(0, 1).CopyTo(buffer.View.SubView(2, 1))),
            ("cuMemsetD8Async", () => buffer.MemSetToZero()),
            ("cuStreamCreate", () => accelerator.CreateStream()),
            ("cuStreamSynchronize", accelerator.DefaultStream.Synchronize),
            ("cuCtxSynchronize", accelerator.Synchronize),
            ("cuEventCreate", () => accelerator.DefaultStream.AddProfilingMarker()),
        })
        {
            cuda.Fail(call, CudaError.CUDA_ERROR_UNKNOWN);
            var error = Assert.Throws<CudaException>(action);
            Assert.Equal(CudaError.CUDA_ERROR_UNKNOWN, error.Code);
            Assert.Contains($"{call} failed with CUDA_ERROR_OTHER (999): something is wrong", error.Message);
        }
    }

    [CudaStandInFact]
    public void A_sticky_error_is_explained_and_the_device_can_be_opened_again()
    {
        using var cuda = new CudaStandIn();
        using (var accelerator = cuda.Open())
        {
            using var buffer = accelerator.Allocate1D<int>(4);
            cuda.Fail("cuStreamSynchronize", CudaError.CUDA_ERROR_ILLEGAL_ADDRESS);
            var error = Assert.Throws<CudaException>(() => buffer.GetAsArray1D());
            Assert.Contains("CUDA_ERROR_ILLEGAL_ADDRESS (700): an illegal memory access was encountered", error.Message);
            Assert.Contains("dispose every accelerator of the device", error.Message);
            Assert.Throws<CudaException>(() => accelerator.Allocate1D<int>(4));
        }

        using var again = cuda.Context.CreateCudaAccelerator(0);
        Assert.Equal([1, 2], again.Allocate1D(new[] { 1, 2 }).GetAsArray1D());
    }

    [CudaStandInFact]
    public void Sources_that_nvrtc_refuses_are_shown_around_the_error()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        cuda.Refuse("Kernel_Copy.cu(3): error: identifier \"nothing\" is undefined");
        var error = Assert.Throws<InternalCompilerException>(() => accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>>(Copy));
        Assert.Contains("identifier \"nothing\" is undefined", error.Message);
        Assert.Contains("CudaErrorTests.Copy", error.Message);
        Assert.Contains(">    3  ", error.Message);
        Assert.Contains("     4  ", error.Message);
        cuda.Refuse("");
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>>(Copy);
    }

    [CudaStandInFact]
    public void Modules_that_the_driver_refuses_say_why()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        cuda.Fail("cuModuleLoadDataEx", CudaError.CUDA_ERROR_NO_BINARY_FOR_GPU);
        var error = Assert.Throws<CudaException>(() => accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>>(Copy));
        Assert.Contains("CudaErrorTests.Copy", error.Message);
        Assert.Contains("NVRTC is newer than the driver", error.Message);
        Assert.Contains("ptxas: nothing to load", error.Message);

        int handles = cuda.Handles;
        cuda.Fail("cuFuncGetAttribute", CudaError.CUDA_ERROR_UNKNOWN);
        Assert.Throws<CudaException>(() => accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>>(Copy));
        // The function's handle is no resource.
        Assert.Equal(handles + 1, cuda.Handles);
    }

    [CudaStandInFact]
    public void Launches_beyond_the_limits_do_not_reach_the_driver()
    {
        using var cuda = new CudaStandIn();
        cuda.SetMostItems(512);
        using var accelerator = cuda.Open();
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>>(Grouped);
        using var buffer = accelerator.Allocate1D<int>(2048);
        ArrayView<int> view = buffer.View;
        cuda.TakeCalls();
        Assert.Contains("1024", Assert.Throws<ArgumentOutOfRangeException>(() => kernel((1, 2048), view)).Message);
        Assert.Contains("at most 512, because of the registers", Assert.Throws<ArgumentException>(() => kernel((1, 1024), view)).Message);
        var dynamic = SharedMemoryConfig.RequestDynamic<int>((224 << 10) / sizeof(int));
        Assert.Contains("4096 fixed", Assert.Throws<ArgumentException>(() => kernel((1, 64, dynamic), view)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel((new Index3D(1, 65536, 1), new Index3D(1, 1, 1)), view));
        buffer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => kernel((1, 64), view));
        Assert.DoesNotContain(cuda.TakeCalls(), call => call.StartsWith("cuLaunchKernel", StringComparison.Ordinal));
    }

    [CudaStandInFact]
    public void Buffers_of_another_device_need_peer_access()
    {
        using var cuda = new CudaStandIn();
        using var first = cuda.Context.CreateCudaAccelerator(0);
        using var second = cuda.Context.CreateCudaAccelerator(1);
        using var x = second.Allocate1D(new[] { 3 });
        using var y = first.Allocate1D<int>(1);
        var kernel = first.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>>(Copy);
        var error = Assert.Throws<ArgumentException>(() => kernel(1, x.View, y.View));
        Assert.Contains("Stand-in 1", error.Message);
        Assert.True(first.EnablePeerAccess(second));
        kernel(1, x.View, y.View);
        Assert.Equal([3], y.GetAsArray1D());
    }

    [CudaStandInFact]
    public void A_launch_that_the_driver_refuses_names_the_kernel()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        var kernel = accelerator.LoadStreamKernel<ArrayView<int>>(Grouped);
        using var buffer = accelerator.Allocate1D<int>(64);
        cuda.Fail("cuLaunchKernel", CudaError.CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES);
        var error = Assert.Throws<CudaException>(() => kernel((1, 64), buffer.View));
        Assert.Contains("CudaErrorTests.Grouped", error.Message);
        Assert.Contains("use smaller groups", error.Message);
        kernel((1, 64), buffer.View);
        Assert.Equal(63, buffer.GetAsArray1D()[0]);
    }

    [CudaStandInFact]
    public void Buffers_and_streams_outlive_their_accelerator_without_harm()
    {
        using var cuda = new CudaStandIn();
        var accelerator = cuda.Open();
        var buffer = accelerator.Allocate1D<int>(4);
        var stream = accelerator.CreateStream();
        var marker = stream.AddProfilingMarker();
        accelerator.Dispose();
        cuda.TakeCalls();
        buffer.Dispose();
        stream.Dispose();
        marker.Dispose();
        Assert.Empty(cuda.TakeCalls());
        Assert.Throws<ObjectDisposedException>(() => accelerator.Allocate1D<int>(1));
        Assert.Throws<ObjectDisposedException>(accelerator.Synchronize);
    }
}
