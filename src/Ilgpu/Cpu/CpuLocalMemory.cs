using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ILGPU.Runtime.CPU;

/// <summary>Local memory of one work item: blocks that are cut front to back and forgotten together.</summary>
internal sealed unsafe class CpuLocalMemory
{
    private const int BlockBytes = 1 << 16;
    private const int Alignment = 16;

    private readonly List<(nint Pointer, int Bytes)> blocks = [];
    private readonly List<PinnedGCHandle<Array>> pins = [];
    private int block;
    private int used;

    ~CpuLocalMemory()
    {
        Clear();
        foreach (var (pointer, _) in blocks)
            NativeMemory.AlignedFree((void*)pointer);
    }

    /// <summary>Forgets all allocations and lets go of all arrays; the blocks stay for the next item.</summary>
    public void Clear()
    {
        block = 0;
        used = 0;
        if (pins.Count == 0)
            return;
        foreach (var pin in pins)
            pin.Dispose();
        pins.Clear();
    }

    /// <summary>Keeps an array where it is until <see cref="Clear"/>; the address of its first element.</summary>
    public nint Pin(Array array)
    {
        pins.Add(new PinnedGCHandle<Array>(array));
        return (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
    }

    /// <summary>Memory that lives until <see cref="Clear"/>.</summary>
    /// <exception cref="InvalidOperationException">The item asks for more than <paramref name="limit"/> bytes.</exception>
    public nint Allocate(int bytes, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        int size = (bytes + Alignment - 1) & -Alignment;
        while (block < blocks.Count && used + size > blocks[block].Bytes)
        {
            block++;
            used = 0;
        }

        if (block == blocks.Count)
        {
            long total = blocks.Sum(b => (long)b.Bytes) + size;
            if (total > limit)
                throw new InvalidOperationException($"The work item asks for {total} bytes of local memory; at most {limit} are possible.");
            int length = Math.Max(size, BlockBytes);
            blocks.Add(((nint)NativeMemory.AlignedAlloc((nuint)length, 64), length));
        }

        nint result = blocks[block].Pointer + used;
        used += size;
        return result;
    }
}
