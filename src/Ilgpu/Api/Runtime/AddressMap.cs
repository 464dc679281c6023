using System.Runtime.CompilerServices;

namespace ILGPU.Runtime;

/// <summary>
/// All live allocations of all accelerators, found by any address inside them. Thread-safe.
/// </summary>
/// <remarks>
/// Real pointers (CPU accelerator, page-locked memory) are kept sorted. Devices whose memory the host cannot address get
/// addresses of the form 1 slot(22 bits) offset(40 bits): the top bit is set in no user-space pointer, so the two kinds
/// never meet, and finding a slot is one array access.
/// </remarks>
internal static class AddressMap
{
    private const int OffsetBits = 40;
    private const int SlotLimit = 1 << 22;

    // Freed slots wait in line, so that a stale address is not soon another buffer's.
    private const int Quarantine = 4096;

    private static readonly Lock Gate = new();
    private static readonly Queue<int> FreeSlots = new();
    private static DeviceMemory?[] slots = new DeviceMemory?[256];
    private static int slotCount;

    private static nint[] starts = new nint[256];
    private static DeviceMemory[] blocks = new DeviceMemory[256];
    private static int blockCount;

    /// <summary>A new address range for memory that the host cannot address.</summary>
    public static nint Reserve(DeviceMemory memory)
    {
        if (memory.ByteLength >= 1L << OffsetBits)
            throw new ArgumentOutOfRangeException(nameof(memory), memory.ByteLength, "A buffer must be smaller than 2^40 bytes.");
        lock (Gate)
        {
            int slot = FreeSlots.Count > Quarantine || slotCount == SlotLimit ? FreeSlots.Dequeue() : slotCount++;
            if (slot >= slots.Length)
                Array.Resize(ref slots, slots.Length * 2);
            slots[slot] = memory;
            return (nint)(long.MinValue | ((long)slot << OffsetBits));
        }
    }

    /// <summary>Registers memory that lies at a real pointer.</summary>
    public static void Add(DeviceMemory memory)
    {
        lock (Gate)
        {
            if (blockCount == starts.Length)
            {
                Array.Resize(ref starts, blockCount * 2);
                Array.Resize(ref blocks, blockCount * 2);
            }

            int at = IndexOf(memory.Address) + 1;
            Array.Copy(starts, at, starts, at + 1, blockCount - at);
            Array.Copy(blocks, at, blocks, at + 1, blockCount - at);
            starts[at] = memory.Address;
            blocks[at] = memory;
            blockCount++;
        }
    }

    /// <summary>Forgets memory of either kind.</summary>
    public static void Remove(DeviceMemory memory)
    {
        lock (Gate)
        {
            if (memory.Address < 0)
            {
                int slot = SlotOf(memory.Address);
                slots[slot] = null;
                FreeSlots.Enqueue(slot);
                return;
            }

            int at = IndexOf(memory.Address);
            if (at < 0 || blocks[at] != memory)
                return;
            blockCount--;
            Array.Copy(starts, at + 1, starts, at, blockCount - at);
            Array.Copy(blocks, at + 1, blocks, at, blockCount - at);
            blocks[blockCount] = null!;
        }
    }

    /// <summary>The live memory that holds <paramref name="address"/> (its end included), or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DeviceMemory? Find(nint address)
    {
        if (address >= 0)
            return FindReal(address);
        var table = Volatile.Read(ref slots);
        int slot = SlotOf(address);
        var memory = slot < table.Length ? table[slot] : null;
        return memory is not null && address - memory.Address <= memory.ByteLength ? memory : null;
    }

    private static DeviceMemory? FindReal(nint address)
    {
        lock (Gate)
        {
            int at = IndexOf(address);
            return at >= 0 && address - starts[at] <= blocks[at].ByteLength ? blocks[at] : null;
        }
    }

    private static int SlotOf(nint address) => (int)(((long)address & long.MaxValue) >> OffsetBits);

    // The last block that starts at or before the address, or -1.
    private static int IndexOf(nint address)
    {
        int low = 0;
        int high = blockCount - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= address)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }
}
