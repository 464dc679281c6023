using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

public partial class Tensor
{
    /// <summary>Σ x over all elements; bool and int32 are summed as int64.  dx = dy</summary>
    public Tensor Sum() => Reductions.Sum(this, Reductions.Dims(this, []), keepDim: false);

    /// <summary>Σ x over one dimension; bool and int32 are summed as int64.  dx = dy</summary>
    public Tensor Sum(int dim, bool keepDim = false) => Reductions.Sum(this, Reductions.Dims(this, [dim]), keepDim);

    /// <summary>Σ x over several dimensions; bool and int32 are summed as int64.  dx = dy</summary>
    public Tensor Sum(ReadOnlySpan<int> dims, bool keepDim = false) => Reductions.Sum(this, Reductions.Dims(this, dims), keepDim);

    /// <summary>The mean of all elements.  dx = dy / n</summary>
    /// <exception cref="InvalidOperationException">The tensor holds integers.</exception>
    public Tensor Mean() => MeanOver(Reductions.Dims(this, []), false);

    /// <summary>The mean over one dimension.  dx = dy / n</summary>
    /// <exception cref="InvalidOperationException">The tensor holds integers.</exception>
    public Tensor Mean(int dim, bool keepDim = false) => MeanOver(Reductions.Dims(this, [dim]), keepDim);

    /// <summary>The mean over several dimensions.  dx = dy / n</summary>
    /// <exception cref="InvalidOperationException">The tensor holds integers.</exception>
    public Tensor Mean(ReadOnlySpan<int> dims, bool keepDim = false) => MeanOver(Reductions.Dims(this, dims), keepDim);

    /// <summary>The largest element; NaN wins. Tied elements share the gradient equally.</summary>
    public Tensor Max() => Reductions.Extreme(this, true, Reductions.Dims(this, []), false);

    /// <summary>The smallest element; NaN wins. Tied elements share the gradient equally.</summary>
    public Tensor Min() => Reductions.Extreme(this, false, Reductions.Dims(this, []), false);

    /// <summary>The largest element over one dimension and its first index. The gradient goes to that index.</summary>
    public (Tensor Values, Tensor Indices) Max(int dim, bool keepDim = false) => Chosen(true, dim, keepDim);

    /// <summary>The smallest element over one dimension and its first index. The gradient goes to that index.</summary>
    public (Tensor Values, Tensor Indices) Min(int dim, bool keepDim = false) => Chosen(false, dim, keepDim);

    /// <summary>The largest element over dimensions; none means all. Tied elements share the gradient equally.</summary>
    public Tensor Amax(ReadOnlySpan<int> dims = default, bool keepDim = false) => Reductions.Extreme(this, true, Reductions.Dims(this, dims), keepDim);

    /// <summary>The largest element over one dimension. Tied elements share the gradient equally.</summary>
    public Tensor Amax(int dim, bool keepDim = false) => Amax([dim], keepDim);

    /// <summary>The smallest element over dimensions; none means all. Tied elements share the gradient equally.</summary>
    public Tensor Amin(ReadOnlySpan<int> dims = default, bool keepDim = false) => Reductions.Extreme(this, false, Reductions.Dims(this, dims), keepDim);

    /// <summary>The smallest element over one dimension. Tied elements share the gradient equally.</summary>
    public Tensor Amin(int dim, bool keepDim = false) => Amin([dim], keepDim);

    /// <summary>The row-major index (int64) of the first largest element; NaN wins.</summary>
    public Tensor ArgMax() => Reductions.Position(this, true, Reductions.Dims(this, []), false);

    /// <summary>The index (int64) of the first largest element of a dimension.</summary>
    public Tensor ArgMax(int dim, bool keepDim = false) => Reductions.Position(this, true, Reductions.Dims(this, [dim]), keepDim);

    /// <summary>The row-major index (int64) of the first smallest element; NaN wins.</summary>
    public Tensor ArgMin() => Reductions.Position(this, false, Reductions.Dims(this, []), false);

    /// <summary>The index (int64) of the first smallest element of a dimension.</summary>
    public Tensor ArgMin(int dim, bool keepDim = false) => Reductions.Position(this, false, Reductions.Dims(this, [dim]), keepDim);

    /// <summary>Π x over all elements; bool and int32 as int64.  dxᵢ = dy Π of the others</summary>
    public Tensor Prod() => Reductions.Product(this, Reductions.Dims(this, []), false);

    /// <summary>Π x over one dimension; bool and int32 as int64.  dxᵢ = dy Π of the others</summary>
    public Tensor Prod(int dim, bool keepDim = false) => Reductions.Product(this, Reductions.Dims(this, [dim]), keepDim);

    /// <summary>The variance Σ (x - mean)² / (n - correction) over dimensions; none means all.</summary>
    /// <exception cref="InvalidOperationException">The tensor holds integers.</exception>
    public Tensor Var(ReadOnlySpan<int> dims = default, int correction = 1, bool keepDim = false)
    {
        int folded = Reductions.Dims(this, dims);
        var deviation = Sub(MeanOver(folded, keepDim: true));
        return Reductions.Sum(deviation.Square(), folded, keepDim).Div(Math.Max(0, Reductions.FoldedCount(this, folded) - correction));
    }

    /// <summary>The variance over one dimension.</summary>
    public Tensor Var(int dim, int correction = 1, bool keepDim = false) => Var([dim], correction, keepDim);

    /// <summary>The standard deviation, √ of <see cref="Var(ReadOnlySpan{int}, int, bool)"/>.</summary>
    public Tensor Std(ReadOnlySpan<int> dims = default, int correction = 1, bool keepDim = false) => Var(dims, correction, keepDim).Sqrt();

    /// <summary>The standard deviation over one dimension.</summary>
    public Tensor Std(int dim, int correction = 1, bool keepDim = false) => Std([dim], correction, keepDim);

    /// <summary>The Euclidean norm √ Σ x² over dimensions; none means all.  dx = x / y dy, 0 where y = 0</summary>
    public Tensor Norm(ReadOnlySpan<int> dims = default, bool keepDim = false)
    {
        var x = Promotion.Real(this);
        var sum = Reductions.Sum(x.Square(), Reductions.Dims(x, dims), keepDim);
        if (!sum.RequiresGrad) return sum.Sqrt();
        // The slope of the root at 0 is infinite; there the norm's is taken as 0.
        var zero = sum.Detach().Eq(0);
        return Where(zero, 0.0, Where(zero, 1.0, sum).Sqrt());
    }

    /// <summary>True when every element is true (or not 0).</summary>
    public Tensor All() => Reductions.Fold(Truth(), new Kernels.Functors.Minimum(), Reductions.Dims(this, []), keepDim: false);

    /// <summary>True where every element of a dimension is true (or not 0).</summary>
    public Tensor All(int dim, bool keepDim = false) => Fold(new Kernels.Functors.Minimum(), dim, keepDim);

    /// <summary>True when some element is true (or not 0).</summary>
    public Tensor Any() => Reductions.Fold(Truth(), new Kernels.Functors.Maximum(), Reductions.Dims(this, []), keepDim: false);

    /// <summary>True where some element of a dimension is true (or not 0).</summary>
    public Tensor Any(int dim, bool keepDim = false) => Fold(new Kernels.Functors.Maximum(), dim, keepDim);

    /// <summary>ln Σ eˣ over one dimension, without overflow.  dx = softmax(x) dy</summary>
    public Tensor LogSumExp(int dim, bool keepDim = false)
    {
        var x = Promotion.Real(this);
        var largest = x.Detach().Amax(dim, keepDim: true);
        largest = Where(largest.IsFinite(), largest, 0.0);
        var y = (x - largest).Exp().Sum(dim, keepDim: true).Log() + largest;
        return keepDim || Rank == 0 ? y : y.Squeeze(dim);
    }

    /// <summary>y = eˣ / Σ eˣ over one dimension.  dx = y (dy - Σ y dy)</summary>
    public Tensor Softmax(int dim) => Normalized.Softmax(Promotion.Real(this), dim);

    /// <summary>y = x - ln Σ eˣ over one dimension.  dx = dy - eʸ Σ dy</summary>
    public Tensor LogSoftmax(int dim) => Normalized.LogSoftmax(Promotion.Real(this), dim);

    private Tensor MeanOver(int dims, bool keepDim)
    {
        if (!DType.IsFloat())
            throw new InvalidOperationException($"Mean needs a float tensor, not {DType.Name()} of shape {Shape}. Convert it first: Float().Mean().");
        return Reductions.Sum(this, dims, keepDim).Div(Reductions.FoldedCount(this, dims));
    }

    private (Tensor Values, Tensor Indices) Chosen(bool largest, int dim, bool keepDim)
    {
        if (Rank == 0) return (Clone(), Zeros([], DType.Int64, Device));
        var indices = Reductions.Position(this, largest, Reductions.Dims(this, [dim]), keepDim: true);
        var values = Gather(dim, indices);
        return keepDim ? (values, indices) : (values.Squeeze(dim), indices.Squeeze(dim));
    }

    private Tensor Fold<TOp>(TOp op, int dim, bool keepDim) where TOp : struct, Kernels.Functors.IReduction
    {
        int dims = Reductions.Dims(this, [dim]);
        return Reductions.Fold(Truth(), op, dims, keepDim);
    }
}
