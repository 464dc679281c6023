using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>The common way through up to four operands of one shape: addresses, and byte strides of the dimensions, of which neighbours that
/// every operand crosses evenly are merged and those of size 1 are gone.</summary>
internal unsafe struct Walk
{
    public const int MaxOperands = 4;

    private fixed long _base[MaxOperands];
    private fixed long _stride[MaxOperands * Layout.MaxRank];
    private fixed int _size[Layout.MaxRank];
    private fixed int _itemSize[MaxOperands];

    /// <summary>Operands added so far.</summary>
    public int Operands { get; private set; }

    /// <summary>Number of dimensions, at least 1 after <see cref="Merge"/>.</summary>
    public int Rank { get; private set; }

    /// <summary>Extent of a dimension.</summary>
    public readonly int Size(int dim) => _size[dim];

    /// <summary>Extent of the last dimension.</summary>
    public readonly int Inner => _size[Rank - 1];

    /// <summary>Bytes between neighbours.</summary>
    public readonly long Stride(int operand, int dim) => _stride[operand * Layout.MaxRank + dim];

    /// <summary>Bytes between neighbours of the last dimension.</summary>
    public readonly long InnerStride(int operand) => Stride(operand, Rank - 1);

    /// <summary>Bytes of an element.</summary>
    public readonly int ItemSize(int operand) => _itemSize[operand];

    /// <summary>A walk over all dimensions of a shape.</summary>
    public static Walk Over(ReadOnlySpan<int> sizes)
    {
        Walk walk = default;
        walk.Rank = sizes.Length;
        for (int d = 0; d < sizes.Length; d++) walk._size[d] = sizes[d];
        return walk;
    }

    /// <summary>Adds an operand of that shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(in Operand operand)
    {
        int at = Operands++, item = operand.DType.Size();
        _base[at] = (long)operand.Pointer();
        _itemSize[at] = item;
        var strides = operand.Layout.Strides;
        for (int d = 0; d < Rank; d++) _stride[at * Layout.MaxRank + d] = (long)strides[d] * item;
    }

    /// <summary>A walk with one operand: <paramref name="count"/> elements, <paramref name="stride"/> elements from one to the next.</summary>
    public static Walk Line<T>(T* start, int count, nint stride = 1) where T : unmanaged
    {
        Walk walk = default;
        (walk.Rank, walk.Operands) = (1, 1);
        (walk._size[0], walk._base[0], walk._stride[0], walk._itemSize[0]) = (count, (long)start, (long)stride * sizeof(T), sizeof(T));
        return walk;
    }

    /// <summary>A merged walk over some dimensions of one operand, in the given order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Walk Through(in Operand operand, ReadOnlySpan<int> dims)
    {
        Walk walk = default;
        (walk.Rank, walk.Operands) = (dims.Length, 1);
        int item = operand.DType.Size();
        (walk._base[0], walk._itemSize[0]) = ((long)operand.Pointer(), item);
        for (int d = 0; d < dims.Length; d++)
        {
            walk._size[d] = operand.Layout.Sizes[dims[d]];
            walk._stride[d] = (long)operand.Layout.Strides[dims[d]] * item;
        }
        walk.Merge();
        return walk;
    }

    /// <summary>Adds an operand whose dimension <paramref name="dim"/> stays at index 0.</summary>
    public void AddWithout(in Operand operand, int dim)
    {
        Add(operand);
        _stride[(Operands - 1) * Layout.MaxRank + dim] = 0;
    }

    /// <summary>Merges dimensions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Merge()
    {
        int rank = 0;
        for (int d = 0; d < Rank; d++)
        {
            if (_size[d] == 1) continue;
            if (rank > 0 && IsEven(rank - 1, d))
            {
                _size[rank - 1] *= _size[d];
                Take(rank - 1, d);
            }
            else
            {
                _size[rank] = _size[d];
                Take(rank++, d);
            }
        }
        if (rank == 0)
        {
            _size[0] = 1;
            for (int o = 0; o < Operands; o++) _stride[o * Layout.MaxRank] = 0;
            rank = 1;
        }
        Rank = rank;
    }

    /// <summary>The address of the element with row-major number <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly byte* Locate(int operand, int index)
    {
        if (Rank == 1) return (byte*)(_base[operand] + index * _stride[operand * Layout.MaxRank]);
        var (row, column) = Math.DivRem(index, Inner);
        return Row(operand, row) + column * InnerStride(operand);
    }

    /// <summary>The address of the first element of row <paramref name="row"/>: of the last dimension, the others being numbered in row-major order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly byte* Row(int operand, int row)
    {
        long address = _base[operand];
        int first = operand * Layout.MaxRank;
        for (int d = Rank - 2; d > 0; d--)
        {
            (row, int coordinate) = Math.DivRem(row, _size[d]);
            address += coordinate * _stride[first + d];
        }
        return (byte*)(Rank == 1 ? address : address + row * _stride[first]);
    }

    /// <summary>Whether an operand's elements lie one after another in the order of the walk.</summary>
    public readonly bool IsDense(int operand)
    {
        long expected = _itemSize[operand];
        for (int d = Rank - 1; d >= 0; d--)
        {
            if (Stride(operand, d) != expected) return false;
            expected *= _size[d];
        }
        return true;
    }

    /// <summary>Copies elements [start, start + count) of an operand into a dense buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Gather(int operand, int start, int count, byte* buffer)
    {
        int item = _itemSize[operand], inner = Inner;
        long stride = InnerStride(operand);
        if (Rank == 2 && inner < Strided.ShortRow)
        {
            Strided.CopyShortRows((byte*)_base[operand], Stride(operand, 0), stride, inner, start, count, buffer, item, gathers: true);
            return;
        }
        var (row, column) = Math.DivRem(start, inner);
        for (int n; count > 0; count -= n, buffer += (long)n * item, column = 0)
        {
            n = Math.Min(count, inner - column);
            Strided.Copy(Row(operand, row++) + column * stride, stride, buffer, item, n, item);
        }
    }

    /// <summary>Copies a dense buffer to elements [start, start + count) of an operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Scatter(int operand, int start, int count, byte* buffer)
    {
        int item = _itemSize[operand], inner = Inner;
        long stride = InnerStride(operand);
        if (Rank == 2 && inner < Strided.ShortRow)
        {
            Strided.CopyShortRows((byte*)_base[operand], Stride(operand, 0), stride, inner, start, count, buffer, item, gathers: false);
            return;
        }
        var (row, column) = Math.DivRem(start, inner);
        for (int n; count > 0; count -= n, buffer += (long)n * item, column = 0)
        {
            n = Math.Min(count, inner - column);
            Strided.Copy(buffer, item, Row(operand, row++) + column * stride, stride, n, item);
        }
    }

    private readonly bool IsEven(int outer, int inner)
    {
        for (int o = 0; o < Operands; o++)
            if (_stride[o * Layout.MaxRank + outer] != _stride[o * Layout.MaxRank + inner] * _size[inner])
                return false;
        return true;
    }

    private void Take(int to, int from)
    {
        for (int o = 0; o < Operands; o++) _stride[o * Layout.MaxRank + to] = _stride[o * Layout.MaxRank + from];
    }
}
