using System.Runtime.CompilerServices;

namespace Gpu.Kernels.Host;

/// <summary>Memory access by address.</summary>
internal static unsafe class Strided
{
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
}
