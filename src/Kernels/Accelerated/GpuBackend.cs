using Gpu.Kernels.Numbers;
using ILGPU;
using ILGPU.Runtime;

namespace Gpu.Kernels.Accelerated;

/// <summary>The GPU kernels on one accelerator: CUDA, OpenCL, or the CPU accelerator.</summary>
/// <remarks>Everything goes into the accelerator's default stream in order; only reads and <see cref="Synchronize"/> wait.
/// A block that goes back to the pool may so be lent again at once: who gets it is behind its last reader in the stream.</remarks>
internal sealed partial class GpuBackend : IBackend
{
    private static int s_backends = -1;

    private readonly Device _device;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _errorBuffer;
    private readonly ArrayView<int> _error;
    private volatile bool _mayHaveFailed;

    /// <summary>A backend on an accelerator.</summary>
    /// <param name="device">The device that it belongs to.</param>
    /// <param name="accelerator">The accelerator.</param>
    /// <param name="groupSize">Threads of the groups that share work; 0 to choose by the kind of accelerator.</param>
    public GpuBackend(Device device, Accelerator accelerator, int groupSize = 0)
    {
        (_device, Accelerator) = (device, accelerator);
        // Threads of the CPU accelerator are dear where they meet at barriers.
        GroupSize = groupSize != 0 ? groupSize
            : accelerator.AcceleratorType == AcceleratorType.CPU ? 1
            : Math.Min(128, accelerator.MaxNumThreadsPerGroup);
        Number = Interlocked.Increment(ref s_backends);
        _errorBuffer = accelerator.Allocate1D<int>(IndexKernels.ErrorWords);
        _error = _errorBuffer.AsContiguous();
        _error.MemSetToZero();
    }

    /// <summary>Where the kernels run.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>The number under which <see cref="LoadedKernel{TTag, TLaunch}"/> keeps this backend's kernels.</summary>
    public int Number { get; }

    /// <summary>Held while a kernel is compiled.</summary>
    public Lock LoadLock { get; } = new();

    /// <summary>Threads of the groups that share work.</summary>
    public int GroupSize { get; }

    private bool IsExact => _device.Precision == Precision.Exact;

    /// <inheritdoc/>
    public void Upload(ReadOnlySpan<byte> source, Storage target, long offset)
    {
        if (source.IsEmpty) return;
        Buffer(target).AsRawArrayView().SubView(offset, source.Length).CopyFromCPU(source);
        GC.KeepAlive(target);
    }

    /// <inheritdoc/>
    public void Download(Storage source, long offset, Span<byte> target)
    {
        if (!target.IsEmpty) Buffer(source).AsRawArrayView().SubView(offset, target.Length).CopyToCPU(target);
        GC.KeepAlive(source);
        ThrowPendingError();
    }

    /// <inheritdoc/>
    public void Synchronize()
    {
        Accelerator.Synchronize();
        ThrowPendingError();
    }

    /// <summary>Raises what a kernel noted since the last time.</summary>
    private void ThrowPendingError()
    {
        if (!_mayHaveFailed) return;
        _mayHaveFailed = false;
        Span<int> words = stackalloc int[IndexKernels.ErrorWords];
        _error.CopyToCPU(words);
        if (words[0] == 0) return;
        _error.MemSetToZero();
        if (words[0] == (int)IndexedOperation.Require) throw new ArgumentOutOfRangeException(null, Requirements.Text(words[2]));
        throw IndexError.OutOfRange((IndexedOperation)words[0], ((long)words[4] << 32) | (uint)words[3], words[2], words[1]);
    }

    /// <summary>The elements of an operand from its first one on, seen as numbers of kind <typeparamref name="N"/> of the same size.</summary>
    private static ArrayView<N> View<N>(in Operand operand) where N : unmanaged => View<N>(operand.Storage).SubView((long)operand.Layout.Offset);

    private static ArrayView<N> View<N>(Storage storage) where N : unmanaged => Buffer(storage).AsRawArrayView().Cast<N>();

    private static MemoryBuffer Buffer(Storage storage) => storage.Block.Buffer as MemoryBuffer
        ?? throw new ArgumentException($"A tensor on '{storage.Device.Name}' was handed to the kernels of an accelerator. Copy it there first: tensor.To(device).");

    private KernelConfig Groups(int count) => new(count, GroupSize);

    /// <summary>Keeps storages from being collected, and their blocks from being lent, before the kernel is in the stream.</summary>
    private static void Keep(in Operand a, in Operand b, in Operand c = default, in Operand d = default)
    {
        GC.KeepAlive(a.Storage);
        GC.KeepAlive(b.Storage);
        GC.KeepAlive(c.Storage);
        GC.KeepAlive(d.Storage);
    }
}
