namespace ILGPU.Runtime;

/// <summary>
/// An opened device: it allocates memory, loads kernels and runs them. Launches and copies may come from any thread.
/// Disposing it frees its buffers and streams.
/// </summary>
public abstract partial class Accelerator : IDevice, IDisposable
{
    [ThreadStatic]
    private static Accelerator? current;

    private readonly HashSet<DeviceMemory> memory = [];
    private int disposed;

    private protected Accelerator(Context context, Device device)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.ThrowIfDisposed();
        Context = context;
        Device = device;
    }

    /// <summary>The accelerator that is bound to this thread.</summary>
    public static Accelerator? Current => current;

    /// <summary>The kind of accelerator that runs the kernel which asks.</summary>
    public static AcceleratorType CurrentType
    {
        [Special("accelerator_type")]
        get => AcceleratorType.CPU;
    }

    /// <summary>The context.</summary>
    public Context Context { get; }

    /// <summary>The device.</summary>
    public Device Device { get; }

    /// <summary>The stream that is used where none is named.</summary>
    public AcceleratorStream DefaultStream { get; private protected init; } = null!;

    /// <inheritdoc cref="Device.AcceleratorType"/>
    public AcceleratorType AcceleratorType => Device.AcceleratorType;

    /// <inheritdoc cref="Device.Name"/>
    public string Name => Device.Name;

    /// <summary>The driver's handle of the opened device, its context; 0 on the CPU accelerator.</summary>
    public virtual IntPtr NativePtr => 0;

    /// <inheritdoc cref="Device.MemorySize"/>
    public long MemorySize => Device.MemorySize;

    /// <inheritdoc cref="Device.MaxGridSize"/>
    public Index3D MaxGridSize => Device.MaxGridSize;

    /// <inheritdoc cref="Device.MaxGroupSize"/>
    public Index3D MaxGroupSize => Device.MaxGroupSize;

    /// <inheritdoc cref="Device.MaxNumThreadsPerGroup"/>
    public int MaxNumThreadsPerGroup => Device.MaxNumThreadsPerGroup;

    /// <inheritdoc cref="Device.MaxSharedMemoryPerGroup"/>
    public int MaxSharedMemoryPerGroup => Device.MaxSharedMemoryPerGroup;

    /// <inheritdoc cref="Device.MaxConstantMemory"/>
    public int MaxConstantMemory => Device.MaxConstantMemory;

    /// <inheritdoc cref="Device.WarpSize"/>
    public int WarpSize => Device.WarpSize;

    /// <inheritdoc cref="Device.NumMultiprocessors"/>
    public int NumMultiprocessors => Device.NumMultiprocessors;

    /// <inheritdoc cref="Device.MaxNumThreadsPerMultiprocessor"/>
    public int MaxNumThreadsPerMultiprocessor => Device.MaxNumThreadsPerMultiprocessor;

    /// <inheritdoc cref="Device.MaxNumThreads"/>
    public int MaxNumThreads => Device.MaxNumThreads;

    /// <inheritdoc cref="Device.Capabilities"/>
    public CapabilityContext Capabilities => Device.Capabilities;

    /// <summary>Groups of the greatest size that the device holds at once, and that size: a launch for loops over a grid.</summary>
    public (Index1D GridDim, Index1D GroupDim) MaxNumGroupsExtent => (NumMultiprocessors * Math.Max(1, MaxNumThreadsPerMultiprocessor / MaxNumThreadsPerGroup), MaxNumThreadsPerGroup);

    /// <summary>True after <see cref="Dispose"/>.</summary>
    public bool IsDisposed => Volatile.Read(ref disposed) != 0;

    /// <summary>A new queue beside the default one.</summary>
    public AcceleratorStream CreateStream()
    {
        ThrowIfDisposed();
        return NewStream();
    }

    /// <summary>Waits until all streams are done.</summary>
    public abstract void Synchronize();

    /// <summary>Makes this the accelerator of the current thread.</summary>
    public void Bind()
    {
        current = this;
        OnBind();
    }

    /// <summary>Binds this accelerator to the thread until the result is disposed.</summary>
    public ScopedAcceleratorBinding BindScoped() => new(this);

    /// <summary>True where kernels here can read memory of <paramref name="otherAccelerator"/>.</summary>
    public virtual bool CanAccessPeer(Accelerator otherAccelerator) => otherAccelerator == this;

    /// <summary>Lets kernels here read memory of <paramref name="otherAccelerator"/>; false where that cannot be.</summary>
    public virtual bool EnablePeerAccess(Accelerator otherAccelerator) => CanAccessPeer(otherAccelerator);

    /// <summary>True where kernels here were allowed to read memory of <paramref name="otherAccelerator"/>.</summary>
    public virtual bool HasPeerAccess(Accelerator otherAccelerator) => CanReach(otherAccelerator);

    /// <summary>Lets the kernels of both accelerators read memory of the other; false where that cannot be.</summary>
    public bool EnableBidirectionalPeerAccess(Accelerator otherAccelerator)
    {
        ArgumentNullException.ThrowIfNull(otherAccelerator);
        return EnablePeerAccess(otherAccelerator) && otherAccelerator.EnablePeerAccess(this);
    }

    /// <summary>Writes what is known about the device.</summary>
    public void PrintInformation(TextWriter writer) => Device.PrintInformation(writer);

    /// <summary>Raised when the accelerator is disposed, after its streams and buffers are gone.</summary>
    public event EventHandler? Disposed;

    /// <summary>Waits for the device, then frees its buffers, kernels and streams.</summary>
    public void Dispose()
    {
        if (IsDisposed)
            return;
        Drain();
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        DeviceMemory[] alive;
        lock (memory)
            alive = [.. memory];
        foreach (var block in alive)
            block.Free();
        DisposeKernels();
        DefaultStream.Dispose();
        Release();
        Context.Unregister(this);
        if (current == this)
            current = null;
        Disposed?.Invoke(this, EventArgs.Empty);
        GC.SuppressFinalize(this);
    }

    /// <summary>Kind and name.</summary>
    public override string ToString() => Device.ToString();

    /// <summary>True where kernels here may be given memory of <paramref name="owner"/>.</summary>
    internal virtual bool CanReach(Accelerator owner) => owner == this;

    /// <summary>Tells the driver that this thread works with this accelerator.</summary>
    internal virtual void OnBind()
    {
    }

    /// <summary>Waits for the device before everything is given back.</summary>
    internal virtual void Drain() => Synchronize();

    /// <summary>The programs that were compiled in checked mode.</summary>
    internal Compiler.CheckedPrograms CheckedPrograms { get; } = new();

    internal static void Unbind() => current = null;

    /// <summary>
    /// Whether freed memory stays until the launches that use it are done, also those of other threads: then buffers that nobody holds may be
    /// freed when there is no room for another one.
    /// </summary>
    internal virtual bool FreesInOrder => true;

    /// <summary>Allocates <paramref name="bytes"/> bytes; 0 bytes give memory with an address too.</summary>
    /// <exception cref="OutOfMemoryException">There is no room, also after buffers were freed that nobody holds any more.</exception>
    internal DeviceMemory AllocateMemory(long bytes)
    {
        ThrowIfDisposed();
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        var block = Obtain(bytes);
        lock (memory)
            memory.Add(block);
        return block;
    }

    private DeviceMemory Obtain(long bytes)
    {
        try
        {
            return NewMemory(bytes);
        }
        catch (OutOfMemoryException) when (FreesInOrder)
        {
            if (!FreeForgotten())
                throw;
        }

        return NewMemory(bytes);
    }

    /// <summary>Frees the buffers that nobody holds any more; false where there are none.</summary>
    private bool FreeForgotten()
    {
        GC.Collect();
        DeviceMemory[] forgotten;
        lock (memory)
            forgotten = [.. memory.Where(block => block.IsForgotten)];
        foreach (var block in forgotten)
            block.Free();
        return forgotten.Length > 0;
    }

    /// <summary>Allocates host memory that the driver copies from and to directly.</summary>
    internal DeviceMemory AllocateHostMemory(long bytes)
    {
        ThrowIfDisposed();
        var block = NewHostMemory(bytes);
        lock (memory)
            memory.Add(block);
        return block;
    }

    internal void Forget(DeviceMemory block)
    {
        lock (memory)
            memory.Remove(block);
    }

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    /// <summary>Forgets compiled kernels that are not in use, with <see cref="ClearCacheMode.Everything"/>.</summary>
    public void ClearCache(ClearCacheMode mode)
    {
        if (mode == ClearCacheMode.Everything)
            ForgetKernels();
    }

    /// <summary>The driver's allocation; it registers its address with <see cref="AddressMap"/>.</summary>
    internal abstract DeviceMemory NewMemory(long bytes);

    /// <summary>Host memory, with a real pointer, that the driver copies from and to without staging where it can.</summary>
    internal virtual DeviceMemory NewHostMemory(long bytes) => new HostMemory(this, bytes);

    internal abstract AcceleratorStream NewStream();

    /// <summary>Compiles a kernel; errors are raised here, naming kernel and cause.</summary>
    internal abstract CompiledKernel Compile(KernelSignature signature);

    /// <summary>Gives the driver's resources back.</summary>
    internal abstract void Release();
}
