namespace Gpu.Kernels;

/// <summary>The memory of a tensor and of all its views: one block of one device, holding elements of one type.</summary>
/// <remarks>Nobody has to release a storage: when the last tensor over it is gone, the pool finds its block again after the next collection.
/// A <see cref="Scope"/> releases it earlier. The result of an elementwise operation may have no block yet; see <see cref="Fusion"/>.</remarks>
public sealed partial class Storage
{
    private Block? _block;
    private int _version;
    private bool _isDisposed;

    /// <summary>Uninitialized memory for <paramref name="count"/> elements.</summary>
    /// <exception cref="DeviceMemoryException">The device has no memory left.</exception>
    /// <exception cref="NotSupportedException">float64 on a device that has none.</exception>
    public Storage(Device device, DType dtype, int count)
    {
        (Device, DType, Count) = (device, dtype, count);
        if (dtype == DType.Float64 && !device.SupportsFloat64)
            throw new NotSupportedException($"Device '{device.Name}' ({device.Description}) has no float64. Convert to float32 first: tensor.To(DType.Float32).");
        _block = device.Memory.Rent(Bytes, this);
        Scope.Register(this, _block);
    }

    /// <summary>The device that owns the memory.</summary>
    public Device Device { get; }

    /// <summary>The element type.</summary>
    public DType DType { get; }

    /// <summary>Number of elements.</summary>
    public int Count { get; }

    /// <summary>Size in bytes.</summary>
    public long Bytes => (long)Count * DType.Size();

    /// <summary>How often the contents were changed in place. Backward passes compare it with the version they saved.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>The memory. What is pending is computed first.</summary>
    /// <exception cref="ObjectDisposedException">It was released; the message names the scope.</exception>
    /// <exception cref="DeviceMemoryException">The device has no memory left for a pending result.</exception>
    public Block Block => Volatile.Read(ref _block) ?? Compute();

    /// <summary>The scope that will release this storage, or null.</summary>
    internal Scope? Owner { get; set; }

    /// <summary>Notes a change of the contents in place.</summary>
    public void BumpVersion() => Interlocked.Increment(ref _version);

    /// <summary>Hands the memory back now. Later uses raise an exception.</summary>
    public void Release()
    {
        _isDisposed = true;
        if (_links != null) ReleaseRead();
        else if (Interlocked.Exchange(ref _block, null) is { } block) Device.Memory.Return(block, this);
    }

    /// <summary>Hands the memory back at the end of the scope that owns it. True when the caller has to give the block back to the pool.</summary>
    internal bool LetGoOfBlock()
    {
        if (_links == null) return Interlocked.Exchange(ref _block, null) != null;
        ReleaseRead();
        return false;
    }

    private ObjectDisposedException Released()
    {
        string by = !_isDisposed && Owner is { IsOpen: false } scope ? $"the end of the scope opened at {scope.Place}" : "Dispose";
        return new("Tensor", $"This tensor ({Count} x {DType.Name()} on '{Device.Name}') was released by {by}. Let it leave the scope with Keep, or use it before the scope ends.");
    }
}
