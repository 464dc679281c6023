namespace Gpu.Nn;

/// <summary>y = 1 / (1 + e⁻ˣ)</summary>
public sealed class Sigmoid : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Sigmoid();
}

/// <summary>y = tanh x</summary>
public sealed class Tanh : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Tanh();
}

/// <summary>y = max(x, 0); the slope at 0 is 0.</summary>
public sealed class Relu : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Relu();
}

/// <summary>y = x</summary>
public sealed class Identity : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x;
}

/// <summary>Merges the dimensions from <paramref name="startDim"/> to <paramref name="endDim"/> into one; by default all but the first.</summary>
/// <param name="startDim">First dimension to merge.</param>
/// <param name="endDim">Last dimension to merge; -1 is the last one.</param>
public sealed class Flatten(int startDim = 1, int endDim = -1) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x.Flatten(startDim, endDim);

    /// <inheritdoc/>
    protected override string Describe() => $"start_dim={startDim}, end_dim={endDim}";
}
