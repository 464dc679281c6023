using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Xunit;

namespace Gpu.Ilgpu.Tests.Cuda;

/// <summary>The driver's calls in order with their arguments; s is 2001, the default stream, m1 the first buffer.</summary>
public class CudaAcceleratorTests
{
    [CudaStandInFact]
    public void Opening_and_disposing_give_back_what_was_taken()
    {
        using var cuda = new CudaStandIn();
        _ = cuda.Context;
        cuda.TakeCalls();
        using (var accelerator = cuda.Context.CreateCudaAccelerator(0, CudaAcceleratorFlags.ScheduleBlockingSync))
        {
            Assert.Equal(
                ["cuDevicePrimaryCtxSetFlags 0 4", "cuDevicePrimaryCtxRetain 0", "cuCtxSetCurrent 1000", "cuStreamCreate 1"],
                cuda.TakeCalls());
            accelerator.Allocate1D<int>(4);
            accelerator.CreateStream();
            cuda.TakeCalls();
        }

        string[] calls = cuda.TakeCalls();
        Assert.Equal("cuCtxSynchronize", calls[0]);
        Assert.Equal("cuMemFree m1+0", calls[1]);
        Assert.Equal(["cuStreamDestroy 2001", "cuStreamDestroy 2002"], calls[2..4].Order());
        Assert.Equal("cuDevicePrimaryCtxRelease 0", calls[4]);
        Assert.Equal(0, cuda.UsedBytes);
        Assert.Equal(0, cuda.Handles);
    }

    [CudaStandInFact]
    public void An_accelerator_that_does_not_open_leaves_nothing_behind()
    {
        using var cuda = new CudaStandIn();
        _ = cuda.Context;
        cuda.Fail("cuStreamCreate", CudaError.CUDA_ERROR_UNKNOWN);
        var error = Assert.Throws<CudaException>(() => cuda.Context.CreateCudaAccelerator(0));
        Assert.Contains("cuStreamCreate", error.Message);
        Assert.Equal(0, cuda.Handles);
        cuda.Context.Dispose();
    }

    [CudaStandInFact]
    public void Copies_and_fills_are_queued_with_their_places()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var a = accelerator.Allocate1D<int>(8);
        using var b = accelerator.Allocate1D<int>(8);
        a.CopyFromCPU([1, 2, 3, 4, 5, 6, 7, 8]);
        b.MemSetToZero();
        a.View.SubView(2, 3).CopyTo(b.View.SubView(4, 3));
        Assert.Equal([0, 0, 0, 0, 3, 4, 5, 0], b.GetAsArray1D());
        Assert.Equal(
            [
                "cuMemAlloc 32", "cuMemAlloc 32",
                "cuMemHostAlloc 1048576 1", "cuEventCreate 2", "cuMemcpyHtoDAsync m1+0 32 2001", "cuEventRecord 5001 2001",
                "cuMemsetD8Async m2+0 0 32 2001",
                "cuMemcpyDtoDAsync m2+16 m1+8 12 2001",
                "cuMemcpyDtoHAsync m2+0 32 2001", "cuStreamSynchronize 2001",
            ],
            cuda.TakeCalls());
    }

    [CudaStandInFact]
    public void Uploads_from_arrays_wait_for_nothing_but_room()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var a = accelerator.Allocate1D<int>(4);
        int[] values = new int[4];
        for (int i = 1; i <= 4; i++)
        {
            values.AsSpan().Fill(i);
            a.CopyFromCPU(values);
        }

        values.AsSpan().Clear();
        Assert.DoesNotContain(cuda.TakeCalls(), call => call.Contains("Synchronize", StringComparison.Ordinal));
        Assert.Equal([4, 4, 4, 4], a.GetAsArray1D());
        cuda.TakeCalls();
        a.CopyFromCPU(values);
        Assert.Equal(["cuEventSynchronize 5001", "cuMemcpyHtoDAsync m1+0 16 2001", "cuEventRecord 5001 2001"], cuda.TakeCalls());

        // A long one goes the driver's way, which waits.
        using var large = accelerator.Allocate1D<byte>((256 << 10) + 1);
        cuda.TakeCalls();
        large.CopyFromCPU(new byte[(256 << 10) + 1]);
        Assert.Equal(["cuMemcpyHtoDAsync m2+0 262145 2001", "cuStreamSynchronize 2001"], cuda.TakeCalls());
    }

    [CudaStandInFact]
    public void Overlapping_copies_go_through_a_buffer_between()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var a = accelerator.Allocate1D(new[] { 1, 2, 3, 4, 5, 6 });
        cuda.TakeCalls();
        a.View.SubView(0, 4).CopyTo(a.View.SubView(1, 4));
        Assert.Equal(
            ["cuMemAlloc 16", "cuMemcpyDtoDAsync m2+0 m1+0 16 2001", "cuMemcpyDtoDAsync m1+4 m2+0 16 2001", "cuStreamSynchronize 2001", "cuMemFree m2+0"],
            cuda.TakeCalls());
        Assert.Equal([1, 1, 2, 3, 4, 6], a.GetAsArray1D());
    }

    [CudaStandInFact]
    public void Page_locked_memory_is_copied_without_waiting()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D<int>(4);
        using var host = accelerator.AllocatePageLocked1D<int>(4);
        for (int i = 0; i < 4; i++)
            host[i] = 10 + i;
        buffer.AsContiguous().CopyFromPageLockedAsync(host);
        host.Span.Clear();
        buffer.AsContiguous().CopyToPageLockedAsync(host);
        Assert.Equal(
            ["cuMemAlloc 16", "cuMemHostAlloc 80 1", "cuMemcpyHtoDAsync m1+0 16 2001", "cuMemcpyDtoHAsync m1+0 16 2001"],
            cuda.TakeCalls());
        Assert.Equal([10, 11, 12, 13], host.Span.ToArray());
        host.Dispose();
        Assert.Equal(["cuMemFreeHost h1+0"], cuda.TakeCalls());
    }

    [CudaStandInFact]
    public void Streams_are_the_drivers_and_foreign_ones_are_left_alone()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var own = Assert.IsType<CudaStream>(accelerator.CreateStream());
        Assert.Equal(0x2002, own.StreamPtr);
        using (var foreign = accelerator.CreateStream(own.StreamPtr, responsible: false))
            foreign.Synchronize();
        own.Dispose();
        Assert.Throws<ObjectDisposedException>(own.Synchronize);
        Assert.Equal(["cuStreamCreate 1", "cuStreamSynchronize 2002", "cuStreamDestroy 2002"], cuda.TakeCalls());
    }

    [CudaStandInFact]
    public void Markers_are_events()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var start = accelerator.DefaultStream.AddProfilingMarker();
        using var end = accelerator.DefaultStream.AddProfilingMarker();
        Assert.Equal(2.5, end.MeasureFrom(start).TotalMilliseconds);
        start.Dispose();
        Assert.Throws<ObjectDisposedException>(() => end.MeasureFrom(start));
        Assert.Equal(
            [
                "cuEventCreate 0", "cuEventRecord 5001 2001", "cuEventCreate 0", "cuEventRecord 5002 2001",
                "cuEventSynchronize 5001", "cuEventSynchronize 5002", "cuEventElapsedTime 5001 5002", "cuEventDestroy 5001",
            ],
            cuda.TakeCalls());
    }

    [CudaStandInFact]
    public void Copies_between_devices_stay_on_the_devices()
    {
        using var cuda = new CudaStandIn();
        using var first = cuda.Context.CreateCudaAccelerator(0);
        using var second = cuda.Context.CreateCudaAccelerator(1);
        using var a = first.Allocate1D(new[] { 1, 2, 3 });
        using var b = second.Allocate1D<int>(3);
        cuda.TakeCalls();
        a.View.CopyTo(b.View);
        Assert.Contains("cuMemcpyPeerAsync m2+0 1001 m1+0 1000 12 2001", cuda.TakeCalls());
        Assert.Equal([1, 2, 3], b.GetAsArray1D());
    }

    [CudaStandInFact]
    public void Peers_are_asked_for_and_enabled()
    {
        using var cuda = new CudaStandIn();
        using var first = cuda.Context.CreateCudaAccelerator(0);
        using var second = cuda.Context.CreateCudaAccelerator(1);
        cuda.TakeCalls();
        Assert.True(first.EnablePeerAccess(second));
        Assert.Equal(["cuDeviceCanAccessPeer 0 1", "cuCtxSetCurrent 1000", "cuCtxEnablePeerAccess 1001 0"], cuda.TakeCalls());
        cuda.Fail("cuCtxEnablePeerAccess", CudaError.CUDA_ERROR_PEER_ACCESS_ALREADY_ENABLED);
        Assert.True(first.EnablePeerAccess(second));
        cuda.SetPeers(false);
        Assert.False(second.EnablePeerAccess(first));
        Assert.True(first.CanAccessPeer(first));
    }

    [CudaStandInFact]
    public void Page_locked_views_and_buffers_copy_both_ways()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D(new[] { 4, 5 });
        using var host = accelerator.AllocatePageLocked1D<int>(2);
        buffer.AsContiguous().CopyTo(host.ArrayView);
        Assert.Equal([4, 5], host.Span.ToArray());
        host[0] = 9;
        host.ArrayView.CopyTo(buffer.AsContiguous());
        Assert.Equal([9, 5], buffer.GetAsArray1D());
    }

    [CudaStandInFact]
    public void The_driver_knows_a_buffer_by_its_native_pointer()
    {
        using var cuda = new CudaStandIn();
        using var accelerator = cuda.Open();
        using var buffer = accelerator.Allocate1D<int>(2);
        buffer.CopyFromCPU([7, 8]);
        unsafe
        {
            // The stand-in's memory is the host's.
            Assert.Equal(8, ((int*)buffer.NativePtr)[1]);
        }
    }
}
