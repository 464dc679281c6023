using System.Runtime.CompilerServices;

namespace Gpu.Kernels;

/// <content>Results that are not computed yet, and who reads what.</content>
public sealed partial class Storage
{
    // Few storages have one, so that small results stay small.
    private Links? _links;

    /// <summary>What connects a storage to others.</summary>
    private sealed class Links
    {
        /// <summary>What gives the values, until it has run.</summary>
        public Pending? Pending;

        /// <summary>Pending results that read the memory.</summary>
        public List<WeakReference<Storage>>? Readers;

        /// <summary>Where the memory went that pending results still read when it was released.</summary>
        public Storage? Kept;

        public bool IsReleased;
        public volatile int Reading;
    }

    /// <summary>A result that is computed when somebody asks for <see cref="Block"/>.</summary>
    internal Storage(Pending pending, int count)
    {
        var first = pending.Input(0).Storage;
        (Device, DType, Count, _links) = (first.Device, first.DType, count, new() { Pending = pending });
        Scope.Register(this);
        pending.Target = new(this);
        lock (Fusion.Sync)
            for (int i = 0; i < pending.Inputs; i++)
                if (IsFirst(pending, i))
                    pending.Input(i).Storage.AddReader(pending.Target);
    }

    private Storage(Device device, DType dtype, int count, Block block) => (Device, DType, Count, _block) = (device, dtype, count, block);

    /// <summary>A storage over a block that belongs to somebody else.</summary>
    internal static Storage Around(Block block, Device device, DType dtype, int count) => new(device, dtype, count, block);

    /// <summary>True when the memory was handed back.</summary>
    public bool IsReleased
    {
        get
        {
            if (Volatile.Read(ref _block) != null) return false;
            return _links is { Pending: not null } links ? links.IsReleased || Owner is { IsOpen: false } : Volatile.Read(ref _block) == null;
        }
    }

    /// <summary>True while there is no memory, since nobody has asked for the values.</summary>
    public bool IsPending => _links is { Pending: not null };

    /// <summary>The operation that will give the values, or null.</summary>
    internal Pending? Pending => _links?.Pending;

    /// <summary>This storage, or the one that its memory went to when it was released before its last reader had run.</summary>
    internal Storage Readable
    {
        get
        {
            var storage = this;
            while (storage._links?.Kept is { } kept) storage = kept;
            return storage;
        }
    }

    /// <summary>How many chains are reading the memory now.</summary>
    internal int Reading
    {
        get => _links?.Reading ?? 0;
        set => Connect().Reading = value;
    }

    /// <summary>To be called under the lock when a chain has read this. What was released meanwhile goes back to the pool after its last reader.</summary>
    internal void EndRead()
    {
        Reading--;
        if (_links!.IsReleased && !IsNeeded(out _)) Drop();
    }

    /// <summary>Notes that the values will be read later, as by a backward pass: if they are pending and dear, they are kept when they are first computed.</summary>
    public void WillBeRead()
    {
        if (Pending is { } pending) pending.Uses++;
    }

    /// <summary>To be called before the contents are changed in place: pending results that read them are computed, or go on with a copy.</summary>
    public void BeginWrite()
    {
        if (_links is { Readers: not null }) SettleReaders();
    }

    /// <summary>Computes a pending result. Whoever comes first does it, the others wait.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Block Compute()
    {
        if (Pending is { } pending)
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
        // A chain on its way may go on reading what another thread releases now.
        return Volatile.Read(ref _block) ?? (Reading > 0 ? Volatile.Read(ref Readable._block) : null) ?? throw Released();
    }

    /// <summary>The result is there.</summary>
    internal void Take(Block block)
    {
        // The scope may have ended on another thread.
        bool isLate = Owner is { } scope && !scope.Note(block);
        lock (Fusion.Sync)
        {
            // Another thread may have computed the same as a part of its own chain.
            if (_block != null || Pending is not { } pending) isLate = true;
            else if (!isLate)
            {
                Volatile.Write(ref _block, block);
                _links!.Pending = null;
                LetGo(pending);
            }
        }
        if (isLate) Device.Memory.Return(block, this);
    }

    /// <summary>A release of something that is pending or that pending results read. The memory stays until the last of them has run.</summary>
    private void ReleaseRead()
    {
        lock (Fusion.Sync)
        {
            var links = _links!;
            links.IsReleased = true;
            if (!IsNeeded(out bool ofSameScope)) Drop();
            else if (Interlocked.Exchange(ref _block, null) is { } block)
            {
                var kept = new Storage(Device, DType, Count, block) { Owner = ofSameScope ? Owner : null };
                (kept.Connect().Readers, kept._links!.IsReleased) = (links.Readers, true);
                links.Kept = kept;
                block.MoveTo(kept);
            }
        }
    }

    private void Drop()
    {
        var links = _links!;
        if (links.Pending is { } pending)
        {
            links.Pending = null;
            LetGo(pending);
        }
        if (Interlocked.Exchange(ref _block, null) is { } block) Device.Memory.Return(block, this);
        if (links.Kept is { } kept)
        {
            links.Kept = null;
            kept._links!.Readers = null;
            kept.Release();
        }
    }

    /// <summary>What a pending result read has a reader less.</summary>
    private static void LetGo(Pending pending)
    {
        for (int i = 0; i < pending.Inputs; i++)
            if (pending.Input(i).Storage is { _links.IsReleased: true } input && !input.IsNeeded(out _))
                input.Drop();
    }

    /// <summary>Whether the memory of something released is still wanted: a pending result reads it, or a chain of another thread is in the middle of it.</summary>
    private bool IsNeeded(out bool ofSameScope) => HasReaders(out ofSameScope) || Reading > 0 || Readable.Reading > 0;

    /// <summary>Whether a pending result that somebody may still ask for reads this.</summary>
    private bool HasReaders(out bool ofSameScope)
    {
        bool found = false;
        ofSameScope = true;
        if (_links?.Readers is { } readers)
            foreach (var reader in readers)
                if (reader.TryGetTarget(out var result) && result.IsAwaited)
                {
                    found = true;
                    ofSameScope &= ReferenceEquals(result.Owner, Owner);
                }
        return found;
    }

    private bool IsAwaited => IsPending && (!IsReleased || HasReaders(out _));

    private void AddReader(WeakReference<Storage> reader)
    {
        if (Pending is { } pending) pending.Uses++;
        var readers = Connect().Readers ??= new(4);
        if (readers.Count == readers.Capacity) readers.RemoveAll(static r => !r.TryGetTarget(out var result) || !result.IsAwaited);
        readers.Add(reader);
    }

    private void SettleReaders()
    {
        var waiting = new List<Storage>();
        lock (Fusion.Sync)
            foreach (var reader in _links!.Readers!)
                if (reader.TryGetTarget(out var result) && result.IsAwaited)
                    waiting.Add(result);
        // What was used already may be wanted by nobody any more: a copy of what it reads is cheaper than what it would write.
        var used = waiting.FindAll(static result => result.Pending is { Uses: > 0 } || result.IsReleased);
        var copy = used.Count > 0 ? CopyFor(used) : null;
        foreach (var result in waiting)
        {
            if (result.Pending is not { } pending) continue;
            if (!used.Contains(result)) _ = result.Block;
            else
                lock (Fusion.Sync)
                {
                    pending.Replace(this, copy!);
                    (copy!.Connect().Readers ??= new(4)).Add(pending.Target!);
                }
        }
        lock (Fusion.Sync) _links!.Readers = null;
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

    private Links Connect() => _links ?? Interlocked.CompareExchange(ref _links, new(), null) ?? _links;

    private static bool IsFirst(Pending pending, int input)
    {
        for (int i = 0; i < input; i++)
            if (ReferenceEquals(pending.Input(i).Storage, pending.Input(input).Storage))
                return false;
        return true;
    }
}
