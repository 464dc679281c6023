using Gpu.Kernels;
using Gpu.Nn;

namespace Gpu.Tutorials;

/// <summary>
/// The short way: three linear layers in a Sequential, Adam and a mean squared error. Without activations the three layers are one linear function, so the best
/// that training can reach is the residual of ordinary least squares.
/// </summary>
public static class SequentialAdam
{
    public static void Run(Lesson lesson)
    {
        var device = lesson.Device;
        var (x, y) = ThreeLayerManualGradient.Data();
        var loader = new DataLoader(new TensorDataset(x, y), batchSize: 5, device: device);

        var model = new Sequential(new Linear(2, 2), new Linear(2, 2), new Linear(2, 1)).To(device);
        var optimizer = new Adam(model.Parameters(), lr: 1e-2);
        var criterion = new MseLoss();
        lesson.Say($"{model}");

        double first = 0, last = 0;
        using var total = Tensor.Zeros([], device: device);
        for (int epoch = 0; epoch < 50; epoch++)
        {
            total.Zero_();
            foreach (var (xs, ys) in loader)
            {
                using var scope = Scope.Begin();
                var outputs = model.Forward(xs);
                optimizer.ZeroGrad();
                var loss = criterion.Forward(outputs.Squeeze(), ys);
                loss.Backward();
                optimizer.Step();
                total.Add_(loss.Detach());
            }
            if (epoch % 10 != 0 && epoch != 49) continue;
            last = total.Item() / loader.Count;
            if (epoch == 0) first = last;
            lesson.Say($"epoch {epoch,2}: loss = {last:F4}");
        }
        lesson.Remember(model.Parameters());
        lesson.Metric("first_loss", first);
        lesson.Metric("loss", last);

        double best = LeastSquares(x.ToArray<float>(), y.ToArray<float>());
        lesson.Check(last < first, $"the loss has fallen from {first:F3} to {last:F3}");
        // Each batch is measured before it is learned from, and Adam keeps moving: a little above the best fit, or a little below.
        lesson.Near("loss against that of the best linear fit", last, best, 0.15 * best);
    }

    /// <summary>The mean squared residual of the best linear fit with a constant, by the normal equations and Gaussian elimination.</summary>
    private static double LeastSquares(float[] x, float[] y)
    {
        var system = new double[3, 4];
        for (int n = 0; n < y.Length; n++)
        {
            double[] row = [x[2 * n], x[2 * n + 1], 1, y[n]];
            for (int i = 0; i < 3; i++)
                for (int j = 0; j < 4; j++)
                    system[i, j] += row[i] * row[j];
        }
        // The matrix is positive definite, so no pivoting is needed.
        for (int pivot = 0; pivot < 3; pivot++)
            for (int i = 0; i < 3; i++)
            {
                if (i == pivot) continue;
                double factor = system[i, pivot] / system[pivot, pivot];
                for (int j = pivot; j < 4; j++) system[i, j] -= factor * system[pivot, j];
            }
        double sum = 0;
        for (int n = 0; n < y.Length; n++)
        {
            double residual = y[n] - system[2, 3] / system[2, 2];
            for (int i = 0; i < 2; i++) residual -= system[i, 3] / system[i, i] * x[2 * n + i];
            sum += residual * residual;
        }
        return sum / y.Length;
    }
}
