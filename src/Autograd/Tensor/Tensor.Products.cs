using Gpu.Kernels;

namespace Gpu;

public partial class Tensor
{
    /// <summary>The matrix product: [M, K] @ [K, N] = [M, N]; leading dimensions are a batch and broadcast; a vector counts as a row on the left and a column on the right.
    /// da = dy @ bᵀ, db = aᵀ @ dy</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, the dtypes differ or are no floats, or the devices differ.</exception>
    public Tensor MatMul(Tensor b)
    {
        Products.Check(this, b, "MatMul");
        if (Rank == 0 || b.Rank == 0 || Shape[^1] != b.Shape[b.Rank == 1 ? 0 : b.Rank - 2]) throw Products.Mismatch("MatMul", this, b);
        if (Rank == 2 && b.Rank == 2) return Products.Matrix(this, b);
        if (Rank == 1 && b.Rank == 1) return Products.Matrix(Unsqueeze(0), b.Unsqueeze(1)).Reshape();
        if (Rank == 1) return Products.Matrix(Unsqueeze(0), b).Squeeze(-2);
        if (b.Rank == 1) return MatMul(b.Unsqueeze(1)).Squeeze(-1);
        // One large product instead of a batch of small ones with the same right side.
        if (b.Rank == 2) return Products.Matrix(Flatten(0, -2), b).Reshape([.. Shape[..^1], b.Shape[1]]);
        return Products.Matrix(this, b);
    }

    /// <summary>y = this + a @ b: [M, K] @ [K, N] = [M, N], and this tensor broadcasts to [M, N]; one kernel, with the bits of the product and then the sum.
    /// da = dy @ bᵀ, db = aᵀ @ dy, dthis = dy summed over what was broadcast</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, the dtypes differ or are no floats, or the devices differ.</exception>
    public Tensor AddMm(Tensor a, Tensor b)
    {
        Products.Check(a, b, "AddMm");
        if (a.Rank != 2 || b.Rank != 2 || a.Shape[1] != b.Shape[0])
            throw new ArgumentException($"AddMm needs two matrices [M, K] and [K, N], not shapes {a.Shape} and {b.Shape}. For batches use MatMul and +.");
        Promotion.SameDevice(this, a, "AddMm");
        if (DType != a.DType) throw new ArgumentException($"AddMm needs tensors of one dtype, not {DType.Name()} + {a.DType.Name()} @ {b.DType.Name()}. Convert one with To(dtype).");
        if (!AddsTo(a.Shape[0], b.Shape[1]))
            throw new ArgumentException($"AddMm adds a tensor of shape {Shape} to a product of shape {Layout.Format([a.Shape[0], b.Shape[1]])}: its dimensions must be these or 1.");
        return Products.Biased(this, a, b);
    }

    private bool AddsTo(int rows, int columns) => Rank <= 2 && (Rank == 0 || Shape[^1] == columns || Shape[^1] == 1) && (Rank < 2 || Shape[0] == rows || Shape[0] == 1);

    /// <summary>The product of two matrices: [M, K] @ [K, N] = [M, N]</summary>
    /// <exception cref="ArgumentException">One is not a matrix, or as for <see cref="MatMul"/>.</exception>
    public Tensor Mm(Tensor b) => OfRanks(b, 2, 2, "Mm").MatMul(b);

    /// <summary>The products of two batches of matrices: [B, M, K] @ [B, K, N] = [B, M, N]</summary>
    /// <exception cref="ArgumentException">One is not a batch of matrices, or as for <see cref="MatMul"/>.</exception>
    public Tensor Bmm(Tensor b)
    {
        OfRanks(b, 3, 3, "Bmm");
        return Shape[0] == b.Shape[0] ? MatMul(b) : throw Products.Mismatch("Bmm", this, b);
    }

    /// <summary>The product of a matrix and a vector: [M, K] @ [K] = [M]</summary>
    /// <exception cref="ArgumentException">The ranks are not 2 and 1, or as for <see cref="MatMul"/>.</exception>
    public Tensor Mv(Tensor b) => OfRanks(b, 2, 1, "Mv").MatMul(b);

    /// <summary>Σ aᵢ bᵢ of two vectors.</summary>
    /// <exception cref="ArgumentException">One is not a vector, or as for <see cref="MatMul"/>.</exception>
    public Tensor Dot(Tensor b) => OfRanks(b, 1, 1, "Dot").MatMul(b);

    private Tensor OfRanks(Tensor b, int own, int other, string operation) => Rank == own && b.Rank == other ? this
        : throw new ArgumentException($"{operation} needs tensors of {own} and {other} dimensions, not shapes {Shape} and {b.Shape}. MatMul takes all kinds.");
}
