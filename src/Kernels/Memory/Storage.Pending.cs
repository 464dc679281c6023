using System.Runtime.CompilerServices;

namespace Gpu.Kernels;

/// <content>Results that are not computed yet, and who reads what.</content>
public sealed partial class Storage
{
    private Pending? _pending;
    private List<WeakReference<Storage>>? _readers;
    private Storage? _kept;
    private bool _isReleased;

    /// <summary>A result that is computed when somebody asks for <see cref="Block"/>.</summary>
    internal Storage(Pending pending, int count)
    {
        var first = pending.Input(0).Storage;
        (Device, DType, Count, _pending) = (first.Device, first.DType, count, pending);
        Scope.Register(this);
        pending.Target = new(this);
        lock (Fusion.Sync)
            for (int i = 0; i < pending.Inputs; i++)
                if (IsFirst(pending, i))
                    pending.Input(i).Storage.AddReader(pending.Target);
    }

    private Storage(Device device, DType dtype, int count, Block block)
    {
        GC.SuppressFinalize(this);
        (Device, DType, Count, _block) = (device, dtype, count, block);
    }

    /// <summary>The memory of another storage that was released while pending results still read it.</summary>
    private Storage(Storage released, Block block) => (Device, DType, Count, _block, _readers) = (released.Device, released.DType, released.Count, block, released._readers);

    /// <summary>A storage over a block that belongs to somebody else.</summary>
    internal static Storage Around(Block block, Device device, DType dtype, int count) => new(device, dtype, count, block);

    /// <summary>True when the memory was handed back.</summary>
    public bool IsReleased
    {
        get
        {
            if (Volatile.Read(ref _block) != null) return false;
            return _pending != null ? _isReleased || Owner is { IsOpen: false } : Volatile.Read(ref _block) == null;
        }
    }

    /// <summary>True while there is no memory, since nobody has asked for the values.</summary>
    public bool IsPending => _pending != null;

    /// <summary>The operation that will give the values, or null.</summary>
    internal Pending? Pending => _pending;

    /// <summary>This storage, or the one that its memory went to when it was released before its last reader had run.</summary>
    internal Storage Readable
    {
        get
        {
            var storage = this;
            while (storage._kept is { } kept) storage = kept;
            return storage;
        }
    }

    /// <summary>How many chains are reading the memory now.</summary>
    internal volatile int Reading;

    /// <summary>Notes that the values will be read later, as by a backward pass: if they are pending and dear, they are kept when they are first computed.</summary>
    public void WillBeRead()
    {
        if (_pending is { } pending) pending.Uses++;
    }

    /// <summary>To be called before the contents are changed in place: pending results that read them are computed, or go on with a copy.</summary>
    public void BeginWrite()
    {
        if (_readers != null) SettleReaders();
    }

    /// <summary>Computes a pending result. Whoever comes first does it, the others wait.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Block Compute()
    {
        if (_pending is { } pending)
        {
            if (IsReleased) throw Released();
            lock (pending)
                if (Chain.Keeping(this) is { } chain)
                    using (chain)
                    {
                        Device.Backend.Run(chain);
                        chain.Finish();
                    }
        }
        return Volatile.Read(ref _block) ?? throw Released();
    }

    /// <summary>The result is there.</summary>
    internal void Take(Block block)
    {
        // The scope may have ended on another thread.
        bool isLate = Owner is { } scope && !scope.Note(block);
        lock (Fusion.Sync)
        {
            // Another thread may have computed the same as a part of its own chain.
            if (_block != null || _pending is not { } pending) isLate = true;
            else if (!isLate)
            {
                Volatile.Write(ref _block, block);
                _pending = null;
                LetGo(pending);
            }
        }
        if (isLate) Device.Memory.Return(block);
    }

    /// <summary>A release of something that is pending or that pending results read. The memory stays until the last of them has run.</summary>
    private void ReleaseRead()
    {
        lock (Fusion.Sync)
        {
            _isReleased = true;
            if (!HasReaders(out bool ofSameScope)) Drop();
            else if (Interlocked.Exchange(ref _block, null) is { } block)
            {
                GC.SuppressFinalize(this);
                _kept = new(this, block) { Owner = ofSameScope ? Owner : null };
                block.MoveTo(_kept);
            }
        }
    }

    private void Drop()
    {
        if (_pending is { } pending)
        {
            _pending = null;
            LetGo(pending);
        }
        if (Interlocked.Exchange(ref _block, null) is { } block) Return(block);
        if (_kept is { } kept)
        {
            _kept = null;
            kept._readers = null;
            kept.Release();
        }
    }

    /// <summary>What a pending result read has a reader less.</summary>
    private static void LetGo(Pending pending)
    {
        for (int i = 0; i < pending.Inputs; i++)
            if (pending.Input(i).Storage is { _isReleased: true } input && !input.HasReaders(out _))
                input.Drop();
    }

    /// <summary>Whether a pending result that somebody may still ask for reads this.</summary>
    private bool HasReaders(out bool ofSameScope)
    {
        bool found = false;
        ofSameScope = true;
        if (_readers != null)
            foreach (var reader in _readers)
                if (reader.TryGetTarget(out var result) && result.IsAwaited)
                {
                    found = true;
                    ofSameScope &= ReferenceEquals(result.Owner, Owner);
                }
        return found;
    }

    private bool IsAwaited => _pending != null && (!IsReleased || HasReaders(out _));

    private void AddReader(WeakReference<Storage> reader)
    {
        if (_pending is { } pending) pending.Uses++;
        var readers = _readers ??= new(4);
        if (readers.Count == readers.Capacity) readers.RemoveAll(static r => !r.TryGetTarget(out var result) || !result.IsAwaited);
        readers.Add(reader);
    }

    private void SettleReaders()
    {
        var waiting = new List<Storage>();
        lock (Fusion.Sync)
            foreach (var reader in _readers!)
                if (reader.TryGetTarget(out var result) && result.IsAwaited)
                    waiting.Add(result);
        // What was used already may be wanted by nobody any more: a copy of what it reads is cheaper than what it would write.
        var used = waiting.FindAll(static result => result._pending is { Uses: > 0 } || result.IsReleased);
        var copy = used.Count > 0 ? CopyFor(used) : null;
        foreach (var result in waiting)
        {
            if (result._pending is not { } pending) continue;
            if (!used.Contains(result)) _ = result.Block;
            else
                lock (Fusion.Sync)
                {
                    pending.Replace(this, copy!);
                    (copy!._readers ??= new(4)).Add(pending.Target!);
                }
        }
        lock (Fusion.Sync) _readers = null;
        // Another thread may be in the middle of a chain that reads this.
        SpinWait wait = default;
        while (Reading > 0) wait.SpinOnce();
    }

    /// <summary>The contents, in memory that lives as long as the scope of its readers.</summary>
    private Storage CopyFor(List<Storage> readers)
    {
        Storage copy;
        using (Scope.Pause()) copy = new(Device, DType, Count);
        var layout = Layout.Contiguous([Count]);
        Device.Backend.Copy(new(this, layout), new(copy, layout));
        if (readers[0].Owner is { } scope && readers.TrueForAll(reader => ReferenceEquals(reader.Owner, scope)) && scope.Note(copy.Block)) copy.Owner = scope;
        return copy;
    }

    private static bool IsFirst(Pending pending, int input)
    {
        for (int i = 0; i < input; i++)
            if (ReferenceEquals(pending.Input(i).Storage, pending.Input(input).Storage))
                return false;
        return true;
    }
}
