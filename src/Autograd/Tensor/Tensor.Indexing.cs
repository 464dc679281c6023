using System.Runtime.CompilerServices;
using Gpu.Kernels;

namespace Gpu;

public partial class Tensor
{
    /// <summary>A view of part of the tensor: x[0], x[^1], x[.., 1..^1]. Assigning writes through to this tensor, in place, broadcast.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position or range leaves its dimension.</exception>
    /// <exception cref="ArgumentException">More indices than dimensions.</exception>
    [IndexerName("At")]
    public Tensor this[params ReadOnlySpan<Slice> slices]
    {
        get => Sliced(slices);
        set => Sliced(slices).Copy_(value);
    }

    /// <summary>The elements where a bool mask is true, in row-major order, one-dimensional (a mask over the first dimensions selects their rows); or the rows that an int64
    /// tensor names. A copy. A mask is read on the host.</summary>
    /// <exception cref="ArgumentException">The index is neither bool nor an integer, or the mask has another shape.</exception>
    [IndexerName("At")]
    public Tensor this[Tensor index]
    {
        get => index.DType == DType.Bool ? Indexing.Masked(this, index)
            : Indexing.Rows(this, index);
        set
        {
            if (index.DType == DType.Bool) Indexing.SetMasked(this, index, value);
            else Indexing.SetRows(this, index, value);
        }
    }

    /// <summary>The indices of one dimension that an int64 vector names, in its order.  Gradients of repeated indices add up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the dimension; on an asynchronous device at the next read.</exception>
    public Tensor IndexSelect(int dim, Tensor index) => Indexing.Select(this, _layout.CheckDim(dim), index);

    /// <summary>y[..., i, ...] = x[..., index[..., i, ...], ...] along a dimension.  dx = ScatterAdd of dy</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the dimension; on an asynchronous device at the next read.</exception>
    /// <exception cref="ArgumentException">The index is not an integer tensor, or larger than this one in another dimension.</exception>
    public Tensor Gather(int dim, Tensor index) => Indexing.Gather(this, _layout.CheckDim(dim), index);

    /// <summary>A copy with y[..., index[..., i, ...], ...] += source[..., i, ...] along a dimension, in the order of i.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the dimension; on an asynchronous device at the next read.</exception>
    /// <exception cref="ArgumentException">The index is not an integer tensor, or shapes or dtypes do not fit.</exception>
    public Tensor ScatterAdd(int dim, Tensor index, Tensor source) => Indexing.ScatterAdd(this, _layout.CheckDim(dim), index, source);

    /// <summary>y = value where the mask is true, else x.  dx = 0 where the mask is true</summary>
    public Tensor MaskedFill(Tensor mask, Scalar value) => Elementwise.Where(mask, Number(value), this, "MaskedFill");

    /// <summary>The elements where the mask is true, one-dimensional. The mask is read on the host.</summary>
    public Tensor MaskedSelect(Tensor mask)
    {
        var sizes = Layout.BroadcastSizes(Shape, mask.Shape);
        return Indexing.Masked(Expand(sizes), mask.Expand(sizes));
    }

    /// <summary>The positions of the elements that are not 0: int64, one row each. Read on the host.</summary>
    public Tensor NonZero()
    {
        var found = Indexing.Positions(Bool());
        var rows = new long[found.Length * Rank];
        for (int i = 0; i < found.Length; i++)
            for (int d = Rank - 1, rest = (int)found[i]; d >= 0; d--)
                (rest, int coordinate, rows[i * Rank + d]) = (rest / Shape[d], rest % Shape[d], rest % Shape[d]);
        return From<long>(rows, [found.Length, Rank], device: Device);
    }

    private Tensor Sliced(ReadOnlySpan<Slice> slices)
    {
        int named = 0;
        bool ellipsis = false;
        foreach (var slice in slices)
        {
            if (slice.What is Slice.Kind.Position or Slice.Kind.Range) named++;
            if (slice.What == Slice.Kind.Ellipsis && ellipsis) throw new ArgumentException("Only one Ellipsis may stand in an index.");
            ellipsis |= slice.What == Slice.Kind.Ellipsis;
        }
        if (named > Rank) throw new ArgumentException($"{named} indices are too many for a tensor of shape {Shape}.");
        Layout layout = _layout, dense = _layout.Dense();
        int dim = 0, source = 0;
        foreach (var slice in slices)
            switch (slice.What)
            {
                case Slice.Kind.Position:
                    int at = slice.Range.Start.GetOffset(layout.Sizes[dim]);
                    if (at < 0 || at >= layout.Sizes[dim]) throw Outside($"Index {slice.Range.Start}", source, "Indices start at 0; negative ones and ^ count from the end");
                    source++;
                    (layout, dense) = (layout.Select(dim, at), dense.Select(dim, at));
                    break;
                case Slice.Kind.Range:
                    (layout, dense) = Ranged(slice, layout, dense, dim++, source++);
                    break;
                case Slice.Kind.NewAxis:
                    (layout, dense) = (layout.Unsqueeze(dim), dense.Unsqueeze(dim));
                    dim++;
                    break;
                default:
                    dim += Rank - named;
                    source += Rank - named;
                    break;
            }
        return Window(layout, dense);
    }

    private (Layout, Layout) Ranged(Slice slice, Layout layout, Layout dense, int dim, int source)
    {
        if (slice.Range.Equals(Range.All) && slice.Step == 1) return (layout, dense);
        int size = layout.Sizes[dim], start = slice.Range.Start.GetOffset(size), end = slice.Range.End.GetOffset(size);
        if (start < 0 || end > size || start > end) throw Outside($"Range {slice.Range}", source, "A range must start before it ends and is not cut off at the end of its dimension");
        int length = (int)(((long)end - start + slice.Step - 1) / slice.Step);
        return (layout.Slice(dim, start, length, slice.Step), dense.Slice(dim, start, length, slice.Step));
    }

    private ArgumentOutOfRangeException Outside(string what, int dim, string rule) =>
        new("index", $"{what} is outside dimension {dim} of {Shape}, which has size {Shape[dim]}. {rule}.");
}
