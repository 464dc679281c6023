using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu.Nn;

/// <summary>What layers and losses compute, as plain functions: the modules call these.</summary>
public static class Functional
{
    private const string NoProbabilities = "Binary cross entropy needs probabilities and targets in [0, 1], but an element is outside or NaN. Apply Sigmoid to the input first, and check the targets and the learning rate.";

    /// <summary>y = x Wᵀ + b, with x [..., in], W [out, in], b [out], y [..., out].</summary>
    /// <exception cref="ArgumentException">The last dimension of <paramref name="x"/> is not that of <paramref name="weight"/>.</exception>
    public static Tensor Linear(Tensor x, Tensor weight, Tensor? bias = null)
    {
        if (weight.Rank != 2) throw new ArgumentException($"The weight of a linear layer has shape [out, in], not {weight.Shape}.", nameof(weight));
        int features = weight.Size(1);
        if (x.Rank == 0 || x.Size(-1) != features)
            throw new ArgumentException($"A linear layer with {features} input feature{(features == 1 ? "" : "s")} (weight {weight.Shape}) cannot take an input of shape {x.Shape}: "
                + (x.Rank == 0 ? "it has no dimension." : $"its last dimension is {x.Size(-1)}.") + " Reshape the input, or make the layer with as many input features.", nameof(x));
        if (bias is null) return x.MatMul(weight.T);
        // Whatever the sum would have to convert or refuse is left to it.
        if (x.Rank == 1 || bias.Rank != 1 || bias.Size(0) != weight.Size(0) || bias.DType != x.DType || x.DType != weight.DType) return x.MatMul(weight.T) + bias;
        return x.Rank == 2 ? bias.AddMm(x, weight.T) : bias.AddMm(x.Flatten(0, -2), weight.T).Reshape([.. x.Shape[..^1], weight.Size(0)]);
    }

    /// <summary>(input - target)², reduced.</summary>
    public static Tensor MseLoss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
    {
        WarnIfShapesDiffer(input, target, "mean squared error");
        return Reduce(input.SquaredDifference(target), reduction);
    }

    /// <summary>|input - target|, reduced.</summary>
    public static Tensor L1Loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
    {
        WarnIfShapesDiffer(input, target, "mean absolute error");
        return Reduce((input - target).Abs(), reduction);
    }

    /// <summary>-(t log p + (1 - t) log(1 - p)), reduced; the logarithms are at least -100.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability or target is outside [0, 1]: at the call on the CPU, at the next read on other devices.</exception>
    public static Tensor BceLoss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
    {
        if (!input.Shape.SequenceEqual(target.Shape))
            throw new ArgumentException($"Binary cross entropy needs one target for each probability: the input has shape {input.Shape}, the target {target.Shape}. Squeeze or reshape one of them.", nameof(target));
        if (!input.DType.IsFloat() || input.DType != target.DType)
            throw new ArgumentException($"Binary cross entropy needs probabilities and targets of one floating-point dtype: the input is {input.DType.Name()}, the target {target.DType.Name()}. Convert with To(DType.Float32).", nameof(target));
        Tensor.Require(new BothInUnitInterval(), input, target, NoProbabilities);
        return Reduce(Tensor.Apply(new BinaryCrossEntropy(), input, target), reduction);
    }

    private static Tensor Reduce(Tensor losses, Reduction reduction) => reduction switch
    {
        Reduction.Mean => losses.Mean(),
        Reduction.Sum => losses.Sum(),
        Reduction.None => losses,
        _ => throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "A reduction is Mean, Sum or None."),
    };

    private static void WarnIfShapesDiffer(Tensor input, Tensor target, string loss)
    {
        if (input.Shape.SequenceEqual(target.Shape)) return;
        Warn.That($"The {loss} of an input of shape {input.Shape} and a target of shape {target.Shape} broadcasts both to {Layout.Format(Layout.BroadcastSizes(input.Shape, target.Shape))}. "
            + "Give both the same shape, for instance with Squeeze or Unsqueeze, unless that is what you mean.");
    }
}
