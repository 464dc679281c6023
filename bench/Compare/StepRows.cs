using Gpu.Nn;

namespace Gpu.Compare;

/// <summary>Single training steps of small models: forward, loss, backward, update.</summary>
internal static class StepRows
{
    public static Dictionary<string, Func<string[], Func<Tensor>>> All { get; } = new()
    {
        ["line"] = _ => Line(),
        ["logistic"] = _ => Logistic(),
        ["mlp-1-16-1"] = _ => Mlp(),
    };

    /// <summary>y = a x + b on 5 elements; sum of squares; plain descent.</summary>
    private static Func<Tensor> Line()
    {
        var (x, y) = (Inputs.Values(1, 5), Inputs.Values(2, 5));
        var (a, b) = (Inputs.Learned(3), Inputs.Learned(4));
        return () =>
        {
            var loss = (a * x + b - y).Square().Sum();
            (a.Grad, b.Grad) = (null, null);
            loss.Backward();
            using (GradMode.NoGrad())
            {
                a.Sub_(a.Grad! * 1e-3);
                b.Sub_(b.Grad! * 1e-3);
            }
            return loss;
        };
    }

    /// <summary>200 points with two features, binary cross entropy, momentum.</summary>
    private static Func<Tensor> Logistic()
    {
        var (x, y) = (Inputs.Values(1, 200, 2), Inputs.Values(2, 200).Gt(0).To(Kernels.DType.Float32));
        var model = new Sequential(Inputs.Layer(2, 1, 3), new Sigmoid());
        var optimizer = new Sgd(model.Parameters(), lr: 0.01, momentum: 0.9);
        return () =>
        {
            var loss = Functional.BceLoss(model.Forward(x).Squeeze(), y);
            loss.Backward();
            optimizer.Step();
            optimizer.ZeroGrad();
            return loss;
        };
    }

    /// <summary>1-16-1 with a tanh, 16 samples, mean squared error, plain descent.</summary>
    public static Func<Tensor> Mlp()
    {
        var (x, y) = (Inputs.Values(1, 16, 1), Inputs.Values(2, 16, 1));
        var model = new Sequential(Inputs.Layer(1, 16, 3), new Tanh(), Inputs.Layer(16, 1, 5));
        var optimizer = new Sgd(model.Parameters(), lr: 0.01);
        return () =>
        {
            var loss = Functional.MseLoss(model.Forward(x), y);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            return loss;
        };
    }
}
