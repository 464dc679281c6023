using ILGPU.Compiler;

namespace ILGPU.Runtime.Cuda;

/// <summary>
/// Runs kernels on an NVIDIA GPU. Launches, fills and page-locked copies are queued; errors of a kernel are raised by a later
/// call, at the latest by <see cref="Synchronize"/>.
/// </summary>
public sealed partial class CudaAccelerator : Accelerator
{
    private readonly HashSet<CudaStream> streams = [];
    private readonly HashSet<Accelerator> peers = [];

    private CudaAccelerator(Context context, CudaDevice device, nint nativePtr, nint defaultStream)
        : base(context, device)
    {
        NativePtr = nativePtr;
        Staging = new CudaStaging(this);
        DefaultStream = Add(new CudaStream(this, defaultStream, responsible: true));
    }

    /// <summary>The driver's context: the device's primary one, which libraries in this process share.</summary>
    public override IntPtr NativePtr { get; }

    /// <summary>Keeps what NVRTC compiles; null compiles every program anew.</summary>
    internal ProgramCache? Programs { get; set; } = ProgramCache.Default;

    /// <summary>Where uploads from ordinary memory go through.</summary>
    internal CudaStaging Staging { get; }

    internal CudaDriver Driver => Device.Driver;

    /// <summary>True once the driver's context was given back: nothing of it may be touched any more.</summary>
    internal bool IsReleased { get; private set; }

    /// <summary>Waits for everything that was queued on the device.</summary>
    /// <exception cref="CudaException">A kernel failed.</exception>
    public override void Synchronize()
    {
        ThrowIfDisposed();
        Enter();
        Driver.CtxSynchronize();
        CudaStream[] alive;
        lock (streams)
            alive = [.. streams];
        foreach (var stream in alive)
            stream.AccessLog.Report(stream);
    }

    /// <summary>A stream over a handle of the driver.</summary>
    /// <param name="ptr">The handle (CUstream).</param>
    /// <param name="responsible">True where disposing the stream destroys the handle.</param>
    public CudaStream CreateStream(IntPtr ptr, bool responsible)
    {
        ThrowIfDisposed();
        return Add(new CudaStream(this, ptr, responsible));
    }

    /// <inheritdoc/>
    public override bool CanAccessPeer(Accelerator otherAccelerator) =>
        otherAccelerator == this
        || (otherAccelerator is CudaAccelerator other && other.Driver == Driver
            && (other.NativePtr == NativePtr || Driver.CanAccessPeer(Device.Handle, other.Device.Handle)));

    /// <inheritdoc/>
    public override bool EnablePeerAccess(Accelerator otherAccelerator)
    {
        if (!CanAccessPeer(otherAccelerator))
            return false;
        if (otherAccelerator is CudaAccelerator other && other.NativePtr != NativePtr)
        {
            Enter();
            Driver.EnablePeerAccess(other.NativePtr);
        }

        lock (peers)
            peers.Add(otherAccelerator);
        return true;
    }

    /// <summary>Opens a device.</summary>
    internal static CudaAccelerator Open(Context context, CudaDevice device, CudaAcceleratorFlags flags)
    {
        ArgumentNullException.ThrowIfNull(context);
        var driver = device.Driver;
        if (flags != CudaAcceleratorFlags.ScheduleAuto)
            driver.PrimaryCtxSetFlags(device.Handle, (uint)flags);
        nint native = driver.PrimaryCtxRetain(device.Handle);
        try
        {
            driver.SetCurrent(native);
            return new CudaAccelerator(context, device, native, driver.StreamCreate());
        }
        catch
        {
            driver.PrimaryCtxRelease(device.Handle);
            throw;
        }
    }

    /// <summary>Makes the driver's context current: every call of the driver on memory, streams and kernels needs that on its thread.</summary>
    internal void Enter() => Driver.SetCurrent(NativePtr);

    internal override bool CanReach(Accelerator owner)
    {
        if (owner == this)
            return true;
        lock (peers)
            return peers.Contains(owner);
    }

    internal override DeviceMemory NewMemory(long bytes) => new CudaMemory(this, bytes);

    internal override DeviceMemory NewHostMemory(long bytes) => new CudaHostMemory(this, bytes);

    internal override AcceleratorStream NewStream()
    {
        Enter();
        return Add(new CudaStream(this, Driver.StreamCreate(), responsible: true));
    }

    internal override CompiledKernel Compile(KernelSignature signature) => new CudaKernel(this, signature);

    internal void Forget(CudaStream stream)
    {
        lock (streams)
            streams.Remove(stream);
    }

    internal override void OnBind() => Enter();

    internal override void Drain()
    {
        try
        {
            Enter();
            Driver.CtxSynchronize();
        }
        catch (CudaException exception) when (exception.Code.IsSticky())
        {
            // Results are lost and reading them says so; giving the context back is what mends the device.
        }
    }

    internal override void Release()
    {
        CudaStream[] alive;
        lock (streams)
            alive = [.. streams];
        foreach (var stream in alive)
            stream.Dispose();
        Enter();
        Staging.Dispose();
        IsReleased = true;
        Driver.PrimaryCtxRelease(Device.Handle);
    }

    private CudaStream Add(CudaStream stream)
    {
        lock (streams)
            streams.Add(stream);
        return stream;
    }
}
