using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ILGPU.Compiler.Ir;

namespace ILGPU.Runtime.CPU;

/// <summary>The work item that the current thread runs: what the members that kernels call ask.</summary>
internal sealed unsafe class CpuItem
{
    // Enough for any sensible kernel; a loop that allocates without end is stopped here.
    private const int LocalLimit = 1 << 24;

    [ThreadStatic]
    private static CpuItem? current;

    private readonly CpuLocalMemory local = new();
    private byte[] offered = new byte[16];
    private int sharedOrdinal;

    public CpuItem(CpuGroup group)
    {
        Group = group;
    }

    /// <summary>The running item.</summary>
    /// <exception cref="InvalidOperationException">The caller is host code.</exception>
    public static CpuItem Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => current ?? NotInKernel();
    }

    /// <summary>The kind of memory that a view of a kernel points to.</summary>
    public static AddressSpace SpaceOf(nint address) =>
        address == 0 || AddressMap.Find(address) is not null ? AddressSpace.Global
        : current?.Group.IsShared(address) ?? false ? AddressSpace.Local
        : AddressSpace.Private;

    /// <summary>The item's group.</summary>
    public CpuGroup Group { get; }

    /// <summary>The threads that run the items of the group, where they wait for each other on threads.</summary>
    public CpuTeam? Team { get; set; }

    /// <summary>The item's index in its group.</summary>
    public Index3D GroupIndex { get; private set; }

    /// <summary>(z * DimY + y) * DimX + x.</summary>
    public int LinearIndex { get; private set; }

    public Index3D GroupDimension => Group.Dimension;

    public Index3D GridIndex => Group.GridIndex;

    public Index3D GridDimension => Group.GridDimension;

    public int WarpSize => Group.WarpSize;

    /// <summary>The item's index in the whole grid.</summary>
    public Index3D GlobalIndex => GridIndex * GroupDimension + GroupIndex;

    public Index1D Index1D => new(GridIndex.X * GroupDimension.X + GroupIndex.X);

    public Index2D Index2D => new(GridIndex.X * GroupDimension.X + GroupIndex.X, GridIndex.Y * GroupDimension.Y + GroupIndex.Y);

    public Index3D Index3D => GlobalIndex;

    /// <summary>Makes this the thread's item; returns what was before.</summary>
    public static CpuItem? Enter(CpuItem? item)
    {
        var before = current;
        current = item;
        return before;
    }

    /// <summary>Becomes the item with the given linear index in the group.</summary>
    public void MoveTo(int linear)
    {
        LinearIndex = linear;
        GroupIndex = Group.IndexOf(linear);
        sharedOrdinal = 0;
        local.Clear();
    }

    public ArrayView<T> Shared<T>(int extent)
        where T : unmanaged
        => new((T*)Group.Shared(sharedOrdinal++, extent, sizeof(T)), extent);

    public ArrayView<T> DynamicShared<T>()
        where T : unmanaged
        => new((T*)Group.Dynamic(), Group.DynamicBytes / sizeof(T));

    public ArrayView<T> Local<T>(int extent)
        where T : unmanaged
        => new((T*)local.Allocate(checked(extent * sizeof(T)), LocalLimit), extent);

    /// <summary>The address of an array's first element; the array stays where it is until the item's local memory is forgotten.</summary>
    public nint Pin(Array array) => local.Pin(array);

    /// <summary>Waits for all items of the group. Resumable kernels are cut here, so only threads and lone items come in.</summary>
    [Needs(KernelNeeds.Barrier)]
    public void GroupBarrier()
    {
        if (Group.Size > 1)
            Team!.Wait(LinearIndex, wholeGroup: true);
    }

    /// <summary>Waits for all items of the warp. Resumable kernels are cut here, so only threads and lone items come in.</summary>
    [Needs(KernelNeeds.Barrier)]
    public void WarpBarrier()
    {
        if (Group.Size > 1)
            Team!.Wait(LinearIndex, wholeGroup: false);
    }

    /// <summary>The number of items of the group whose predicate is true.</summary>
    public int CountInGroup(bool predicate)
    {
        Offer(predicate);
        GroupBarrier();
        int count = 0;
        for (int item = 0; item < Group.Size; item++)
            count += Peer(item).Offered<bool>() ? 1 : 0;
        GroupBarrier();
        return count;
    }

    /// <summary>The value of another item of the group.</summary>
    public T ExchangeInGroup<T>(T value, int source)
        where T : unmanaged
    {
        CheckItem(source, Group.Size);
        Offer(value);
        GroupBarrier();
        var result = Peer(source).Offered<T>();
        GroupBarrier();
        return result;
    }

    /// <summary>The value of another lane of the warp; the own value where there is no such lane, or where it lies beyond the launch's extent.</summary>
    public T ExchangeInWarp<T>(T value, int lane)
        where T : unmanaged
    {
        int source = LinearIndex / WarpSize * WarpSize + lane;
        bool exists = lane >= 0 && lane < WarpSize && source < Group.Size && Group.Runs(source);
        Offer(value);
        WarpBarrier();
        var result = exists ? Peer(source).Offered<T>() : value;
        WarpBarrier();
        return result;
    }

    // A method of its own: code with barriers in it is cut into pieces, and messages do not fit there.
    private static void CheckItem(int item, int size)
    {
        if ((uint)item >= (uint)size)
            throw new ArgumentOutOfRangeException(nameof(item), item, $"Item {item} of a group of {size} was asked for its value.");
    }

    private CpuItem Peer(int item) => Group.Size == 1 ? this : Group.Item(item);

    // Each item offers in memory of its own, so warps of one group may exchange values of different types at once.
    private void Offer<T>(T value)
        where T : unmanaged
    {
        if (offered.Length < sizeof(T))
            offered = new byte[sizeof(T)];
        MemoryMarshal.Write(offered, value);
    }

    private T Offered<T>()
        where T : unmanaged
        => MemoryMarshal.Read<T>(offered);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CpuItem NotInKernel() => throw new InvalidOperationException(
        "Group, Grid, Warp, SharedMemory and LocalMemory are for kernels; host code has no work item.");
}
