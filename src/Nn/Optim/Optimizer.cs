using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>Changes parameters by their gradients. The work stays on the device of each parameter; nothing is read back.</summary>
public abstract class Optimizer
{
    private readonly List<ParameterGroup> _groups = [];

    /// <summary>An optimizer over groups of parameters.</summary>
    /// <exception cref="ArgumentException">No groups, or a parameter in two groups.</exception>
    protected Optimizer(IEnumerable<ParameterGroup> groups)
    {
        foreach (var group in groups) Add(group);
        if (_groups.Count == 0) throw new ArgumentException("An optimizer needs at least one group of parameters.", nameof(groups));
    }

    /// <summary>The groups. Their settings may be changed between steps.</summary>
    public IReadOnlyList<ParameterGroup> Groups => _groups;

    /// <summary>Sets the gradients of all parameters to null, or to zero in place. After null, a parameter that gets no gradient is skipped by the next step.</summary>
    public void ZeroGrad(bool setToNull = true)
    {
        foreach (var group in _groups)
            for (int i = 0; i < group.Parameters.Count; i++)
                Gradients.Forget(group.Parameters[i], setToNull);
    }

    /// <summary>Updates every parameter that has a gradient.</summary>
    public void Step()
    {
        using var noGrad = GradMode.NoGrad();
        // What is made in Update and remembered outlives the step.
        using var pause = MakesTensors ? Scope.Pause() : null;
        try
        {
            foreach (var group in _groups)
                for (int i = 0; i < group.Parameters.Count; i++)
                {
                    var parameter = group.Parameters[i];
                    if (parameter.Grad is not { } gradient) continue;
                    var state = group.States[i] ??= new(SlotNames.Count);
                    state.Follow(parameter);
                    state.Step++;
                    Update(group, parameter, gradient, state);
                }
        }
        finally
        {
            Finish();
        }
    }

    /// <summary>The number of steps, the slots and the settings, by name: "state.3.exp_avg", "group.0.lr". Parameters are numbered through all groups. The tensors share the optimizer's memory.</summary>
    public OrderedDictionary<string, Tensor> StateDict() => OptimizerState.Of(this);

    /// <summary>Takes over the steps, slots and settings of an optimizer over parameters of the same shapes, in the same order.</summary>
    /// <exception cref="ArgumentException">Names or shapes differ: every missing, unexpected and mismatched entry is listed, and the optimizer is unchanged.</exception>
    public void LoadStateDict(IReadOnlyDictionary<string, Tensor> state) => OptimizerState.Load(this, state);

    /// <summary>The names of the slots, as the state dictionary holds them.</summary>
    protected internal abstract IReadOnlyList<string> SlotNames { get; }

    /// <summary>Whether a parameter that was updated has this slot filled.</summary>
    protected internal virtual bool UsesSlot(ParameterGroup group, int slot) => true;

    /// <summary>Updates one parameter in place. Gradients are not recorded, and tensors made here belong to no scope.</summary>
    protected abstract void Update(ParameterGroup group, Tensor parameter, Tensor gradient, ParameterState state);

    /// <summary>Whether <see cref="Update"/> makes tensors outside of <see cref="Slot"/>.</summary>
    private protected virtual bool MakesTensors => true;

    /// <summary>Runs what <see cref="Update"/> has collected, at the end of a step.</summary>
    private protected virtual void Finish() { }

    /// <summary>The tensor of a slot. When it is first used it is filled with <paramref name="start"/>, and belongs to no scope.</summary>
    private protected static Tensor Slot(ParameterState state, int slot, Tensor parameter, double start = 0)
    {
        return state[slot] ?? Make();

        Tensor Make()
        {
            using var pause = Scope.Pause();
            return state[slot] = Tensor.EmptyLike(parameter).Fill_(start);
        }
    }

    /// <summary>Adds a group, with the checks that concern several.</summary>
    private protected void Add(ParameterGroup group)
    {
        foreach (var other in _groups)
            if (other.Parameters.Intersect(group.Parameters, ReferenceEqualityComparer.Instance).FirstOrDefault() is Tensor shared)
                throw new ArgumentException($"A parameter of shape {shared.Shape} is in two groups; it would be updated twice in a step.", nameof(group));
        _groups.Add(group);
    }
}
