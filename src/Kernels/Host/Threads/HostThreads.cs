namespace Gpu.Kernels;

/// <summary>How many threads the host's loops use. The results have the same bits for every number.</summary>
public static class HostThreads
{
    private static int s_count = Math.Min(Environment.ProcessorCount, MaxCount);

    /// <summary>The most threads that can be asked for.</summary>
    public const int MaxCount = 256;

    /// <summary>Threads that work on one operation, the caller included. At first the number of processors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or above <see cref="MaxCount"/>.</exception>
    public static int Count
    {
        get => Volatile.Read(ref s_count);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxCount);
            Volatile.Write(ref s_count, value);
        }
    }
}
