using ILGPU.Compiler;

namespace ILGPU.Runtime;

/// <summary>A queue of copies and launches which run one after another.</summary>
public abstract class AcceleratorStream : AcceleratorObject, IDisposable
{
    private int disposed;

    private protected AcceleratorStream(Accelerator accelerator)
        : base(accelerator)
    {
    }

    /// <summary>Where checked kernels of this stream note a failed access.</summary>
    internal AccessLog AccessLog { get; } = new();

    /// <summary>True after <see cref="Dispose"/>.</summary>
    internal bool IsDisposed => Volatile.Read(ref disposed) != 0;

    /// <summary>Waits until everything in the queue is done.</summary>
    /// <exception cref="IndexOutOfRangeException">A checked kernel left a view (<see cref="Context.Builder.Assertions"/>).</exception>
    public abstract void Synchronize();

    /// <summary>Waits on another thread until everything in the queue is done.</summary>
    public Task SynchronizeAsync() => Task.Run(Synchronize);

    /// <summary>Puts a mark into the queue which takes the time when it is reached.</summary>
    /// <exception cref="NotSupportedException">The context was built without profiling.</exception>
    public ProfilingMarker AddProfilingMarker()
    {
        if (!Accelerator.Context.Properties.EnableProfiling)
            throw new NotSupportedException("A profiling marker needs a context that was built with Builder.Profiling().");
        return CreateMarker();
    }

    /// <summary>Binds the accelerator to this thread until the result is disposed.</summary>
    public ScopedAcceleratorBinding BindScoped() => Accelerator.BindScoped();

    /// <summary>
    /// Waits for the queue and gives the driver's resources back. A failed access of a checked kernel is raised by the next wait for, or copy
    /// to or from, another stream of the accelerator.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        try
        {
            AccessLog.Close(this);
        }
        finally
        {
            Release();
        }

        GC.SuppressFinalize(this);
    }

    internal abstract ProfilingMarker CreateMarker();

    internal abstract void Release();
}

/// <summary>A mark in a stream that knows when it was reached.</summary>
public abstract class ProfilingMarker : IDisposable
{
    private protected ProfilingMarker()
    {
    }

    /// <summary>Waits until the mark is reached.</summary>
    public abstract void Synchronize();

    /// <summary>The time from <paramref name="marker"/> to this mark.</summary>
    public abstract TimeSpan MeasureFrom(ProfilingMarker marker);

    /// <summary>The time from the right mark to the left one.</summary>
    public static TimeSpan operator -(ProfilingMarker end, ProfilingMarker start)
    {
        ArgumentNullException.ThrowIfNull(end);
        ArgumentNullException.ThrowIfNull(start);
        return end.MeasureFrom(start);
    }

    /// <summary>Gives the driver's resources back.</summary>
    public abstract void Dispose();
}

/// <summary>Binds an accelerator to the current thread until it is disposed.</summary>
public readonly struct ScopedAcceleratorBinding : IDisposable, IEquatable<ScopedAcceleratorBinding>
{
    internal ScopedAcceleratorBinding(Accelerator accelerator)
    {
        OldAccelerator = Accelerator.Current;
        accelerator.Bind();
    }

    /// <summary>What was bound before, or null.</summary>
    public Accelerator? OldAccelerator { get; }

    /// <summary>True where something was bound before.</summary>
    public bool IsRecoverable => OldAccelerator is not null;

    /// <summary>Binds what was bound before.</summary>
    public void Recover() => OldAccelerator?.Bind();

    /// <summary>Binds what was bound before, or nothing.</summary>
    public void Dispose()
    {
        if (OldAccelerator is not null)
            OldAccelerator.Bind();
        else
            Accelerator.Unbind();
    }

    /// <summary>True where the same accelerator was bound before.</summary>
    public bool Equals(ScopedAcceleratorBinding other) => OldAccelerator == other.OldAccelerator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScopedAcceleratorBinding other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => OldAccelerator?.GetHashCode() ?? 0;

    /// <summary>True where the same accelerator was bound before.</summary>
    public static bool operator ==(ScopedAcceleratorBinding first, ScopedAcceleratorBinding second) => first.Equals(second);

    /// <summary>True where another accelerator was bound before.</summary>
    public static bool operator !=(ScopedAcceleratorBinding first, ScopedAcceleratorBinding second) => !first.Equals(second);
}
