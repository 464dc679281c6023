using System.Collections.Concurrent;
using System.Diagnostics;
using ILGPU.Runtime.CPU.Resumable;

namespace ILGPU.Runtime.CPU;

/// <summary>Runs C# kernels themselves on the processor. Launches are done when they return; a kernel's exception is raised there.</summary>
public sealed class CPUAccelerator : Accelerator
{
    private readonly ConcurrentBag<CpuTeam> teams = [];
    private readonly ConcurrentBag<ResumableGroup> groups = [];

    internal CPUAccelerator(Context context, CPUDevice device, CPUAcceleratorMode mode, ThreadPriority threadPriority)
        : base(context, device)
    {
        Mode = mode;
        ThreadPriority = threadPriority;
        ChecksViews = CheckedMode.IsOn(context.Properties);
        DefaultStream = new CpuStream(this);
    }

    /// <summary>How the processor is used.</summary>
    public CPUAcceleratorMode Mode { get; }

    /// <summary>True where items run one after the other.</summary>
    public bool UsesSequentialExecution => Mode == CPUAcceleratorMode.Sequential;

    /// <summary>The number of items that the device's multiprocessors hold at once.</summary>
    public int NumThreads => MaxNumThreads;

    /// <summary>The priority of the threads of items that wait for each other.</summary>
    public ThreadPriority ThreadPriority { get; }

    /// <summary>The number of threads that work on a launch.</summary>
    internal int Threads => Mode == CPUAcceleratorMode.Sequential ? 1 : Environment.ProcessorCount;

    /// <summary>Whether kernels check every index into a view.</summary>
    internal bool ChecksViews { get; }

    /// <summary>Kernels loaded from now on run each item that waits for others as a thread of its own, as under a debugger.</summary>
    internal bool UsesThreads { get; set; } = Debugger.IsAttached;

    /// <summary>Returns at once: launches are done when they return.</summary>
    public override void Synchronize()
    {
    }

    /// <summary>Threads for the items of one group; give them back with Return.</summary>
    internal CpuTeam RentTeam() => teams.TryTake(out var team) ? team : new CpuTeam(ThreadPriority);

    /// <summary>Memory for the items of one group that run in turn; give it back with Return.</summary>
    internal ResumableGroup RentGroup() => groups.TryTake(out var group) ? group : new ResumableGroup();

    internal void Return(CpuTeam team)
    {
        if (IsDisposed)
            team.Dispose();
        else
            teams.Add(team);
    }

    internal void Return(ResumableGroup group)
    {
        if (IsDisposed)
            group.Dispose();
        else
            groups.Add(group);
    }

    /// <summary>A launch on another thread may just use it.</summary>
    internal override bool FreesInOrder => false;

    internal override DeviceMemory NewMemory(long bytes) => new HostMemory(this, bytes);

    internal override AcceleratorStream NewStream() => new CpuStream(this);

    internal override CompiledKernel Compile(KernelSignature signature) => new CpuKernel(this, signature);

    internal override void Release()
    {
        while (teams.TryTake(out var team))
            team.Dispose();
        while (groups.TryTake(out var group))
            group.Dispose();
    }

    private sealed class CpuStream(Accelerator accelerator) : AcceleratorStream(accelerator)
    {
        public override void Synchronize()
        {
        }

        internal override ProfilingMarker CreateMarker() => new CpuMarker();

        internal override void Release()
        {
        }
    }

    private sealed class CpuMarker : ProfilingMarker
    {
        private readonly long reached = Stopwatch.GetTimestamp();

        public override void Synchronize()
        {
        }

        public override TimeSpan MeasureFrom(ProfilingMarker marker) => marker is CpuMarker other
            ? Stopwatch.GetElapsedTime(other.reached, reached)
            : throw new ArgumentException("Time is measured between two markers of one accelerator.", nameof(marker));

        public override void Dispose()
        {
        }
    }
}
