namespace ILGPU.Runtime.Cuda;

/// <summary>
/// Uploads from ordinary memory that need not wait for the device: the bytes are put into page-locked memory at once, and the copy from
/// there is queued. Without it every upload would wait for all kernels before it.
/// </summary>
internal sealed unsafe class CudaStaging(CudaAccelerator accelerator) : IDisposable
{
    /// <summary>Longer uploads are copied by the driver, which waits.</summary>
    public const int MaxBytes = SlotBytes;

    private const int SlotBytes = 256 << 10;
    private const int Slots = 4;

    private readonly Lock gate = new();
    private readonly nint[] marks = new nint[Slots];
    private nint memory;
    private int next;

    /// <summary>Queues a copy; the source may change afterwards. The driver's context is current.</summary>
    public void Upload(nint target, void* source, long bytes, nint queue)
    {
        var driver = accelerator.Driver;
        lock (gate)
        {
            if (memory == 0) memory = driver.MemHostAlloc(Slots * SlotBytes);
            int slot = next;
            next = (next + 1) % Slots;
            // The device may still read what was put here four uploads ago.
            if (marks[slot] == 0) marks[slot] = driver.EventCreate(CudaDriver.NoTiming);
            else driver.EventSynchronize(marks[slot]);
            void* place = (void*)(memory + (slot * SlotBytes));
            Buffer.MemoryCopy(source, place, SlotBytes, bytes);
            driver.CopyHtoD(target, place, bytes, queue);
            driver.EventRecord(marks[slot], queue);
        }
    }

    /// <summary>Gives everything back; nothing may be queued any more.</summary>
    public void Dispose()
    {
        foreach (nint mark in marks)
        {
            if (mark != 0) accelerator.Driver.EventDestroy(mark);
        }

        if (memory != 0) accelerator.Driver.MemFreeHost(memory);
        memory = 0;
        Array.Clear(marks);
    }
}
