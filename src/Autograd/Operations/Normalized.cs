using Gpu.Engine;
using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

/// <summary>Softmax and its logarithm.</summary>
internal static class Normalized
{
    public static Tensor Softmax(Tensor x, int dim)
    {
        var y = Run(new Softmax(), x, x, dim = Dim(x, dim));
        return x.Records ? y.Recorded(new SoftmaxNode(x, dim, y)) : y;
    }

    public static Tensor LogSoftmax(Tensor x, int dim)
    {
        var y = Run(new LogSoftmax(), x, x, dim = Dim(x, dim));
        return x.Records ? y.Recorded(new LogSoftmaxNode(x, dim, y)) : y;
    }

    /// <summary>A normalization along <paramref name="dim"/>, without history.</summary>
    public static Tensor Run<TOp>(TOp op, Tensor a, Tensor b, int dim) where TOp : struct, INormalization
    {
        var y = new Tensor(a.Layout, a.DType, a.Device);
        y.Device.Backend.Normalize(op, a.Operand, b.Operand, y.Operand, dim);
        return y;
    }

    // A single number has no dimension, but may be named by 0 or -1 as elsewhere.
    private static int Dim(Tensor x, int dim) => x.Rank == 0 && dim is 0 or -1 ? 0 : x.Layout.CheckDim(dim);
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
        pass.Give(0, GradMode.IsEnabled ? y * (dy - (y * dy).Sum(_dim, keepDim: true)) : Normalized.Run(new SoftmaxBackward(), y, dy, _dim));
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

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        var y = _y.Get(this);
        pass.Give(0, GradMode.IsEnabled ? dy - y.Exp() * dy.Sum(_dim, keepDim: true) : Normalized.Run(new LogSoftmaxBackward(), y, dy, _dim));
    }

    public override void Release() => _y.Clear();
}
