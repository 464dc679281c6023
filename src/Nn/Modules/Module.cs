using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>A part of a network: it holds parameters, buffers and other modules in its fields, and computes something from tensors.</summary>
/// <remarks>There is nothing to register: fields (also private and inherited ones, properties, and arrays, lists, dictionaries and tuples) that hold a <see cref="Parameter"/>,
/// a <see cref="Buffer"/> or a <see cref="Module"/> are found. Names follow the fields as PyTorch writes them: the field <c>_hidden</c> of a <see cref="Sequential"/> gives
/// "hidden.0.weight", a property <c>RunningMean</c> gives "running_mean".</remarks>
/// <example><code>
/// class Net : Module
/// {
///     private readonly Linear _hidden = new(2, 16), _output = new(16, 1);
///
///     public override Tensor Forward(Tensor x) => _output.Forward(_hidden.Forward(x).Tanh());
/// }
/// </code></example>
public abstract class Module
{
    /// <summary>True while training, which is how a module starts: layers such as dropout behave differently in evaluation.</summary>
    public bool IsTraining { get; private set; } = true;

    /// <summary>Computes the module's output. A module that takes something else than one tensor has a method of its own instead.</summary>
    /// <exception cref="NotSupportedException">The module does not define it.</exception>
    public virtual Tensor Forward(Tensor x) =>
        throw new NotSupportedException($"{GetType().Name} does not override Forward(Tensor). Override it, or call the method that the module has instead.");

    /// <summary>The modules held directly, with their names, in order of declaration.</summary>
    public IEnumerable<(string Name, Module Module)> Children => Own<Module>();

    /// <summary>This module and all modules inside, each once, outer ones first.</summary>
    public IEnumerable<Module> Modules()
    {
        foreach (var (_, module) in NamedModules()) yield return module;
    }

    /// <summary>This module (named "") and all modules inside, each once under its first name, outer ones first.</summary>
    public IEnumerable<(string Name, Module Module)> NamedModules()
    {
        var found = new List<(string, Module)>();
        CollectModules("", found, new(ReferenceEqualityComparer.Instance));
        return found;
    }

    /// <summary>All parameters inside, each once, also where two modules share it.</summary>
    public IEnumerable<Parameter> Parameters()
    {
        foreach (var (_, parameter) in NamedParameters()) yield return parameter;
    }

    /// <summary>All parameters inside with their names, such as "layers.0.weight"; a shared one once, under its first name.</summary>
    public IEnumerable<(string Name, Parameter Parameter)> NamedParameters() => Named<Parameter>();

    /// <summary>All buffers inside, each once.</summary>
    public IEnumerable<Buffer> Buffers()
    {
        foreach (var (_, buffer) in NamedBuffers()) yield return buffer;
    }

    /// <summary>All buffers inside with their names; a shared one once, under its first name.</summary>
    public IEnumerable<(string Name, Buffer Buffer)> NamedBuffers() => Named<Buffer>();

    /// <summary>Switches this module and all inside to training, or away from it. It does not switch gradients: that is <see cref="GradMode.NoGrad"/>.</summary>
    public void Train(bool training = true)
    {
        foreach (var module in Modules()) module.IsTraining = training;
    }

    /// <summary>Switches this module and all inside to evaluation.</summary>
    public void Eval() => Train(false);

    /// <summary>Forgets the gradients of all parameters: sets them to null, or to zero in place.</summary>
    public void ZeroGrad(bool setToNull = true)
    {
        foreach (var parameter in Parameters()) Gradients.Forget(parameter, setToNull);
    }

    /// <summary>The values of all parameters and persistent buffers by name. The tensors share the module's memory; a shared parameter appears under each of its names.</summary>
    public OrderedDictionary<string, Tensor> StateDict() => ModuleState.Of(this);

    /// <summary>Copies values into all parameters and persistent buffers. Dtype and device stay the module's.</summary>
    /// <param name="state">What <see cref="StateDict"/> gave for a module of the same structure.</param>
    /// <param name="strict">Whether names that are missing or unexpected are an error; otherwise what matches is loaded.</param>
    /// <exception cref="ArgumentException">Names or shapes differ: every missing, unexpected and mismatched entry is listed, and the module is unchanged.</exception>
    public void LoadStateDict(IReadOnlyDictionary<string, Tensor> state, bool strict = true) => ModuleState.Load(this, state, strict);

    /// <summary>What <see cref="ToString"/> writes between the parentheses of a module without children: "in_features=2, out_features=1".</summary>
    protected virtual string Describe() => "";

    /// <summary>The structure: one line for each module.</summary>
    public override string ToString()
    {
        var lines = Children.Select(child => $"  ({child.Name}): {child.Module.ToString().ReplaceLineEndings("\n  ")}").ToList();
        return lines.Count == 0 ? $"{GetType().Name}({Describe()})" : $"{GetType().Name}(\n{string.Join("\n", lines)}\n)";
    }

    /// <summary>Moves all parameters, their gradients, and buffers, in place.</summary>
    internal void Move(Func<Tensor, Tensor> convert)
    {
        using var noGrad = GradMode.NoGrad();
        using var pause = Scope.Pause();
        foreach (var parameter in Parameters())
        {
            var gradient = parameter.Grad;
            parameter.SetData(convert(parameter));
            parameter.Grad = gradient == null ? null : convert(gradient);
        }
        foreach (var buffer in Buffers()) buffer.SetData(convert(buffer));
    }

    /// <summary>The members of one kind that this module holds itself.</summary>
    internal IEnumerable<(string Name, T Member)> Own<T>() where T : class
    {
        var found = new List<(string, T)>();
        Members.Visit(this, (name, member) =>
        {
            if (member is T wanted) found.Add((name, wanted));
        });
        return found;
    }

    private void CollectModules(string prefix, List<(string, Module)> found, HashSet<object> seen)
    {
        if (!seen.Add(this)) return;
        found.Add((prefix, this));
        foreach (var (name, child) in Children) child.CollectModules(Members.Join(prefix, name), found, seen);
    }

    private IEnumerable<(string Name, T Tensor)> Named<T>() where T : Tensor
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (prefix, module) in NamedModules())
            foreach (var (name, tensor) in module.Own<T>())
                if (seen.Add(tensor))
                    yield return (Members.Join(prefix, name), tensor);
    }
}

/// <summary>Moving modules; as extensions, so that they return the module's own type.</summary>
public static class ModuleExtensions
{
    /// <summary>Moves all parameters, their gradients, and buffers to a device, in place. Make optimizers afterwards: their state stays where it is.</summary>
    public static TModule To<TModule>(this TModule module, Device device) where TModule : Module
    {
        module.Move(tensor => tensor.To(device));
        return module;
    }

    /// <summary>Converts all floating-point parameters, their gradients, and buffers to float32 or float64, in place. Integer buffers stay.</summary>
    /// <exception cref="ArgumentException">The dtype is not a float.</exception>
    public static TModule To<TModule>(this TModule module, DType dtype) where TModule : Module
    {
        if (!dtype.IsFloat()) throw new ArgumentException($"A module cannot be converted to {dtype.Name()}: its parameters need float32 or float64.", nameof(dtype));
        module.Move(tensor => tensor.DType.IsFloat() ? tensor.To(dtype) : tensor);
        return module;
    }
}
