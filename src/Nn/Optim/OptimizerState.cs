using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>Reads and writes the state of an optimizer as named tensors.</summary>
internal static class OptimizerState
{
    public static OrderedDictionary<string, Tensor> Of(Optimizer optimizer)
    {
        var state = new OrderedDictionary<string, Tensor>();
        foreach (var (number, group, own, _) in Parameters(optimizer))
        {
            if (own == null) continue;
            state[$"state.{number}.step"] = Tensor.Scalar(own.Step, DType.Int64);
            for (int slot = 0; slot < optimizer.SlotNames.Count; slot++)
                if (optimizer.UsesSlot(group, slot) && own[slot] is { } tensor)
                    state[$"state.{number}.{optimizer.SlotNames[slot]}"] = tensor.Detach();
        }
        for (int g = 0; g < optimizer.Groups.Count; g++)
            foreach (var setting in optimizer.Groups[g].Settings)
                state[$"group.{g}.{setting.Name}"] = Tensor.Scalar(setting.Get(), DType.Float64);
        return state;
    }

    public static void Load(Optimizer optimizer, IReadOnlyDictionary<string, Tensor> state)
    {
        var former = optimizer.Groups.SelectMany(group => group.Settings).Select(setting => (setting.Set, Value: setting.Get())).ToList();
        try
        {
            var reader = new Reader(optimizer, state);
            // The settings decide which slots are in use.
            reader.WriteSettings();
            var slots = reader.ReadSlots();
            reader.ThrowIfAnyIsWrong();
            foreach (var (group, index, fresh) in slots) group.States[index] = fresh;
        }
        catch
        {
            foreach (var (set, value) in former) set(value);
            throw;
        }
    }

    /// <summary>Takes entries of a state and notes what is missing or does not fit.</summary>
    private sealed class Reader(Optimizer optimizer, IReadOnlyDictionary<string, Tensor> state)
    {
        private readonly StateReport _report = new(optimizer.GetType().Name);
        private readonly HashSet<string> _unused = [.. state.Keys];

        public void WriteSettings()
        {
            for (int g = 0; g < optimizer.Groups.Count; g++)
                foreach (var setting in optimizer.Groups[g].Settings)
                    if (Take($"group.{g}.{setting.Name}", []) is { } value)
                        setting.Set(value.Item());
        }

        public List<(ParameterGroup Group, int Index, ParameterState? State)> ReadSlots() =>
            [.. Parameters(optimizer).Select(entry => (entry.Group, entry.Index, ReadSlots(entry.Number, entry.Group, entry.Group.Parameters[entry.Index])))];

        public void ThrowIfAnyIsWrong()
        {
            foreach (string name in _unused) _report.Unexpected(name, state[name]);
            _report.ThrowIfAny("Load it into an optimizer of the same kind, over parameters of the same shapes in the same order.");
        }

        private ParameterState? ReadSlots(int number, ParameterGroup group, Tensor parameter)
        {
            string prefix = $"state.{number}.";
            // A parameter that never had a gradient has no state.
            if (!_unused.Any(name => name.StartsWith(prefix, StringComparison.Ordinal))) return null;
            var result = new ParameterState(optimizer.SlotNames.Count);
            if (Take(prefix + "step", []) is { } step) result.Step = (long)step.Item();
            for (int slot = 0; slot < optimizer.SlotNames.Count; slot++)
            {
                string name = prefix + optimizer.SlotNames[slot];
                if ((state.ContainsKey(name) || optimizer.UsesSlot(group, slot)) && Take(name, parameter.Shape) is { } values) result[slot] = Own(values, parameter);
            }
            return result;
        }

        private Tensor? Take(string name, ReadOnlySpan<int> shape)
        {
            _unused.Remove(name);
            if (!state.TryGetValue(name, out var given)) _report.Missing(name, shape);
            else if (!given.Shape.SequenceEqual(shape)) _report.Mismatched(name, shape, given);
            else return given;
            return null;
        }
    }

    /// <summary>A copy in the parameter's dtype and on its device, which belongs to no scope.</summary>
    private static Tensor Own(Tensor values, Tensor parameter)
    {
        using var pause = Scope.Pause();
        using var noGrad = GradMode.NoGrad();
        return Tensor.Empty(parameter.Shape, parameter.DType, parameter.Device).Copy_(values.To(parameter.Device));
    }

    private static IEnumerable<(int Number, ParameterGroup Group, ParameterState? State, int Index)> Parameters(Optimizer optimizer)
    {
        int number = 0;
        foreach (var group in optimizer.Groups)
            for (int i = 0; i < group.Parameters.Count; i++)
                yield return (number++, group, group.States[i], i);
    }
}
