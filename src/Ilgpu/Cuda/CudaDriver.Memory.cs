namespace ILGPU.Runtime.Cuda;

/// <content>Memory. Copies and fills are queued into a stream.</content>
internal sealed unsafe partial class CudaDriver
{
    // Page-locked for all contexts of the process.
    private const uint Portable = 1;

    private readonly delegate* unmanaged<nuint*, nuint*, CudaError> cuMemGetInfo;
    private readonly delegate* unmanaged<nint*, nuint, CudaError> cuMemAlloc;
    private readonly delegate* unmanaged<nint, CudaError> cuMemFree;
    private readonly delegate* unmanaged<nint*, nuint, uint, CudaError> cuMemHostAlloc;
    private readonly delegate* unmanaged<nint, CudaError> cuMemFreeHost;
    private readonly delegate* unmanaged<nint, void*, nuint, nint, CudaError> cuMemcpyHtoDAsync;
    private readonly delegate* unmanaged<void*, nint, nuint, nint, CudaError> cuMemcpyDtoHAsync;
    private readonly delegate* unmanaged<nint, nint, nuint, nint, CudaError> cuMemcpyDtoDAsync;
    private readonly delegate* unmanaged<nint, nint, nint, nint, nuint, nint, CudaError> cuMemcpyPeerAsync;
    private readonly delegate* unmanaged<nint, byte, nuint, nint, CudaError> cuMemsetD8Async;

    /// <summary>The bytes of the device that nobody uses.</summary>
    public long FreeMemory()
    {
        nuint free, total;
        Check(cuMemGetInfo(&free, &total), "cuMemGetInfo");
        return (long)free;
    }

    /// <exception cref="OutOfMemoryException">The device has no room.</exception>
    public nint MemAlloc(long bytes)
    {
        nint pointer;
        var error = cuMemAlloc(&pointer, (nuint)bytes);
        if (error == CudaError.CUDA_ERROR_OUT_OF_MEMORY)
        {
            nuint free = 0, total = 0;
            _ = cuMemGetInfo(&free, &total);
            throw new OutOfMemoryException(
                $"The device has no room for {bytes} bytes: {free} of its {total} bytes are free, perhaps not in one piece. "
                + "Dispose buffers that are not needed any more.");
        }

        Check(error, "cuMemAlloc");
        return pointer;
    }

    public void MemFree(nint pointer) => CheckRelease(cuMemFree(pointer), "cuMemFree");

    /// <exception cref="OutOfMemoryException">The system has no room, or does not lock so much.</exception>
    public nint MemHostAlloc(long bytes)
    {
        nint pointer;
        var error = cuMemHostAlloc(&pointer, (nuint)bytes, Portable);
        if (error == CudaError.CUDA_ERROR_OUT_OF_MEMORY)
            throw new OutOfMemoryException($"The system cannot lock {bytes} bytes of host memory for the device; use less, or ordinary arrays.");
        Check(error, "cuMemHostAlloc");
        return pointer;
    }

    public void MemFreeHost(nint pointer) => CheckRelease(cuMemFreeHost(pointer), "cuMemFreeHost");

    public void CopyHtoD(nint target, void* source, long bytes, nint stream) =>
        Check(cuMemcpyHtoDAsync(target, source, (nuint)bytes, stream), "cuMemcpyHtoDAsync");

    public void CopyDtoH(void* target, nint source, long bytes, nint stream) =>
        Check(cuMemcpyDtoHAsync(target, source, (nuint)bytes, stream), "cuMemcpyDtoHAsync");

    public void CopyDtoD(nint target, nint source, long bytes, nint stream) =>
        Check(cuMemcpyDtoDAsync(target, source, (nuint)bytes, stream), "cuMemcpyDtoDAsync");

    public void CopyPeer(nint target, nint targetContext, nint source, nint sourceContext, long bytes, nint stream) =>
        Check(cuMemcpyPeerAsync(target, targetContext, source, sourceContext, (nuint)bytes, stream), "cuMemcpyPeerAsync");

    public void Fill(nint target, byte value, long bytes, nint stream) =>
        Check(cuMemsetD8Async(target, value, (nuint)bytes, stream), "cuMemsetD8Async");
}
