using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>Reads and writes the state of a module: its parameters and persistent buffers by name.</summary>
internal static class ModuleState
{
    public static OrderedDictionary<string, Tensor> Of(Module module)
    {
        var state = new OrderedDictionary<string, Tensor>();
        foreach (var (name, tensor) in Entries(module))
            if (!state.TryAdd(name, tensor.Detach()))
                throw new InvalidOperationException($"Two members of {module.GetType().Name} are called '{name}' in its state. Rename the field of one of them.");
        return state;
    }

    public static void Load(Module module, IReadOnlyDictionary<string, Tensor> state, bool strict)
    {
        var own = Entries(module);
        var report = new StateReport(module.GetType().Name);
        foreach (var (name, tensor) in own)
            if (!state.TryGetValue(name, out var given))
            {
                if (strict) report.Missing(name, tensor.Shape);
            }
            else if (!given.Shape.SequenceEqual(tensor.Shape)) report.Mismatched(name, tensor.Shape, given);
        var names = own.Select(entry => entry.Name).ToHashSet();
        foreach (var (name, tensor) in state)
            if (strict && !names.Contains(name))
                report.Unexpected(name, tensor);
        report.ThrowIfAny("Load it into a model of the structure that it came from; strict: false ignores names that only one of them has.");

        using var noGrad = GradMode.NoGrad();
        foreach (var (name, tensor) in own)
            if (state.TryGetValue(name, out var given))
                tensor.Copy_(given.To(tensor.Device));
    }

    /// <summary>All entries; a tensor or module that is shared appears under each of its names.</summary>
    private static List<(string Name, Tensor Tensor)> Entries(Module module)
    {
        var found = new List<(string, Tensor)>();
        Collect(module, "", []);
        return found;

        void Collect(Module inner, string prefix, List<Module> path)
        {
            // A module that refers back to an outer one is not inside itself.
            if (path.Contains(inner)) return;
            path.Add(inner);
            Members.Visit(inner, (name, member) =>
            {
                if (member is Module child) Collect(child, Members.Join(prefix, name), path);
                else if (member is not Buffer { Persistent: false }) found.Add((Members.Join(prefix, name), (Tensor)member));
            });
            path.RemoveAt(path.Count - 1);
        }
    }
}
