using Gpu.Kernels;
using Gpu.Nn;

namespace Gpu.Tutorials;

/// <summary>
/// The four parts of every training program: data, a model (a class derived from Module), a loss and an optimizer, and the loop of forward, backward, update.
/// The model is y = w x + b now.
/// </summary>
public static class LinearModule
{
    private sealed class LinearModel(Device device) : Module
    {
        // Module finds the layer in this field; there is nothing to register.
        public readonly Linear Linear = new(1, 1, device: device);

        public override Tensor Forward(Tensor x) => Linear.Forward(x);
    }

    public static void Run(Lesson lesson)
    {
        var x = Tensor.From(new float[,] { { 1 }, { 2 }, { 3 } }, device: lesson.Device);
        var y = Tensor.From(new float[,] { { 2 }, { 4 }, { 6 } }, device: lesson.Device);

        var model = new LinearModel(lesson.Device);
        double startW = model.Linear.Weight.Item(), startB = model.Linear.Bias!.Item();
        var criterion = new MseLoss(Reduction.Sum);
        var optimizer = new Sgd(model.Parameters(), lr: 0.01);

        double last = 0;
        for (int epoch = 0; epoch < 100; epoch++)
        {
            using var scope = Scope.Begin();
            var loss = criterion.Forward(model.Forward(x), y);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            if (epoch % 20 == 0 || epoch == 99)
            {
                last = loss.Item();
                lesson.Say($"epoch {epoch,2}: loss = {last:E4}");
            }
        }
        lesson.Remember(model.Parameters());
        double w = lesson.Metric("w", model.Linear.Weight.Item());
        double b = lesson.Metric("b", model.Linear.Bias!.Item());
        double prediction = lesson.Metric("prediction", model.Forward(Tensor.From(new float[,] { { 4 } }, device: lesson.Device)).Item());
        lesson.Metric("loss", last);
        lesson.Say($"w = {w:F4}, b = {b:F4}, f(4) = {prediction:F4}");

        // What 100 steps lead to depends on the random start. It follows from the derivatives of Σ(w x + b - y)², in double precision.
        double expectedW = startW, expectedB = startB, expectedLoss = 0;
        for (int epoch = 0; epoch < 100; epoch++)
        {
            double gradientW = 0, gradientB = 0;
            expectedLoss = 0;
            for (int i = 1; i <= 3; i++)
            {
                double residual = expectedW * i + expectedB - 2 * i;
                expectedLoss += residual * residual;
                gradientW += 2 * residual * i;
                gradientB += 2 * residual;
            }
            (expectedW, expectedB) = (expectedW - 0.01 * gradientW, expectedB - 0.01 * gradientB);
        }
        lesson.Near("w", w, expectedW, 1e-4);
        lesson.Near("b", b, expectedB, 2e-4);
        lesson.Near("loss", last, expectedLoss, 1e-4);
        lesson.Near("prediction", prediction, 4 * expectedW + expectedB, 2e-4);
        // The slow direction still has half its error after 100 epochs; f(4) is close to 8 all the same.
        lesson.Near("prediction", prediction, 8, 1);
    }
}
