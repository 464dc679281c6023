using Gpu.Kernels;

namespace Gpu.Tutorials;

/// <summary>
/// The model is y = w x, the data are (1, 2), (2, 4), (3, 6). Before learning anything: what does the loss look like as a function of w?
/// The article tries w = 0, 0.1 ... 4 in a loop and averages (w x - y)² over the three samples. Tensors do all of it at once.
/// </summary>
public static class LossCurve
{
    public static void Run(Lesson lesson)
    {
        var x = Tensor.From([1.0, 2.0, 3.0], lesson.PythonFloat, lesson.Device);
        var y = Tensor.From([2.0, 4.0, 6.0], lesson.PythonFloat, lesson.Device);
        var w = Tensor.Linspace(0, 4, 41, lesson.PythonFloat, lesson.Device);

        // w as a column against x as a row: every w with every sample, shape [41, 3].
        var errors = w.Unsqueeze(1) * x - y;
        var mse = errors.Square().Mean(dim: 1);

        lesson.Remember(mse);

        // Values come to the host only to be shown and checked.
        var curve = mse.To(DType.Float32).ToArray<float>();
        for (int i = 0; i <= 40; i += 5)
            lesson.Say($"w = {i * 0.1:F1}  mse = {curve[i],8:F4}  {new string('#', (int)(curve[i] * 2.5))}");

        int best = (int)mse.ArgMin().Item<long>();
        double bestW = lesson.Metric("best_w", w[best].Item());
        double atZero = lesson.Metric("mse_at_0", mse[0].Item());
        double atFour = lesson.Metric("mse_at_4", mse[^1].Item());

        // mean(x²) (w - 2)² = 14/3 (w - 2)²: smallest at 2, and the same on both sides of it.
        lesson.Near("best w", bestW, 2, 1e-6);
        lesson.Near("mse at w = 0", atZero, 56.0 / 3, 1e-5);
        lesson.Near("mse at w = 4", atFour, 56.0 / 3, 1e-5);
    }
}
