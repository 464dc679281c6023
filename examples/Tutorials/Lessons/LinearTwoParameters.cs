using Gpu.Kernels;
using Gpu.Nn;

namespace Gpu.Tutorials;

/// <summary>
/// y = a x + b, fitted to 50 points of y = 2 x + 10 in batches of five. x and y are integers here, as in the article: int64 times a float32
/// parameter is float32. The two parameters have learning rates of their own, because the gradient of a is about x times that of b.
/// </summary>
public static class LinearTwoParameters
{
    private const double RateA = 1e-4, RateB = 1e-3;

    public static void Run(Lesson lesson)
    {
        // The data set stays on the host; the loader moves each batch to the device.
        var x = Tensor.Arange(1, 100, 2);
        var y = x * 2 + 10;
        var loader = new DataLoader(new TensorDataset(x, y), batchSize: 5, device: lesson.Device);
        var a = Tensor.Scalar(20, DType.Float32, lesson.Device, requiresGrad: true);
        var b = Tensor.Scalar(30, DType.Float32, lesson.Device, requiresGrad: true);

        double meanLoss = 0;
        using var total = Tensor.Zeros([], device: lesson.Device);
        for (int epoch = 0; epoch < 100; epoch++)
        {
            total.Zero_();
            foreach (var (xs, ys) in loader)
            {
                using var scope = Scope.Begin();
                var loss = ((a * xs + b - ys).Pow(2)).Sum() / 2;
                total.Add_(loss.Detach());

                (a.Grad, b.Grad) = (null, null);
                loss.Backward();
                using (GradMode.NoGrad())
                {
                    a.Sub_(a.Grad! * RateA);
                    b.Sub_(b.Grad! * RateB);
                }
            }
            if (epoch % 20 != 0 && epoch != 99) continue;
            meanLoss = total.Item() / loader.Count;
            lesson.Say($"epoch {epoch,2}: a = {a.Item():F4}, b = {b.Item():F4}, loss = {meanLoss:F3}");
        }
        lesson.Remember(a, b);
        double foundA = lesson.Metric("a", a.Item()), foundB = lesson.Metric("b", b.Item());
        lesson.Metric("loss", meanLoss);

        var (expectedA, expectedB, expectedLoss) = ByHand();
        lesson.Near("a", foundA, expectedA, 1e-4);
        lesson.Near("b", foundB, expectedB, 1e-2);
        lesson.Near("loss", meanLoss, expectedLoss, 0.01 * expectedLoss);
        // On the way to a = 2, b = 10: a is there, b creeps.
        lesson.Near("a", foundA, 2, 1e-3);
        lesson.Check(foundB is > 10 and < 15, $"b = {foundB:F3} has come from 30 close to 10");
    }

    /// <summary>The same 1,000 updates in double precision with the derivatives Σ(a x + b - y) x and Σ(a x + b - y).</summary>
    private static (double A, double B, double MeanLoss) ByHand()
    {
        double a = 20, b = 30, meanLoss = 0;
        for (int epoch = 0; epoch < 100; epoch++)
        {
            meanLoss = 0;
            for (int batch = 0; batch < 10; batch++)
            {
                double gradientA = 0, gradientB = 0;
                for (int i = 0; i < 5; i++)
                {
                    double x = 1 + 2 * (5 * batch + i), residual = a * x + b - (2 * x + 10);
                    meanLoss += residual * residual / 2 / 10;
                    gradientA += residual * x;
                    gradientB += residual;
                }
                (a, b) = (a - RateA * gradientA, b - RateB * gradientB);
            }
        }
        return (a, b, meanLoss);
    }
}
