using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gpu.Kernels;

/// <summary>A place where tensors live and operations run. Each device owns its memory; tensors cross only by an explicit copy.</summary>
public abstract class Device
{
    /// <summary>A span holds at most 2 GiB of bytes: larger transfers go in pieces.</summary>
    private const int MostElements = 1 << 27;

    private long _toDevice, _toHost;

    /// <summary>Called by the two kinds of devices.</summary>
    private protected Device(string name, string description) => (Name, Description) = (name, description);

    /// <summary>The name to ask for: "cpu", "accelerator", "opencl:0", "cuda:0".</summary>
    public string Name { get; }

    /// <summary>What it is, for people.</summary>
    public string Description { get; }

    /// <summary>How it computes.</summary>
    public abstract IBackend Backend { get; }

    /// <summary>Its memory: live, pooled and peak bytes, and the budget.</summary>
    public abstract MemoryPool Memory { get; }

    /// <summary>Whether it computes float64.</summary>
    public virtual bool SupportsFloat64 => true;

    /// <summary>Whether results on this device are the same bits as everywhere, or faster where the device can be. May be changed at any time; operations that follow heed it.</summary>
    public Precision Precision { get; set; }

    /// <summary>Why results may differ in their last bits from those of <see cref="Cpu"/>; null when they are the same bits.</summary>
    public virtual string? WhyNotSameBits => null;

    /// <summary>True when every result has the same bits as on <see cref="Cpu"/>.</summary>
    public bool SameBits => WhyNotSameBits == null;

    /// <summary>Copies from the host to this device so far.</summary>
    public long CopiesToDevice => Interlocked.Read(ref _toDevice);

    /// <summary>Copies from this device to the host so far: each is a wait.</summary>
    public long CopiesToHost => Interlocked.Read(ref _toHost);

    /// <summary>The host: SIMD loops on all cores. The default of everything.</summary>
    public static Device Cpu => DeviceCatalog.Cpu;

    /// <summary>Every device of this machine, the host first. Listing opens them.</summary>
    public static IReadOnlyList<Device> All => DeviceCatalog.All;

    /// <summary>The device of that name: "cpu", "accelerator" (the GPU kernels on the CPU), "opencl", "opencl:1", "cuda", "cuda:1".</summary>
    /// <exception cref="ArgumentException">No such name exists.</exception>
    /// <exception cref="DeviceNotFoundException">The machine has no such device; the message says what was looked for.</exception>
    public static Device Get(string name) => DeviceCatalog.Get(name);

    /// <summary>Waits until everything asked so far is done.</summary>
    public void Synchronize() => Backend.Synchronize();

    /// <summary>Copies values into a storage of this device, from element <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The values leave the storage.</exception>
    public void Upload<T>(ReadOnlySpan<T> values, Storage target, int start = 0) where T : unmanaged
    {
        if (values.IsEmpty) return;
        CheckRange(target, start, values.Length, Unsafe.SizeOf<T>());
        target.BeginWrite();
        Interlocked.Increment(ref _toDevice);
        for (int done = 0, n; done < values.Length; done += n)
        {
            n = Math.Min(values.Length - done, MostElements);
            Backend.Upload(MemoryMarshal.AsBytes(values.Slice(done, n)), target, ((long)start + done) * Unsafe.SizeOf<T>());
        }
    }

    /// <summary>Copies values of a storage of this device to the host, from element <paramref name="start"/> on. Waits for the device.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The values leave the storage, or an index that a kernel met was out of range.</exception>
    public void Download<T>(Storage source, Span<T> values, int start = 0) where T : unmanaged
    {
        if (values.IsEmpty) return;
        CheckRange(source, start, values.Length, Unsafe.SizeOf<T>());
        Interlocked.Increment(ref _toHost);
        for (int done = 0, n; done < values.Length; done += n)
        {
            n = Math.Min(values.Length - done, MostElements);
            Backend.Download(source, ((long)start + done) * Unsafe.SizeOf<T>(), MemoryMarshal.AsBytes(values.Slice(done, n)));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static void CheckRange(Storage storage, int start, int count, int size)
    {
        if (start < 0 || ((long)start + count) * size > storage.Bytes)
            throw new ArgumentOutOfRangeException(nameof(start), $"{count} values of {size} bytes from number {start} on leave the storage, which has {storage.Bytes} bytes ({storage.Count} x {storage.DType.Name()}).");
    }
}

/// <summary>A device was asked for that this machine does not have.</summary>
public sealed class DeviceNotFoundException(string message) : Exception(message);
