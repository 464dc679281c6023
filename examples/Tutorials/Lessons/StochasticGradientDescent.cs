using Gpu.Kernels;

namespace Gpu.Tutorials;

/// <summary>
/// Stochastic gradient descent: w moves after every sample instead of after the mean of all. It is noisier, but with many samples much cheaper per step.
/// The derivative for one sample is 2 x (w x - y).
/// </summary>
public static class StochasticGradientDescent
{
    public static void Run(Lesson lesson)
    {
        (double X, double Y)[] samples = [(1, 2), (2, 4), (3, 6)];
        var w = Tensor.Scalar(1.0, lesson.PythonFloat, lesson.Device);
        lesson.Say($"before training: f(4) = {(w * 4).Item():F4}");

        double loss = 0;
        for (int epoch = 0; epoch < 100; epoch++)
        {
            using var scope = Scope.Begin();
            foreach (var (x, y) in samples)
                w.Sub_(0.01 * (2 * x * (w * x - y)));

            // As in the article: the loss of the last sample, after the epoch's updates.
            if (epoch % 20 == 0 || epoch == 99)
            {
                loss = (w * samples[^1].X - samples[^1].Y).Square().Item();
                lesson.Say($"epoch {epoch,2}: w = {w.Item():F9}, loss = {loss:E3}");
            }
        }
        lesson.Remember(w);
        double found = lesson.Metric("w", w.Item());
        lesson.Metric("loss", loss);
        double prediction = lesson.Metric("prediction", (w * 4).Item());
        lesson.Say($"after training: f(4) = {prediction:F9}");

        // A sample multiplies the error w - 2 by 1 - 0.02 x²: 0.98, 0.92 and 0.82 for the three.
        double error = Math.Pow(0.98 * 0.92 * 0.82, 100);
        double tolerance = lesson.PythonFloat == DType.Float64 ? 1e-14 : 2e-6;
        lesson.Near("w", found, 2 - error, tolerance);
        lesson.Near("square root of the loss", Math.Sqrt(loss), 3 * error, 3 * tolerance);
        lesson.Near("prediction", prediction, 8 - 4 * error, 4 * tolerance);
    }
}
