using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>Runs kernels on an OpenCL device. Launches and copies are queued in order; <see cref="Synchronize"/> waits for them.</summary>
public sealed unsafe partial class CLAccelerator : Accelerator
{
    private readonly HashSet<CLStream> streams = [];

    internal CLAccelerator(Context context, CLDevice device)
        : base(context, device)
    {
        nint id = device.DeviceId;
        CLError error;
        NativePtr = CLNative.clCreateContext(null, 1, &id, 0, 0, &error);
        CLNative.Check(error, $"opening {device}");
        BuildOptions = OptionsFor(device, context.Properties);
        try
        {
            DefaultStream = NewStream();
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>The driver's context.</summary>
    public override IntPtr NativePtr { get; }

    /// <summary>The driver's handle of the device.</summary>
    public IntPtr DeviceId => Device.DeviceId;

    /// <summary>What kernels are compiled with.</summary>
    internal string BuildOptions { get; }

    /// <summary>Keeps what the driver builds; null builds every program anew.</summary>
    internal ProgramCache? Programs { get; set; } = ProgramCache.Default;

    /// <summary>Waits for all streams.</summary>
    public override void Synchronize()
    {
        foreach (var stream in FinishAll()) stream.AccessLog.Report(stream);
    }

    internal override void Drain() => FinishAll();

    /// <summary>Waits for the streams there are, which other threads may dispose meanwhile: the driver keeps their queues so long.</summary>
    private CLStream[] FinishAll()
    {
        CLStream[] alive;
        lock (streams)
        {
            alive = [.. streams];
            foreach (var stream in alive) _ = CLNative.clRetainCommandQueue(stream.CommandQueue);
        }

        try
        {
            foreach (var stream in alive) stream.Finish();
        }
        finally
        {
            foreach (var stream in alive) _ = CLNative.clReleaseCommandQueue(stream.CommandQueue);
        }

        return alive;
    }

    private CLStream[] Alive()
    {
        lock (streams) return [.. streams];
    }

    internal override DeviceMemory NewMemory(long bytes) => new CLMemory(this, bytes);

    internal override AcceleratorStream NewStream()
    {
        var stream = new CLStream(this);
        lock (streams) streams.Add(stream);
        return stream;
    }

    internal override CompiledKernel Compile(KernelSignature signature) => new CLKernel(this, signature);

    internal void Forget(CLStream stream)
    {
        lock (streams) streams.Remove(stream);
    }

    internal override void Release()
    {
        foreach (var stream in Alive()) stream.Dispose();
        _ = CLNative.clReleaseContext(NativePtr);
    }

    /// <summary>
    /// Nothing that changes results unless the context asks for fast math: no contraction (the source says so), no flush to zero,
    /// and correctly rounded division and square root where the device has them.
    /// </summary>
    private static string OptionsFor(CLDevice device, ContextProperties properties)
    {
        string options = "-cl-std=CL1.2 -w";
        if (properties.MathMode != MathMode.Default) return options + " -cl-fast-relaxed-math";
        return device.Capabilities.CorrectlyRoundedDivideSqrt ? options + " -cl-fp32-correctly-rounded-divide-sqrt" : options;
    }
}
