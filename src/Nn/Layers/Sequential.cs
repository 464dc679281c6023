using System.Collections;

namespace Gpu.Nn;

/// <summary>Modules one after another: each takes the output of the one before. Their names are "0", "1" and so on.</summary>
public sealed class Sequential : Module, IReadOnlyList<Module>
{
    [NameInState("")]
    private readonly Module[] _modules;

    /// <summary>A chain of modules.</summary>
    public Sequential(params ReadOnlySpan<Module> modules)
    {
        _modules = modules.ToArray();
        for (int i = 0; i < _modules.Length; i++)
            if (_modules[i] is null)
                throw new ArgumentNullException(nameof(modules), $"Module {i} of {_modules.Length} is null.");
    }

    /// <summary>The module at a position.</summary>
    public Module this[int index] => _modules[index];

    /// <summary>Number of modules.</summary>
    public int Count => _modules.Length;

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        foreach (var module in _modules) x = module.Forward(x);
        return x;
    }

    /// <inheritdoc/>
    public IEnumerator<Module> GetEnumerator() => ((IEnumerable<Module>)_modules).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
