using System.Runtime.InteropServices;

namespace ILGPU.Runtime.CPU.Resumable;

/// <summary>Runs groups of a resumable kernel on one thread: every item to its next barrier, then on from there.</summary>
internal sealed unsafe class ResumableGroup : IDisposable
{
    // What an item left out by the launch's extent has for a state: warps do not wait for it.
    private const int LeftOut = int.MinValue;

    // 0: ended; the number of the barrier where the whole group is waited for, or minus that where the warp is.
    private int[] states = [];
    private nint frames;
    private int frameCapacity;

    ~ResumableGroup() => Release();

    /// <summary>The group.</summary>
    public CpuGroup Group { get; } = new();

    /// <summary>Runs the current group.</summary>
    /// <exception cref="InvalidOperationException">An item failed, or not all items reached a barrier.</exception>
    public void Run(ResumableKernel kernel, nint arguments)
    {
        int size = Group.Size;
        Prepare(size, kernel.FrameBytes);
        int ended = 0;
        for (int slot = 0; slot < size; slot++)
        {
            Group.Item(slot).MoveTo(slot);
            states[slot] = Group.Runs(slot) ? Step(kernel, arguments, slot, 0) : LeftOut;
            ended += HasEnded(slot) ? 1 : 0;
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
                for (int slot = first; slot < end; slot++)
                {
                    if (states[slot] == LeftOut)
                        continue;
                    moved = true;
                    states[slot] = Step(kernel, arguments, slot, Math.Abs(states[slot]));
                    ended += HasEnded(slot) ? 1 : 0;
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

    private bool HasEnded(int slot) => states[slot] is 0 or LeftOut;

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
        int waiting = Array.FindIndex(states, 0, size, state => state is not (0 or LeftOut));
        bool warp = states[waiting] < 0;
        int other = Array.FindIndex(states, 0, size, state => state == LeftOut ? !warp : Math.Sign(state) != Math.Sign(states[waiting]));
        return CpuKernel.NotReached(Group, Group.Item(waiting), warp, other < 0 ? null : Group.Item(other), other >= 0 && HasEnded(other));
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
