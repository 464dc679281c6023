using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

public partial class Tensor
{
    /// <summary>y = x with other sizes, in row-major order: a view where the memory allows it, else a copy. One size may be -1: it is found from the count.</summary>
    /// <exception cref="ArgumentException">The count differs, or two sizes are -1.</exception>
    public Tensor Reshape(params ReadOnlySpan<int> shape)
    {
        Span<int> sizes = stackalloc int[Math.Max(shape.Length, 1)];
        sizes = sizes[..shape.Length];
        ResolveShape(shape, sizes);
        if (_layout.Sizes.SequenceEqual(sizes)) return this;
        var source = this;
        if (_layout.TryReshape(sizes) is not { } layout)
        {
            source = Contiguous();
            layout = source._layout.TryReshape(sizes)!;
        }
        var y = source.ViewAs(layout);
        if (source.Records) y.SetHistory(new ReshapeNode(source, y));
        return y;
    }

    /// <summary>y = x with other sizes, in row-major order, sharing memory.</summary>
    /// <exception cref="ArgumentException">The count differs, two sizes are -1, or the strides of x cannot express it.</exception>
    public Tensor View(params ReadOnlySpan<int> shape)
    {
        Span<int> sizes = stackalloc int[Math.Max(shape.Length, 1)];
        sizes = sizes[..shape.Length];
        ResolveShape(shape, sizes);
        if (_layout.TryReshape(sizes) is not { } layout)
            throw new ArgumentException($"A tensor of shape {Shape} with strides {Layout.Format(_layout.Strides)} cannot be viewed as {Layout.Format(sizes)} without a copy. Use Reshape.");
        var y = ViewAs(layout);
        if (Records) y.SetHistory(new ReshapeNode(this, y));
        return y;
    }

    /// <summary>The dimensions from <paramref name="startDim"/> to <paramref name="endDim"/>, both included, merged into one.</summary>
    public Tensor Flatten(int startDim = 0, int endDim = -1)
    {
        if (Rank == 0) return Reshape(1);
        (startDim, endDim) = (_layout.CheckDim(startDim), _layout.CheckDim(endDim));
        if (startDim > endDim) throw new ArgumentException($"Flatten from dimension {startDim} to {endDim}: the first must not lie behind the last.");
        if (startDim == endDim) return this;
        Span<int> sizes = stackalloc int[Rank - (endDim - startDim)];
        for (int d = 0, at = 0; d < Rank; d++)
            if (d > startDim && d <= endDim) sizes[at - 1] *= Shape[d];
            else sizes[at++] = Shape[d];
        return Reshape(sizes);
    }

    /// <summary>Without the dimensions of size 1.</summary>
    public Tensor Squeeze() => Resized(_layout.Squeeze());

    /// <summary>Without dimension <paramref name="dim"/>, when its size is 1; else unchanged.</summary>
    public Tensor Squeeze(int dim) => Rank == 0 ? this : Resized(_layout.Squeeze(dim));

    /// <summary>With a dimension of size 1 before <paramref name="dim"/>; -1 adds it at the end.</summary>
    public Tensor Unsqueeze(int dim) => Resized(_layout.Unsqueeze(dim));

    /// <summary>Two dimensions exchanged.</summary>
    public Tensor Transpose(int dim0, int dim1)
    {
        if (Rank == 0) return this;
        (dim0, dim1) = (_layout.CheckDim(dim0), _layout.CheckDim(dim1));
        if (dim0 == dim1) return this;
        var y = ViewAs(_layout.Transpose(dim0, dim1));
        if (Records) y.SetHistory(new TransposeNode(this, dim0, dim1, y));
        return y;
    }

    /// <summary>The transpose of a matrix; tensors of fewer dimensions are unchanged.</summary>
    /// <exception cref="InvalidOperationException">More than two dimensions.</exception>
    public Tensor T => Rank switch
    {
        < 2 => this,
        2 => Transpose(0, 1),
        _ => throw new InvalidOperationException($"T transposes matrices; this tensor has shape {Shape}. Use Transpose(-2, -1) or Permute."),
    };

    /// <summary>Dimensions in another order: dimension d of the result is dimension order[d] of this.</summary>
    /// <exception cref="ArgumentException"><paramref name="order"/> is not a permutation of the dimensions.</exception>
    public Tensor Permute(params ReadOnlySpan<int> order)
    {
        var y = ViewAs(_layout.Permute(order));
        if (Records) y.SetHistory(new PermuteNode(this, order, y));
        return y;
    }

    /// <summary>Dimensions of size 1 stretched to <paramref name="shape"/> without a copy; missing ones are added in front. -1 keeps a size.</summary>
    /// <exception cref="ArgumentException">Another dimension differs.</exception>
    public Tensor Expand(params ReadOnlySpan<int> shape)
    {
        Span<int> sizes = stackalloc int[Math.Max(shape.Length, 1)];
        sizes = sizes[..shape.Length];
        for (int d = 1; d <= shape.Length; d++)
            sizes[^d] = shape[^d] == -1 && d <= Rank ? Shape[^d] : shape[^d];
        return Expanded(_layout.BroadcastTo(sizes));
    }

    /// <summary>Stretched to the shape of <paramref name="other"/>.</summary>
    public Tensor ExpandAs(Tensor other) => ExpandTo(other._layout);

    /// <summary>The indices [start, start + length) of one dimension.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They leave the dimension.</exception>
    public Tensor Narrow(int dim, int start, int length)
    {
        dim = _layout.CheckDim(dim);
        if (start < 0) start += Shape[dim];
        return Window(_layout.Slice(dim, start, length), _layout.Dense().Slice(dim, start, length));
    }

    /// <summary>One index of one dimension; the dimension disappears. Negative indices count from the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the dimension.</exception>
    public Tensor Select(int dim, int index) => Window(_layout.Select(dim, index), _layout.Dense().Select(dim, index));

    /// <summary>Consecutive pieces of at most <paramref name="size"/> indices of a dimension, as views.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below 1.</exception>
    public Tensor[] Split(int size, int dim = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        int total = Size(dim), count = Math.Max(1, (total + size - 1) / size);
        var sizes = new int[count];
        for (int i = 0; i < count; i++) sizes[i] = Math.Min(size, total - i * size);
        return Split(sizes, dim);
    }

    /// <summary>Consecutive pieces of the given sizes of a dimension, as views.</summary>
    /// <exception cref="ArgumentException">The sizes do not add up to the dimension.</exception>
    public Tensor[] Split(ReadOnlySpan<int> sizes, int dim = 0)
    {
        int total = 0;
        foreach (int size in sizes) total += size;
        if (total != Size(dim))
            throw new ArgumentException($"The sizes {Layout.Format(sizes)} add up to {total}, but dimension {dim} of {Shape} has size {Size(dim)}.");
        var parts = new Tensor[sizes.Length];
        for (int i = 0, start = 0; i < parts.Length; start += sizes[i++])
            parts[i] = Narrow(dim, start, sizes[i]).AsOneOfSeveral();
        return parts;
    }

    /// <summary>At most <paramref name="chunks"/> consecutive pieces of equal size (the last may be smaller), as views.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chunks"/> is below 1.</exception>
    public Tensor[] Chunk(int chunks, int dim = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunks, 1);
        return Split(Math.Max(1, (Size(dim) + chunks - 1) / chunks), dim);
    }

    /// <summary>Every index of a dimension as a view without that dimension.</summary>
    public Tensor[] Unbind(int dim = 0)
    {
        var parts = new Tensor[Size(dim)];
        for (int i = 0; i < parts.Length; i++) parts[i] = Select(dim, i).AsOneOfSeveral();
        return parts;
    }

    internal bool IsView => _meta?.Base != null;

    internal Tensor? ViewBase => _meta?.Base;

    internal ViewKind Kind => _meta?.Kind ?? ViewKind.Recorded;

    /// <summary>The node as last set, not brought up to date with the base.</summary>
    internal Node? OwnNode => _node;

    /// <summary>Another look at the same memory.</summary>
    internal Tensor ViewAs(Layout layout) => new(_storage, layout)
    {
        _meta = new() { Base = _meta?.Base ?? this, ViewVersion = _storage.Version, Kind = GradMode.IsEnabled ? Kind : ViewKind.NoGrad },
    };

    /// <summary>A result of a user-defined function, with a history of its own: a view where it lies in the memory of an input.</summary>
    internal Tensor AsResultOf(ReadOnlySpan<Tensor> inputs)
    {
        var y = Detach();
        foreach (var input in inputs)
            if (ReferenceEquals(input._storage, _storage))
            {
                y._meta = new() { Base = input.ViewBase ?? input, ViewVersion = _storage.Version, Kind = ViewKind.OfFunction };
                break;
            }
        return y;
    }

    internal Tensor ExpandTo(Layout shape) => Expanded(Elementwise.Stretch(_layout, shape));

    /// <summary>A gradient stretched to a shape. While nothing records, it needs no notes about what it is a view of.</summary>
    internal Tensor StretchedTo(Layout shape) => Records ? ExpandTo(shape) : new(_storage, Elementwise.Stretch(_layout, shape));

    private Tensor Expanded(Layout layout)
    {
        if (ReferenceEquals(layout, _layout)) return this;
        var y = ViewAs(layout);
        if (Records) y.SetHistory(new ExpandNode(this, y));
        return y;
    }

    private Tensor AsOneOfSeveral()
    {
        if (_meta!.Kind == ViewKind.Recorded) _meta.Kind = ViewKind.OneOfSeveral;
        return this;
    }

    /// <summary>A view, given its layout and the one it would have if this tensor were contiguous at offset 0.</summary>
    private Tensor Window(Layout layout, Layout dense)
    {
        var y = ViewAs(layout);
        if (Records) y.SetHistory(new WindowNode(this, _layout.Dense(), dense, y));
        return y;
    }

    private Tensor Resized(Layout layout)
    {
        if (ReferenceEquals(layout, _layout)) return this;
        var y = ViewAs(layout);
        if (Records) y.SetHistory(new ReshapeNode(this, y));
        return y;
    }

    /// <summary>The memory changed since the view was made or last looked at: its history is now a window of its base's.</summary>
    private void RefreshView(Tensor b, Meta meta)
    {
        lock (meta)
        {
            if (meta.ViewVersion == _storage.Version) return;
            meta.ViewVersion = _storage.Version;
            if (b.RequiresGrad) SetHistory(new WindowNode(b, Windows.Frame(b._layout), Windows.Relative(_layout, b._layout), this));
        }
    }

    private void ResolveShape(ReadOnlySpan<int> shape, Span<int> sizes)
    {
        int open = -1;
        long known = 1;
        for (int d = 0; d < shape.Length; d++)
        {
            sizes[d] = shape[d];
            if (shape[d] != -1) known *= shape[d];
            else if (open < 0) open = d;
            else throw new ArgumentException($"Only one size may be -1, not two: {Layout.Format(shape)}.");
        }
        if (open >= 0 && known > 0 && Count % known == 0) sizes[open] = (int)(Count / known);
        else if (open >= 0 || known != Count)
            throw new ArgumentException($"{Count} elements of shape {Shape} cannot be reshaped to {Layout.Format(shape)}.");
    }
}
