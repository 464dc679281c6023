using System.Runtime.InteropServices;

namespace ILGPU.Runtime.CPU.Resumable;

/// <summary>Runs groups of a resumable kernel on one thread: every item to its next barrier, then on from there.</summary>
internal sealed unsafe class ResumableGroup : IDisposable
{
    private int[] states = [];
    private nint frames;
    private int frameCapacity;

    ~ResumableGroup() => Release();

    /// <summary>The group.</summary>
    public CpuGroup Group { get; } = new();

    /// <summary>Runs the current group; items outside of <paramref name="extent"/> are left out.</summary>
    /// <exception cref="InvalidOperationException">An item failed, or not all items reached a barrier.</exception>
    public void Run(ResumableKernel kernel, nint arguments, Index3D? extent)
    {
        int size = Group.Size;
        Prepare(size, kernel.FrameBytes);
        int ended = 0;
        for (int slot = 0; slot < size; slot++)
        {
            var item = Group.Item(slot);
            item.MoveTo(slot);
            bool runs = extent is null || item.GlobalIndex.InBounds(extent.Value);
            states[slot] = runs ? Step(kernel, arguments, slot, 0) : 0;
            ended += states[slot] == 0 ? 1 : 0;
        }

        while (ended < size)
        {
            bool wholeGroup = WaitsAsWhole(size);
            bool moved = false;
            for (int first = 0; first < size; first += Group.WarpSize)
            {
                int end = Math.Min(first + Group.WarpSize, size);
                if (!wholeGroup && !WaitsAsWarp(first, end))
                    continue;
                moved = true;
                for (int slot = first; slot < end; slot++)
                {
                    states[slot] = Step(kernel, arguments, slot, Math.Abs(states[slot]));
                    ended += states[slot] == 0 ? 1 : 0;
                }
            }

            if (!moved)
                throw NotReached(size);
        }
    }

    public void Dispose()
    {
        Release();
        Group.Dispose();
        GC.SuppressFinalize(this);
    }

    private int Step(ResumableKernel kernel, nint arguments, int slot, int state)
    {
        var item = Group.Item(slot);
        CpuItem.Enter(item);
        try
        {
            return kernel.Resume(arguments, item, frames + (nint)slot * kernel.FrameBytes, state);
        }
        catch (Exception exception)
        {
            throw CpuKernel.Describe(item, exception);
        }
    }

    private bool WaitsAsWhole(int size)
    {
        for (int slot = 0; slot < size; slot++)
        {
            if (states[slot] <= 0)
                return false;
        }

        return true;
    }

    private bool WaitsAsWarp(int first, int end)
    {
        for (int slot = first; slot < end; slot++)
        {
            if (states[slot] >= 0)
                return false;
        }

        return true;
    }

    private InvalidOperationException NotReached(int size)
    {
        int waiting = Array.FindIndex(states, 0, size, state => state != 0);
        int other = Array.FindIndex(states, 0, size, state => Math.Sign(state) != Math.Sign(states[waiting]));
        return CpuKernel.NotReached(Group, Group.Item(waiting), states[waiting] < 0, other < 0 ? null : Group.Item(other), other >= 0 && states[other] == 0);
    }

    private void Prepare(int size, int frameBytes)
    {
        if (states.Length < size)
            states = new int[size];
        int bytes = checked(size * frameBytes);
        if (bytes <= frameCapacity)
            return;
        NativeMemory.AlignedFree((void*)frames);
        frames = (nint)NativeMemory.AlignedAlloc((nuint)bytes, 64);
        frameCapacity = bytes;
    }

    private void Release()
    {
        NativeMemory.AlignedFree((void*)frames);
        frames = 0;
        frameCapacity = 0;
    }
}
