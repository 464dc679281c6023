namespace Gpu.Nn;

/// <summary>What optimizers and modules do with stored gradients.</summary>
internal static class Gradients
{
    /// <summary>Sets a gradient to null; or detaches it and fills it with zeros, so that it stays the same tensor.</summary>
    public static void Forget(Tensor tensor, bool setToNull)
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
