using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>y = x Wᵀ + b, with x [..., in], W [out, in], b [out], y [..., out].</summary>
public sealed class Linear : Module
{
    /// <summary>A layer whose weight and bias start uniform on [-1/√in, 1/√in).</summary>
    /// <param name="inFeatures">Size of the last dimension of the input.</param>
    /// <param name="outFeatures">Size of the last dimension of the output.</param>
    /// <param name="bias">Whether there is a b.</param>
    /// <param name="device">Where the parameters live; the CPU by default.</param>
    /// <param name="dtype">float32 or float64.</param>
    /// <param name="generator">Where the first values come from; the process-wide generator by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A feature count is below 1.</exception>
    public Linear(int inFeatures, int outFeatures, bool bias = true, Device? device = null, DType dtype = DType.Float32, Generator? generator = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inFeatures, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outFeatures, 1);
        (InFeatures, OutFeatures) = (inFeatures, outFeatures);
        double bound = 1 / Math.Sqrt(inFeatures);
        Weight = Initial.Uniform([outFeatures, inFeatures], bound, device, dtype, generator);
        Bias = bias ? Initial.Uniform([outFeatures], bound, device, dtype, generator) : null;
    }

    /// <summary>Size of the last dimension of the input.</summary>
    public int InFeatures { get; }

    /// <summary>Size of the last dimension of the output.</summary>
    public int OutFeatures { get; }

    /// <summary>W, [out, in].</summary>
    public Parameter Weight { get; }

    /// <summary>b, [out], or null.</summary>
    public Parameter? Bias { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The last dimension of <paramref name="x"/> is not <see cref="InFeatures"/>.</exception>
    public override Tensor Forward(Tensor x) => Functional.Linear(x, Weight, Bias);

    /// <inheritdoc/>
    protected override string Describe() => $"in_features={InFeatures}, out_features={OutFeatures}, bias={Bias != null}";
}
