namespace ILGPU.Runtime.OpenCL;

/// <summary>OpenCL devices in contexts.</summary>
public static class CLContextExtensions
{
    /// <summary>Registers all OpenCL devices.</summary>
    public static Context.Builder OpenCL(this Context.Builder builder) => builder.OpenCL(_ => true);

    /// <summary>Registers the OpenCL devices that satisfy <paramref name="predicate"/>. A machine without OpenCL has none.</summary>
    public static Context.Builder OpenCL(this Context.Builder builder, Predicate<CLDevice> predicate)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(predicate);
        builder.Devices.AddRange(CLDevice.All.Where(device => predicate(device)));
        builder.LeftOut.AddRange(CLDevice.LeftOut);
        return builder;
    }

    /// <summary>The OpenCL device number <paramref name="clDeviceIndex"/> of the context.</summary>
    public static CLDevice GetCLDevice(this Context context, int clDeviceIndex) => context.GetDevice<CLDevice>(clDeviceIndex);

    /// <summary>All OpenCL devices of the context.</summary>
    public static Context.DeviceCollection<CLDevice> GetCLDevices(this Context context) => context.GetDevices<CLDevice>();

    /// <summary>Opens an OpenCL device.</summary>
    public static CLAccelerator CreateCLAccelerator(this Context context, int clDeviceIndex) =>
        context.GetCLDevice(clDeviceIndex).CreateCLAccelerator(context);
}
