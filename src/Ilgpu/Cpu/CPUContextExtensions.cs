namespace ILGPU.Runtime.CPU;

/// <summary>CPU devices in contexts.</summary>
public static class CPUContextExtensions
{
    /// <summary>Registers the default CPU device: at most 16 items a group.</summary>
    public static Context.Builder DefaultCPU(this Context.Builder builder) => builder.CPU(CPUDeviceKind.Default);

    /// <summary>Registers CPU devices of all kinds.</summary>
    public static Context.Builder CPU(this Context.Builder builder) => builder.CPU(_ => true);

    /// <summary>Registers the CPU device of one kind.</summary>
    public static Context.Builder CPU(this Context.Builder builder, CPUDeviceKind kind) => builder.CPU(CPUDevice.GetDevice(kind));

    /// <summary>Registers a CPU device.</summary>
    public static Context.Builder CPU(this Context.Builder builder, CPUDevice cpuDevice)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(cpuDevice);
        builder.Devices.Add(cpuDevice);
        return builder;
    }

    /// <summary>Registers the CPU devices of all kinds that satisfy <paramref name="predicate"/>.</summary>
    public static Context.Builder CPU(this Context.Builder builder, Predicate<CPUDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(predicate);
        builder.Devices.AddRange(CPUDevice.GetDevices(predicate));
        return builder;
    }

    /// <summary>The context's own accelerator of the default CPU device, which needs no registered device; disposed with the context.</summary>
    public static CPUAccelerator GetImplicitCPUAccelerator(this Context context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ImplicitCpu;
    }

    /// <summary>The CPU device number <paramref name="cpuDeviceIndex"/> of the context.</summary>
    public static CPUDevice GetCPUDevice(this Context context, int cpuDeviceIndex) => context.GetDevice<CPUDevice>(cpuDeviceIndex);

    /// <summary>All CPU devices of the context.</summary>
    public static Context.DeviceCollection<CPUDevice> GetCPUDevices(this Context context) => context.GetDevices<CPUDevice>();

    /// <summary>Opens a CPU device.</summary>
    public static CPUAccelerator CreateCPUAccelerator(this Context context, int cpuDeviceIndex) =>
        context.GetCPUDevice(cpuDeviceIndex).CreateCPUAccelerator(context);

    /// <summary>Opens a CPU device with a mode.</summary>
    public static CPUAccelerator CreateCPUAccelerator(this Context context, int cpuDeviceIndex, CPUAcceleratorMode mode) =>
        context.CreateCPUAccelerator(cpuDeviceIndex, mode, ThreadPriority.Normal);

    /// <summary>Opens a CPU device with a mode and a priority for the threads of items that wait for each other.</summary>
    public static CPUAccelerator CreateCPUAccelerator(
        this Context context, int cpuDeviceIndex, CPUAcceleratorMode mode, ThreadPriority threadPriority) =>
        context.GetCPUDevice(cpuDeviceIndex).CreateCPUAccelerator(context, mode, threadPriority);
}
