using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>Parameters that an optimizer treats alike, and how.</summary>
public class ParameterGroup
{
    private double _learningRate, _weightDecay;

    /// <summary>A group.</summary>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="weightDecay">Factor of the parameter that is added to its gradient.</param>
    /// <exception cref="ArgumentException">No parameters, one of them twice, or one that is not a leaf.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative or NaN rate or decay.</exception>
    public ParameterGroup(IEnumerable<Tensor> parameters, double lr, double weightDecay = 0)
    {
        Parameters = [.. parameters];
        if (Parameters.Count == 0)
            throw new ArgumentException("An optimizer needs at least one parameter. Does the module hold its layers in fields, and does the sequence still have elements (a LINQ query over an emptied list has none)?", nameof(parameters));
        var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in Parameters)
        {
            if (parameter == null) throw new ArgumentNullException(nameof(parameters), $"Parameter {seen.Count} of the group is null. Leave out what a layer does not have, such as a bias.");
            if (!parameter.IsLeaf)
                throw new ArgumentException($"A tensor of shape {parameter.Shape} ({parameter.DType.Name()} on '{parameter.Device}') was computed by {parameter.GradFunction}; an optimizer changes leaves only. Pass the tensor it was computed from, or use Detach().RequireGrad().", nameof(parameters));
            if (!seen.Add(parameter))
                throw new ArgumentException($"A parameter of shape {parameter.Shape} appears twice in one group; it would be updated twice in a step.", nameof(parameters));
        }
        (LearningRate, WeightDecay) = (lr, weightDecay);
        States = new ParameterState?[Parameters.Count];
    }

    /// <summary>The parameters, in a fixed order.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>Learning rate: 0 or more.</summary>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = AtLeastZero(value, "learning rate");
    }

    /// <summary>Weight decay: 0 or more.</summary>
    public double WeightDecay
    {
        get => _weightDecay;
        set => _weightDecay = AtLeastZero(value, "weight decay");
    }

    /// <summary>What the optimizer remembers for each parameter; null before its first step.</summary>
    internal ParameterState?[] States { get; }

    /// <summary>The settings as named numbers, which is how a state dictionary holds them. Those of a derived group follow those of the base.</summary>
    protected internal virtual IReadOnlyList<GroupSetting> Settings =>
    [
        new("lr", () => LearningRate, value => LearningRate = value),
        new("weight_decay", () => WeightDecay, value => WeightDecay = value),
    ];

    /// <summary>The value, when it is 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or NaN.</exception>
    protected static double AtLeastZero(double value, string what) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"The {what} must be 0 or more, not {value}.");

    /// <summary>The value, when it is in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    protected static double BelowOne(double value, string what) =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"{what} must be at least 0 and less than 1, not {value}.");
}

/// <summary>One setting of a group, by name.</summary>
/// <param name="Name">Its name in the state dictionary.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Set">Writes it.</param>
public readonly record struct GroupSetting(string Name, Func<double> Get, Action<double> Set);

/// <summary>What an optimizer remembers for one parameter: the number of steps and a tensor for each of its slots.</summary>
public sealed class ParameterState
{
    private readonly Tensor?[] _slots;

    internal ParameterState(int slots) => _slots = new Tensor?[slots];

    /// <summary>Steps done, the current one included.</summary>
    public long Step { get; internal set; }

    /// <summary>The tensor of a slot; null until it is first used.</summary>
    public Tensor? this[int slot]
    {
        get => _slots[slot];
        set => _slots[slot] = value;
    }

    /// <summary>Moves the slots to where the parameter is now: a model may be moved or converted between two steps.</summary>
    internal void Follow(Tensor parameter)
    {
        for (int slot = 0; slot < _slots.Length; slot++)
            if (_slots[slot] is { } values && (values.Device != parameter.Device || values.DType != parameter.DType)) _slots[slot] = Moved(values, parameter);
    }

    private static Tensor Moved(Tensor values, Tensor parameter)
    {
        using var pause = Scope.Pause();
        return values.To(parameter.Device, parameter.DType);
    }
}
