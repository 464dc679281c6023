using Gpu.Engine;
using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

/// <summary>Matrix products.</summary>
internal static class Products
{
    /// <summary>y = a @ b over the last two dimensions, the others broadcast; both have at least two.</summary>
    public static Tensor Matrix(Tensor a, Tensor b)
    {
        var y = Compute(a, b);
        return a.Records || b.Records ? y.Recorded(new MatrixProductNode(a, b, y)) : y;
    }

    /// <summary>y = c + a @ b for matrices; c broadcasts. The sum is part of the product's kernel.</summary>
    public static Tensor Biased(Tensor c, Tensor a, Tensor b)
    {
        int[] sizes = [1, a.Shape[0], b.Shape[1]];
        var y = new Tensor(Layout.Contiguous(sizes.AsSpan(1)), a.DType, a.Device);
        a.Device.Backend.MatMul(new Biased(), Batched(a), Batched(b), new(c.Storage, c.Layout.BroadcastTo(sizes)), Batched(y));
        return a.Records || b.Records || c.Records ? y.Recorded(new MatrixProductNode(a, b, y, c)) : y;
    }

    /// <summary>What a matrix product asks of its operands.</summary>
    public static void Check(Tensor a, Tensor b, string operation)
    {
        Promotion.SameDevice(a, b, operation);
        if (a.DType != b.DType || !a.DType.IsFloat())
            throw new ArgumentException($"{operation} needs two float tensors of one dtype, not {a.DType.Name()} {a.Shape} and {b.DType.Name()} {b.Shape}. Convert one with To(dtype).");
    }

    public static ArgumentException Mismatch(string operation, Tensor a, Tensor b) => new(
        $"{operation} of shapes {a.Shape} and {b.Shape}: the last dimension of the first must equal the second to last of the second (or its only one), and batch dimensions must broadcast.");

    private static Tensor Compute(Tensor a, Tensor b)
    {
        int m = a.Shape[^2], p = b.Shape[^1];
        if (a.Rank == 2 && b.Rank == 2)
        {
            var y = new Tensor(Layout.Contiguous([m, p]), a.DType, a.Device);
            a.Device.Backend.MatMul(Batched(a), Batched(b), Batched(y));
            return y;
        }
        if (!BatchesFit(a.Shape[..^2], b.Shape[..^2])) throw Mismatch("MatMul", a, b);
        var batch = Layout.BroadcastSizes(a.Shape[..^2], b.Shape[..^2]);
        var result = new Tensor(Layout.Contiguous([.. batch, m, p]), a.DType, a.Device);
        int n = 1;
        foreach (int size in batch) n *= size;
        a.Device.Backend.MatMul(Merged(a, batch, n), Merged(b, batch, n), new(result.Storage, result.Layout.TryReshape([n, m, p])!));
        return result;
    }

    private static bool BatchesFit(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        for (int d = 1; d <= Math.Min(a.Length, b.Length); d++)
            if (a[^d] != b[^d] && a[^d] != 1 && b[^d] != 1)
                return false;
        return true;
    }

    private static Operand Batched(Tensor x) => new(x.Storage, x.Layout.Unsqueeze(0));

    /// <summary>[..., M, N] as [batch, M, N]; copied only where strides cannot express the merged batch.</summary>
    private static Operand Merged(Tensor x, int[] batch, int n)
    {
        var wide = x.Layout.BroadcastTo([.. batch, x.Shape[^2], x.Shape[^1]]);
        int[] sizes = [n, x.Shape[^2], x.Shape[^1]];
        if (wide.TryReshape(sizes) is { } layout) return new(x.Storage, layout);
        var copy = Copies.Plain(new Tensor(x.Storage, wide));
        return new(copy.Storage, copy.Layout.TryReshape(sizes)!);
    }
}

/// <summary>y = a @ b, or y = c + a @ b;  da = dy @ bᵀ, db = aᵀ @ dy, dc = dy</summary>
internal sealed class MatrixProductNode : Node
{
    private SavedTensor _a, _b;

    public MatrixProductNode(Tensor a, Tensor b, Tensor y, Tensor? c = null) : base(y)
    {
        if (c is null) Connect(a, b);
        else Connect([a.GradientEdge(), b.GradientEdge(), c.GradientEdge()]);
        if (Input(1).Node != null) _a = new(a);
        if (Input(0).Node != null) _b = new(b);
        (_transposedA, _transposedB) = (IsTransposed(a), IsTransposed(b));
    }

    private readonly bool _transposedA, _transposedB;

    public override string Name => InputCount == 2 ? "MatMul" : "AddMm";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        if (pass.Needs(0)) pass.Give(0, Product(dy, Turn(_b.Get(this)), _transposedA));
        if (pass.Needs(1)) pass.Give(1, Product(Turn(_a.Get(this)), dy, _transposedB));
        if (InputCount == 3 && pass.Needs(2)) pass.PassOn(2, dy);
    }

    public override void Release()
    {
        _a.Clear();
        _b.Clear();
    }

    /// <summary>left @ right, laid out like the operand it is the gradient of: a weight that was used transposed gets a gradient that is contiguous after transposing.</summary>
    private static Tensor Product(Tensor left, Tensor right, bool transposed) =>
        transposed ? Turn(Products.Matrix(Turn(right), Turn(left))) : Products.Matrix(left, right);

    private static Tensor Turn(Tensor x) => x.Transpose(-2, -1);

    private static bool IsTransposed(Tensor x) => x.Layout.Strides[^2] == 1 && x.Layout.Strides[^1] >= x.Shape[^2] && x.Shape[^1] > 1;
}
