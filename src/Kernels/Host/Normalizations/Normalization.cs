using System.Runtime.CompilerServices;
using Gpu.Kernels.Functors;

namespace Gpu.Kernels.Host;

/// <summary>Chooses how a normalization runs: row by row, or with vectors over neighbouring rows. The bits are the same.</summary>
internal static unsafe class Normalization<V, T, TOp> where V : unmanaged, ILanes<V, T> where T : unmanaged where TOp : struct, INormalization
{
    /// <summary>Elements that a thread takes at a time.</summary>
    public const int Grain = 8192;

    /// <summary>Rows up to this length are transposed, many at once, so that vectors run over rows.</summary>
    private const int ShortRow = 32;

    /// <summary>Bytes that the terms of a row, or of a vector of rows, may take.</summary>
    private const int TermBytes = 1 << 21;

    /// <summary>Runs <paramref name="op"/> along <paramref name="dim"/>; false where passes over the whole tensor are better.</summary>
    /// <param name="op">The formula.</param>
    /// <param name="a">Contiguous, of y's sizes.</param>
    /// <param name="b">As a; not read where the largest of the row stands for it.</param>
    /// <param name="y">Contiguous.</param>
    /// <param name="dim">The dimension.</param>
    public static bool TryRun(TOp op, in Operand a, in Operand b, in Operand y, int dim)
    {
        var frame = new RowFrame(y.Layout, dim);
        bool isShort = frame.Length <= ShortRow && frame.Inner == 1;
        long atOnce = frame.Inner == 1 ? 1 : V.Count;
        if (frame.Length * atOnce * sizeof(T) > TermBytes) return false;
        // A few long rows give no work to the other threads.
        if (frame.Inner == 1 && frame.Rows < HostThreads.Count && frame.Length >= 4 * Grain) return false;
        T* pa = (T*)a.Pointer(), pb = op.TakesLargest ? pa : (T*)b.Pointer(), py = (T*)y.Pointer();
        bool alone = y.Layout.Count < 2 * Grain;
        if (isShort) Run(new ShortRowsJob<V, T, TOp>(op, pa, pb, py, frame), Parts.Count(frame.Rows, ShortRowsJob<V, T, TOp>.Group), alone);
        else if (frame.Inner == 1)
        {
            var job = new RowsJob<V, T, TOp>(op, pa, pb, py, frame, Math.Max(1, Grain / frame.Length));
            Run(job, Parts.Count(frame.Rows, job.Group), alone);
        }
        else
        {
            var job = new StripsJob<V, T, TOp>(op, pa, pb, py, frame);
            Run(job, frame.Outer * job.Strips, alone);
        }
        GC.KeepAlive(a.Storage);
        GC.KeepAlive(b.Storage);
        GC.KeepAlive(y.Storage);
        return true;
    }

    private static void Run<TJob>(TJob job, int parts, bool alone) where TJob : struct, IJob => WorkerPool.Run(parts, ref job, alone);
}
