using Gpu.Nn;

namespace Gpu.Compare;

/// <summary>Training steps whose work is in the kernels.</summary>
internal static class TrainingRows
{
    public static Dictionary<string, Func<string[], Func<Tensor>>> All { get; } = new()
    {
        ["mlp-784-256-10"] = words => Classifier(words[0]),
        ["adam"] = words => Update(Inputs.Shape(words[0])),
    };

    /// <summary>784-256-10 with a ReLU, batch 64, cross entropy as log-softmax against one-hot targets.</summary>
    private static Func<Tensor> Classifier(string method)
    {
        var x = Inputs.Values(1, 64, 784);
        var oneHot = new float[64, 10];
        for (int i = 0; i < 64; i++) oneHot[i, i % 10] = 1;
        var target = Tensor.From(oneHot);
        var model = new Sequential(Inputs.Layer(784, 256, 3, 1f / 32), new Relu(), Inputs.Layer(256, 10, 5, 1f / 16));
        Optimizer optimizer = method == "adam" ? new Adam(model.Parameters(), lr: 1e-4) : new Sgd(model.Parameters(), lr: 1e-3);
        return () =>
        {
            var loss = -(model.Forward(x).LogSoftmax(1) * target).Sum() / 64;
            optimizer.ZeroGrad();
            loss.Backward();
            optimizer.Step();
            return loss;
        };
    }

    /// <summary>A step of Adam alone, on a gradient that stays.</summary>
    private static Func<Tensor> Update(int[] shape)
    {
        var parameter = Inputs.Learned(1, shape);
        parameter.Grad = Inputs.Values(2, shape);
        var optimizer = new Adam([parameter]);
        return () =>
        {
            optimizer.Step();
            return parameter;
        };
    }
}
