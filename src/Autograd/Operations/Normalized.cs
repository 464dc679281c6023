using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>Softmax and its logarithm.</summary>
internal static class Normalized
{
    public static Tensor Softmax(Tensor x, int dim)
    {
        var y = Unrecorded(x, dim, logarithm: false);
        return x.Records ? y.Recorded(new SoftmaxNode(x, dim, y)) : y;
    }

    public static Tensor LogSoftmax(Tensor x, int dim)
    {
        var y = Unrecorded(x, dim, logarithm: true);
        return x.Records ? y.Recorded(new LogSoftmaxNode(x, dim, y)) : y;
    }

    private static Tensor Unrecorded(Tensor x, int dim, bool logarithm)
    {
        using var mode = GradMode.NoGrad();
        if (x.Count == 0) return Tensor.EmptyLike(x);
        var shifted = x - x.Amax(dim, keepDim: true);
        var exponential = shifted.Exp();
        var sum = exponential.Sum(dim, keepDim: true);
        return logarithm ? shifted - sum.Log() : exponential / sum;
    }
}

/// <summary>y = eˣ / Σ eˣ;  dx = y (dy - Σ y dy)</summary>
internal sealed class SoftmaxNode : Node
{
    private readonly int _dim;
    private SavedTensor _y;

    public SoftmaxNode(Tensor x, int dim, Tensor y) : base(y)
    {
        _dim = dim;
        Connect(x);
    }

    public override string Name => "Softmax";

    public override void SaveOutput(Tensor y) => _y = new(y);

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        var y = _y.Get(this);
        pass.Give(0, y * (dy - (y * dy).Sum(_dim, keepDim: true)));
    }

    public override void Release() => _y.Clear();
}

/// <summary>y = x - ln Σ eˣ;  dx = dy - eʸ Σ dy</summary>
internal sealed class LogSoftmaxNode : Node
{
    private readonly int _dim;
    private SavedTensor _y;

    public LogSoftmaxNode(Tensor x, int dim, Tensor y) : base(y)
    {
        _dim = dim;
        Connect(x);
    }

    public override string Name => "LogSoftmax";

    public override void SaveOutput(Tensor y) => _y = new(y);

    public override void Backward(BackwardPass pass, Tensor dy) => pass.Give(0, dy - _y.Get(this).Exp() * dy.Sum(_dim, keepDim: true));

    public override void Release() => _y.Clear();
}
