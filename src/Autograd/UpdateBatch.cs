using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

/// <summary>Steps of an optimizer that are collected and then run together: each element is read and written once, and small tensors cost no calls of their own. Never recorded.</summary>
/// <typeparam name="TOp">The formula. Its fields may differ from tensor to tensor.</typeparam>
public sealed class UpdateBatch<TOp> where TOp : unmanaged, IUpdate
{
    private UpdateItem<TOp>[] _items = [];
    private int _count;

    /// <summary>Adds a tensor to the batch, and notes the change of it and of what is remembered for it. The values change when the batch runs: until then none of them may be used.</summary>
    /// <param name="op">The formula, with the settings for this tensor.</param>
    /// <param name="parameter">What to change.</param>
    /// <param name="gradient">Its gradient, of the same shape.</param>
    /// <param name="first">What is remembered: contiguous tensors of the same shape, as many as the formula has slots.</param>
    /// <param name="second">See <paramref name="first"/>.</param>
    /// <param name="third">See <paramref name="first"/>.</param>
    /// <exception cref="ArgumentException">Another shape, dtype or device than the parameter's, integers, or a missing or strided slot.</exception>
    /// <exception cref="InvalidOperationException">While recording, when one of the tensors requires grad.</exception>
    public void Add(TOp op, Tensor parameter, Tensor gradient, Tensor? first = null, Tensor? second = null, Tensor? third = null)
    {
        InPlace.Check(parameter, parameter.Records, "An update");
        if (!parameter.DType.IsFloat()) throw new ArgumentException($"An update needs a float parameter, not one of dtype {parameter.DType.Name()} (shape {parameter.Shape}).", nameof(parameter));
        Fits(parameter, gradient, "gradient");
        if (op.Slots > 0) CheckSlot(parameter, first, nameof(first));
        if (op.Slots > 1) CheckSlot(parameter, second, nameof(second));
        if (op.Slots > 2) CheckSlot(parameter, third, nameof(third));

        bool isWindow = !parameter.IsContiguous;
        if (isWindow || !MayRunBeside(parameter, gradient)) Run();
        var target = isWindow ? parameter.Clone() : parameter;
        if (!gradient.IsContiguous || (ReferenceEquals(gradient.Storage, parameter.Storage) && !ReferenceEquals(gradient.Layout, parameter.Layout))) gradient = gradient.Clone();
        Changes(target);
        if (op.Slots > 0) Changes(first!);
        if (op.Slots > 1) Changes(second!);
        if (op.Slots > 2) Changes(third!);
        if (_count == _items.Length) Array.Resize(ref _items, Math.Max(4, 2 * _count));
        _items[_count++] = new(op, target.Operand, gradient.Operand, first?.Operand ?? default, second?.Operand ?? default, third?.Operand ?? default);
        if (!isWindow) return;
        Run();
        parameter.Copy_(target);
        target.Dispose();
    }

    /// <summary>Runs what was added since the last run. The batch holds on to nothing then.</summary>
    public void Run()
    {
        if (_count == 0) return;
        var items = _items.AsSpan(0, _count);
        _count = 0;
        try
        {
            Dispatch.Update<TOp>(items);
        }
        finally
        {
            items.Clear();
        }
    }

    /// <summary>One run has one device and one dtype, no two parameters in one memory, and no gradient in the memory of another parameter: they may overlap, and threads share the work.</summary>
    private bool MayRunBeside(Tensor parameter, Tensor gradient)
    {
        Storage written = parameter.Storage, read = gradient.Storage;
        foreach (ref readonly var item in _items.AsSpan(0, _count))
            if (written.Device != item.Parameter.Storage.Device || written.DType != item.Parameter.DType
                || ReferenceEquals(written, item.Parameter.Storage) || ReferenceEquals(read, item.Parameter.Storage) || ReferenceEquals(written, item.Gradient.Storage))
                return false;
        return true;
    }

    private static void Changes(Tensor tensor)
    {
        tensor.Storage.BeginWrite();
        tensor.BumpVersion();
    }

    private static void CheckSlot(Tensor parameter, Tensor? slot, string name)
    {
        if (slot is null) throw new ArgumentException($"{typeof(TOp).Name} needs a tensor for the slot '{name}', of the parameter's shape {parameter.Shape}.", name);
        Fits(parameter, slot, name);
        if (!slot.IsContiguous) throw new ArgumentException($"The slot '{name}' of an update must be contiguous; this one is a strided view of shape {slot.Shape}. Use Contiguous() on it when it is made.", name);
    }

    private static void Fits(Tensor parameter, Tensor other, string name)
    {
        if (parameter.Records || other.Records)
            throw new InvalidOperationException("Updates are not recorded: add them under GradMode.NoGrad().");
        if (other.Layout.SameSizes(parameter.Layout) && other.DType == parameter.DType && other.Device == parameter.Device) return;
        throw new ArgumentException($"The {name} of an update must have the shape, dtype and device of its parameter, {parameter.Shape} {parameter.DType.Name()} on '{parameter.Device}', "
            + $"but has {other.Shape} {other.DType.Name()} on '{other.Device}'.", name);
    }
}
