using System.Runtime.InteropServices;

namespace Gpu.Kernels.Host;

/// <summary>Buffers that outlive a call: each thread has a few, which grow as needed and are given back when the thread ends.</summary>
/// <remarks>A slot is used by one level of a call chain at a time.</remarks>
internal sealed unsafe class Scratch
{
    private const long Padding = 64;

    [ThreadStatic] private static Scratch? t_current;

    private readonly nint[] _buffers = new nint[(int)Slot.Count];
    private readonly long[] _sizes = new long[(int)Slot.Count];

    /// <summary>What a buffer is for.</summary>
    public enum Slot
    {
        /// <summary>Elements of a strided row, one after another.</summary>
        Row,
        /// <summary>Partial results of a reduction.</summary>
        Partials,
        /// <summary>What a normalization sums.</summary>
        Terms,
        /// <summary>Panels of the left operand of a product.</summary>
        Left,
        /// <summary>Panels of the right operand of a product.</summary>
        Right,
        /// <summary>Tiles of the results inside a chain.</summary>
        Tiles,
        /// <summary>Number of slots.</summary>
        Count,
    }

    ~Scratch()
    {
        foreach (nint buffer in _buffers) NativeMemory.AlignedFree((void*)buffer);
    }

    /// <summary>A buffer of this thread, aligned to 64 bytes and readable 64 bytes beyond its end. Contents are what was left there.</summary>
    public static byte* Rent(Slot slot, long bytes)
    {
        var scratch = t_current ??= new();
        int at = (int)slot;
        if (scratch._sizes[at] < bytes)
        {
            long size = Math.Max(bytes, 2 * scratch._sizes[at]);
            NativeMemory.AlignedFree((void*)scratch._buffers[at]);
            (scratch._buffers[at], scratch._sizes[at]) = (0, 0);
            scratch._buffers[at] = (nint)NativeMemory.AlignedAlloc((nuint)(size + Padding), 64);
            scratch._sizes[at] = size;
        }
        return (byte*)scratch._buffers[at];
    }
}
