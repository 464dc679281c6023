using Gpu.Kernels;

namespace Gpu.Tutorials;

/// <summary>
/// Gradient descent on the mean loss of all three samples, with the derivative written by hand:
/// d/dw mean((w x - y)²) = mean(2 x (w x - y)).
/// </summary>
public static class GradientDescent
{
    public static void Run(Lesson lesson)
    {
        var x = Tensor.From([1.0, 2.0, 3.0], lesson.PythonFloat, lesson.Device);
        var y = Tensor.From([2.0, 4.0, 6.0], lesson.PythonFloat, lesson.Device);
        var w = Tensor.Scalar(1.0, lesson.PythonFloat, lesson.Device);
        lesson.Say($"before training: f(4) = {(w * 4).Item():F4}");

        double loss = 0;
        for (int epoch = 0; epoch < 100; epoch++)
        {
            using var scope = Scope.Begin();
            var residual = x * w - y;
            var cost = residual.Square().Mean();
            var gradient = (2 * x * residual).Mean();
            w.Sub_(0.01 * gradient);

            // Reading a value waits for the device, so only some epochs do it.
            if (epoch % 20 == 0 || epoch == 99)
            {
                loss = cost.Item();
                lesson.Say($"epoch {epoch,2}: w = {w.Item():F6}, loss = {loss:E3}");
            }
        }
        lesson.Remember(w);
        double found = lesson.Metric("w", w.Item());
        lesson.Metric("loss", loss);
        double prediction = lesson.Metric("prediction", (w * 4).Item());
        lesson.Say($"after training: f(4) = {prediction:F6}");

        // The gradient is 28/3 (w - 2), so each epoch multiplies the error w - 2 = -1 by 1 - 0.01 * 28/3.
        // The loss that an epoch prints is that before its update.
        double factor = 1 - 0.28 / 3;
        double exact = lesson.PythonFloat == DType.Float64 ? 1 : 1e6;
        lesson.Near("w", found, 2 - Math.Pow(factor, 100), 1e-12 * exact);
        lesson.Near("loss", loss, 14.0 / 3 * Math.Pow(factor, 198), 1e-15 * exact);
        lesson.Near("prediction", prediction, 8 - 4 * Math.Pow(factor, 100), 1e-12 * exact);
    }
}
