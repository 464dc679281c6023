using Gpu.Kernels;
using Gpu.Nn;

namespace Gpu.Tutorials;

/// <summary>
/// The derivative of a small network by its input: two linear layers with two hidden neurons, first for one input, then for two.
/// Without activations the derivative is a sum over the paths from the input to the output, each the product of its weights.
/// </summary>
public static class MlpInputGradient
{
    private sealed class Net(int inputs, int outputs, Device device) : Module
    {
        public readonly Linear Linear1 = new(inputs, 2, device: device), Linear2 = new(2, outputs, device: device);

        public override Tensor Forward(Tensor x) => Linear2.Forward(Linear1.Forward(x));
    }

    public static void Run(Lesson lesson)
    {
        double difference = Math.Max(OneInput(lesson), TwoInputs(lesson));
        lesson.Metric("max_manual_difference", difference);
        lesson.Near("largest difference to the sums over paths", difference, 0, 1e-6);
    }

    /// <summary>1-2-1 with the weights that the article prints: w1 w3 + w2 w4 = -0.1886.</summary>
    private static double OneInput(Lesson lesson)
    {
        const float w1 = -0.2377f, w2 = 0.3578f, w3 = 0.4739f, w4 = -0.2122f;
        // The article shows its biases in a picture only; all they do is shift the output. One that gives its output 0.0318 at 2 stands for them.
        const float shift = 0.0318f - 2 * (w1 * w3 + w2 * w4);
        var net = new Net(1, 1, lesson.Device);
        using (GradMode.NoGrad())
        {
            net.Linear1.Weight.Copy_(Tensor.From(new[,] { { w1 }, { w2 } }, device: lesson.Device));
            net.Linear2.Weight.Copy_(Tensor.From(new[,] { { w3, w4 } }, device: lesson.Device));
            net.Linear1.Bias!.Zero_();
            net.Linear2.Bias!.Fill_(shift);
        }
        var input = Tensor.From(new[,] { { 2f } }, device: lesson.Device, requiresGrad: true);
        var output = net.Forward(input);
        output.Backward();
        lesson.Remember([input, output, .. net.Parameters()]);
        double engine = input.Grad!.Item(), byHand = (double)w1 * w3 + (double)w2 * w4;
        lesson.Say($"1-2-1: output {output.Item():F4}, d output / d input: engine {engine:F6}, by hand {byHand:F6}");
        lesson.Near("d output / d input", engine, -0.1886, 5e-5);
        lesson.Near("output", output.Item(), 0.0318, 1e-6);
        return Math.Abs(engine - byHand);
    }

    /// <summary>2-2-1 with random weights: d output / d x₁ = w1 w6 + w3 w5 and d output / d x₂ = w2 w6 + w4 w5, in the article's numbering.</summary>
    private static double TwoInputs(Lesson lesson)
    {
        var net = new Net(2, 1, lesson.Device);
        var first = net.Linear1.Weight.ToArray<float>();
        var second = net.Linear2.Weight.ToArray<float>();
        var (w1, w2, w3, w4) = (first[0], first[1], first[2], first[3]);
        var (w6, w5) = (second[0], second[1]);

        var input = Tensor.From(new[,] { { 2f, 3f } }, device: lesson.Device, requiresGrad: true);
        net.Forward(input).Backward();
        lesson.Remember([input, .. net.Parameters()]);
        var engine = input.Grad!.ToArray<float>();
        double[] byHand = [(double)w1 * w6 + (double)w3 * w5, (double)w2 * w6 + (double)w4 * w5];
        lesson.Say($"2-2-1: d output / d input: engine ({engine[0]:F6}, {engine[1]:F6}), by hand ({byHand[0]:F6}, {byHand[1]:F6})");
        double a = Math.Abs(engine[0] - byHand[0]), b = Math.Abs(engine[1] - byHand[1]);
        return Math.Max(a, b);
    }
}
