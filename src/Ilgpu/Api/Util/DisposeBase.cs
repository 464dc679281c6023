namespace ILGPU.Util;

/// <summary>An object that is released once, by <see cref="Dispose()"/> or by the garbage collector.</summary>
public abstract class DisposeBase : IDisposable
{
    private int disposed;

    /// <summary>Releases what <see cref="Dispose()"/> did not.</summary>
    ~DisposeBase() => Release(disposing: false);

    /// <summary>True after <see cref="Dispose()"/>.</summary>
    public bool IsDisposed => Volatile.Read(ref disposed) != 0;

    /// <summary>Releases the object; later calls do nothing.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Release(disposing: true);
    }

    /// <summary>What derived classes release.</summary>
    /// <param name="disposing">False where the garbage collector calls: other objects may be gone by then.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Refuses the use of a disposed object.</summary>
    /// <exception cref="ObjectDisposedException">The object is disposed.</exception>
    protected void VerifyNotDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    private void Release(bool disposing)
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
            Dispose(disposing);
    }
}
