using Gpu.Kernels;
using Gpu.Nn;

namespace Gpu.Compare;

/// <summary>
/// What each program of examples/Tutorials repeats: a step, or an epoch where a data loader belongs to it. Programs that compute once are one call.
/// Starts are fixed numbers instead of random ones, and nothing is printed.
/// </summary>
internal static class TutorialRows
{
    public static Dictionary<string, Func<string[], Func<Tensor>>> All { get; } = new()
    {
        ["loss-curve"] = _ => LossCurve(),
        ["gradient-descent"] = _ => GradientDescent(),
        ["stochastic-gradient-descent"] = _ => StochasticGradientDescent(),
        ["tensor-backward"] = _ => TensorBackward(),
        ["linear-module"] = _ => LinearModule(),
        ["linear-two-parameters"] = _ => LinearTwoParameters(),
        ["two-layer-chain-rule"] = _ => TwoLayerChainRule(),
        ["three-layer-manual-gradient"] = _ => ThreeLayerManualGradient(),
        ["sequential-adam"] = _ => SequentialAdam(),
        ["autograd-basics"] = _ => AutogradBasics(),
        ["logistic-regression"] = _ => LogisticRegression(),
        ["sigmoid-mse-3x3"] = _ => SigmoidMse(),
        ["mean-backward"] = _ => MeanBackward(),
        ["mlp-input-gradient"] = _ => MlpInputGradient(),
    };

    private static readonly (double X, double Y)[] s_samples = [(1, 2), (2, 4), (3, 6)];

    private static (Tensor X, Tensor Y) Samples() => (Tensor.From([1.0, 2.0, 3.0]), Tensor.From([2.0, 4.0, 6.0]));

    private static (Tensor X, Tensor Y) Line()
    {
        var x = Tensor.Arange(1, 100, 2);
        return (x, x * 2 + 10);
    }

    private static Tensor Start(double value) => Tensor.Scalar(value, DType.Float32, requiresGrad: true);

    private static Func<Tensor> LossCurve()
    {
        var (x, y) = Samples();
        var w = Tensor.Linspace(0, 4, 41, DType.Float64);
        return () =>
        {
            var mse = (w.Unsqueeze(1) * x - y).Square().Mean(dim: 1);
            return w[(int)mse.ArgMin().Item<long>()];
        };
    }

    private static Func<Tensor> GradientDescent()
    {
        var (x, y) = Samples();
        var w = Tensor.Scalar(1.0, DType.Float64);
        return () =>
        {
            var residual = x * w - y;
            var cost = residual.Square().Mean();
            w.Sub_(0.01 * (2 * x * residual).Mean());
            return cost;
        };
    }

    private static Func<Tensor> StochasticGradientDescent()
    {
        var w = Tensor.Scalar(1.0, DType.Float64);
        return () =>
        {
            foreach (var (x, y) in s_samples) w.Sub_(0.01 * (2 * x * (w * x - y)));
            return w;
        };
    }

    private static Func<Tensor> TensorBackward()
    {
        var w = Tensor.From([1f], requiresGrad: true);
        return () =>
        {
            foreach (var (x, y) in s_samples)
            {
                var loss = (w * x - y).Pow(2);
                loss.Backward();
                using (GradMode.NoGrad()) w.Sub_(0.01 * w.Grad!);
                w.Grad!.Zero_();
            }
            return w;
        };
    }

    private static Func<Tensor> LinearModule()
    {
        var x = Tensor.From(new float[,] { { 1 }, { 2 }, { 3 } });
        var y = Tensor.From(new float[,] { { 2 }, { 4 }, { 6 } });
        var model = Inputs.Layer(1, 1, 1);
        var criterion = new MseLoss(Reduction.Sum);
        var optimizer = new Sgd(model.Parameters(), lr: 0.01);
        return () =>
        {
            var loss = criterion.Forward(model.Forward(x), y);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            return loss;
        };
    }

    /// <summary>An epoch: 10 batches of 5.</summary>
    private static Func<Tensor> LinearTwoParameters()
    {
        var (x, y) = Line();
        var loader = new DataLoader(new TensorDataset(x, y), batchSize: 5);
        var (a, b) = (Start(20), Start(30));
        var total = Tensor.Zeros([]);
        return () =>
        {
            total.Zero_();
            foreach (var (xs, ys) in loader)
            {
                var loss = (a * xs + b - ys).Pow(2).Sum() / 2;
                total.Add_(loss.Detach());
                (a.Grad, b.Grad) = (null, null);
                loss.Backward();
                using (GradMode.NoGrad())
                {
                    a.Sub_(a.Grad! * 1e-4);
                    b.Sub_(b.Grad! * 1e-3);
                }
            }
            return total;
        };
    }

    private static Func<Tensor> TwoLayerChainRule()
    {
        var (x, y) = Line();
        var (xs, ys) = (x[..5], y[..5]);
        var (a1, b1, a2, b2) = (Start(20), Start(30), Start(20), Start(30));
        return () =>
        {
            (a1.Grad, b1.Grad, a2.Grad, b2.Grad) = (null, null, null, null);
            var hidden = a1 * xs + b1;
            var predicted = a2 * hidden + b2;
            (((predicted - ys).Pow(2)).Sum() / 2).Backward();
            using var noGrad = GradMode.NoGrad();
            var residual = predicted - ys;
            var hiddenGradient = a2 * residual;
            return (residual * hidden).Sum() + residual.Sum() + (xs * hiddenGradient).Sum() + hiddenGradient.Sum();
        };
    }

    private static Func<Tensor> ThreeLayerManualGradient()
    {
        var (xs, ys) = (Inputs.Values(1, 5, 2), Inputs.Values(2, 5));
        Tensor a1 = Inputs.Learned(3, 2, 2), b1 = Inputs.Learned(4, 1, 2);
        Tensor a2 = Inputs.Learned(5, 2, 2), b2 = Inputs.Learned(6, 1, 2);
        Tensor a3 = Inputs.Learned(7, 2, 1), b3 = Inputs.Learned(8, 1);
        Tensor[] parameters = [a1, b1, a2, b2, a3, b3];
        return () =>
        {
            foreach (var parameter in parameters) parameter.Grad = null;
            var out1 = xs.MatMul(a1) + b1;
            var out2 = out1.MatMul(a2) + b2;
            var output = (out2.MatMul(a3) + b3).Squeeze();
            ((output - ys).Pow(2).Sum().Pow(2) / 2).Backward();
            using var noGrad = GradMode.NoGrad();
            var residual = output - ys;
            var gradient3 = (residual.Pow(2).Sum() * 2 * residual).Unsqueeze(1);
            var (gradient2, weight3) = Layer(out2, gradient3, a3);
            var (gradient1, weight2) = Layer(out1, gradient2, a2);
            var (_, weight1) = Layer(xs, gradient1, a1);
            return weight1.Sum(dim: 0).Sum() + weight2.Sum(dim: 0).Sum() + weight3.Sum(dim: 0).Sum();
        };

        static (Tensor Input, Tensor Weight) Layer(Tensor input, Tensor outputGradient, Tensor weight) =>
        (
            weight.MatMul(outputGradient.Unsqueeze(2)).Squeeze(2),
            input.Unsqueeze(2).MatMul(outputGradient.Unsqueeze(1))
        );
    }

    /// <summary>An epoch: 20 batches of 5.</summary>
    private static Func<Tensor> SequentialAdam()
    {
        var loader = new DataLoader(new TensorDataset(Inputs.Values(1, 100, 2), Inputs.Values(2, 100)), batchSize: 5);
        var model = new Sequential(Inputs.Layer(2, 2, 3), Inputs.Layer(2, 2, 5), Inputs.Layer(2, 1, 7));
        var optimizer = new Adam(model.Parameters(), lr: 1e-2);
        var criterion = new MseLoss();
        var total = Tensor.Zeros([]);
        return () =>
        {
            total.Zero_();
            foreach (var (xs, ys) in loader)
            {
                var outputs = model.Forward(xs);
                optimizer.ZeroGrad();
                var loss = criterion.Forward(outputs.Squeeze(), ys);
                loss.Backward();
                optimizer.Step();
                total.Add_(loss.Detach());
            }
            return total;
        };
    }

    private static Func<Tensor> AutogradBasics()
    {
        var weights = Tensor.From([1f, 2f]);
        return () =>
        {
            var (w, a, b) = Graph();
            var y = a * b;
            y.Backward(retainGraph: true);
            w.Grad = null;
            y.Backward();

            (w, a, b) = Graph();
            Tensor.Cat([a * b, a + b], dim: 0).Backward(gradient: weights);

            var x = Tensor.From([3f], requiresGrad: true);
            var first = Gradient.Of(x.Pow(2), x, createGraph: true);
            var second = Gradient.Of(first, x);

            for (int i = 0; i < 4; i++)
            {
                ((w + x) * (w + 1)).Backward();
            }
            return w.Grad! + second;
        };

        static (Tensor W, Tensor A, Tensor B) Graph()
        {
            var w = Tensor.From([1f], requiresGrad: true);
            var x = Tensor.From([2f], requiresGrad: true);
            return (w, w + x, w + 1);
        }
    }

    /// <summary>20 iterations on 200 points, and the look at the accuracy and the loss that comes with them.</summary>
    private static Func<Tensor> LogisticRegression()
    {
        var x = Inputs.Values(1, 200, 2);
        var y = Inputs.Values(2, 200).Gt(0).To(DType.Float32);
        var model = new Sequential(Inputs.Layer(2, 1, 3), new Sigmoid());
        var criterion = new BceLoss();
        var optimizer = new Sgd(model.Parameters(), lr: 0.01, momentum: 0.9);
        return () =>
        {
            Tensor error = null!;
            for (int iteration = 0; iteration < 20; iteration++)
            {
                var p = model.Forward(x).Squeeze();
                error = criterion.Forward(p, y);
                error.Backward();
                optimizer.Step();
                optimizer.ZeroGrad();
                if (iteration > 0) continue;
                _ = p.Ge(0.5).To(DType.Float32).Eq(y).Sum().Item() / y.Count;
                _ = error.Item();
            }
            return error;
        };
    }

    private static Func<Tensor> SigmoidMse()
    {
        var (xs, ys) = (Tensor.From(new[,] { { -0.5f, 0.1f, 1.1f } }), Tensor.From(new[,] { { 0.1f, 0.2f, 9.9f } }));
        var layer = Inputs.Layer(3, 3, 1, bias: false);
        var optimizer = new Adam(layer.Parameters());
        return () =>
        {
            var loss = Functional.MseLoss(layer.Forward(xs).Sigmoid(), ys);
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            return loss;
        };
    }

    private static Func<Tensor> MeanBackward()
    {
        var a = Tensor.From([2f, 3f], requiresGrad: true);
        return () =>
        {
            a.Grad = null;
            var b = a + 3;
            (b * b * 3).Mean().Backward();
            return a.Grad!;
        };
    }

    private static Func<Tensor> MlpInputGradient()
    {
        var one = new Sequential(Inputs.Layer(1, 2, 1), Inputs.Layer(2, 1, 3));
        var two = new Sequential(Inputs.Layer(2, 2, 5), Inputs.Layer(2, 1, 7));
        var input1 = Tensor.From(new[,] { { 2f } }, requiresGrad: true);
        var input2 = Tensor.From(new[,] { { 2f, 3f } }, requiresGrad: true);
        return () =>
        {
            foreach (var net in (ReadOnlySpan<Module>)[one, two]) net.ZeroGrad();
            (input1.Grad, input2.Grad) = (null, null);
            one.Forward(input1).Backward();
            two.Forward(input2).Backward();
            return input1.Grad!.Sum() + input2.Grad!.Sum();
        };
    }
}
