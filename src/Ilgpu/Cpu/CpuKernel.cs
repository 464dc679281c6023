using System.Diagnostics;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// A kernel on the CPU accelerator. Three ways to run it: a plain loop over indices; groups whose items run one after another on
/// one thread; groups of threads, for kernels whose items wait for each other.
/// </summary>
internal sealed unsafe class CpuKernel : CompiledKernel
{
    // The first items run on the caller and are timed; the rest is shared with other threads where it takes longer than this.
    private const int ProbeItems = 64;
    private const double WorthSharingSeconds = 30e-6;

    [ThreadStatic]
    private static CpuItem? threadItem;

    private readonly CPUAccelerator accelerator;
    private readonly CpuItemCall itemCall;
    private readonly CpuRangeCall? rangeCall;
    private readonly bool waits;

    public CpuKernel(CPUAccelerator accelerator, KernelSignature signature)
        : base(accelerator, signature)
    {
        this.accelerator = accelerator;
        var needs = KernelScan.NeedsOf(signature.Method);
        waits = (needs & ~KernelNeeds.Place & KernelNeeds.Barrier) != 0;
        itemCall = CpuCalls.ForItem(signature);
        if (signature.IndexType is not null && needs == KernelNeeds.None)
            rangeCall = CpuCalls.ForRange(signature);
    }

    /// <summary>The exception of a work item as the launch raises it.</summary>
    public static InvalidOperationException Describe(CpuItem item, Exception cause) => new(
        $"Kernel {item.Group.KernelName} failed in item {item.GroupIndex} of group {item.GridIndex}: {cause.Message}", cause);

    public override void Dispose()
    {
    }

    protected override Index3D ChooseGroup(Index3D extent)
    {
        int size = Signature.GroupSize > 0 ? Signature.GroupSize : accelerator.MaxNumThreadsPerGroup;
        return new Index3D(Math.Min(size, extent.X), 1, 1);
    }

    protected override void Run(AcceleratorStream stream, in LaunchShape shape, byte* arguments)
    {
        foreach (ref readonly var pointer in Signature.Pointers.AsSpan())
            Resolve(pointer, arguments);
        if (rangeCall is not null)
            RunRange(shape.Extent, (nint)arguments);
        else if (waits && shape.Group.Size > 1)
            RunTeams(shape, (nint)arguments);
        else
            RunGroups(shape, (nint)arguments);
    }

    private void RunRange(Index3D extent, nint arguments)
    {
        long total = (long)extent.X * extent.Y * extent.Z;
        long probe = Math.Min(total, ProbeItems);
        long start = Stopwatch.GetTimestamp();
        Range(arguments, 0, probe, extent);
        if (probe < total)
            new RangeJob(this, arguments, extent, total).Run(probe, ThreadsFor(start, probe, total));
    }

    private void RunGroups(in LaunchShape shape, nint arguments)
    {
        long groups = shape.Grid.LongSize;
        long start = Stopwatch.GetTimestamp();
        Groups(shape, arguments, 0, 1);
        if (groups > 1)
            new GroupJob(this, arguments, shape, groups).Run(1, ThreadsFor(start, 1, groups));
    }

    private void RunTeams(in LaunchShape shape, nint arguments) =>
        new TeamJob(this, arguments, shape, shape.Grid.LongSize).Run(0, accelerator.Threads);

    private int ThreadsFor(long start, long done, long total)
    {
        double rest = Stopwatch.GetElapsedTime(start).TotalSeconds / done * (total - done);
        return rest > WorthSharingSeconds ? accelerator.Threads : 1;
    }

    private void Range(nint arguments, long begin, long end, Index3D extent)
    {
        try
        {
            rangeCall!(arguments, begin, end, extent.X, extent.Y);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Kernel {Signature.Name} failed: {exception.Message}", exception);
        }
    }

    private void Groups(in LaunchShape shape, nint arguments, long begin, long end)
    {
        var item = threadItem ??= new CpuItem(new CpuGroup());
        var before = CpuItem.Enter(item);
        try
        {
            item.Group.Begin(this, shape);
            int size = shape.Group.Size;
            bool bounded = Signature.IndexType is not null;
            for (long group = begin; group < end; group++)
            {
                item.Group.MoveTo(group);
                for (int linear = 0; linear < size; linear++)
                {
                    item.MoveTo(linear);
                    if (!bounded || item.GlobalIndex.InBounds(shape.Extent))
                        itemCall(arguments, item);
                }
            }
        }
        catch (Exception exception)
        {
            throw Describe(item, exception);
        }
        finally
        {
            CpuItem.Enter(before);
        }
    }

    private void Teams(in LaunchShape shape, nint arguments, long begin, long end)
    {
        var team = accelerator.Rent();
        try
        {
            team.Group.Begin(this, shape);
            var extent = shape.Extent;
            CpuItemCall call = Signature.IndexType is null
                ? itemCall
                : (block, item) =>
                {
                    if (item.GlobalIndex.InBounds(extent))
                        itemCall(block, item);
                };
            for (long group = begin; group < end; group++)
            {
                team.Group.MoveTo(group);
                team.Run(call, arguments);
            }
        }
        finally
        {
            accelerator.Return(team);
        }
    }

    private sealed class RangeJob(CpuKernel kernel, nint arguments, Index3D extent, long total) : CpuJob(total)
    {
        protected override void Work(long begin, long end) => kernel.Range(arguments, begin, end, extent);
    }

    private sealed class GroupJob(CpuKernel kernel, nint arguments, LaunchShape shape, long groups) : CpuJob(groups)
    {
        protected override void Work(long begin, long end) => kernel.Groups(shape, arguments, begin, end);
    }

    private sealed class TeamJob(CpuKernel kernel, nint arguments, LaunchShape shape, long groups) : CpuJob(groups)
    {
        protected override void Work(long begin, long end) => kernel.Teams(shape, arguments, begin, end);
    }
}
