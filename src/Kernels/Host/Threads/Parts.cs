namespace Gpu.Kernels.Host;

/// <summary>Elements cut into parts of equal length, the last one possibly shorter. The end of the last part may lie beyond the range of int.</summary>
internal static class Parts
{
    private const int Line = 64;

    /// <summary>The length of parts of at most about <paramref name="most"/> elements that gives every thread the same number of them. A multiple of 64, so that no cache line of results belongs to two parts.</summary>
    public static int Even(int elements, int most) => RoundUp(Count(elements, RoundUp(Count(elements, most), HostThreads.Count)), Line);

    /// <summary>The number of parts.</summary>
    public static int Count(int elements, int length) => (int)(((long)elements + length - 1) / length);

    /// <summary>The elements of the parts if the last one were as long as the others.</summary>
    public static int RoundUp(int elements, int length) => Count(elements, length) * length;

    /// <summary>The element after the last one of a part.</summary>
    public static int End(int part, int elements, int length) => (int)Math.Min(elements, (part + 1L) * length);
}
