namespace ILGPU.Runtime.Cuda;

/// <summary>CUDA devices in contexts.</summary>
public static class CudaContextExtensions
{
    /// <summary>Registers all CUDA devices. A machine without driver or compiler has none.</summary>
    public static Context.Builder Cuda(this Context.Builder builder) => builder.Cuda(_ => true);

    /// <summary>Registers the CUDA devices that satisfy <paramref name="predicate"/>.</summary>
    public static Context.Builder Cuda(this Context.Builder builder, Predicate<CudaDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(predicate);
        return builder.Register(CudaPlatform.Default, predicate);
    }

    /// <summary>Registers all CUDA devices; <paramref name="configure"/> may change what is told about each.</summary>
    public static Context.Builder Cuda(this Context.Builder builder, Action<CudaDeviceOverride> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.Cuda(device =>
        {
            var settings = new CudaDeviceOverride(device);
            configure(settings);
            device.InstructionSet = settings.InstructionSet;
            return true;
        });
    }

    /// <summary>The CUDA device number <paramref name="cudaDeviceIndex"/> of the context.</summary>
    /// <exception cref="NotSupportedException">There is no such device; the message says what was looked for.</exception>
    public static CudaDevice GetCudaDevice(this Context context, int cudaDeviceIndex) => context.GetDevice<CudaDevice>(cudaDeviceIndex);

    /// <summary>All CUDA devices of the context.</summary>
    public static Context.DeviceCollection<CudaDevice> GetCudaDevices(this Context context) => context.GetDevices<CudaDevice>();

    /// <summary>Opens a CUDA device.</summary>
    public static CudaAccelerator CreateCudaAccelerator(this Context context, int cudaDeviceIndex) =>
        context.GetCudaDevice(cudaDeviceIndex).CreateCudaAccelerator(context);

    /// <summary>Opens a CUDA device and says how host threads wait for it.</summary>
    public static CudaAccelerator CreateCudaAccelerator(
        this Context context, int cudaDeviceIndex, CudaAcceleratorFlags acceleratorFlags) =>
        context.GetCudaDevice(cudaDeviceIndex).CreateCudaAccelerator(context, acceleratorFlags);

    internal static Context.Builder Register(this Context.Builder builder, CudaPlatform platform, Predicate<CudaDevice> predicate)
    {
        builder.Devices.AddRange(platform.Devices.Where(device => predicate(device)));
        builder.LeftOut.AddRange(platform.LeftOut);
        return builder;
    }
}

/// <summary>What a program changes about a CUDA device when it registers it.</summary>
public sealed class CudaDeviceOverride
{
    internal CudaDeviceOverride(CudaDevice device)
    {
        Device = device;
        InstructionSet = device.InstructionSet;
    }

    /// <summary>The device.</summary>
    public CudaDevice Device { get; }

    /// <summary>The PTX that <see cref="CudaDevice.InstructionSet"/> tells. Kernels are compiled by NVRTC, which chooses for itself.</summary>
    public CudaInstructionSet? InstructionSet { get; set; }
}
