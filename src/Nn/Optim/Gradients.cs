using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>What is done with stored gradients between Backward and Step.</summary>
public static class Gradients
{
    /// <summary>Scales all gradients in place by min(1, maxNorm / (norm + 10⁻⁶)), where norm is the root of the sum of squares of all their elements. Nothing is read to the host.</summary>
    /// <param name="parameters">Tensors on one device; those without a gradient are skipped.</param>
    /// <param name="maxNorm">The largest norm to leave.</param>
    /// <returns>The norm before clipping, a single number; 0 when there is no gradient.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative or NaN <paramref name="maxNorm"/>.</exception>
    public static Tensor ClipNorm(IEnumerable<Tensor> parameters, double maxNorm)
    {
        if (!(maxNorm >= 0)) throw new ArgumentOutOfRangeException(nameof(maxNorm), maxNorm, $"The largest norm must be 0 or more, not {maxNorm}.");
        Tensor[] gradients = [.. parameters.Select(parameter => parameter.Grad).OfType<Tensor>()];
        if (gradients.Length == 0) return Tensor.Scalar(0, DType.Float32);
        using var noGrad = GradMode.NoGrad();
        var norm = Tensor.Stack(Array.ConvertAll(gradients, gradient => gradient.Square().Sum())).Sum().Sqrt();
        var factor = (maxNorm / (norm + 1e-6)).Clamp(high: 1);
        foreach (var gradient in gradients) gradient.Mul_(factor);
        return norm;
    }

    /// <summary>Sets a gradient to null; or detaches it and fills it with zeros, so that it stays the same tensor.</summary>
    internal static void Forget(Tensor tensor, bool setToNull)
    {
        if (tensor.Grad is not { } gradient) return;
        if (setToNull)
        {
            tensor.Grad = null;
            return;
        }
        using var noGrad = GradMode.NoGrad();
        gradient.DetachInPlace();
        gradient.Zero_();
    }
}
