namespace ILGPU.Runtime.OpenCL;

/// <summary>A command queue of an OpenCL device; its commands run in order.</summary>
public sealed unsafe class CLStream : AcceleratorStream
{
    internal CLStream(CLAccelerator accelerator)
        : base(accelerator)
    {
        ulong properties = accelerator.Context.Properties.EnableProfiling ? CLInfo.QueueProfiling : 0;
        CLError error;
        CommandQueue = CLNative.clCreateCommandQueue(accelerator.NativePtr, accelerator.DeviceId, properties, &error);
        CLNative.Check(error, $"making a queue for {accelerator}");
    }

    /// <summary>The driver's queue.</summary>
    public IntPtr CommandQueue { get; }

    /// <inheritdoc/>
    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Finish();
        AccessLog.Report(this);
    }

    /// <summary>Waits for the queue.</summary>
    internal void Finish() => CLNative.Check(CLNative.clFinish(CommandQueue), $"waiting for {Accelerator}");

    internal override ProfilingMarker CreateMarker() => new CLProfilingMarker(this);

    internal override void Release()
    {
        ((CLAccelerator)Accelerator).Forget(this);
        _ = CLNative.clFinish(CommandQueue);
        _ = CLNative.clReleaseCommandQueue(CommandQueue);
    }
}

/// <summary>A marker command; the driver notes the time when it is reached.</summary>
internal sealed unsafe class CLProfilingMarker : ProfilingMarker
{
    private nint handle;

    public CLProfilingMarker(CLStream stream)
    {
        nint made;
        CLNative.Check(CLNative.clEnqueueMarkerWithWaitList(stream.CommandQueue, 0, null, &made), "adding a profiling marker");
        handle = made;
    }

    public override void Synchronize()
    {
        ObjectDisposedException.ThrowIf(handle == 0, this);
        nint one = handle;
        CLNative.Check(CLNative.clWaitForEvents(1, &one), "waiting for a profiling marker");
    }

    public override TimeSpan MeasureFrom(ProfilingMarker marker)
    {
        if (marker is not CLProfilingMarker other)
            throw new ArgumentException("The marker belongs to another kind of accelerator; both must come from OpenCL streams.", nameof(marker));
        Synchronize();
        other.Synchronize();
        const long nanosecondsPerTick = 100;
        return TimeSpan.FromTicks((Reached() - other.Reached()) / nanosecondsPerTick);
    }

    public override void Dispose()
    {
        nint released = Interlocked.Exchange(ref handle, 0);
        if (released != 0) _ = CLNative.clReleaseEvent(released);
    }

    private long Reached()
    {
        ulong nanoseconds;
        CLNative.Check(CLNative.clGetEventProfilingInfo(handle, CLInfo.ProfilingEnd, sizeof(ulong), &nanoseconds, null), "reading a profiling marker");
        return (long)nanoseconds;
    }
}
