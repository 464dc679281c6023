namespace Gpu.Nn;

/// <summary>How a loss combines the losses of the elements.</summary>
public enum Reduction
{
    /// <summary>Their mean.</summary>
    Mean,
    /// <summary>Their sum.</summary>
    Sum,
    /// <summary>Not at all: one loss for each element.</summary>
    None,
}

/// <summary>A function of a prediction and a target that training makes small.</summary>
/// <param name="reduction">How the losses of the elements are combined.</param>
public abstract class Loss(Reduction reduction) : Module
{
    /// <summary>How the losses of the elements are combined.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss of <paramref name="input"/>, the prediction, against <paramref name="target"/>.</summary>
    public abstract Tensor Forward(Tensor input, Tensor target);

    /// <inheritdoc/>
    protected override string Describe() => $"reduction={Reduction}";
}

/// <summary>Mean squared error: (input - target)², reduced. A difference in shapes is a warning: it broadcasts, which is seldom meant.</summary>
/// <param name="reduction">How the losses of the elements are combined.</param>
public sealed class MseLoss(Reduction reduction = Reduction.Mean) : Loss(reduction)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor target) => Functional.MseLoss(input, target, Reduction);
}

/// <summary>Mean absolute error: |input - target|, reduced. A difference in shapes is a warning: it broadcasts, which is seldom meant.</summary>
/// <param name="reduction">How the losses of the elements are combined.</param>
public sealed class L1Loss(Reduction reduction = Reduction.Mean) : Loss(reduction)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor target) => Functional.L1Loss(input, target, Reduction);
}

/// <summary>Binary cross entropy of probabilities: -(t log p + (1 - t) log(1 - p)), reduced; the logarithms are at least -100.</summary>
/// <param name="reduction">How the losses of the elements are combined.</param>
public sealed class BceLoss(Reduction reduction = Reduction.Mean) : Loss(reduction)
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor input, Tensor target) => Functional.BceLoss(input, target, Reduction);
}
