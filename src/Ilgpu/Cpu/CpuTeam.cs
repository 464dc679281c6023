using System.Runtime.ExceptionServices;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// Threads that run the items of a group whose kernel has barriers, one thread an item, kept from group to group.
/// </summary>
/// <remarks>
/// One thread runs at a time. Who reaches a barrier or the end of the kernel wakes the next item that can go on, so all
/// state here needs no locks, items run in the same order every time, and a barrier that some items never reach is seen
/// as soon as nobody can go on. The threads run the C# method itself: a debugger stops in the kernel's source.
/// </remarks>
internal sealed class CpuTeam : IDisposable
{
    private const int StackBytes = 1 << 20;

    private readonly List<Member> members = [];
    private readonly Turn finished = new();
    private readonly ThreadPriority priority;
    private CpuItemCall? call;
    private nint arguments;
    private int size;
    private int cursor;
    private int ended;
    private bool stopping;
    private Exception? error;

    public CpuTeam(ThreadPriority priority)
    {
        this.priority = priority;
    }

    private enum State
    {
        Ready,
        AtWarpBarrier,
        AtGroupBarrier,
        Ended,
    }

    /// <summary>The group that the team runs.</summary>
    public CpuGroup Group { get; } = new();

    /// <summary>Runs all items of the current group; returns when all have ended.</summary>
    /// <exception cref="Exception">What an item threw, or that a barrier was not reached by all.</exception>
    public void Run(CpuItemCall itemCall, nint argumentBlock)
    {
        size = Group.Size;
        while (members.Count < size)
            members.Add(new Member(this, members.Count));
        call = itemCall;
        arguments = argumentBlock;
        ended = 0;
        error = null;
        for (int slot = 0; slot < size; slot++)
            members[slot].State = State.Ready;
        cursor = 0;
        members[0].Turn.Give();
        finished.Await();
        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>Called by an item: waits for all items of the group or of the warp.</summary>
    public void Wait(int slot, bool wholeGroup)
    {
        var me = members[slot];
        me.State = wholeGroup ? State.AtGroupBarrier : State.AtWarpBarrier;
        if (!wholeGroup)
            ReleaseWarp(slot);
        PassOn(me);
        if (error is not null)
            throw new GroupStopped();
    }

    public void Dispose()
    {
        stopping = true;
        foreach (var member in members)
            member.Turn.Give();
        foreach (var member in members)
            member.Thread.Join();
        Group.Dispose();
    }

    // Hands the turn to the next item that can go on, and returns when it is this one's turn again (at once where it is the next).
    private void PassOn(Member me)
    {
        // As soon as another thread is awake, a new group may begin and the states are no longer this one's.
        bool hasEnded = me.State == State.Ended;
        var next = Next();
        if (next == me)
            return;
        if (next is null)
            finished.Give();
        else
            next.Turn.Give();
        if (!hasEnded)
            me.Turn.Await();
    }

    private Member? Next()
    {
        for (int pass = 0; pass < 2; pass++)
        {
            for (int tried = 0; tried < size; tried++)
            {
                var member = members[cursor];
                cursor = cursor + 1 == size ? 0 : cursor + 1;
                if (member.State == State.Ready)
                    return member;
            }

            if (ended == size)
                return null;
            ReleaseGroup();
            cursor = 0;
        }

        throw new InvalidOperationException("No item can go on.");
    }

    // Nobody can go on: either all wait at a group barrier, or items wait for others that will never come.
    private void ReleaseGroup()
    {
        int waiting = 0;
        for (int slot = 0; slot < size; slot++)
            waiting += members[slot].State == State.AtGroupBarrier ? 1 : 0;
        if (waiting != size)
            error ??= NotReached();
        for (int slot = 0; slot < size; slot++)
        {
            if (members[slot].State != State.Ended)
                members[slot].State = State.Ready;
        }
    }

    private void ReleaseWarp(int slot)
    {
        int first = slot / Group.WarpSize * Group.WarpSize;
        int end = Math.Min(first + Group.WarpSize, size);
        for (int lane = first; lane < end; lane++)
        {
            if (members[lane].State != State.AtWarpBarrier && Group.Runs(lane))
                return;
        }

        for (int lane = first; lane < end; lane++)
        {
            if (members[lane].State == State.AtWarpBarrier)
                members[lane].State = State.Ready;
        }
    }

    private InvalidOperationException NotReached()
    {
        var waiting = members.Take(size).First(member => member.State is State.AtGroupBarrier or State.AtWarpBarrier);
        var other = members.Take(size).FirstOrDefault(member => member.State != waiting.State);
        return CpuKernel.NotReached(
            Group, waiting.Item, waiting.State == State.AtWarpBarrier, other?.Item, other?.State == State.Ended);
    }

    private void Loop(Member me)
    {
        CpuItem.Enter(me.Item);
        while (true)
        {
            me.Turn.Await();
            if (stopping)
                return;
            RunItem(me);
            me.State = State.Ended;
            ended++;
            PassOn(me);
        }
    }

    private void RunItem(Member me)
    {
        if (error is not null)
            return;
        me.Item.MoveTo(me.Slot);
        if (!Group.Runs(me.Slot))
            return;
        try
        {
            call!(arguments, me.Item);
        }
        catch (GroupStopped)
        {
            // Another item failed; its error is already kept.
        }
        catch (Exception exception)
        {
            error ??= CpuKernel.Describe(me.Item, exception);
        }
    }

    private sealed class Member
    {
        public Member(CpuTeam team, int slot)
        {
            Slot = slot;
            Item = team.Group.Item(slot);
            Item.Team = team;
            Thread = new Thread(() => team.Loop(this), StackBytes) { IsBackground = true, Priority = team.priority, Name = $"Kernel item {slot}" };
            Thread.Start();
        }

        public int Slot { get; }

        public CpuItem Item { get; }

        public Thread Thread { get; }

        public Turn Turn { get; } = new();

        public State State { get; set; }
    }

    private sealed class GroupStopped : Exception;

    // One thread waits, another wakes it. Hundreds of threads wait at once, so none may spin.
    private sealed class Turn
    {
        private bool given;

        public void Give()
        {
            lock (this)
            {
                given = true;
                Monitor.Pulse(this);
            }
        }

        public void Await()
        {
            lock (this)
            {
                while (!given)
                    Monitor.Wait(this);
                given = false;
            }
        }
    }
}
