using System.Globalization;
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
        var report = new StateReport(optimizer.GetType().Name);
        var unused = state.Keys.ToHashSet();
        // Settings decide which slots are in use, so the given ones are looked at first; they are written last.
        var settings = new List<(GroupSetting Setting, double Value)>();
        for (int g = 0; g < optimizer.Groups.Count; g++)
            foreach (var setting in optimizer.Groups[g].Settings)
                if (Take($"group.{g}.{setting.Name}", []) is { } value)
                    settings.Add((setting, value.Item()));

        var loaded = new List<(ParameterGroup Group, int Index, ParameterState State)>();
        foreach (var (number, group, _, index) in Parameters(optimizer))
        {
            string prefix = $"state.{number.ToString(CultureInfo.InvariantCulture)}.";
            if (!unused.Any(name => name.StartsWith(prefix, StringComparison.Ordinal))) continue;
            var fresh = new ParameterState(optimizer.SlotNames.Count);
            if (Take(prefix + "step", []) is { } step) fresh.Step = step.Item<long>();
            for (int slot = 0; slot < optimizer.SlotNames.Count; slot++)
            {
                string name = prefix + optimizer.SlotNames[slot];
                if (!state.ContainsKey(name) && !optimizer.UsesSlot(group, slot)) continue;
                var parameter = group.Parameters[index];
                if (Take(name, parameter.Shape) is { } values) fresh[slot] = Own(values, parameter);
            }
            loaded.Add((group, index, fresh));
        }
        foreach (string name in unused) report.Unexpected(name, state[name]);
        report.ThrowIfAny("Load it into an optimizer of the same kind, over parameters of the same shapes in the same order.");

        foreach (var (setting, value) in settings) setting.Set(value);
        foreach (var (group, index, fresh) in loaded) group.States[index] = fresh;

        Tensor? Take(string name, ReadOnlySpan<int> shape)
        {
            unused.Remove(name);
            if (!state.TryGetValue(name, out var given)) report.Missing(name, shape);
            else if (!given.Shape.SequenceEqual(shape)) report.Mismatched(name, shape, given);
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
