namespace ILGPU.Runtime.Cuda;

/// <summary>A queue of the CUDA driver.</summary>
public sealed class CudaStream : AcceleratorStream
{
    private readonly CudaAccelerator accelerator;
    private readonly bool responsible;

    internal CudaStream(CudaAccelerator accelerator, nint stream, bool responsible)
        : base(accelerator)
    {
        this.accelerator = accelerator;
        this.responsible = responsible;
        StreamPtr = stream;
    }

    /// <summary>The driver's handle (CUstream).</summary>
    public IntPtr StreamPtr { get; }

    /// <inheritdoc/>
    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        accelerator.Enter();
        accelerator.Driver.StreamSynchronize(StreamPtr);
        AccessLog.Report(this);
    }

    internal override ProfilingMarker CreateMarker() => new CudaMarker(this, accelerator);

    internal override void Release()
    {
        accelerator.Forget(this);
        if (!responsible || accelerator.IsReleased)
            return;
        accelerator.Enter();
        accelerator.Driver.StreamDestroy(StreamPtr);
    }
}

/// <summary>An event of the driver.</summary>
internal sealed class CudaMarker : ProfilingMarker
{
    private readonly CudaAccelerator accelerator;
    private readonly nint mark;
    private int disposed;

    public CudaMarker(CudaStream stream, CudaAccelerator accelerator)
    {
        this.accelerator = accelerator;
        accelerator.Enter();
        mark = accelerator.Driver.EventCreate();
        accelerator.Driver.EventRecord(mark, stream.StreamPtr);
    }

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        accelerator.ThrowIfDisposed();
        accelerator.Enter();
        accelerator.Driver.EventSynchronize(mark);
    }

    public override TimeSpan MeasureFrom(ProfilingMarker marker)
    {
        if (marker is not CudaMarker start || start.accelerator != accelerator)
            throw new ArgumentException("Time is measured between two markers of one accelerator.", nameof(marker));
        start.Synchronize();
        Synchronize();
        return TimeSpan.FromMilliseconds(accelerator.Driver.EventElapsedTime(start.mark, mark));
    }

    public override void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0 || accelerator.IsReleased)
            return;
        accelerator.Enter();
        accelerator.Driver.EventDestroy(mark);
    }
}
