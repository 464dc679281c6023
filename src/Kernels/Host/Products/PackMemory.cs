using System.Runtime.InteropServices;

namespace Gpu.Kernels.Host;

/// <summary>The buffer that all threads of a product share. The last one is kept; a second product at the same time gets its own.</summary>
internal static unsafe class PackMemory
{
    /// <summary>The most bytes a product asks for: larger operands are packed piece by piece.</summary>
    public const long MaxBytes = 8 << 20;

    private sealed class Buffer(long bytes)
    {
        public readonly long Bytes = bytes;

        public readonly nint Address = (nint)NativeMemory.AlignedAlloc((nuint)bytes + 64, 4096);

        ~Buffer() => NativeMemory.AlignedFree((void*)Address);
    }

    private static Buffer? s_kept;

    /// <summary>A buffer, aligned to a page and readable 64 bytes beyond its end. Give the token back with <see cref="Return"/>.</summary>
    public static byte* Rent(long bytes, out object token)
    {
        var buffer = Interlocked.Exchange(ref s_kept, null);
        if (buffer == null || buffer.Bytes < bytes) buffer = new(bytes);
        token = buffer;
        return (byte*)buffer.Address;
    }

    /// <summary>Takes a buffer back.</summary>
    public static void Return(object token) => Volatile.Write(ref s_kept, (Buffer)token);
}
