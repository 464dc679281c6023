using Gpu.Kernels;
using Gpu.Nn;

namespace Gpu.Tutorials;

/// <summary>
/// Two layers, h = a1 x + b1 and y = a2 h + b2, and the chain rule written out for the first batch: from the loss to a2 and b2, then through h to a1 and b1.
/// </summary>
public static class TwoLayerChainRule
{
    public static void Run(Lesson lesson)
    {
        var x = Tensor.Arange(1, 100, 2);
        var y = x * 2 + 10;
        var loader = new DataLoader(new TensorDataset(x, y), batchSize: 5, device: lesson.Device);
        var (a1, b1, a2, b2) = (Start(20), Start(30), Start(20), Start(30));

        var (xs, ys) = loader.First();
        var hidden = a1 * xs + b1;
        var predicted = a2 * hidden + b2;
        var loss = ((predicted - ys).Pow(2)).Sum() / 2;
        loss.Backward();
        lesson.Remember(a1, b1, a2, b2);

        // By hand: d loss / d predicted is the residual; each layer multiplies by its own derivative.
        double difference = 0;
        using (GradMode.NoGrad())
        {
            var residual = predicted - ys;
            Compare("a2", a2, (residual * hidden).Sum());
            Compare("b2", b2, residual.Sum());
            var gradientHidden = a2 * residual;
            Compare("a1", a1, (xs * gradientHidden).Sum());
            Compare("b1", b1, gradientHidden.Sum());
        }
        lesson.Metric("loss", loss.Item());
        lesson.Metric("a1_grad", a1.Grad!.Item());
        lesson.Metric("b1_grad", b1.Grad!.Item());
        lesson.Metric("a2_grad", a2.Grad!.Item());
        lesson.Metric("b2_grad", b2.Grad!.Item());
        lesson.Metric("max_manual_difference", difference);

        // With x = 1, 3, 5, 7, 9 the residual is 398 x + 620. All of it are whole numbers that float32 holds exactly, or nearly.
        double[] residuals = [1018, 1814, 2610, 3406, 4202];
        double lossExact = residuals.Sum(r => r * r) / 2;
        lesson.Near("loss", lesson.Metrics["loss"], lossExact, 1e-6 * lossExact);
        lesson.Near("gradient of a1", lesson.Metrics["a1_grad"], 20 * residuals.Select((r, i) => r * (2 * i + 1)).Sum(), 1);
        lesson.Near("gradient of b1", lesson.Metrics["b1_grad"], 20 * residuals.Sum(), 0.1);
        lesson.Near("gradient of a2", lesson.Metrics["a2_grad"], residuals.Select((r, i) => r * (20 * (2 * i + 1) + 30)).Sum(), 1);
        lesson.Near("gradient of b2", lesson.Metrics["b2_grad"], residuals.Sum(), 0.01);
        lesson.Near("largest difference to the chain rule by hand", difference, 0, 0.5);

        Tensor Start(double value) => Tensor.Scalar(value, DType.Float32, lesson.Device, requiresGrad: true);

        void Compare(string name, Tensor parameter, Tensor byHand)
        {
            lesson.Say($"d loss / d {name}: engine {parameter.Grad!.Item():F0}, by hand {byHand.Item():F0}");
            difference = Math.Max(difference, (parameter.Grad! - byHand).Abs().Item());
        }
    }
}
