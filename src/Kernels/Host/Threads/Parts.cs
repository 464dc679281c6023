namespace Gpu.Kernels.Host;

/// <summary>Elements cut into parts of equal length, the last one possibly shorter. The end of the last part may lie beyond the range of int.</summary>
internal static class Parts
{
    /// <summary>The number of parts.</summary>
    public static int Count(int elements, int length) => (int)(((long)elements + length - 1) / length);

    /// <summary>The element after the last one of a part.</summary>
    public static int End(int part, int elements, int length) => (int)Math.Min(elements, (part + 1L) * length);
}
