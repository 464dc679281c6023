namespace Gpu.Tutorials;

/// <summary>One tutorial: its name, what it is about, and the method that runs and checks it.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Summary">One line for <c>--list</c>.</param>
/// <param name="Run">The tutorial.</param>
public sealed record Tutorial(string Name, string Summary, Action<Lesson> Run)
{
    /// <summary>All tutorials, in the order in which to read them.</summary>
    public static IReadOnlyList<Tutorial> All { get; } =
    [
        new("loss-curve", "the mean squared error of y = w x for many w", LossCurve.Run),
        new("gradient-descent", "one parameter, the gradient written by hand", GradientDescent.Run),
        new("stochastic-gradient-descent", "the same, one sample at a time", StochasticGradientDescent.Run),
        new("tensor-backward", "the same, the gradient found by Backward", TensorBackward.Run),
        new("linear-module", "a module, a loss and an optimizer", LinearModule.Run),
        new("linear-two-parameters", "y = a x + b in batches, 100 epochs", LinearTwoParameters.Run),
        new("two-layer-chain-rule", "two layers: the chain rule by hand and by the engine", TwoLayerChainRule.Run),
        new("three-layer-manual-gradient", "three layers: the backward pass of matrices by hand and by the engine", ThreeLayerManualGradient.Run),
        new("sequential-adam", "three linear layers trained with Adam", SequentialAdam.Run),
        new("autograd-basics", "retained graphs, weighted gradients, second derivatives, accumulation, leaves", AutogradBasics.Run),
        new("logistic-regression", "two clouds of points, binary cross entropy, SGD with momentum", LogisticRegression.Run),
        new("sigmoid-mse-3x3", "a gradient and an Adam step written by hand against the engine", SigmoidMse.Run),
        new("mean-backward", "the smallest example of Backward on a vector", MeanBackward.Run),
        new("mlp-input-gradient", "the derivative of a network by its input", MlpInputGradient.Run),
    ];
}
