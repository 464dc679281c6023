using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>Reading and adding at positions that a tensor names.</summary>
internal static class Indexing
{
    public static Tensor Gather(Tensor x, int dim, Tensor index)
    {
        index = Check(x, dim, index, "Gather");
        var y = new Tensor(index.Layout, x.DType, x.Device);
        if (y.Count > 0) x.Device.Backend.Gather(new(x.Storage, Cut(x.Layout, index.Layout, dim)), index.Operand, y.Operand, dim);
        return x.Records ? y.Recorded(new GatherNode(x, dim, index, y)) : y;
    }

    public static Tensor ScatterAdd(Tensor x, int dim, Tensor index, Tensor source)
    {
        index = Check(x, dim, index, "ScatterAdd");
        Promotion.SameDevice(x, source, "ScatterAdd");
        if (source.DType != x.DType)
            throw new ArgumentException($"ScatterAdd adds {source.DType.Name()} to {x.DType.Name()}: convert the source with To(DType.{x.DType}).");
        if (!source.Layout.SameSizes(index.Layout))
            throw new ArgumentException($"ScatterAdd needs a source of the index's shape {index.Shape}, not {source.Shape}.");
        return ScatterAdd(x, Copies.Plain(x), dim, index, source);
    }

    /// <summary>Zeros of the given shape with the source added at the index; what <see cref="Check"/> asks holds.</summary>
    public static Tensor Scattered(Layout shape, int dim, Tensor index, Tensor source) =>
        ScatterAdd(null, Tensor.Filled(shape, 0, source.DType, source.Device), dim, index, source);

    /// <summary>Adds to y, which is fresh and holds the values of x, or zeros without x.</summary>
    private static Tensor ScatterAdd(Tensor? x, Tensor y, int dim, Tensor index, Tensor source)
    {
        if (index.Count > 0) y.Device.Backend.ScatterAdd(new(y.Storage, Cut(y.Layout, index.Layout, dim)), index.Operand, source.Operand, dim);
        return x is { Records: true } || source.Records ? y.Recorded(new ScatterAddNode(x, source, dim, index, y)) : y;
    }

    /// <summary>Whole slices of one dimension, by a vector of indices.</summary>
    public static Tensor Select(Tensor x, int dim, Tensor index)
    {
        if (index.Rank > 1) throw new ArgumentException($"IndexSelect needs a vector of indices, not shape {index.Shape}.");
        var vector = index.Reshape(-1);
        return Gather(x, dim, Spread(x, dim, vector));
    }

    /// <summary>Slices of the first dimension, by indices of any shape; negative ones count from the end.</summary>
    public static Tensor Rows(Tensor x, Tensor index)
    {
        var rows = Select(x, 0, FromEnd(x, index).Reshape(-1));
        return rows.Reshape([.. index.Shape, .. x.Shape[1..]]);
    }

    public static Tensor Masked(Tensor x, Tensor mask)
    {
        var rows = AsRows(x, mask);
        var positions = Tensor.From(Positions(mask), device: x.Device);
        return Select(rows, 0, positions).Reshape([positions.Count, .. x.Shape[mask.Rank..]]);
    }

    public static void SetMasked(Tensor x, Tensor mask, Tensor value)
    {
        CheckMask(x, mask);
        var wide = mask;
        for (int d = mask.Rank; d < x.Rank; d++) wide = wide.Unsqueeze(-1);
        if (value.Count == 1 || value.Rank < x.Rank - mask.Rank + 1)
        {
            x.Copy_(Elementwise.Where(wide, value.To(x.DType), x));
            return;
        }
        SetPositions(x, AsRows(x, mask), Positions(mask), value);
    }

    public static void SetRows(Tensor x, Tensor index, Tensor value)
    {
        var where = FromEnd(x, index).Reshape(-1).To(DType.Int64).ToArray<long>();
        var rest = x.Shape[1..];
        SetPositions(x, x, where, value.Expand([.. index.Shape, .. rest]).Reshape([where.Length, .. rest]));
    }

    /// <summary>The row-major positions where a mask is true, read on the host.</summary>
    public static long[] Positions(Tensor mask)
    {
        var values = mask.ToArray<bool>();
        int count = 0;
        foreach (bool value in values)
            if (value) count++;
        var found = new long[count];
        for (int i = 0, at = 0; i < values.Length; i++)
            if (values[i]) found[at++] = i;
        return found;
    }

    /// <summary>x with the named rows replaced: each position takes the last value given for it.</summary>
    private static void SetPositions(Tensor x, Tensor rows, long[] positions, Tensor value)
    {
        var target = (int[])[positions.Length, .. rows.Shape[1..]];
        var values = value.To(x.DType).Expand(target);
        // For every row of x: which given value it takes, or none.
        var source = new long[rows.Size(0)];
        var keep = new bool[rows.Size(0)];
        Array.Fill(keep, true);
        for (int i = 0; i < positions.Length; i++)
        {
            if (positions[i] < 0 || positions[i] >= source.Length)
                throw new ArgumentOutOfRangeException("index", $"Index {positions[i]} is outside [0, {source.Length}).");
            (source[positions[i]], keep[positions[i]]) = (i, false);
        }
        if (positions.Length == 0) return;
        var mask = Tensor.From(keep, device: x.Device);
        for (int d = 1; d < rows.Rank; d++) mask = mask.Unsqueeze(-1);
        var taken = Select(values, 0, Tensor.From(source, device: x.Device));
        x.Copy_(Elementwise.Where(mask, rows, taken).Reshape(x.Shape));
    }

    /// <summary>x with the dimensions of the mask merged into the first.</summary>
    private static Tensor AsRows(Tensor x, Tensor mask)
    {
        CheckMask(x, mask);
        return x.Reshape([mask.Count, .. x.Shape[mask.Rank..]]);
    }

    private static void CheckMask(Tensor x, Tensor mask)
    {
        Promotion.SameDevice(x, mask, "Mask");
        if (mask.DType != DType.Bool || mask.Rank > x.Rank || !mask.Shape.SequenceEqual(x.Shape[..mask.Rank]))
            throw new ArgumentException($"A mask must be bool and have the first dimensions of the tensor: mask {mask.DType.Name()} {mask.Shape}, tensor {x.Shape}.");
    }

    private static Tensor FromEnd(Tensor x, Tensor index)
    {
        if (index.DType is not (DType.Int64 or DType.Int32)) throw new ArgumentException($"An index tensor holds int64, int32 or bool, not {index.DType.Name()}.");
        if (x.Rank == 0) throw new ArgumentException("A 0-dimensional tensor cannot be indexed by a tensor.");
        var wide = index.To(DType.Int64);
        return Elementwise.Where(wide.Lt(0), wide + x.Size(0), wide);
    }

    /// <summary>A vector of indices seen with the sizes of the result of an IndexSelect; no memory is used.</summary>
    private static Tensor Spread(Tensor x, int dim, Tensor vector)
    {
        Span<int> column = stackalloc int[x.Rank];
        column.Fill(1);
        column[dim] = vector.Count;
        var sizes = x.Shape.ToArray();
        sizes[dim] = vector.Count;
        return vector.Reshape(column).Expand(sizes);
    }

    private static Tensor Check(Tensor x, int dim, Tensor index, string operation)
    {
        Promotion.SameDevice(x, index, operation);
        if (index.DType is not (DType.Int64 or DType.Int32)) throw new ArgumentException($"{operation} needs int64 or int32 indices, not {index.DType.Name()}.");
        bool fits = index.Rank == x.Rank;
        for (int d = 0; fits && d < x.Rank; d++) fits = d == dim || index.Shape[d] <= x.Shape[d];
        if (!fits)
            throw new ArgumentException($"{operation} along dimension {dim}: the index of shape {index.Shape} must have as many dimensions as the tensor of shape {x.Shape}, and be no larger except along {dim}.");
        return index.To(DType.Int64);
    }

    /// <summary>The part of x that an index of smaller sizes can reach.</summary>
    private static Layout Cut(Layout x, Layout index, int dim)
    {
        for (int d = 0; d < x.Rank; d++)
            if (d != dim && index.Sizes[d] != x.Sizes[d]) x = x.Slice(d, 0, index.Sizes[d]);
        return x;
    }
}

/// <summary>y = x at indices along a dimension;  dx = zeros with dy added at the indices</summary>
internal sealed class GatherNode : Node
{
    private readonly int _dim;
    private readonly Layout _shape;
    private SavedTensor _index;

    public GatherNode(Tensor x, int dim, Tensor index, Tensor y) : base(y)
    {
        (_dim, _shape, _index) = (dim, x.Layout, new(index));
        Connect(x);
    }

    public override string Name => "Gather";

    public override void Backward(BackwardPass pass, Tensor dy) =>
        pass.Give(0, Indexing.Scattered(_shape, _dim, _index.Get(this), dy));

    public override void Release() => _index.Clear();
}

/// <summary>y = x, or zeros, with source added at indices;  dx = dy, d source = dy at the indices</summary>
internal sealed class ScatterAddNode : Node
{
    private readonly int _dim;
    private SavedTensor _index;

    public ScatterAddNode(Tensor? x, Tensor source, int dim, Tensor index, Tensor y) : base(y)
    {
        (_dim, _index) = (dim, new(index));
        Connect(x, source);
    }

    public override string Name => "ScatterAdd";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        if (pass.Needs(1)) pass.Give(1, dy.Gather(_dim, _index.Get(this)));
        if (pass.Needs(0)) pass.PassOn(0, dy);
    }

    public override void Release() => _index.Clear();
}
