using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gpu.Kernels.Host;

/// <summary>Memory access by address.</summary>
internal static unsafe class Strided
{
    /// <summary>Rows below this length go through tiles of many rows.</summary>
    public const int ShortRow = 16;

    /// <summary>The address of the first element.</summary>
    public static byte* Pointer(this in Operand operand) => (byte*)operand.Storage.Block.Pointer + (long)operand.Layout.Offset * operand.DType.Size();

    /// <summary>Copies n elements of 1, 4 or 8 bytes between two rows with byte strides.</summary>
    public static void Copy(byte* source, long sourceStride, byte* target, long targetStride, int n, int itemSize)
    {
        if (sourceStride == itemSize && targetStride == itemSize) Buffer.MemoryCopy(source, target, (long)n * itemSize, (long)n * itemSize);
        else if (itemSize == 4) Copy<int>(source, sourceStride, target, targetStride, n);
        else if (itemSize == 8) Copy<long>(source, sourceStride, target, targetStride, n);
        else Copy<byte>(source, sourceStride, target, targetStride, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy<T>(byte* source, long sourceStride, byte* target, long targetStride, int n) where T : unmanaged
    {
        for (int i = 0; i < n; i++)
        {
            *(T*)target = *(T*)source;
            source += sourceStride;
            target += targetStride;
        }
    }

    /// <summary>Copies elements [start, start + count) of a matrix with short rows into a dense buffer, or from there.</summary>
    public static void CopyShortRows(byte* matrix, long rowStride, long stride, int inner, int start, int count, byte* buffer, int itemSize, bool gathers)
    {
        if (itemSize == 4) CopyShortRows((int*)buffer, matrix, rowStride, stride, inner, start, count, gathers);
        else if (itemSize == 8) CopyShortRows((long*)buffer, matrix, rowStride, stride, inner, start, count, gathers);
        else CopyShortRows(buffer, matrix, rowStride, stride, inner, start, count, gathers);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyShortRows<T>(T* buffer, byte* matrix, long rowStride, long stride, int inner, int start, int count, bool gathers) where T : unmanaged
    {
        var (row, column) = Math.DivRem(start, inner);
        byte* at = matrix + row * rowStride;
        for (T* end = buffer + count; buffer < end; at += rowStride, column = 0)
        {
            if (gathers && column == 0 && (stride == 0 || stride == sizeof(T)))
            {
                int rows = GatherRows(buffer, at, rowStride, stride == 0, inner, (int)(end - buffer));
                buffer += rows * inner;
                at += rows * rowStride;
                if (buffer == end) return;
            }
            byte* element = at + column * stride;
            T* stop = buffer + Math.Min(inner - column, end - buffer);
            if (gathers)
                for (; buffer < stop; element += stride) *buffer++ = *(T*)element;
            else
                for (; buffer < stop; element += stride) *(T*)element = *buffer++;
        }
    }

    /// <summary>Copies whole rows of neighbours, or of one element repeated, by vectors. These write beyond a row, where the next one follows, but not beyond the buffer:
    /// the last rows are left. Returns the number of rows copied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GatherRows<T>(T* buffer, byte* matrix, long rowStride, bool repeats, int inner, int count) where T : unmanaged
    {
        int width = Parts.RoundUp(inner, Vector256<T>.Count), rows = count < width ? 0 : (count - width) / inner + 1;
        T* end = buffer + rows * inner;
        if (repeats)
            for (; buffer < end; buffer += inner, matrix += rowStride)
            {
                var element = Vector256.Create(*(T*)matrix);
                element.Store(buffer);
                for (int i = Vector256<T>.Count; i < width; i += Vector256<T>.Count) element.Store(buffer + i);
            }
        else
            for (; buffer < end; buffer += inner, matrix += rowStride)
            {
                Vector256.Load((T*)matrix).Store(buffer);
                for (int i = Vector256<T>.Count; i < width; i += Vector256<T>.Count) Vector256.Load((T*)matrix + i).Store(buffer + i);
            }
        return rows;
    }
}
