using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>One matrix of a batch: address and strides in elements.</summary>
internal readonly unsafe struct Matrix<T>(T* start, nint rowStride, nint columnStride) where T : unmanaged
{
    /// <summary>The first element.</summary>
    public readonly T* Start = start;

    /// <summary>Elements between neighbours of a column.</summary>
    public readonly nint RowStride = rowStride;

    /// <summary>Elements between neighbours of a row.</summary>
    public readonly nint ColumnStride = columnStride;

    /// <summary>The address of an element.</summary>
    public T* At(nint row, nint column) => Start + row * RowStride + column * ColumnStride;

    /// <summary>Rows and columns exchanged.</summary>
    public Matrix<T> Transposed => new(Start, ColumnStride, RowStride);

    /// <summary>The same matrix from an element on.</summary>
    public Matrix<T> From(nint row, nint column) => new(At(row, column), RowStride, ColumnStride);

    /// <summary>Matrix <paramref name="index"/> of a batch [N, rows, columns].</summary>
    public static Matrix<T> Of(in Operand batch, int index)
    {
        var strides = batch.Layout.Strides;
        return new((T*)batch.Pointer() + (nint)index * strides[0], strides[1], strides[2]);
    }

    /// <summary>Copies the first rows and columns to a buffer whose rows are dense and <paramref name="targetRow"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(T* target, int rows, int columns, nint targetRow)
    {
        if (RowStride == 1 && ColumnStride != 1) Transposition.Copy(Start, ColumnStride, target, targetRow, columns, rows);
        else if (ColumnStride == 1)
            for (int i = 0; i < rows; i++) new ReadOnlySpan<T>(At(i, 0), columns).CopyTo(new Span<T>(target + i * targetRow, columns));
        else
            for (int i = 0; i < rows; i++)
                Strided.Copy((byte*)At(i, 0), ColumnStride * sizeof(T), (byte*)(target + i * targetRow), sizeof(T), columns, sizeof(T));
    }
}
