using Gpu.Kernels;

namespace Gpu;

public partial class Tensor
{
    /// <summary>The same values in new, contiguous memory.  dx = dy</summary>
    public Tensor Clone() => Copies.Recorded(this, Copies.Plain(this));

    /// <summary>This tensor when it is contiguous, else a contiguous copy.  dx = dy</summary>
    public Tensor Contiguous() => IsContiguous ? this : Clone();

    /// <summary>The values as another dtype; this tensor when it has it already. Floats to integers truncate, anything to bool is x ≠ 0.  dx = dy as this dtype</summary>
    /// <exception cref="NotSupportedException">float64 on a device that has none.</exception>
    public Tensor To(DType dtype) => dtype == DType ? this : Copies.Recorded(this, Copies.Converted(this, dtype));

    /// <summary>The values on another device; this tensor when it is there already.  dx = dy on this device</summary>
    public Tensor To(Device device) => ReferenceEquals(device, Device) ? this : Copies.Recorded(this, Copies.Moved(this, device));

    /// <summary>The values as another dtype on another device.</summary>
    public Tensor To(Device device, DType dtype) => To(dtype).To(device);

    /// <summary>As float32.</summary>
    public Tensor Float() => To(DType.Float32);

    /// <summary>As float64.</summary>
    public Tensor Double() => To(DType.Float64);

    /// <summary>As int32.</summary>
    public Tensor Int() => To(DType.Int32);

    /// <summary>As int64.</summary>
    public Tensor Long() => To(DType.Int64);

    /// <summary>As bool: x ≠ 0.</summary>
    public Tensor Bool() => To(DType.Bool);
}
