using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>First values of parameters. They belong to no scope: a parameter outlives the step in which it may be made.</summary>
internal static class Initial
{
    /// <summary>Uniform on [-bound, bound).</summary>
    public static Parameter Uniform(ReadOnlySpan<int> shape, double bound, Device? device, DType dtype, Generator? generator)
    {
        using var pause = Scope.Pause();
        return new(Tensor.Uniform(-bound, bound, shape, dtype, device, generator: generator));
    }
}
