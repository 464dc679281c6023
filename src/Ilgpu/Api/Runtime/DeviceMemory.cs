namespace ILGPU.Runtime;

/// <summary>
/// One allocation of an accelerator: what a driver implements to hold and move bytes. Views name it by address;
/// <see cref="AddressMap"/> finds it again.
/// </summary>
internal abstract unsafe class DeviceMemory
{
    private int freed;

    protected DeviceMemory(Accelerator accelerator, long byteLength)
    {
        Accelerator = accelerator;
        ByteLength = byteLength;
    }

    public Accelerator Accelerator { get; }

    /// <summary>The usable bytes.</summary>
    public long ByteLength { get; }

    /// <summary>Where views point: a real pointer on the CPU accelerator, else an address from <see cref="AddressMap.Reserve"/>.</summary>
    public nint Address { get; protected init; }

    /// <summary>What the driver calls the first byte.</summary>
    public virtual nint NativePointer => Address;

    /// <summary>The buffer that was given this memory; null where the library itself keeps it.</summary>
    public WeakReference<MemoryBuffer>? Owner { get; set; }

    /// <summary>Whether nobody holds the buffer any more, so that nobody can dispose it.</summary>
    public bool IsForgotten => Owner is { } owner && !owner.TryGetTarget(out _);

    public bool IsFreed => Volatile.Read(ref freed) != 0;

    /// <summary>Copies from host memory. Returns when <paramref name="source"/> may change, or at once where <paramref name="pinned"/>.</summary>
    public abstract void CopyFromHost(AcceleratorStream stream, long offset, void* source, long bytes, bool pinned);

    /// <summary>Copies to host memory. Returns when the bytes are there, or at once where <paramref name="pinned"/>.</summary>
    public abstract void CopyToHost(AcceleratorStream stream, long offset, void* target, long bytes, bool pinned);

    /// <summary>Copies inside one accelerator; ranges of one allocation may overlap.</summary>
    public abstract void CopyTo(AcceleratorStream stream, long offset, DeviceMemory target, long targetOffset, long bytes);

    /// <summary>Copies to memory of another accelerator without the host, and waits; false where the driver has no such way.</summary>
    public virtual bool CopyAcross(
        AcceleratorStream stream, long offset, DeviceMemory target, AcceleratorStream targetStream, long targetOffset, long bytes) => false;

    /// <summary>Sets every byte of a range.</summary>
    public abstract void Fill(AcceleratorStream stream, long offset, long bytes, byte value);

    /// <summary>Gives the memory back, once; later uses of its addresses are errors.</summary>
    public void Free()
    {
        if (Interlocked.Exchange(ref freed, 1) != 0)
            return;
        AddressMap.Remove(this);
        Accelerator.Forget(this);
        Release();
    }

    protected abstract void Release();
}
