namespace ILGPU.Runtime.Cuda;

/// <summary>
/// Device memory. Views name it by an address of <see cref="AddressMap"/>, not by the driver's pointer: the driver gives a freed
/// pointer to the next buffer at once, and a stale view would quietly read that one.
/// </summary>
internal sealed unsafe class CudaMemory : DeviceMemory
{
    // The driver refuses to allocate nothing.
    private const long LeastBytes = 16;

    private readonly CudaAccelerator accelerator;

    public CudaMemory(CudaAccelerator accelerator, long bytes)
        : base(accelerator, bytes)
    {
        this.accelerator = accelerator;
        accelerator.Enter();
        Pointer = Driver.MemAlloc(Math.Max(bytes, LeastBytes));
        Address = AddressMap.Reserve(this);
    }

    /// <summary>The driver's pointer (CUdeviceptr).</summary>
    public nint Pointer { get; }

    public override nint NativePointer => Pointer;

    private CudaDriver Driver => accelerator.Driver;

    public override void CopyFromHost(AcceleratorStream stream, long offset, void* source, long bytes, bool pinned)
    {
        nint queue = Enter(stream);
        if (!pinned && bytes <= CudaStaging.MaxBytes)
        {
            accelerator.Staging.Upload(Pointer + (nint)offset, source, bytes, queue);
            return;
        }

        Driver.CopyHtoD(Pointer + (nint)offset, source, bytes, queue);
        if (!pinned)
            Driver.StreamSynchronize(queue);
    }

    public override void CopyToHost(AcceleratorStream stream, long offset, void* target, long bytes, bool pinned)
    {
        nint queue = Enter(stream);
        Driver.CopyDtoH(target, Pointer + (nint)offset, bytes, queue);
        if (!pinned)
            Driver.StreamSynchronize(queue);
    }

    public override void CopyTo(AcceleratorStream stream, long offset, DeviceMemory target, long targetOffset, long bytes)
    {
        if (target == this && offset == targetOffset)
            return;
        nint queue = Enter(stream);
        nint from = Pointer + (nint)offset;
        nint to = ((CudaMemory)target).Pointer + (nint)targetOffset;
        if (target != this || Math.Abs(offset - targetOffset) >= bytes)
        {
            Driver.CopyDtoD(to, from, bytes, queue);
            return;
        }

        // The driver copies disjoint ranges only. Freeing waits for the device.
        nint between = Driver.MemAlloc(bytes);
        try
        {
            Driver.CopyDtoD(between, from, bytes, queue);
            Driver.CopyDtoD(to, between, bytes, queue);
            Driver.StreamSynchronize(queue);
        }
        finally
        {
            Driver.MemFree(between);
        }
    }

    public override bool CopyAcross(
        AcceleratorStream stream, long offset, DeviceMemory target, AcceleratorStream targetStream, long targetOffset, long bytes)
    {
        if (target is not CudaMemory other || other.Driver != Driver)
            return false;
        // The target's queue may still use what is overwritten.
        targetStream.Synchronize();
        nint queue = Enter(stream);
        Driver.CopyPeer(
            other.Pointer + (nint)targetOffset, other.accelerator.NativePtr, Pointer + (nint)offset, accelerator.NativePtr, bytes, queue);
        Driver.StreamSynchronize(queue);
        return true;
    }

    public override void Fill(AcceleratorStream stream, long offset, long bytes, byte value) =>
        Driver.Fill(Pointer + (nint)offset, value, bytes, Enter(stream));

    protected override void Release()
    {
        if (accelerator.IsReleased)
            return;
        accelerator.Enter();
        Driver.MemFree(Pointer);
    }

    private nint Enter(AcceleratorStream stream)
    {
        accelerator.Enter();
        return ((CudaStream)stream).StreamPtr;
    }
}

/// <summary>Page-locked host memory. Kernels reach it too, over the bus.</summary>
internal sealed class CudaHostMemory : HostMemory
{
    private readonly CudaAccelerator accelerator;

    public CudaHostMemory(CudaAccelerator accelerator, long bytes)
        : base(accelerator, bytes, Allocate(accelerator, bytes))
    {
        this.accelerator = accelerator;
    }

    protected override void Release()
    {
        if (accelerator.IsReleased)
            return;
        accelerator.Enter();
        accelerator.Driver.MemFreeHost(Address);
    }

    private static nint Allocate(CudaAccelerator accelerator, long bytes)
    {
        accelerator.Enter();
        return accelerator.Driver.MemHostAlloc(checked(bytes + Padding));
    }
}
