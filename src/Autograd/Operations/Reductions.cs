using Gpu.Engine;
using Gpu.Kernels;
using Gpu.Kernels.Functors;

namespace Gpu;

/// <summary>Folds over dimensions.</summary>
internal static class Reductions
{
    /// <summary>[], [1], [1, 1] ...: what a fold over everything keeps.</summary>
    private static readonly Layout[] s_ones = Ones();

    /// <summary>The reduced dimensions as bits; no dims means all.</summary>
    public static int Dims(Tensor x, ReadOnlySpan<int> dims)
    {
        if (dims.IsEmpty) return (1 << x.Rank) - 1;
        int bits = 0;
        foreach (int dim in dims)
        {
            int bit = x.Rank == 0 && dim is 0 or -1 ? 0 : 1 << x.Layout.CheckDim(dim);
            if ((bits & bit) != 0) throw new ArgumentException($"Dimension {dim} appears twice in {Layout.Format(dims)}.");
            bits |= bit;
        }
        return bits;
    }

    /// <summary>The sizes after a fold, folded dimensions kept with size 1.</summary>
    public static Layout Kept(Layout x, int dims)
    {
        if (dims == 0) return x.Dense();
        if (dims == (1 << x.Rank) - 1) return s_ones[x.Rank];
        Span<int> sizes = stackalloc int[Layout.MaxRank];
        for (int d = 0; d < x.Rank; d++) sizes[d] = (dims >> d & 1) != 0 ? 1 : x.Sizes[d];
        return Layout.Contiguous(sizes[..x.Rank]);
    }

    private static Layout[] Ones()
    {
        var ones = new Layout[Layout.MaxRank + 1];
        for (int rank = 0; rank < ones.Length; rank++)
        {
            var sizes = new int[rank];
            Array.Fill(sizes, 1);
            ones[rank] = Layout.Contiguous(sizes);
        }
        return ones;
    }

    /// <summary>How many elements go into one result.</summary>
    public static int FoldedCount(Tensor x, int dims)
    {
        int count = 1;
        for (int d = 0; d < x.Rank; d++)
            if ((dims >> d & 1) != 0) count *= x.Shape[d];
        return count;
    }

    /// <summary>The folded value without history; folded dimensions are kept with size 1, or gone.</summary>
    public static Tensor Fold<TOp>(Tensor x, TOp op, int dims, bool keepDim) where TOp : struct, IReduction
    {
        var kept = Kept(x.Layout, dims);
        return Fold(x, op, kept, keepDim ? kept : Without(kept, dims));
    }

    /// <summary>The folded value without history: computed as the layout <paramref name="kept"/>, seen as <paramref name="result"/>.</summary>
    private static Tensor Fold<TOp>(Tensor x, TOp op, Layout kept, Layout result) where TOp : struct, IReduction
    {
        var storage = new Storage(x.Device, x.DType, kept.Count);
        Dispatch.Reduce(op, x.Operand, new(storage, kept));
        return new(storage, result);
    }

    /// <summary>A dense layout without the folded dimensions, which have size 1.</summary>
    public static Layout Without(Layout kept, int dims)
    {
        if (dims == 0) return kept;
        Span<int> sizes = stackalloc int[Layout.MaxRank];
        int rank = 0;
        for (int d = 0; d < kept.Rank; d++)
            if ((dims >> d & 1) == 0) sizes[rank++] = kept.Sizes[d];
        return Layout.Contiguous(sizes[..rank]);
    }

    /// <summary>A gradient or statistic with the folded dimensions back at size 1.</summary>
    public static Tensor Restore(Tensor y, Layout kept) => y.Layout.SameSizes(kept) ? y : y.Reshape(kept.Sizes);

    /// <summary>Σ x over the given dimensions.</summary>
    public static Tensor Sum(Tensor x, int dims, bool keepDim)
    {
        x = Promotion.Number(x);
        var y = Fold(x, new Sum(), dims, keepDim);
        return x.Records ? y.Recorded(new SumNode(x, dims, y)) : y;
    }

    /// <summary>The largest (or smallest) value over the given dimensions.</summary>
    public static Tensor Extreme(Tensor x, bool largest, int dims, bool keepDim)
    {
        NotEmpty(x, dims, largest ? "Max" : "Min");
        var y = largest ? Fold(x, new Gpu.Kernels.Functors.Maximum(), dims, keepDim) : Fold(x, new Gpu.Kernels.Functors.Minimum(), dims, keepDim);
        return x.Records ? y.Recorded(new ExtremeNode(x, dims, y)) : y;
    }

    /// <summary>The position of the first largest (or smallest) value.</summary>
    public static Tensor Position(Tensor x, bool largest, int dims, bool keepDim)
    {
        NotEmpty(x, dims, largest ? "ArgMax" : "ArgMin");
        var kept = Kept(x.Layout, dims);
        var y = new Tensor(kept, DType.Int64, x.Device);
        x.Device.Backend.ArgReduce(largest, x.Operand, y.Operand);
        return keepDim ? y : new Tensor(y.Storage, Without(kept, dims));
    }

    /// <summary>Π x over the given dimensions.</summary>
    public static Tensor Product(Tensor x, int dims, bool keepDim)
    {
        x = Promotion.Number(x);
        var y = Fold(x, new Product(), dims, keepDim);
        return x.Records ? y.Recorded(new ProductNode(x, dims, y)) : y;
    }

    /// <summary>Sums a broadcast result back to the shape of what was broadcast.</summary>
    public static Tensor SumTo(Tensor x, Layout shape)
    {
        int added = x.Rank - shape.Rank, dims = 0;
        for (int d = 0; d < x.Rank; d++)
            if (d < added || (shape.Sizes[d - added] == 1 && x.Shape[d] != 1)) dims |= 1 << d;
        if (dims == 0) return Restore(x, shape);
        // Fresh memory needs no view to be seen with other sizes.
        return x.Records ? Restore(Sum(x, dims, keepDim: true), shape) : Fold(x, new Sum(), Kept(x.Layout, dims), shape.Dense());
    }

    private static void NotEmpty(Tensor x, int dims, string operation)
    {
        if (FoldedCount(x, dims) == 0)
            throw new InvalidOperationException($"{operation} of nothing is undefined: shape {x.Shape} has no elements to choose from.");
    }
}

/// <summary>y = Σ x;  dx = dy stretched over the folded dimensions</summary>
internal sealed class SumNode : Node
{
    private readonly Layout _shape;
    private readonly int _dims;

    public SumNode(Tensor x, int dims, Tensor y) : base(y)
    {
        (_shape, _dims) = (x.Layout, dims);
        Connect(x);
    }

    public override string Name => "Sum";

    public override void Backward(BackwardPass pass, Tensor dy) =>
        pass.PassOn(0, (dy.Rank == 0 ? dy : Reductions.Restore(dy, Reductions.Kept(_shape, _dims))).StretchedTo(_shape));
}

/// <summary>y = max x (or min);  dx = dy / k where x = y, for k tied elements</summary>
internal sealed class ExtremeNode : Node
{
    private readonly Layout _kept;
    private readonly int _dims;
    private SavedTensor _x, _y;

    public ExtremeNode(Tensor x, int dims, Tensor y) : base(y)
    {
        (_dims, _kept, _x) = (dims, Reductions.Kept(x.Layout, dims), new(x));
        Connect(x);
    }

    public override string Name => "Extreme";

    public override void SaveOutput(Tensor y) => _y = new(y);

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        Tensor x = _x.Get(this).Detach(), y = Reductions.Restore(_y.Get(this).Detach(), _kept);
        // NaN is equal to nothing, but it is the extreme.
        var hit = x.Eq(y).LogicalOr(x.Ne(x).LogicalAnd(y.Ne(y)));
        var share = Reductions.Restore(dy, _kept) / Reductions.Sum(hit, _dims, keepDim: true).To(dy.DType);
        pass.Give(0, Elementwise.Where(hit, share, Tensor.Scalar(0.0, dy.DType, dy.Device)));
    }

    public override void Release()
    {
        _x.Clear();
        _y.Clear();
    }
}

/// <summary>y = Π x;  dxᵢ = dy Π xⱼ over j ≠ i, from a tree of products, so that zeros need no division</summary>
internal sealed class ProductNode : Node
{
    private readonly Layout _kept;
    private readonly int _dims;
    private SavedTensor _x;

    public ProductNode(Tensor x, int dims, Tensor y) : base(y)
    {
        (_dims, _kept, _x) = (dims, Reductions.Kept(x.Layout, dims), new(x));
        Connect(x);
    }

    public override string Name => "Product";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        var x = _x.Get(this);
        var order = new int[x.Rank];
        int kept = 0, folded = x.Rank;
        for (int d = x.Rank - 1; d >= 0; d--)
            if ((_dims >> d & 1) != 0) order[--folded] = d;
        for (int d = 0; d < x.Rank; d++)
            if ((_dims >> d & 1) == 0) order[kept++] = d;
        // Folded dimensions last, as one.
        var moved = x.Permute(order);
        int length = Reductions.FoldedCount(x, _dims);
        if (length == 0)
        {
            pass.Give(0, Tensor.ZerosLike(x));
            return;
        }
        var levels = new List<Tensor> { moved.Reshape(-1, length) };
        while (levels[^1].Size(1) > 1) levels.Add(HalfProduct(levels[^1]));
        var gradient = Reductions.Restore(dy, _kept).Permute(order).Reshape(-1, 1);
        for (int i = levels.Count - 2; i >= 0; i--)
        {
            var level = levels[i];
            int half = level.Size(1) / 2;
            Tensor left = level.Narrow(1, 0, half), right = level.Narrow(1, half, half), g = gradient.Narrow(1, 0, half);
            gradient = level.Size(1) % 2 == 0 ? Tensor.Cat([g * right, g * left], 1) : Tensor.Cat([g * right, g * left, gradient.Narrow(1, half, 1)], 1);
        }
        var inverse = new int[order.Length];
        for (int d = 0; d < order.Length; d++) inverse[order[d]] = d;
        pass.Share(0, gradient.Reshape(moved.Shape).Permute(inverse));
    }

    public override void Release() => _x.Clear();

    /// <summary>[N, 2h] to [N, h]: first half times second half; an odd last column is carried over.</summary>
    private static Tensor HalfProduct(Tensor x)
    {
        int half = x.Size(1) / 2;
        var product = x.Narrow(1, 0, half) * x.Narrow(1, half, half);
        return x.Size(1) % 2 == 0 ? product : Tensor.Cat([product, x.Narrow(1, 2 * half, 1)], 1);
    }
}
