using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>Same elements, other sizes;  dx = dy with the sizes of x</summary>
internal sealed class ReshapeNode : Node
{
    private readonly Layout _shape;

    public ReshapeNode(Tensor x, Tensor y) : base(y)
    {
        _shape = x.Layout;
        Connect(x);
    }

    public override string Name => "Reshape";

    public override void Backward(BackwardPass pass, Tensor dy) => pass.PassOn(0, dy.Reshape(_shape.Sizes));
}

/// <summary>Two dimensions exchanged;  dx = dy with them exchanged again</summary>
internal sealed class TransposeNode : Node
{
    private readonly int _dim0, _dim1;

    public TransposeNode(Tensor x, int dim0, int dim1, Tensor y) : base(y)
    {
        (_dim0, _dim1) = (dim0, dim1);
        Connect(x);
    }

    public override string Name => "Transpose";

    public override void Backward(BackwardPass pass, Tensor dy) => pass.PassOn(0, dy.Transpose(_dim0, _dim1));
}

/// <summary>Dimensions in another order;  dx = dy in the inverse order</summary>
internal sealed class PermuteNode : Node
{
    private readonly int[] _inverse;

    public PermuteNode(Tensor x, ReadOnlySpan<int> order, Tensor y) : base(y)
    {
        _inverse = new int[order.Length];
        for (int d = 0; d < order.Length; d++) _inverse[x.Layout.CheckDim(order[d])] = d;
        Connect(x);
    }

    public override string Name => "Permute";

    public override void Backward(BackwardPass pass, Tensor dy) => pass.PassOn(0, dy.Permute(_inverse));
}

/// <summary>Dimensions of size 1 stretched;  dx = dy, which the engine sums to the shape of x</summary>
internal sealed class ExpandNode : Node
{
    public ExpandNode(Tensor x, Tensor y) : base(y) => Connect(x);

    public override string Name => "Expand";

    public override void Backward(BackwardPass pass, Tensor dy) => pass.PassOn(0, dy);
}
