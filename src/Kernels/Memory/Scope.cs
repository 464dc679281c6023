using System.Runtime.CompilerServices;

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
    [ThreadStatic] private static Scope? s_spare;

    // Gradients of leaves that were made here move in from other threads too.
    private readonly Lock _lock = new();
    private readonly List<(Block Block, long Rental)> _made = [];
    private Scope? _outer;
    private string _file = "";
    private int _line, _compactAt;
    private bool _open, _registers;

    private Scope() { }

    /// <summary>The innermost open scope of this thread, or null.</summary>
    public static Scope? Current => s_current;

    /// <summary>Opens a scope on this thread.</summary>
    public static Scope Begin([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Open(file, line, registers: true);

    /// <summary>Opens a pause: what is made until it is disposed belongs to no scope. For state that outlives the step, such as an optimizer's.</summary>
    public static Scope Pause([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Open(file, line, registers: false);

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
        lock (_lock)
        {
            _open = false;
            foreach (var (block, rental) in _made)
                if (block.Rental == rental && block.Borrower is { } storage && storage.Owner == this)
                    storage.Release(_file, _line);
            _made.Clear();
        }
        _outer = null;
        s_spare = this;
    }

    internal static void Register(Storage storage, Block block)
    {
        var scope = s_current;
        if (scope is not { _registers: true }) return;
        storage.Owner = scope;
        scope.Note(block);
    }

    private static Scope Open(string file, int line, bool registers)
    {
        var scope = s_spare ?? new();
        s_spare = null;
        (scope._file, scope._line, scope._registers, scope._open, scope._outer, scope._compactAt) = (file, line, registers, true, s_current, 256);
        s_current = scope;
        return scope;
    }

    private static void MoveOut(Storage storage, Scope? target)
    {
        if (target is { _registers: false }) target = null;
        storage.Owner = target;
        target?.Note(storage.Block);
    }

    private void Note(Block block)
    {
        lock (_lock)
        {
            // Entries whose storage was collected in the meantime would pile up in a long scope.
            if (_made.Count >= _compactAt)
            {
                _made.RemoveAll(static entry => entry.Block.Rental != entry.Rental);
                _compactAt = Math.Max(256, 2 * _made.Count);
            }
            _made.Add((block, block.Rental));
        }
    }

    private string Place => $"{Path.GetFileName(_file)}:{_line}";
}
