using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gpu.Kernels.Host;

/// <summary>Copies a matrix whose rows are dense to one whose columns are.</summary>
internal static unsafe class Transposition
{
    /// <summary>Rows and columns of a block that stays in the first cache.</summary>
    private const int Block = 32;

    /// <summary>target[j * targetStride + i] = source[i * sourceStride + j] for i &lt; rows, j &lt; columns. Strides are in elements of 1, 4 or 8 bytes.</summary>
    public static void Copy<T>(T* source, nint sourceStride, T* target, nint targetStride, int rows, int columns) where T : unmanaged
    {
        for (int i = 0; i < rows; i += Block)
            for (int j = 0; j < columns; j += Block)
                CopyBlock(source + i * sourceStride + j, sourceStride, target + j * targetStride + i, targetStride, Math.Min(Block, rows - i), Math.Min(Block, columns - j));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyBlock<T>(T* source, nint sourceStride, T* target, nint targetStride, int rows, int columns) where T : unmanaged
    {
        int i = 0;
        if (sizeof(T) == 4 && Sse.IsSupported)
        {
            for (; i + 4 <= rows; i += 4)
            {
                int j = 0;
                for (; j + 4 <= columns; j += 4)
                    Four((float*)(source + i * sourceStride + j), sourceStride, (float*)(target + j * targetStride + i), targetStride);
                for (; j < columns; j++)
                    for (int k = i; k < i + 4; k++) target[j * targetStride + k] = source[k * sourceStride + j];
            }
        }
        // The longer loop inside: its end is foreseen badly.
        if (rows - i > columns)
            for (int j = 0; j < columns; j++)
                for (int k = i; k < rows; k++) target[j * targetStride + k] = source[k * sourceStride + j];
        else
            for (; i < rows; i++)
                for (int j = 0; j < columns; j++) target[j * targetStride + i] = source[i * sourceStride + j];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(float* source, nint sourceStride, float* target, nint targetStride)
    {
        var r0 = Vector128.Load(source);
        var r1 = Vector128.Load(source + sourceStride);
        var r2 = Vector128.Load(source + 2 * sourceStride);
        var r3 = Vector128.Load(source + 3 * sourceStride);
        var (low01, high01) = (Sse.UnpackLow(r0, r1), Sse.UnpackHigh(r0, r1));
        var (low23, high23) = (Sse.UnpackLow(r2, r3), Sse.UnpackHigh(r2, r3));
        Sse.MoveLowToHigh(low01, low23).Store(target);
        Sse.MoveHighToLow(low23, low01).Store(target + targetStride);
        Sse.MoveLowToHigh(high01, high23).Store(target + 2 * targetStride);
        Sse.MoveHighToLow(high23, high01).Store(target + 3 * targetStride);
    }
}
