using Gpu.Kernels;
using Gpu.Nn;

namespace Gpu.Tutorials;

/// <summary>
/// One layer without bias, a sigmoid and a mean squared error; beside it the same written by hand on plain arrays: forward, gradient, and one step of Adam.
/// </summary>
public static class SigmoidMse
{
    private sealed class Model(int size, Device device) : Module
    {
        public readonly Linear Layer = new(size, size, bias: false, device: device);

        public override Tensor Forward(Tensor x) => Layer.Forward(x).Sigmoid();
    }

    public static void Run(Lesson lesson)
    {
        double[] x = [-0.5, 0.1, 1.1], y = [0.1, 0.2, 9.9];
        var model = new Model(3, lesson.Device);
        var before = model.StateDict()["layer.weight"].ToArray<float>();

        // The unsqueezed dimension is the batch: one sample.
        var xs = Tensor.From(x, DType.Float32, lesson.Device).Unsqueeze(0);
        var ys = Tensor.From(y, DType.Float32, lesson.Device).Unsqueeze(0);
        var loss = Functional.MseLoss(model.Forward(xs), ys);
        var optimizer = new Adam(model.Parameters());
        loss.Backward();
        var gradient = model.Layer.Weight.Grad!.ToArray<float>();
        optimizer.Step();
        lesson.Remember(model.Parameters());
        var after = model.Layer.Weight.ToArray<float>();

        var (lossByHand, gradientByHand) = ByHand(before, x, y);
        lesson.Near("loss", loss.Item(), lossByHand, 1e-5 * lossByHand);

        double gradientDifference = 0, adamDifference = 0;
        for (int i = 0; i < 9; i++)
        {
            gradientDifference = Math.Max(gradientDifference, Math.Abs(gradient[i] - gradientByHand[i]));
            adamDifference = Math.Max(adamDifference, Math.Abs(after[i] - AdamByHand(before[i], gradientByHand[i])));
        }
        for (int row = 0; row < 3; row++)
            lesson.Say($"gradient by engine: {gradient[3 * row],10:F6} {gradient[3 * row + 1],10:F6} {gradient[3 * row + 2],10:F6}   by hand: {gradientByHand[3 * row],10:F6} {gradientByHand[3 * row + 1],10:F6} {gradientByHand[3 * row + 2],10:F6}");
        lesson.Metric("max_gradient_difference", gradientDifference);
        lesson.Metric("max_adam_difference", adamDifference);
        lesson.Near("largest difference of the gradients", gradientDifference, 0, 1e-5);
        lesson.Near("largest difference of the weights after a step of Adam", adamDifference, 0, 1e-6);
        lesson.Check(gradientByHand.Any(g => Math.Abs(g) > 1e-3), $"the gradient is not zero");
    }

    /// <summary>p = σ(W x), loss = mean((p - y)²), and by the chain rule d loss / d W[i, j] = 2/n (p[i] - y[i]) p[i] (1 - p[i]) x[j].</summary>
    private static (double Loss, double[] Gradient) ByHand(float[] weight, double[] x, double[] y)
    {
        int n = x.Length;
        double loss = 0;
        var gradient = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int j = 0; j < n; j++) sum += weight[n * i + j] * x[j];
            double p = 1 / (1 + Math.Exp(-sum));
            loss += (p - y[i]) * (p - y[i]) / n;
            for (int j = 0; j < n; j++) gradient[n * i + j] = 2.0 / n * (p - y[i]) * p * (1 - p) * x[j];
        }
        return (loss, gradient);
    }

    /// <summary>The first step of Adam with the usual settings. Its mean and variance start at 0, which the divisions by 1 - β make up for.</summary>
    private static double AdamByHand(double weight, double gradient)
    {
        const double alpha = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
        double m = (1 - beta1) * gradient, v = (1 - beta2) * gradient * gradient;
        double corrected = m / (1 - beta1), correctedSquare = v / (1 - beta2);
        return weight - alpha * corrected / (Math.Sqrt(correctedSquare) + epsilon);
    }
}
