using Gpu.Kernels;

namespace Gpu.Nn;

/// <summary>A tensor that a module learns: a leaf that requires a gradient. It shares the memory of the values it is made from.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>A parameter over <paramref name="values"/>.</summary>
    /// <param name="values">Its first values; float32 or float64 where a gradient is required.</param>
    /// <param name="requiresGrad">False for one that is frozen.</param>
    /// <exception cref="ArgumentException">An integer or bool tensor with <paramref name="requiresGrad"/>.</exception>
    public Parameter(Tensor values, bool requiresGrad = true) : base(Checked(values, requiresGrad), requiresGrad) { }

    private static Tensor Checked(Tensor values, bool requiresGrad) => !requiresGrad || values.DType.IsFloat()
        ? values
        : throw new ArgumentException($"A tensor of shape {values.Shape} ({values.DType.Name()}) cannot be a parameter that requires a gradient: only float32 and float64 can. Convert it first, or pass requiresGrad: false.", nameof(values));
}

/// <summary>A tensor that belongs to a module's state but is not learned, such as a running mean. It shares the memory of the values it is made from.</summary>
/// <remarks>Where <c>using System</c> makes the name ambiguous, add <c>using Buffer = Gpu.Nn.Buffer;</c>.</remarks>
public sealed class Buffer : Tensor
{
    /// <summary>A buffer over <paramref name="values"/>.</summary>
    /// <param name="values">Its first values, of any dtype.</param>
    /// <param name="persistent">Whether it is part of the state dictionary.</param>
    public Buffer(Tensor values, bool persistent = true) : base(values, false) => Persistent = persistent;

    /// <summary>Whether it is part of the state dictionary.</summary>
    public bool Persistent { get; }
}
