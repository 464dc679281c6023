using Gpu.Engine;
using Gpu.Kernels;

namespace Gpu;

/// <summary>Joining tensors along a dimension.</summary>
internal static class Joining
{
    public static Tensor Cat(ReadOnlySpan<Tensor> tensors, int dim)
    {
        var parts = Unify(tensors, "Cat");
        var first = parts[0];
        if (first.Rank == 0) throw new ArgumentException("Cat joins along a dimension, which 0-dimensional tensors do not have. Use Stack.");
        dim = first.Layout.CheckDim(dim);
        var sizes = first.Shape.ToArray();
        sizes[dim] = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            bool fits = parts[i].Rank == first.Rank;
            for (int d = 0; fits && d < first.Rank; d++) fits = d == dim || parts[i].Shape[d] == first.Shape[d];
            if (!fits) throw Unequal("Cat", i, parts[i], first, $" Sizes may differ only along dimension {dim}.");
            sizes[dim] = checked(sizes[dim] + parts[i].Shape[dim]);
        }
        var y = new Tensor(Layout.Contiguous(sizes), first.DType, first.Device);
        bool records = false;
        for (int i = 0, start = 0; i < parts.Length; start += parts[i++].Shape[dim])
        {
            y.Device.Backend.Copy(parts[i].Operand, new(y.Storage, y.Layout.Slice(dim, start, parts[i].Shape[dim])));
            records |= parts[i].Records;
        }
        return records ? y.Recorded(new CatNode(parts, dim, y)) : y;
    }

    public static Tensor Stack(ReadOnlySpan<Tensor> tensors, int dim)
    {
        var parts = tensors.ToArray();
        for (int i = 1; i < parts.Length; i++)
            if (!parts[i].Layout.SameSizes(parts[0].Layout)) throw Unequal("Stack", i, parts[i], parts[0], " All shapes must be equal.");
        for (int i = 0; i < parts.Length; i++) parts[i] = parts[i].Unsqueeze(dim);
        return Cat(parts, parts.Length > 0 && dim < 0 ? dim + parts[0].Rank : dim);
    }

    private static Tensor[] Unify(ReadOnlySpan<Tensor> tensors, string operation)
    {
        if (tensors.IsEmpty) throw new ArgumentException($"{operation} needs at least one tensor.");
        var parts = tensors.ToArray();
        var dtype = parts[0].DType;
        foreach (var part in parts)
        {
            Promotion.SameDevice(parts[0], part, operation);
            dtype = DTypes.Promote(dtype, part.DType);
        }
        for (int i = 0; i < parts.Length; i++) parts[i] = parts[i].To(dtype);
        return parts;
    }

    private static ArgumentException Unequal(string operation, int position, Tensor part, Tensor first, string rule) => new(
        $"{operation}: tensor {position} has shape {part.Shape}, which does not fit the first one's {first.Shape}.{rule}");
}

/// <summary>Tensors joined along a dimension;  each gets its part of dy</summary>
internal sealed class CatNode : Node
{
    private readonly int _dim;
    private readonly int[] _lengths;

    public CatNode(Tensor[] parts, int dim, Tensor y) : base(y)
    {
        _dim = dim;
        _lengths = new int[parts.Length];
        var edges = new Edge[parts.Length];
        for (int i = 0; i < parts.Length; i++) (_lengths[i], edges[i]) = (parts[i].Shape[dim], parts[i].GradientEdge());
        Connect(edges);
    }

    public override string Name => "Cat";

    public override void Backward(BackwardPass pass, Tensor dy)
    {
        for (int i = 0, start = 0; i < _lengths.Length; start += _lengths[i++])
            if (pass.Needs(i))
                pass.Share(i, dy.Narrow(_dim, start, _lengths[i]));
    }
}
