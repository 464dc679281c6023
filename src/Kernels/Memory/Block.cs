using System.Runtime.InteropServices;

namespace Gpu.Kernels;

/// <summary>One piece of device memory. It belongs to a <see cref="MemoryPool"/> for life and is lent to one <see cref="Storage"/> at a time.</summary>
public sealed class Block
{
    // What a finalizer of a user's type can still reach keeps its memory, hence with resurrection.
    private readonly GCHandle _borrower = GCHandle.Alloc(null, GCHandleType.WeakTrackResurrection);

    /// <summary>A block of native host memory or of an accelerator's memory.</summary>
    /// <param name="bytes">Size.</param>
    /// <param name="pointer">Address for host loops; 0 where the host cannot reach it.</param>
    /// <param name="buffer">The accelerator's buffer, null on the host.</param>
    public Block(long bytes, nint pointer, object? buffer = null) => (Bytes, Pointer, Buffer) = (bytes, pointer, buffer);

    /// <summary>Size in bytes, at least what was asked for.</summary>
    public long Bytes { get; }

    /// <summary>Address for host loops; 0 where the host cannot reach it.</summary>
    public nint Pointer { get; }

    /// <summary>The accelerator's buffer, null on the host.</summary>
    public object? Buffer { get; }

    /// <summary>Grows with every rental, so that a stale note about an earlier rental is recognized.</summary>
    internal long Rental { get; private set; }

    /// <summary>True while a storage holds the block, or held it when the collector took that storage.</summary>
    internal bool IsLent { get; private set; }

    /// <summary>The storage that holds the block, unless the collector has taken it. A weak handle that lives as long as the block costs nothing per rental.</summary>
    internal Storage? Borrower => IsLent ? (Storage?)_borrower.Target : null;

    internal void LendTo(Storage storage)
    {
        Rental++;
        MoveTo(storage);
        IsLent = true;
    }

    /// <summary>Another storage holds the block from now on.</summary>
    internal void MoveTo(Storage storage)
    {
        var handle = _borrower;
        handle.Target = storage;
    }

    internal void TakeBack()
    {
        Rental++;
        IsLent = false;
    }

    internal void FreeHandle() => _borrower.Free();
}

/// <summary>Where a pool gets its memory from.</summary>
public interface IAllocator
{
    /// <summary>A new block of at least <paramref name="bytes"/> bytes, aligned to 64; null when the device has none left.</summary>
    Block? Allocate(long bytes);

    /// <summary>Gives a block back to the device.</summary>
    void Free(Block block);
}
