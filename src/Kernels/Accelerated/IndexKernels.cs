using Gpu.Kernels.Functors;
using Gpu.Kernels.Numbers;
using ILGPU;

namespace Gpu.Kernels.Accelerated;

/// <summary>What an index is checked against, and how a failure is reported.</summary>
internal struct IndexBound
{
    /// <summary>The operation and dimension, for the message.</summary>
    public int Operation, Dim;

    /// <summary>Valid are 0 to Size - 1.</summary>
    public int Size;

    /// <summary>Distance between neighbours of the indexed dimension.</summary>
    public int Step;
}

/// <summary>Kernels that read or write where an index tensor says. A bad index touches no memory; the first one is noted for the next read.</summary>
internal static class IndexKernels
{
    /// <summary>Words of the error note: operation, dimension, size, low and high half of the index.</summary>
    public const int ErrorWords = 5;

    /// <summary>y[..., i, ...] = x[..., index[..., i, ...], ...]: a thread for every element of y. T is a bit pattern.</summary>
    public static void Gather<T>(Index1D i, ArrayView<T> x, ArrayView<long> index, ArrayView<T> y, Shape shape, Steps sx, Steps si, Steps sy, IndexBound bound, ArrayView<int> error)
        where T : unmanaged
    {
        Coordinates at = shape.At(i);
        int from = Checked(index[si.Position(at, shape.Rank)], bound, error);
        T value = default;
        if (from >= 0) value = x[sx.Position(at, shape.Rank) + from * bound.Step];
        y[sy.Position(at, shape.Rank)] = value;
    }

    /// <summary>y[..., index[..., i, ...], ...] += x[..., i, ...]: a thread owns some positions of y along the dimension, reads all indices
    /// in order and adds what falls to it. So every sum is in index order, without atomics.</summary>
    /// <param name="i">Lane and part: lanes are the positions of all other dimensions, and each lane is owned by <paramref name="parts"/> threads.</param>
    /// <param name="x">What is added.</param>
    /// <param name="index">Where to.</param>
    /// <param name="y">Where to.</param>
    /// <param name="lanes">The other dimensions.</param>
    /// <param name="sx">Strides of x over the lanes.</param>
    /// <param name="si">Strides of the index over the lanes.</param>
    /// <param name="sy">Strides of y over the lanes.</param>
    /// <param name="along">Strides along the dimension.</param>
    /// <param name="parts">Threads a lane.</param>
    /// <param name="bound">Of y's dimension.</param>
    /// <param name="error">The error note.</param>
    public static void ScatterAdd<N>(Index1D i, ArrayView<N> x, ArrayView<long> index, ArrayView<N> y, Shape lanes, Steps sx, Steps si, Steps sy, Along along, int parts, IndexBound bound, ArrayView<int> error)
        where N : unmanaged, INum<N>
    {
        int lane = i.X / parts, part = i.X - lane * parts;
        int each = (bound.Size + parts - 1) / parts;
        int low = part * each, high = low + each;
        Coordinates at = lanes.At(lane);
        int fromX = sx.Position(at, lanes.Rank), fromIndex = si.Position(at, lanes.Rank), fromY = sy.Position(at, lanes.Rank);
        for (int k = 0; k < along.Count; k++)
        {
            int to = Checked(index[fromIndex + k * along.Index], bound, error);
            if (to >= low && to < high)
            {
                int target = fromY + to * bound.Step;
                y[target] = y[target] + x[fromX + k * along.X];
            }
        }
    }

    /// <summary>Notes the number of a text when the relation of a and b fails for an element.</summary>
    public static void Require<TOp, TConversion, N>(Index1D i, ArrayView<N> a, ArrayView<N> b, Shape shape, Steps sa, Steps sb, TOp op, int text, ArrayView<int> error)
        where TOp : struct, IRelation where TConversion : struct, IConversion<N, U8> where N : unmanaged, INum<N>
    {
        Coordinates at = shape.At(i);
        Mask<N> holds = op.Holds(a[sa.Position(at, shape.Rank)], b[sb.Position(at, shape.Rank)]);
        if (TConversion.Convert(N.Select(holds, N.One, N.Zero)).Value == 0 && Atomic.CompareExchange(ref error[0], 0, (int)IndexedOperation.Require) == 0)
            error[2] = text;
    }

    /// <summary>The index, or -1 when it is outside the bound; then the first failure is noted.</summary>
    private static int Checked(long index, IndexBound bound, ArrayView<int> error)
    {
        int result = -1;
        if (index >= 0 && index < bound.Size) result = (int)index;
        else if (Atomic.CompareExchange(ref error[0], 0, bound.Operation) == 0)
        {
            error[1] = bound.Dim;
            error[2] = bound.Size;
            error[3] = (int)index;
            error[4] = (int)(index >> 32);
        }
        return result;
    }
}

/// <summary>The dimension that a scatter runs along.</summary>
internal struct Along
{
    /// <summary>Number of indices, and the strides of x and index.</summary>
    public int Count, X, Index;
}
