using System.Runtime.ExceptionServices;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// A range of work that the caller and the thread pool share piece by piece. The caller works too, so a job ends even where
/// no pool thread is free, also when it was started from one.
/// </summary>
internal abstract class CpuJob : IThreadPoolWorkItem
{
    private const int PiecesPerThread = 8;

    private readonly long total;
    private long piece;
    private long next;
    private long open;
    private Exception? error;

    protected CpuJob(long total)
    {
        this.total = total;
    }

    /// <summary>Runs what lies in [begin, end).</summary>
    protected abstract void Work(long begin, long end);

    /// <summary>Runs everything and returns; with <paramref name="threads"/> above 1 on several threads.</summary>
    /// <exception cref="Exception">The first that <see cref="Work"/> threw; what was not begun by then is left out.</exception>
    public void Run(long begin, int threads)
    {
        if (threads <= 1 || total - begin <= 1)
        {
            Work(begin, total);
            return;
        }

        piece = Math.Max(1, (total - begin) / ((long)threads * PiecesPerThread));
        next = begin;
        open = (total - begin + piece - 1) / piece;
        for (int helper = 1; helper < threads; helper++)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        Drain();
        var spin = default(SpinWait);
        while (Volatile.Read(ref open) > 0)
            spin.SpinOnce();
        if (error is not null)
            ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>A pool thread's part. One that comes late finds nothing left.</summary>
    public void Execute() => Drain();

    private void Drain()
    {
        while (true)
        {
            long begin = Interlocked.Add(ref next, piece) - piece;
            if (begin >= total)
                return;
            try
            {
                if (Volatile.Read(ref error) is null)
                    Work(begin, Math.Min(begin + piece, total));
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref error, exception, null);
            }

            Interlocked.Decrement(ref open);
        }
    }
}
