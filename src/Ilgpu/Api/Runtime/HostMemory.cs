using System.Runtime.InteropServices;

namespace ILGPU.Runtime;

/// <summary>Native memory of this process: buffers of the CPU accelerator, page-locked memory of the others.</summary>
internal sealed unsafe class HostMemory : DeviceMemory
{
    private const int Alignment = 64;

    public HostMemory(Accelerator accelerator, long bytes)
        : base(accelerator, bytes)
    {
        // The padding keeps the end of one block apart from the start of the next, so that an empty view at the end is found.
        Address = (nint)NativeMemory.AlignedAlloc(checked((nuint)bytes + Alignment), Alignment);
        AddressMap.Add(this);
    }

    public override void CopyFromHost(AcceleratorStream stream, long offset, void* source, long bytes, bool pinned) =>
        Buffer.MemoryCopy(source, At(offset), bytes, bytes);

    public override void CopyToHost(AcceleratorStream stream, long offset, void* target, long bytes, bool pinned) =>
        Buffer.MemoryCopy(At(offset), target, bytes, bytes);

    public override void CopyTo(AcceleratorStream stream, long offset, DeviceMemory target, long targetOffset, long bytes) =>
        target.CopyFromHost(stream, targetOffset, At(offset), bytes, pinned: false);

    public override void Fill(AcceleratorStream stream, long offset, long bytes, byte value) =>
        NativeMemory.Fill(At(offset), (nuint)bytes, value);

    protected override void Release() => NativeMemory.AlignedFree((void*)Address);

    private void* At(long offset) => (byte*)Address + offset;
}
