namespace Gpu.Kernels;

/// <summary>What a device may trade for speed; see <see cref="Device.Precision"/>.</summary>
public enum Precision
{
    /// <summary>The same bits on every device. The default.</summary>
    Exact,
    /// <summary>Elementwise float32 operations on accelerators take exp, log, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh and pow from the device's own library:
    /// as accurate as that library is, and not the same bits as on other devices. Arithmetic, products, reductions and random numbers stay as they are;
    /// so does the host, whose formulas are its fastest.</summary>
    Fast,
}
