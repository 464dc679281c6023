namespace ILGPU.Runtime;

/// <summary>The checked dimensions of one launch.</summary>
internal readonly struct LaunchShape(Index3D extent, Index3D grid, Index3D group, int sharedBytes)
{
    /// <summary>Implicitly grouped kernels: the items to run. Others: grid times group, where that fits.</summary>
    public readonly Index3D Extent = extent;

    /// <summary>The number of groups in each dimension.</summary>
    public readonly Index3D Grid = grid;

    /// <summary>The number of items of a group in each dimension.</summary>
    public readonly Index3D Group = group;

    /// <summary>The dynamic shared memory of a group, in bytes.</summary>
    public readonly int SharedBytes = sharedBytes;
}

/// <summary>A kernel compiled for one accelerator. Launching it is thread-safe.</summary>
internal abstract unsafe class CompiledKernel : IDisposable
{
    protected CompiledKernel(Accelerator accelerator, KernelSignature signature)
    {
        Accelerator = accelerator;
        Signature = signature;
    }

    public Accelerator Accelerator { get; }

    public KernelSignature Signature { get; }

    /// <summary>The greatest number of items of a group.</summary>
    public virtual int LargestGroupSize => Signature.MaxGroupSize > 0 ? Math.Min(Signature.MaxGroupSize, Accelerator.MaxNumThreadsPerGroup) : Accelerator.MaxNumThreadsPerGroup;

    /// <summary>The number of items of a group where nobody asks for one.</summary>
    public int SuggestedGroupSize => Math.Min(LargestGroupSize, ChooseGroup(new Index3D(int.MaxValue, 1, 1)).Size);

    /// <summary>The shared memory that the kernel declares, in bytes, as far as it is known before the launch.</summary>
    public virtual int StaticSharedBytes => 0;

    /// <summary>What the loaders tell about the kernel.</summary>
    public KernelInfo Info
    {
        get
        {
            if (Signature.IndexType is null)
                return new KernelInfo(null, null);
            int group = ChooseGroup(new Index3D(int.MaxValue, 1, 1)).Size;
            return new KernelInfo(group, Math.Max(1, Accelerator.MaxNumThreads / group));
        }
    }

    /// <summary>Checks a launch of an explicitly grouped kernel and runs it. The argument block may die after the call.</summary>
    public void Launch(AcceleratorStream? stream, in KernelConfig config, byte* arguments)
    {
        var grid = config.GridDim;
        var group = config.GroupDim;
        if (Signature.IndexType is not null)
            throw new InvalidOperationException($"Kernel {Signature.Name} is implicitly grouped; launch it with an extent.");
        CheckNotNegative(grid, "grid");
        CheckGroup(group);
        int shared = config.SharedMemoryConfig.Bytes;
        if (shared > Accelerator.MaxSharedMemoryPerGroup)
        {
            throw new ArgumentException(
                $"Kernel {Signature.Name} was launched with {shared} bytes of dynamic shared memory a group; "
                + $"{Accelerator.Name} has {Accelerator.MaxSharedMemoryPerGroup}.");
        }

        stream = Check(stream);
        if (grid.LongSize == 0)
            return;
        CheckGrid(grid);
        Run(stream, new LaunchShape(grid * group, grid, group, shared), arguments);
    }

    /// <summary>Checks a launch of an implicitly grouped kernel and runs it. The argument block may die after the call.</summary>
    public void Launch(AcceleratorStream? stream, Index3D extent, byte* arguments)
    {
        if (Signature.IndexType is null)
            throw new InvalidOperationException($"Kernel {Signature.Name} is explicitly grouped; launch it with a KernelConfig.");
        CheckNotNegative(extent, "extent");
        stream = Check(stream);
        if (extent.LongSize == 0)
            return;
        var group = ChooseGroup(extent);
        var grid = new Index3D(Divide(extent.X, group.X), Divide(extent.Y, group.Y), Divide(extent.Z, group.Z));
        CheckGrid(grid);
        Run(stream, new LaunchShape(extent, grid, group, 0), arguments);

        static int Divide(int items, int size) => (int)(((long)items + size - 1) / size);
    }

    public abstract void Dispose();

    /// <summary>Runs the kernel, or puts it into the stream.</summary>
    protected abstract void Run(AcceleratorStream stream, in LaunchShape shape, byte* arguments);

    /// <summary>The group size of an implicitly grouped launch.</summary>
    protected abstract Index3D ChooseGroup(Index3D extent);

    /// <summary>The memory under a pointer of the argument block, or null for an empty view.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was freed.</exception>
    /// <exception cref="ArgumentException">The buffer belongs to another accelerator.</exception>
    protected DeviceMemory? Resolve(in KernelPointer pointer, byte* arguments)
    {
        nint address = *(nint*)(arguments + pointer.Offset);
        if (address == 0)
            return null;
        var memory = AddressMap.Find(address);
        if (memory is null)
        {
            throw new ObjectDisposedException(
                $"{pointer.Parameter.Name} of kernel {Signature.Name}", "The view's buffer is disposed, or it is no view of device memory.");
        }

        if (!Accelerator.CanReach(memory.Accelerator))
        {
            throw new ArgumentException(
                $"Argument {pointer.Parameter.Name} of kernel {Signature.Name} lies on {memory.Accelerator}; "
                + $"the kernel runs on {Accelerator}. Copy the buffer there first.");
        }

        return memory;
    }

    private AcceleratorStream Check(AcceleratorStream? stream)
    {
        Accelerator.ThrowIfDisposed();
        stream ??= Accelerator.DefaultStream;
        ObjectDisposedException.ThrowIf(stream.IsDisposed, stream);
        return stream.Accelerator == Accelerator
            ? stream
            : throw new ArgumentException($"Kernel {Signature.Name} runs on {Accelerator}; the stream belongs to {stream.Accelerator}.");
    }

    private void CheckNotNegative(Index3D value, string what)
    {
        if (value.X < 0 || value.Y < 0 || value.Z < 0)
            throw new ArgumentOutOfRangeException(what, $"Kernel {Signature.Name} was launched with the {what} {value}; it must not be negative.");
    }

    private void CheckGroup(Index3D group)
    {
        var limit = Accelerator.MaxGroupSize;
        int most = Accelerator.MaxNumThreadsPerGroup;
        if (group.X < 1 || group.Y < 1 || group.Z < 1)
            throw new ArgumentOutOfRangeException(nameof(group), $"Kernel {Signature.Name} was launched with groups of {group}; at least one item is needed.");
        if (group.LongSize > most || group.X > limit.X || group.Y > limit.Y || group.Z > limit.Z)
        {
            throw new ArgumentOutOfRangeException(
                nameof(group),
                $"Kernel {Signature.Name} was launched with groups of {group}, {group.LongSize} items; "
                + $"{Accelerator.Name} takes at most {most} items and {limit} in each dimension.");
        }

        if (Signature.MaxGroupSize > 0 && group.LongSize > Signature.MaxGroupSize)
        {
            throw new ArgumentException(
                $"Kernel {Signature.Name} was launched with groups of {group.LongSize} items; it was loaded for at most {Signature.MaxGroupSize}.");
        }
    }

    private void CheckGrid(Index3D grid)
    {
        var limit = Accelerator.MaxGridSize;
        if (grid.X > limit.X || grid.Y > limit.Y || grid.Z > limit.Z)
            throw new ArgumentOutOfRangeException(nameof(grid), $"Kernel {Signature.Name} was launched with {grid} groups; {Accelerator.Name} takes at most {limit}.");
    }
}
