using System.Runtime.InteropServices;

namespace ILGPU.Runtime.CPU;

/// <summary>The group that a worker runs at the moment: its place in the grid and its shared memory. Reused from group to group.</summary>
internal sealed unsafe class CpuGroup : IDisposable
{
    private readonly List<CpuItem> items = [];
    private readonly List<(nint Pointer, int Bytes, int ElementSize)> shared = [];
    private nint dynamic;
    private int dynamicCapacity;

    /// <summary>The number of groups in each dimension.</summary>
    public Index3D GridDimension;

    /// <summary>The number of items of a group in each dimension.</summary>
    public Index3D Dimension;

    /// <summary>The group's index in the grid.</summary>
    public Index3D GridIndex;

    private Index3D? extent;

    ~CpuGroup() => Release();

    /// <summary>The kernel's name, for messages.</summary>
    public string KernelName { get; private set; } = "";

    /// <summary>The number of items of a warp.</summary>
    public int WarpSize { get; private set; }

    /// <summary>The dynamic shared memory, in bytes.</summary>
    public int DynamicBytes { get; private set; }

    /// <summary>The shared memory that a group may take, in bytes.</summary>
    public int SharedLimit { get; private set; }

    /// <summary>The number of items.</summary>
    public int Size => Dimension.Size;

    /// <summary>The item with the given linear index; it is made at the first call.</summary>
    public CpuItem Item(int slot)
    {
        while (items.Count <= slot)
            items.Add(new CpuItem(this));
        return items[slot];
    }

    /// <summary>Prepares for the groups of one launch.</summary>
    public void Begin(CpuKernel kernel, in LaunchShape shape)
    {
        KernelName = kernel.Signature.Name;
        WarpSize = kernel.Accelerator.WarpSize;
        SharedLimit = kernel.Accelerator.MaxSharedMemoryPerGroup;
        GridDimension = shape.Grid;
        Dimension = shape.Group;
        DynamicBytes = shape.SharedBytes;
        extent = kernel.Signature.IndexType is null ? null : shape.Extent;

        // Another kernel allocates other sizes in another order.
        FreeShared();
        if (DynamicBytes > dynamicCapacity)
        {
            NativeMemory.AlignedFree((void*)dynamic);
            dynamic = Allocate(DynamicBytes);
            dynamicCapacity = DynamicBytes;
        }
    }

    /// <summary>Moves to the group with the given linear index.</summary>
    public void MoveTo(long linear)
    {
        var (rest, x) = Math.DivRem(linear, GridDimension.X);
        var (z, y) = Math.DivRem(rest, GridDimension.Y);
        GridIndex = new Index3D((int)x, (int)y, (int)z);
    }

    /// <summary>The index in the group of the item with the given linear index.</summary>
    public Index3D IndexOf(int linear) => Dimension.Y == 1 && Dimension.Z == 1
        ? new Index3D(linear, 0, 0)
        : new Index3D(linear % Dimension.X, linear / Dimension.X % Dimension.Y, linear / (Dimension.X * Dimension.Y));

    /// <summary>Whether the item with the given linear index runs: the last groups of an implicitly grouped launch may reach beyond its extent.</summary>
    public bool Runs(int linear) => extent is not { } end || (GridIndex * Dimension + IndexOf(linear)).InBounds(end);

    /// <summary>
    /// The memory of the allocation number <paramref name="ordinal"/>. All items make the same allocations in the same order,
    /// so the number names the allocation.
    /// </summary>
    public nint Shared(int ordinal, int elements, int elementSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elements);
        int bytes = checked(elements * elementSize);
        if (ordinal == shared.Count)
        {
            long total = DynamicBytes + (long)bytes;
            foreach (var block in shared)
                total += block.Bytes;
            if (total > SharedLimit)
                throw new InvalidOperationException($"The group asks for {total} bytes of shared memory; the device has {SharedLimit}.");
            shared.Add((Allocate(bytes), bytes, elementSize));
        }

        var (pointer, had, size) = shared[ordinal];
        if (had != bytes || size != elementSize)
        {
            throw new InvalidOperationException(
                $"Shared allocation {ordinal} has {had} bytes for one item of the group and {bytes} for another; "
                + "all items must make the same shared allocations in the same order.");
        }

        return pointer;
    }

    /// <summary>Whether an address points into or right behind shared memory of the group.</summary>
    public bool IsShared(nint address)
    {
        if (DynamicBytes > 0 && address >= dynamic && address <= dynamic + DynamicBytes)
            return true;
        foreach (var (pointer, bytes, _) in shared)
        {
            if (address >= pointer && address <= pointer + bytes)
                return true;
        }

        return false;
    }

    /// <summary>The dynamic shared memory.</summary>
    public nint Dynamic() => DynamicBytes == 0 ? 0 : dynamic;

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private static nint Allocate(int bytes) => (nint)NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), 64);

    private void FreeShared()
    {
        foreach (var block in shared)
            NativeMemory.AlignedFree((void*)block.Pointer);
        shared.Clear();
    }

    private void Release()
    {
        FreeShared();
        NativeMemory.AlignedFree((void*)dynamic);
        dynamic = 0;
        dynamicCapacity = 0;
    }
}
