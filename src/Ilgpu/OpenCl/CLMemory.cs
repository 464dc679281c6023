namespace ILGPU.Runtime.OpenCL;

/// <summary>A buffer of the driver. The host cannot address it, so views name it by an address of <see cref="AddressMap"/>.</summary>
internal sealed unsafe class CLMemory : DeviceMemory
{
    /// <summary>Drivers refuse buffers of no bytes.</summary>
    private const long LeastBytes = 16;

    public CLMemory(CLAccelerator accelerator, long bytes)
        : base(accelerator, bytes)
    {
        CLError error;
        Buffer = CLNative.clCreateBuffer(accelerator.NativePtr, CLInfo.BufferReadWrite, (nuint)Math.Max(bytes, LeastBytes), null, &error);
        if (error is CLError.CL_MEM_OBJECT_ALLOCATION_FAILURE or CLError.CL_OUT_OF_RESOURCES or CLError.CL_OUT_OF_HOST_MEMORY
            or CLError.CL_INVALID_BUFFER_SIZE)
            throw new OutOfMemoryException($"{accelerator} has no room for a buffer of {bytes} bytes ({error}).");
        CLNative.Check(error, $"allocating {bytes} bytes on {accelerator}");
        Address = AddressMap.Reserve(this);
    }

    /// <summary>The driver's handle.</summary>
    public nint Buffer { get; }

    public override void CopyFromHost(AcceleratorStream stream, long offset, void* source, long bytes, bool pinned)
    {
        if (bytes == 0) return;
        CLNative.Check(
            CLNative.clEnqueueWriteBuffer(Queue(stream), Buffer, pinned ? 0u : 1u, (nuint)offset, (nuint)bytes, source, 0, null, null),
            $"copying {bytes} bytes to {Accelerator}");
    }

    public override void CopyToHost(AcceleratorStream stream, long offset, void* target, long bytes, bool pinned)
    {
        if (bytes == 0) return;
        CLNative.Check(
            CLNative.clEnqueueReadBuffer(Queue(stream), Buffer, pinned ? 0u : 1u, (nuint)offset, (nuint)bytes, target, 0, null, null),
            $"copying {bytes} bytes from {Accelerator}");
    }

    public override void CopyTo(AcceleratorStream stream, long offset, DeviceMemory target, long targetOffset, long bytes)
    {
        if (bytes == 0 || (target == this && offset == targetOffset)) return;
        bool overlaps = target == this && Math.Abs(offset - targetOffset) < bytes;
        if (!overlaps)
        {
            Copy(Queue(stream), Buffer, offset, ((CLMemory)target).Buffer, targetOffset, bytes);
            return;
        }
        // The driver copies disjoint ranges only.
        var between = new CLMemory((CLAccelerator)Accelerator, bytes);
        try
        {
            Copy(Queue(stream), Buffer, offset, between.Buffer, 0, bytes);
            Copy(Queue(stream), between.Buffer, 0, Buffer, targetOffset, bytes);
        }
        finally
        {
            between.Free();
        }
    }

    public override void Fill(AcceleratorStream stream, long offset, long bytes, byte value)
    {
        if (bytes == 0) return;
        CLNative.Check(
            CLNative.clEnqueueFillBuffer(Queue(stream), Buffer, &value, 1, (nuint)offset, (nuint)bytes, 0, null, null),
            $"filling {bytes} bytes on {Accelerator}");
    }

    // The driver keeps the buffer until queued commands that use it are done.
    protected override void Release() => _ = CLNative.clReleaseMemObject(Buffer);

    private void Copy(nint queue, nint source, long sourceOffset, nint target, long targetOffset, long bytes) => CLNative.Check(
        CLNative.clEnqueueCopyBuffer(queue, source, target, (nuint)sourceOffset, (nuint)targetOffset, (nuint)bytes, 0, null, null),
        $"copying {bytes} bytes on {Accelerator}");

    private static nint Queue(AcceleratorStream stream) => ((CLStream)stream).CommandQueue;
}
