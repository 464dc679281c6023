using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gpu.Kernels;

/// <summary>Releases the memory of every tensor made on this thread between <see cref="Begin"/> and <see cref="Dispose"/>, except what was kept.</summary>
/// <remarks>Scopes are optional: they make a training loop reuse its memory at once instead of after the next collection. They belong to one thread and nest.
/// A scope notes blocks and the number of their rental, so it never keeps a tensor alive.</remarks>
/// <example><code>
/// foreach (var (x, y) in loader)
/// {
///     using var scope = Scope.Begin();
///     ...
/// }
/// </code></example>
public sealed class Scope : IDisposable
{
    [ThreadStatic] private static Scope? s_current;
    // The lists of the last scope serve the next one. The scope itself does not: somebody may still hold it and dispose it again.
    [ThreadStatic] private static Lists? s_spare;

    // Also the lock of what several threads do: a scope is made in every step, its lists serve many.
    private readonly Lists _lists;
    private readonly Scope? _outer;
    private readonly string _file;
    private readonly int _line;
    private readonly bool _registers;
    private bool _open = true;

    private Scope(string file, int line, bool registers)
    {
        (_file, _line, _registers, _outer) = (file, line, registers, s_current);
        _lists = s_spare ?? new();
        s_spare = null;
    }

    private sealed class Lists
    {
        /// <summary>What the scope's own thread made. No other thread looks at it.</summary>
        public readonly Rentals Made = new();

        /// <summary>What moved in, under the lock: gradients of leaves that were made here may come from other threads.</summary>
        public readonly Rentals Moved = new();
    }

    /// <summary>The innermost open scope of this thread, or null.</summary>
    public static Scope? Current => s_current;

    /// <summary>Opens a scope on this thread.</summary>
    public static Scope Begin([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => s_current = new(file, line, registers: true);

    /// <summary>Opens a pause: what is made until it is disposed belongs to no scope. For state that outlives the step, such as an optimizer's.</summary>
    public static Scope Pause([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => s_current = new(file, line, registers: false);

    /// <summary>Lets a storage leave this scope: it belongs to the next outer one, or to none.</summary>
    public void Keep(Storage storage)
    {
        if (storage.Owner != this) return;
        MoveOut(storage, _outer);
    }

    /// <summary>Gives <paramref name="storage"/> the lifetime of <paramref name="other"/>: for results that are stored beside something older.</summary>
    public static void KeepLike(Storage storage, Storage? other)
    {
        if (storage.Owner == null || storage.Owner == other?.Owner) return;
        MoveOut(storage, other?.Owner);
    }

    /// <summary>Gives a storage that belongs to no scope to the current one, if any: for results of an earlier step that are dropped in this one.</summary>
    public static void Adopt(Storage storage)
    {
        if (storage.Owner == null && s_current is { _registers: true } scope && !storage.IsReleased) MoveOut(storage, scope);
    }

    /// <summary>Releases what was made in this scope and not kept.</summary>
    /// <exception cref="InvalidOperationException">An inner scope is still open, or another thread opened this one.</exception>
    public void Dispose()
    {
        if (!_open) return;
        if (s_current != this)
            throw new InvalidOperationException($"The scope opened at {Place} must be disposed on its thread, after the scopes opened inside it.");
        s_current = _outer;
        lock (_lists)
        {
            _open = false;
            _lists.Moved.ReleaseOf(this);
        }
        _lists.Made.ReleaseOf(this);
        s_spare = _lists;
    }

    /// <summary>False from the end of the scope on: what is still pending in it is dropped.</summary>
    internal bool IsOpen => Volatile.Read(ref _open);

    /// <summary>Where it was opened.</summary>
    internal string Place => $"{Path.GetFileName(_file)}:{_line}";

    /// <summary>Gives a result that has no block yet to the current scope, if any.</summary>
    internal static void Register(Storage storage)
    {
        if (s_current is { _registers: true } scope) storage.Owner = scope;
    }

    internal static void Register(Storage storage, Block block)
    {
        var scope = s_current;
        if (scope is not { _registers: true }) return;
        storage.Owner = scope;
        scope._lists.Made.Add(block);
    }

    private static void MoveOut(Storage storage, Scope? target)
    {
        if (target is { _registers: false }) target = null;
        // A result that leaves is wanted, and what it is computed from may not leave.
        if (storage.IsPending) _ = storage.Block;
        storage.Owner = target;
        if (target != null && !target.Note(storage.Block)) storage.Owner = null;
    }

    /// <summary>Takes a block in; false when the scope has ended meanwhile, on another thread.</summary>
    internal bool Note(Block block)
    {
        lock (_lists)
        {
            if (!_open) return false;
            _lists.Moved.Add(block);
            return true;
        }
    }

    /// <summary>Blocks, and the numbers of their rentals.</summary>
    private sealed class Rentals
    {
        private const int SmallestCompacted = 256;

        private readonly List<(Block Block, long Rental)> _entries = [];
        private int _compactAt = SmallestCompacted;

        public void Add(Block block)
        {
            // Entries whose storage was collected in the meantime would pile up in a long scope.
            if (_entries.Count >= _compactAt)
            {
                _entries.RemoveAll(static entry => entry.Block.Rental != entry.Rental);
                _compactAt = Math.Max(SmallestCompacted, 2 * _entries.Count);
            }
            _entries.Add((block, block.Rental));
        }

        /// <summary>Releases what belongs to <paramref name="scope"/> and forgets everything. Blocks of one pool go back together.</summary>
        public void ReleaseOf(Scope scope)
        {
            var entries = CollectionsMarshal.AsSpan(_entries);
            MemoryPool? pool = null;
            int count = 0;
            foreach (ref var entry in entries)
            {
                if (entry.Block.Rental != entry.Rental || entry.Block.Borrower is not { } storage || storage.Owner != scope || !storage.LetGoOfBlock()) continue;
                var own = storage.Device.Memory;
                if (own != pool)
                {
                    pool?.Return(entries[..count]);
                    (pool, count) = (own, 0);
                }
                if (!Unsafe.AreSame(ref entries[count], ref entry)) entries[count] = entry;
                count++;
            }
            pool?.Return(entries[..count]);
            _entries.Clear();
            _compactAt = SmallestCompacted;
        }
    }
}
