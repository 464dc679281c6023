using Gpu.Kernels;
using Gpu.Nn;

namespace Gpu.Tutorials;

/// <summary>
/// A training step on five numbers before anything is timed: the first one compiles the engine's loops, or a device's kernels. So a tutorial's
/// seconds are those of its training, as PyTorch's are without the time that its import takes.
/// </summary>
internal static class FirstStep
{
    public static void Take(Device device)
    {
        var x = Tensor.Arange(1, 10, 2);
        var loader = new DataLoader(new TensorDataset(x, x * 2 + 10), batchSize: 5, device: device);
        var a = Tensor.Scalar(1, DType.Float32, device, requiresGrad: true);
        var b = Tensor.Scalar(1, DType.Float32, device, requiresGrad: true);
        foreach (var (xs, ys) in loader)
        {
            using var scope = Scope.Begin();
            var loss = (a * xs + b - ys).Pow(2).Sum() / 2;
            loss.Backward();
            using (GradMode.NoGrad())
            {
                a.Sub_(a.Grad! * 1e-3);
                b.Sub_(b.Grad! * 1e-3);
            }
            loss.Item();
        }
    }
}
