namespace Gpu.Kernels;

/// <summary>A device has no memory left, also after a garbage collection and after its cache was emptied.</summary>
public sealed class DeviceMemoryException : Exception
{
    internal DeviceMemoryException(string message, long requested, long live, long pooled, long peak) : base(message) =>
        (Requested, Live, Pooled, Peak) = (requested, live, pooled, peak);

    /// <summary>Bytes that were asked for.</summary>
    public long Requested { get; }

    /// <summary>Bytes held by tensors.</summary>
    public long Live { get; }

    /// <summary>Bytes kept for reuse.</summary>
    public long Pooled { get; }

    /// <summary>The most bytes ever held by tensors at once.</summary>
    public long Peak { get; }
}
