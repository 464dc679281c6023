using System.Numerics;

namespace Gpu.Kernels;

/// <summary>The memory of one device: lends blocks by size class and takes them back. Thread-safe.</summary>
/// <remarks>
/// Nobody has to release anything: a block knows its storage by a weak reference, and after a collection the pool takes back the blocks whose storages are gone. That needs no finalizers,
/// which would make every tensor dearer. So that garbage
/// does not pile up where the managed heap sees no reason to collect, the pool collects by itself when live bytes have grown
/// past <see cref="_collectAt"/>, which is set from what survived the last collection, and before it gives up at the budget.
/// </remarks>
public sealed class MemoryPool
{
    private const long SmallestClass = 64;
    private const long FirstCollection = 256L << 20;

    private readonly IAllocator _allocator;
    private readonly string _device;
    private readonly Lock _lock = new();
    private readonly Stack<Block>?[] _free = new Stack<Block>?[256];
    private readonly HashSet<Block> _blocks = [];
    private int _collections;
    private long _live, _pooled, _peak, _budget, _collectAt;

    /// <summary>A pool over an allocator.</summary>
    /// <param name="device">Name for messages.</param>
    /// <param name="allocator">Where memory comes from.</param>
    /// <param name="budget">The most bytes to hold, lent and pooled together.</param>
    public MemoryPool(string device, IAllocator allocator, long budget)
    {
        (_device, _allocator, _budget) = (device, allocator, budget);
        _collectAt = Math.Min(FirstCollection, budget / 2);
    }

    /// <summary>Bytes held by tensors, garbage included that no collection has found yet.</summary>
    public long Live
    {
        get
        {
            lock (_lock)
            {
                Sweep();
                return _live;
            }
        }
    }

    /// <summary>Bytes kept for reuse.</summary>
    public long Pooled
    {
        get
        {
            lock (_lock)
            {
                Sweep();
                return _pooled;
            }
        }
    }

    /// <summary>The most bytes ever held by tensors at once.</summary>
    public long Peak
    {
        get
        {
            lock (_lock) return _peak;
        }
    }

    /// <summary>The most bytes to hold, lent and pooled together.</summary>
    public long Budget
    {
        get
        {
            lock (_lock) return _budget;
        }
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            lock (_lock) _budget = value;
        }
    }

    /// <summary>Lets <see cref="Peak"/> start again from what is live now.</summary>
    public void ResetPeak()
    {
        lock (_lock)
        {
            Sweep();
            _peak = _live;
        }
    }

    /// <summary>Gives the memory kept for reuse back to the device.</summary>
    public void Trim()
    {
        lock (_lock)
        {
            Sweep();
            FreeCache();
        }
    }

    /// <summary>Lends a block of at least <paramref name="bytes"/> bytes.</summary>
    /// <exception cref="DeviceMemoryException">Nothing is left, also after collecting.</exception>
    internal Block Rent(long bytes, Storage borrower)
    {
        var (index, size) = SizeClass(bytes);
        lock (_lock)
        {
            if (TryTake(index, out var block)) return Lend(block, borrower);
            Sweep();
            if (TryTake(index, out block)) return Lend(block, borrower);
            if (_live + size <= _collectAt && TryAllocate(size, out block)) return Lend(block, borrower);
        }
        return RentAfterCollecting(bytes, index, size, borrower);
    }

    /// <summary>Takes a block back from a storage that was released.</summary>
    internal void Return(Block block, Storage borrower)
    {
        lock (_lock)
            if (ReferenceEquals(block.Borrower, borrower))
                TakeBack(block);
    }

    /// <summary>Takes back, of these rentals, those that have not ended yet. Their storages have let go of the blocks.</summary>
    internal void Return(ReadOnlySpan<(Block Block, long Rental)> rentals)
    {
        lock (_lock)
            foreach (var (block, rental) in rentals)
                if (block.IsLent && block.Rental == rental)
                    TakeBack(block);
    }

    private Block RentAfterCollecting(long bytes, int index, long size, Storage borrower)
    {
        Block? block;
        for (int generation = 0; generation <= 2; generation++)
        {
            // Outside the lock: finalizers of user types, which may hold tensors, may want this pool.
            GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
            GC.WaitForPendingFinalizers();
            lock (_lock)
            {
                Sweep();
                if (TryTake(index, out block)) return Lend(block, borrower);
                if (_live + size <= _collectAt && TryAllocate(size, out block)) return Lend(block, borrower);
            }
        }
        lock (_lock)
        {
            Sweep();
            _collectAt = Math.Max(FirstCollection, 2 * (_live + size));
            if (TryTake(index, out block) || TryAllocate(size, out block)) return Lend(block, borrower);
            FreeCache();
            if (TryAllocate(size, out block)) return Lend(block, borrower);
            throw OutOfMemory(bytes);
        }
    }

    private bool TryTake(int index, out Block block)
    {
        if (_free[index] is { } stack && stack.TryPop(out block!))
        {
            _pooled -= block.Bytes;
            return true;
        }
        block = null!;
        return false;
    }

    private bool TryAllocate(long size, out Block block)
    {
        block = null!;
        if (_live + _pooled + size > _budget) return false;
        if (_allocator.Allocate(size) is not { } fresh) return false;
        block = fresh;
        _blocks.Add(block);
        return true;
    }

    private Block Lend(Block block, Storage borrower)
    {
        block.LendTo(borrower);
        _live += block.Bytes;
        _peak = Math.Max(_peak, _live);
        return block;
    }

    private void TakeBack(Block block)
    {
        block.TakeBack();
        _live -= block.Bytes;
        _pooled += block.Bytes;
        int index = SizeClass(block.Bytes).Index;
        (_free[index] ??= new()).Push(block);
    }

    /// <summary>Takes back the blocks whose storages the collector has taken since the last time.</summary>
    private void Sweep()
    {
        int collections = GC.CollectionCount(0);
        if (collections == _collections) return;
        _collections = collections;
        foreach (var block in _blocks)
            if (block is { IsLent: true, Borrower: null }) TakeBack(block);
    }

    private void FreeCache()
    {
        foreach (var stack in _free)
            while (stack != null && stack.TryPop(out var block))
            {
                _pooled -= block.Bytes;
                _blocks.Remove(block);
                _allocator.Free(block);
                block.FreeHandle();
            }
    }

    private DeviceMemoryException OutOfMemory(long bytes)
    {
        var holders = _blocks.Select(b => b.Borrower).Where(s => s != null)
            .GroupBy(s => (s!.DType, s.Count))
            .Select(g => (Bytes: g.Sum(s => s!.Bytes), Text: $"{g.Count()} x {g.Key.Count:N0} {g.Key.DType.Name()}"))
            .OrderByDescending(g => g.Bytes).Take(5)
            .Select(g => $"{g.Text} ({Megabytes(g.Bytes)})").DefaultIfEmpty("none");
        return new($"Device '{_device}' has no memory for another {Megabytes(bytes)}: live {Megabytes(_live)}, pooled {Megabytes(_pooled)}, peak {Megabytes(_peak)}, budget {Megabytes(_budget)}. "
            + $"Largest holders: {string.Join(", ", holders)}. Use smaller batches, open a Scope around each step, or call NoGrad where no gradient is needed.", bytes, _live, _pooled, _peak);
    }

    private static string Megabytes(long bytes) => bytes < 1 << 20 ? $"{bytes:N0} bytes" : $"{bytes / 1048576.0:N1} MiB";

    /// <summary>Size classes: four steps for every power of two, so that at most a fifth of a block is unused.</summary>
    private static (int Index, long Size) SizeClass(long bytes)
    {
        if (bytes <= SmallestClass) return (0, SmallestClass);
        int log = BitOperations.Log2((ulong)(bytes - 1));
        long step = 1L << (log - 2);
        long size = (bytes + step - 1) / step * step;
        int quarter = (int)((size - (1L << log)) / step);
        return (1 + (log - 6) * 4 + quarter - 1, size);
    }
}
