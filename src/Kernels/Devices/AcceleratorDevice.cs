using Gpu.Kernels.Accelerated;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace Gpu.Kernels;

/// <summary>An accelerator that runs the GPU kernels: a GPU, an OpenCL device, or ILGPU's CPU accelerator.</summary>
internal sealed class AcceleratorDevice : Device, IDisposable
{
    private readonly Context _context;
    private readonly Accelerator _accelerator;
    private readonly Lazy<string?> _whyNotSameBits;

    /// <summary>Opens an accelerator. The context is this device's alone: where a kernel compiler fails, it fails for nobody else.</summary>
    /// <param name="name">The name to ask for.</param>
    /// <param name="description">What it is, for people.</param>
    /// <param name="context">A context.</param>
    /// <param name="device">One of its devices.</param>
    /// <param name="groupSize">Threads of the groups that share work; 0 to choose by the kind of accelerator.</param>
    public AcceleratorDevice(string name, string description, Context context, ILGPU.Runtime.Device device, int groupSize = 0) : base(name, description)
    {
        _context = context;
        _accelerator = device.CreateAccelerator(context);
        SupportsFloat64 = HasFloat64(device);
        Memory = new(name, new Allocator(_accelerator), Budget(device));
        Backend = new GpuBackend(this, _accelerator, groupSize);
        _whyNotSameBits = new(() => ArithmeticProbe.Run(_accelerator, SupportsFloat64));
    }

    /// <inheritdoc/>
    public override IBackend Backend { get; }

    /// <inheritdoc/>
    public override MemoryPool Memory { get; }

    /// <inheritdoc/>
    public override bool SupportsFloat64 { get; }

    /// <inheritdoc/>
    public override string? WhyNotSameBits => Precision == Precision.Fast ? "Its precision was set to Fast." : _whyNotSameBits.Value;

    /// <summary>Closes the accelerator. For devices that are not in the catalog.</summary>
    public void Dispose()
    {
        _accelerator.Dispose();
        _context.Dispose();
    }

    private static bool HasFloat64(ILGPU.Runtime.Device device) => device.Capabilities is not CLCapabilityContext opencl || opencl.Float64;

    /// <summary>What the pool may hold. The CPU accelerator takes host memory, and others need some for themselves.</summary>
    private static long Budget(ILGPU.Runtime.Device device) => device.AcceleratorType == AcceleratorType.CPU
        ? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 10 * 8
        : device.MemorySize / 10 * 9;

    private sealed class Allocator(Accelerator accelerator) : IAllocator
    {
        public Block? Allocate(long bytes)
        {
            try
            {
                return new Block(bytes, 0, accelerator.AllocateRaw(bytes, 1));
            }
            catch (Exception e) when (e is not ObjectDisposedException)
            {
                // Each driver has its own error for this; the pool says what it means.
                return null;
            }
        }

        public void Free(Block block) => ((MemoryBuffer)block.Buffer!).Dispose();
    }
}
