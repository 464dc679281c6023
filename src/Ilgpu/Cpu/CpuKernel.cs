using System.Diagnostics;
using ILGPU.Runtime.CPU.Resumable;

namespace ILGPU.Runtime.CPU;

/// <summary>
/// A kernel on the CPU accelerator. Ways to run it: a plain loop over indices; groups whose items run one after another on one
/// thread; and for kernels whose items wait for each other, items that run from barrier to barrier in turn on one thread. Under a
/// debugger, and where a kernel cannot be cut at its barriers, each item is a thread that runs the C# method itself.
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
    private readonly Lazy<ResumableKernel?> resumable;

    public CpuKernel(CPUAccelerator accelerator, KernelSignature signature)
        : base(accelerator, signature)
    {
        this.accelerator = accelerator;
        ViewChecks.Prepare(accelerator.ChecksViews);
        var needs = KernelScan.NeedsOf(signature.Method);
        waits = (needs & KernelNeeds.Barrier) == KernelNeeds.Barrier;
        bool threads = accelerator.UsesThreads;
        resumable = new(() => threads ? null : ResumableKernel.TryCreate(signature));
        itemCall = CpuCalls.ForItem(signature);
        if (signature.IndexType is not null && needs == KernelNeeds.None)
            rangeCall = CpuCalls.ForRange(signature);
    }

    /// <summary>The exception of a work item as the launch raises it.</summary>
    public static Exception Describe(CpuItem item, Exception cause)
    {
        if (cause is not ViewAccessException access)
        {
            return new InvalidOperationException(
                $"Kernel {item.Group.KernelName} failed in item {item.GroupIndex} of group {item.GridIndex}: {cause.Message}", cause);
        }

        access.Locate($", in item {item.GroupIndex} of group {item.GridIndex}");
        return access;
    }

    /// <summary>The error of a barrier that some items miss.</summary>
    public static InvalidOperationException NotReached(CpuGroup group, CpuItem waiting, bool warp, CpuItem? other, bool ended)
    {
        string elsewhere = other is null ? "" : $", item {other.GroupIndex} {(ended ? "has ended" : "waits at another barrier")}";
        return new InvalidOperationException(
            $"Kernel {group.KernelName}: not all items reach a {(warp ? "warp" : "group")} barrier: item {waiting.GroupIndex} of group "
            + $"{group.GridIndex} waits there{elsewhere}. Put barriers where all items pass, outside of branches on the item's index.");
    }

    /// <summary>Whether the items of a group run on one thread although they wait for each other.</summary>
    internal bool IsResumable => waits && resumable.Value is not null;

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
        if (accelerator.ChecksViews)
            ViewChecks.Enter();
        try
        {
            RunItems(shape, arguments);
        }
        catch (ViewAccessException exception)
        {
            throw exception.ToLaunchError(Signature, arguments);
        }
        finally
        {
            if (accelerator.ChecksViews)
                ViewChecks.Leave();
        }
    }

    private void RunItems(in LaunchShape shape, byte* arguments)
    {
        if (rangeCall is not null)
            RunRange(shape.Extent, (nint)arguments);
        else if (waits && shape.Group.Size > 1)
            RunWaiting(shape, (nint)arguments);
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

    private void RunWaiting(in LaunchShape shape, nint arguments) =>
        new WaitingJob(this, arguments, shape, shape.Grid.LongSize).Run(0, accelerator.Threads);

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
        catch (ViewAccessException exception)
        {
            exception.Locate("");
            throw;
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
            for (long group = begin; group < end; group++)
            {
                item.Group.MoveTo(group);
                for (int linear = 0; linear < size; linear++)
                {
                    if (!item.Group.Runs(linear))
                        continue;
                    item.MoveTo(linear);
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

    private void Waiting(in LaunchShape shape, nint arguments, long begin, long end)
    {
        if (resumable.Value is { } kernel)
            Resumables(kernel, shape, arguments, begin, end);
        else
            Teams(shape, arguments, begin, end);
    }

    private void Resumables(ResumableKernel kernel, in LaunchShape shape, nint arguments, long begin, long end)
    {
        var runner = accelerator.RentGroup();
        var before = CpuItem.Enter(null);
        try
        {
            runner.Group.Begin(this, shape);
            for (long group = begin; group < end; group++)
            {
                runner.Group.MoveTo(group);
                runner.Run(kernel, arguments);
            }
        }
        finally
        {
            CpuItem.Enter(before);
            accelerator.Return(runner);
        }
    }

    private void Teams(in LaunchShape shape, nint arguments, long begin, long end)
    {
        var team = accelerator.RentTeam();
        try
        {
            team.Group.Begin(this, shape);
            for (long group = begin; group < end; group++)
            {
                team.Group.MoveTo(group);
                team.Run(itemCall, arguments);
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

    private sealed class WaitingJob(CpuKernel kernel, nint arguments, LaunchShape shape, long groups) : CpuJob(groups)
    {
        protected override void Work(long begin, long end) => kernel.Waiting(shape, arguments, begin, end);
    }
}
