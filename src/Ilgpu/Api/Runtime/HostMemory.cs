using System.Runtime.InteropServices;

namespace ILGPU.Runtime;

/// <summary>Native memory of this process: buffers of the CPU accelerator, page-locked memory of the others.</summary>
internal unsafe class HostMemory : DeviceMemory
{
    /// <summary>Bytes behind each block, which keep its end apart from the start of the next: an empty view at the end is found.</summary>
    protected const int Padding = 64;

    private const int Alignment = 64;

    public HostMemory(Accelerator accelerator, long bytes)
        : this(accelerator, bytes, (nint)NativeMemory.AlignedAlloc(checked((nuint)bytes + Padding), Alignment))
    {
    }

    /// <summary>Memory that a driver allocated, <see cref="Padding"/> included.</summary>
    protected HostMemory(Accelerator accelerator, long bytes, nint address)
        : base(accelerator, bytes)
    {
        Address = address;
        AddressMap.Add(this);
    }

    public override void CopyFromHost(AcceleratorStream stream, long offset, void* source, long bytes, bool pinned)
    {
        // What is queued may still use the memory. The CPU accelerator returns at once.
        stream.Synchronize();
        Buffer.MemoryCopy(source, At(offset), bytes, bytes);
    }

    public override void CopyToHost(AcceleratorStream stream, long offset, void* target, long bytes, bool pinned)
    {
        stream.Synchronize();
        Buffer.MemoryCopy(At(offset), target, bytes, bytes);
    }

    public override void CopyTo(AcceleratorStream stream, long offset, DeviceMemory target, long targetOffset, long bytes) =>
        target.CopyFromHost(stream, targetOffset, At(offset), bytes, pinned: false);

    public override void Fill(AcceleratorStream stream, long offset, long bytes, byte value)
    {
        stream.Synchronize();
        NativeMemory.Fill(At(offset), (nuint)bytes, value);
    }

    protected override void Release()
    {
        // Copies that were begun may still use it.
        Accelerator.Drain();
        NativeMemory.AlignedFree((void*)Address);
    }

    private void* At(long offset) => (byte*)Address + offset;
}
