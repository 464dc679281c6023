using Gpu.Kernels.Functors;

namespace Gpu.Nn;

/// <summary>Settings of <see cref="Adam"/> and <see cref="AdamW"/> for a group of parameters.</summary>
public sealed class AdamGroup : ParameterGroup
{
    private double _beta1, _beta2, _epsilon;

    /// <summary>A group.</summary>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="betas">Decay rates of the two moments, in [0, 1); (0.9, 0.999) by default.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weightDecay">Adam: factor of the parameter that is added to its gradient. AdamW: factor of lr by which the parameter shrinks.</param>
    /// <param name="amsgrad">Whether the largest second moment so far is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting that is negative, NaN, or a beta of 1 or more.</exception>
    /// <exception cref="ArgumentException">No parameters, or one that is not a leaf.</exception>
    public AdamGroup(IEnumerable<Tensor> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8, double weightDecay = 0, bool amsgrad = false)
        : base(parameters, lr, weightDecay)
    {
        (Beta1, Beta2) = betas ?? (0.9, 0.999);
        (Epsilon, AmsGrad) = (eps, amsgrad);
    }

    /// <summary>Decay rate of the first moment, in [0, 1).</summary>
    public double Beta1
    {
        get => _beta1;
        set => _beta1 = BelowOne(value, "Beta1");
    }

    /// <summary>Decay rate of the second moment, in [0, 1).</summary>
    public double Beta2
    {
        get => _beta2;
        set => _beta2 = BelowOne(value, "Beta2");
    }

    /// <summary>Added to the denominator: 0 or more.</summary>
    public double Epsilon
    {
        get => _epsilon;
        set => _epsilon = AtLeastZero(value, "epsilon");
    }

    /// <summary>Whether the largest second moment so far is used.</summary>
    public bool AmsGrad { get; set; }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<GroupSetting> Settings =>
    [
        .. base.Settings,
        new("beta1", () => Beta1, value => Beta1 = value),
        new("beta2", () => Beta2, value => Beta2 = value),
        new("eps", () => Epsilon, value => Epsilon = value),
        new("amsgrad", () => AmsGrad ? 1 : 0, value => AmsGrad = value != 0),
    ];
}

/// <summary>g = ∇p + decay p, m = β₁ m + (1 - β₁) g, v = β₂ v + (1 - β₂) g², p = p - lr m̂ / (√v̂ + ε) with m̂ = m / (1 - β₁ᵗ), v̂ = v / (1 - β₂ᵗ).
/// Kingma and Ba, Adam, 2015; with AmsGrad, v̂ uses the largest v so far (Reddi et al., 2018).</summary>
public class Adam : Optimizer
{
    private const int Mean = 0, Square = 1, LargestSquare = 2;

    private readonly UpdateBatch<AdamUpdate> _adam = new();
    private readonly UpdateBatch<AmsGradUpdate> _amsGrad = new();

    /// <summary>One group over all parameters.</summary>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="betas">Decay rates of the two moments, in [0, 1); (0.9, 0.999) by default.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weightDecay">Factor of the parameter that is added to its gradient.</param>
    /// <param name="amsgrad">Whether the largest second moment so far is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting that is negative, NaN, or a beta of 1 or more.</exception>
    /// <exception cref="ArgumentException">No parameters, or one that is not a leaf.</exception>
    public Adam(IEnumerable<Tensor> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8, double weightDecay = 0, bool amsgrad = false)
        : this([new AdamGroup(parameters, lr, betas, eps, weightDecay, amsgrad)]) { }

    /// <summary>Several groups with settings of their own.</summary>
    public Adam(IEnumerable<AdamGroup> groups) : base(groups) { }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<string> SlotNames { get; } = ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"];

    /// <inheritdoc/>
    protected internal override bool UsesSlot(ParameterGroup group, int slot) => slot != LargestSquare || ((AdamGroup)group).AmsGrad;

    /// <summary>Whether the weight decay shrinks the parameter instead of adding to its gradient.</summary>
    private protected virtual bool DecaysParameter => false;

    /// <inheritdoc/>
    protected override void Update(ParameterGroup group, Tensor parameter, Tensor gradient, ParameterState state)
    {
        var settings = (AdamGroup)group;
        double step = settings.LearningRate / (1 - Math.Pow(settings.Beta1, state.Step));
        double scale = 1 / Math.Sqrt(1 - Math.Pow(settings.Beta2, state.Step));
        double decay = DecaysParameter ? 0 : settings.WeightDecay, shrink = DecaysParameter ? 1 - settings.LearningRate * settings.WeightDecay : 1;
        var op = new AdamUpdate(step, scale, settings.Beta1, settings.Beta2, settings.Epsilon, decay, shrink);
        Tensor mean = Slot(state, Mean, parameter), square = Slot(state, Square, parameter);
        if (settings.AmsGrad) _amsGrad.Add(new(op), parameter, gradient, mean, square, Slot(state, LargestSquare, parameter));
        else _adam.Add(op, parameter, gradient, mean, square);
    }

    private protected override bool MakesTensors => false;

    private protected override void Finish()
    {
        _adam.Run();
        _amsGrad.Run();
    }
}

/// <summary>Adam with decoupled weight decay: p = p (1 - lr decay) instead of a term in the gradient, then the step of <see cref="Adam"/>.
/// Loshchilov and Hutter, Decoupled weight decay regularization, 2019.</summary>
public sealed class AdamW : Adam
{
    /// <summary>One group over all parameters.</summary>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="betas">Decay rates of the two moments, in [0, 1); (0.9, 0.999) by default.</param>
    /// <param name="eps">Added to the denominator.</param>
    /// <param name="weightDecay">Factor of lr by which the parameter shrinks.</param>
    /// <param name="amsgrad">Whether the largest second moment so far is used.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting that is negative, NaN, or a beta of 1 or more.</exception>
    /// <exception cref="ArgumentException">No parameters, or one that is not a leaf.</exception>
    public AdamW(IEnumerable<Tensor> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8, double weightDecay = 0.01, bool amsgrad = false)
        : base(parameters, lr, betas, eps, weightDecay, amsgrad) { }

    /// <summary>Several groups with settings of their own.</summary>
    public AdamW(IEnumerable<AdamGroup> groups) : base(groups) { }

    private protected override bool DecaysParameter => true;
}
