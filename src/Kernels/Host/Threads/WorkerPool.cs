using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Gpu.Kernels.Host;

/// <summary>A piece of work that is cut into numbered parts, which may run at the same time.</summary>
internal interface IJob
{
    /// <summary>Does one part.</summary>
    void Run(int part);
}

/// <summary>Fork and join: the parts of one job are claimed one by one by the caller and by worker threads. A region allocates nothing.</summary>
/// <remarks>
/// <para>The ticket holds the number of the region and the parts left; a part is claimed by compare-and-swap. So a worker that wakes late
/// cannot touch a finished job, and the caller never waits for a worker that claimed nothing.</para>
/// <para>Workers spin for about 0.1 ms after their last part, then park. A call from inside a part, or while another thread
/// has the workers, runs all its parts on the caller: nothing ever waits for a free pool.</para>
/// </remarks>
internal static unsafe class WorkerPool
{
    private const int SpinsBeforeParking = 2000;

    [StructLayout(LayoutKind.Explicit, Size = 512)]
    private struct State
    {
        // Each group of fields that different threads write has a cache line of its own.
        [FieldOffset(0)] public long Ticket;
        [FieldOffset(128)] public int Pending;
        [FieldOffset(256)] public delegate*<void*, int, void> Run;
        [FieldOffset(264)] public void* Job;
        [FieldOffset(272)] public int Parts;
        [FieldOffset(384)] public int Parked;
    }

    private sealed class Worker
    {
        public readonly SemaphoreSlim Wake = new(0);
        public int IsParked;
    }

    private static readonly State* s_state = CreateState();
    private static readonly Lock s_gate = new();
    private static readonly Worker[] s_workers = new Worker[HostThreads.MaxCount];
    private static int s_started;
    private static volatile ExceptionDispatchInfo? s_error;
    [ThreadStatic] private static bool t_inside;

    /// <summary>Runs parts 0 to <paramref name="parts"/> - 1 of a job and returns when all are done. The first exception of a part reaches the caller; parts not yet begun are dropped then.</summary>
    /// <param name="parts">How many there are.</param>
    /// <param name="job">What they do.</param>
    /// <param name="alone">True where all of them are so little work that the caller does it before another thread would have begun.</param>
    public static void Run<TJob>(int parts, ref TJob job, bool alone = false) where TJob : struct, IJob
    {
        int threads = HostThreads.Count;
        if (!alone && parts > 1 && threads > 1 && !t_inside && s_gate.TryEnter())
        {
            try
            {
                // The job lives on this frame until every part is done.
                RunShared(parts, Math.Min(threads, parts), &Invoke<TJob>, Unsafe.AsPointer(ref job));
            }
            finally
            {
                s_gate.Exit();
            }
            return;
        }
        for (int part = 0; part < parts; part++) job.Run(part);
    }

    private static void Invoke<TJob>(void* job, int part) where TJob : struct, IJob => Unsafe.AsRef<TJob>(job).Run(part);

    private static void RunShared(int parts, int threads, delegate*<void*, int, void> run, void* job)
    {
        while (s_started < threads - 1) Start();
        t_inside = true;
        var state = s_state;
        s_error = null;
        state->Run = run;
        state->Job = job;
        state->Parts = parts;
        state->Pending = parts;
        long region = (state->Ticket >> 32) + 1;
        // A full fence: a worker that parks now sees the ticket, or is seen in Parked.
        Interlocked.Exchange(ref state->Ticket, (region << 32) | (uint)parts);
        if (Volatile.Read(ref state->Parked) > 0) WakeWorkers(threads - 1);
        Drain();
        var wait = new SpinWait();
        for (int spin = 0; Volatile.Read(ref state->Pending) != 0; spin++)
            if (spin < SpinsBeforeParking) Thread.SpinWait(1);
            else wait.SpinOnce(sleep1Threshold: -1);
        t_inside = false;
        if (s_error is { } error)
        {
            s_error = null;
            error.Throw();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Drain()
    {
        var state = s_state;
        while (true)
        {
            long ticket = Volatile.Read(ref state->Ticket);
            int left = (int)ticket;
            if (left == 0) return;
            if (Interlocked.CompareExchange(ref state->Ticket, ticket - 1, ticket) != ticket) continue;
            RunPart(state->Parts - left);
            Interlocked.Decrement(ref state->Pending);
        }
    }

    private static void RunPart(int part)
    {
        if (s_error != null) return;
        try
        {
            s_state->Run(s_state->Job, part);
        }
        catch (Exception e)
        {
            s_error = ExceptionDispatchInfo.Capture(e);
        }
    }

    private static void Start()
    {
        int id = s_started;
        s_workers[id] = new();
        new Thread(() => Work(id)) { IsBackground = true, Name = $"Gpu.Kernels worker {id + 1}" }.Start();
        s_started = id + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Work(int id)
    {
        t_inside = true;
        var state = s_state;
        while (true)
        {
            int spins = 0;
            while ((int)Volatile.Read(ref state->Ticket) == 0 || id >= HostThreads.Count - 1)
            {
                if (++spins > SpinsBeforeParking)
                {
                    Park(s_workers[id], ignoresTicket: id >= HostThreads.Count - 1);
                    spins = 0;
                }
                else Thread.SpinWait(1);
            }
            Drain();
        }
    }

    private static void Park(Worker worker, bool ignoresTicket)
    {
        var state = s_state;
        Volatile.Write(ref worker.IsParked, 1);
        Interlocked.Increment(ref state->Parked);
        // A region that began in between counts on this worker, unless its wake is already on the way: that one must be consumed.
        if (!ignoresTicket && (int)Volatile.Read(ref state->Ticket) != 0 && Interlocked.CompareExchange(ref worker.IsParked, 0, 1) == 1)
            Interlocked.Decrement(ref state->Parked);
        else
            worker.Wake.Wait();
    }

    private static void WakeWorkers(int most)
    {
        for (int id = 0; id < most && id < s_started; id++)
        {
            var worker = s_workers[id];
            if (Volatile.Read(ref worker.IsParked) == 0 || Interlocked.CompareExchange(ref worker.IsParked, 0, 1) != 1) continue;
            Interlocked.Decrement(ref s_state->Parked);
            worker.Wake.Release();
        }
    }

    private static State* CreateState()
    {
        var state = (State*)NativeMemory.AlignedAlloc((nuint)sizeof(State), 128);
        *state = default;
        return state;
    }
}
