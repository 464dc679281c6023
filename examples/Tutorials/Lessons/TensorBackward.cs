using Gpu.Kernels;

namespace Gpu.Tutorials;

/// <summary>
/// The same once more, but nobody writes a derivative: w requires a gradient, the loss remembers how it was computed from w, and Backward finds w.Grad.
/// </summary>
public static class TensorBackward
{
    public static void Run(Lesson lesson)
    {
        (double X, double Y)[] samples = [(1, 2), (2, 4), (3, 6)];
        var w = Tensor.From([1f], device: lesson.Device, requiresGrad: true);
        lesson.Say($"before training: f(4) = {(w * 4).Item():F4}");

        double last = 0;
        for (int epoch = 0; epoch < 100; epoch++)
        {
            foreach (var (x, y) in samples)
            {
                using var scope = Scope.Begin();
                var loss = (w * x - y).Pow(2);
                loss.Backward();

                // The article writes w.data -= ...: the update must not become part of the graph. Here that is an update without recording.
                using (GradMode.NoGrad()) w.Sub_(0.01 * w.Grad!);
                // Gradients add up, so the next step needs a fresh one.
                w.Grad!.Zero_();

                if (x == 3 && (epoch % 20 == 0 || epoch == 99)) last = loss.Item();
            }
            if (epoch % 20 == 0) lesson.Say($"epoch {epoch,2}: w = {w.Item():F7}, loss = {last:E3}");
        }
        lesson.Remember(w);
        double found = lesson.Metric("w", w.Item());
        lesson.Metric("loss", last);
        double prediction = lesson.Metric("prediction", (w * 4).Item());
        lesson.Say($"after training: f(4) = {prediction:F7}");

        // In float32 the error shrinks until an update is below half a unit in the last place of w.
        lesson.Near("w", found, 2, 1e-5);
        lesson.Near("loss", last, 0, 1e-9);
        lesson.Near("prediction", prediction, 8, 4e-5);
    }
}
