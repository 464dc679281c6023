using Gpu.Kernels;
using Gpu.Nn;

namespace Gpu.Tutorials;

/// <summary>
/// Three linear layers on a batch of five samples with two features, and a backward pass written by hand for matrices: each layer takes the gradient
/// of its output and gives that of its input and of its weight.
/// </summary>
public static class ThreeLayerManualGradient
{
    public static void Run(Lesson lesson)
    {
        var device = lesson.Device;
        var (x, y) = Data();
        var loader = new DataLoader(new TensorDataset(x, y), batchSize: 5, device: device);

        var (a1, b1) = (Random(2, 2), Random(1, 2));
        var (a2, b2) = (Random(2, 2), Random(1, 2));
        var (a3, b3) = (Random(2, 1), Random(1));

        var (xs, ys) = loader.First();
        var out1 = xs.MatMul(a1) + b1;
        var out2 = out1.MatMul(a2) + b2;
        var out3 = out2.MatMul(a3) + b3;
        var output = out3.Squeeze();
        // The article squares the sum of squares once more; so its derivative by the output is 2 S (output - y), with S the sum of squares.
        var loss = (output - ys).Pow(2).Sum().Pow(2) / 2;
        loss.Backward();
        lesson.Remember(a1, b1, a2, b2, a3, b3);
        lesson.Say($"loss = {loss.Item():G6}");

        double difference = 0;
        using (GradMode.NoGrad())
        {
            var residual = output - ys;
            var gradient3 = (residual.Pow(2).Sum() * 2 * residual).Unsqueeze(1);
            var (gradient2, weight3) = Layer(out2, gradient3, a3);
            var (gradient1, weight2) = Layer(out1, gradient2, a2);
            var (_, weight1) = Layer(xs, gradient1, a1);
            Compare("a3", a3, weight3);
            Compare("b3", b3, gradient3);
            Compare("a2", a2, weight2);
            Compare("b2", b2, gradient2);
            Compare("a1", a1, weight1);
            Compare("b1", b1, gradient1);
        }
        lesson.Metric("max_manual_difference", difference);
        lesson.Near("largest difference, relative to the largest element of the gradient", difference, 0, 1e-5);

        // The gradient of a layer's input and weight from that of its output, for each sample of the batch.
        static (Tensor Input, Tensor Weight) Layer(Tensor input, Tensor outputGradient, Tensor weight) =>
        (
            weight.MatMul(outputGradient.Unsqueeze(2)).Squeeze(2),
            input.Unsqueeze(2).MatMul(outputGradient.Unsqueeze(1))
        );

        void Compare(string name, Tensor parameter, Tensor perSample)
        {
            var engine = parameter.Grad!;
            var byHand = perSample.Sum(dim: 0).Reshape(engine.Shape);
            double scale = Math.Max(engine.Abs().Max().Item(), 1e-30), largest = (engine - byHand).Abs().Max().Item() / scale;
            lesson.Say($"{name}: largest element {scale:G5}, relative difference {largest:E1}");
            difference = Math.Max(difference, largest);
        }

        Tensor Random(params int[] shape) => Tensor.Randn(shape, device: device, requiresGrad: true);
    }

    /// <summary>The article's data: y = 2 x₁ + x₂ + 3 and noise.</summary>
    internal static (Tensor X, Tensor Y) Data()
    {
        var x = Tensor.Randn([100, 2]);
        var noise = Tensor.Randn([100]);
        return (x, x.MatMul(Tensor.From([2f, 1f])) + 3 + noise);
    }
}
