using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;
using Device = Gpu.Kernels.Device;

namespace Gpu.Handwritten;

/// <summary>One OpenCL device, three times: through driver calls, as ILGPU's accelerator, as a device of tensors.</summary>
internal sealed class Machine : IDisposable
{
    private readonly Context _context;

    private Machine(Context context, int number)
    {
        _context = context;
        var device = context.GetCLDevice(number);
        Name = device.Name;
        Accelerator = device.CreateCLAccelerator(context);
        Bare = new BareDevice(device.DeviceId);
        Device = Device.Get($"opencl:{number}");
    }

    public string Name { get; }

    public Accelerator Accelerator { get; }

    public BareDevice Bare { get; }

    public Device Device { get; }

    /// <summary>The OpenCL device of that number, or null where this machine has fewer.</summary>
    public static Machine? Open(int number)
    {
        var context = Context.Create(builder => builder.OpenCL().EnableAlgorithms());
        return number < context.GetCLDevices().Count ? new(context, number) : null;
    }

    public void Dispose()
    {
        Accelerator.Dispose();
        _context.Dispose();
    }
}
