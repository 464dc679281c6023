using Gpu.Kernels.Functors;

namespace Gpu.Nn;

/// <summary>Settings of <see cref="Sgd"/> for a group of parameters.</summary>
public sealed class SgdGroup : ParameterGroup
{
    private double _momentum, _dampening;

    /// <summary>A group.</summary>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="momentum">Factor μ of the velocity; 0 for none.</param>
    /// <param name="dampening">What is taken from the gradient's share of the velocity.</param>
    /// <param name="weightDecay">Factor of the parameter that is added to its gradient.</param>
    /// <param name="nesterov">Whether the step looks ahead along the velocity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative or NaN setting.</exception>
    /// <exception cref="ArgumentException">Nesterov without momentum or with dampening; no parameters, or one that is not a leaf.</exception>
    public SgdGroup(IEnumerable<Tensor> parameters, double lr, double momentum = 0, double dampening = 0, double weightDecay = 0, bool nesterov = false) : base(parameters, lr, weightDecay)
    {
        (Momentum, Dampening, Nesterov) = (momentum, dampening, nesterov);
        if (nesterov && (momentum == 0 || dampening != 0))
            throw new ArgumentException($"Nesterov's step needs a momentum above 0 and no dampening, not momentum {momentum} and dampening {dampening}.", nameof(nesterov));
    }

    /// <summary>Factor μ of the velocity: 0 or more.</summary>
    public double Momentum
    {
        get => _momentum;
        set => _momentum = AtLeastZero(value, "momentum");
    }

    /// <summary>What is taken from the gradient's share of the velocity: 0 or more.</summary>
    public double Dampening
    {
        get => _dampening;
        set => _dampening = AtLeastZero(value, "dampening");
    }

    /// <summary>Whether the step looks ahead along the velocity.</summary>
    public bool Nesterov { get; set; }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<GroupSetting> Settings =>
    [
        .. base.Settings,
        new("momentum", () => Momentum, value => Momentum = value),
        new("dampening", () => Dampening, value => Dampening = value),
        new("nesterov", () => Nesterov ? 1 : 0, value => Nesterov = value != 0),
    ];
}

/// <summary>Stochastic gradient descent: g = ∇p + decay p, v = μ v + (1 - dampening) g (the first v is g), p = p - lr v;
/// without momentum p = p - lr g, with Nesterov's p = p - lr (g + μ v). Sutskever et al., On the importance of initialization and momentum, 2013.</summary>
public sealed class Sgd : Optimizer
{
    private const int Velocity = 0;

    private readonly UpdateBatch<SgdUpdate> _plain = new();
    private readonly UpdateBatch<MomentumUpdate> _momentum = new();
    private readonly UpdateBatch<NesterovUpdate> _nesterov = new();

    /// <summary>One group over all parameters.</summary>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="momentum">Factor μ of the velocity; 0 for none.</param>
    /// <param name="dampening">What is taken from the gradient's share of the velocity.</param>
    /// <param name="weightDecay">Factor of the parameter that is added to its gradient.</param>
    /// <param name="nesterov">Whether the step looks ahead along the velocity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative or NaN setting.</exception>
    /// <exception cref="ArgumentException">Nesterov without momentum or with dampening; no parameters, or one that is not a leaf.</exception>
    public Sgd(IEnumerable<Tensor> parameters, double lr, double momentum = 0, double dampening = 0, double weightDecay = 0, bool nesterov = false)
        : this([new SgdGroup(parameters, lr, momentum, dampening, weightDecay, nesterov)]) { }

    /// <summary>Several groups with settings of their own.</summary>
    public Sgd(IEnumerable<SgdGroup> groups) : base(groups) { }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<string> SlotNames { get; } = ["momentum_buffer"];

    /// <inheritdoc/>
    protected internal override bool UsesSlot(ParameterGroup group, int slot) => ((SgdGroup)group).Momentum != 0;

    /// <inheritdoc/>
    protected override void Update(ParameterGroup group, Tensor parameter, Tensor gradient, ParameterState state)
    {
        var settings = (SgdGroup)group;
        double lr = settings.LearningRate, momentum = settings.Momentum, decay = settings.WeightDecay;
        if (momentum == 0)
        {
            _plain.Add(new(lr, decay), parameter, gradient);
            return;
        }
        // The first velocity is the whole gradient; -0 + g is g, down to its sign.
        double share = state[Velocity] is null ? 1 : 1 - settings.Dampening;
        var velocity = Slot(state, Velocity, parameter, start: -0.0);
        if (settings.Nesterov) _nesterov.Add(new(lr, momentum, share, decay), parameter, gradient, velocity);
        else _momentum.Add(new(lr, momentum, share, decay), parameter, gradient, velocity);
    }

    private protected override bool MakesTensors => false;

    private protected override void Finish()
    {
        _plain.Run();
        _momentum.Run();
        _nesterov.Run();
    }
}
