using System.Runtime.CompilerServices;

namespace ILGPU.Algorithms;

/// <summary>
/// Lets the groups of a grid pass a place of a kernel one after the other, in the order of their x index. All items of a group call each
/// member; groups must start in order, as devices start them.
/// </summary>
public readonly struct SequentialGroupExecutor
{
    private readonly VariableView<int> turn;

    /// <summary>Groups pass in turns, counted by a number in global memory that is 0 at first.</summary>
    public SequentialGroupExecutor(VariableView<int> fieldAddress)
    {
        turn = fieldAddress;
    }

    /// <summary>Begins anew with group 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reset()
    {
        if (Group.IsFirstThread)
            Atomic.Exchange(ref turn.Value, 0);
    }

    /// <summary>Waits until all groups before this one have called <see cref="Release"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Wait()
    {
        if (Group.IsFirstThread)
        {
            // An exchange that changes nothing reads what other groups wrote.
            while (Atomic.CompareExchange(ref turn.Value, int.MaxValue, 0) < Grid.IdxX)
            {
            }
        }

        Group.Barrier();
    }

    /// <summary>Lets the next group pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release()
    {
        if (Group.IsFirstThread)
            Atomic.Add(ref turn.Value, 1);
    }
}

/// <summary>The same with a value that each group hands to the next.</summary>
/// <typeparam name="T">The value.</typeparam>
public readonly struct SequentialGroupExecutor<T>
    where T : unmanaged
{
    private readonly VariableView<T> data;
    private readonly SequentialGroupExecutor executor;

    /// <summary>Groups pass in turns; the first one finds what <paramref name="dataView"/> holds at first.</summary>
    public SequentialGroupExecutor(VariableView<int> executorView, VariableView<T> dataView)
    {
        data = dataView;
        executor = new SequentialGroupExecutor(executorView);
    }

    /// <summary>Begins anew with group 0.</summary>
    public void Reset() => executor.Reset();

    /// <summary>Waits until all groups before this one have called <see cref="Release"/>; what the last of them handed over.</summary>
    public T Wait()
    {
        executor.Wait();
        return data.Value;
    }

    /// <summary>Hands <paramref name="value"/>, the first item's one, to the next group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(T value)
    {
        // All items have read before it changes.
        Group.Barrier();
        if (Group.IsFirstThread)
        {
            data.Value = value;
            MemoryFence.DeviceLevel();
        }

        executor.Release();
    }
}
