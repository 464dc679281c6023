using Gpu.Kernels;

namespace Gpu.Tutorials;

/// <summary>
/// What Backward computes, on two numbers: out = mean(3 (a + 3)²), so d out / d aᵢ = 3 (aᵢ + 3), which is 15 at 2 and 18 at 3.
/// The numbers must be floats: an integer tensor cannot require a gradient.
/// </summary>
public static class MeanBackward
{
    public static void Run(Lesson lesson)
    {
        var a = Tensor.From([2f, 3f], device: lesson.Device, requiresGrad: true);
        var b = a + 3;
        var c = b * b * 3;
        var result = c.Mean();
        result.Backward();
        lesson.Remember(a, result);

        var gradient = a.Grad!.ToArray<float>();
        lesson.Say($"out = {result.Item()}, gradient = ({gradient[0]}, {gradient[1]})");
        lesson.Near("d out / d a[0]", lesson.Metric("grad_0", gradient[0]), 15, 1e-5);
        lesson.Near("d out / d a[1]", lesson.Metric("grad_1", gradient[1]), 18, 1e-5);
        lesson.Near("out", result.Item(), 3 * (25 + 36) / 2.0, 1e-4);
    }
}
