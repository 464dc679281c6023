using System.Collections.Concurrent;
using System.Diagnostics;

namespace ILGPU.Runtime.CPU;

/// <summary>Runs C# kernels themselves on the processor. Launches are done when they return; a kernel's exception is raised there.</summary>
public sealed class CPUAccelerator : Accelerator
{
    private readonly ConcurrentBag<CpuTeam> teams = [];

    internal CPUAccelerator(Context context, CPUDevice device, CPUAcceleratorMode mode, ThreadPriority threadPriority)
        : base(context, device)
    {
        Mode = mode;
        ThreadPriority = threadPriority;
        DefaultStream = new CpuStream(this);
    }

    /// <summary>How the processor is used.</summary>
    public CPUAcceleratorMode Mode { get; }

    /// <summary>The priority of the threads of items that wait for each other.</summary>
    public ThreadPriority ThreadPriority { get; }

    /// <summary>The number of threads that work on a launch.</summary>
    internal int Threads => Mode == CPUAcceleratorMode.Sequential ? 1 : Environment.ProcessorCount;

    /// <summary>Returns at once: launches are done when they return.</summary>
    public override void Synchronize()
    {
    }

    /// <summary>Threads for the items of one group; give them back with <see cref="Return"/>.</summary>
    internal CpuTeam Rent() => teams.TryTake(out var team) ? team : new CpuTeam(ThreadPriority);

    internal void Return(CpuTeam team)
    {
        if (IsDisposed)
            team.Dispose();
        else
            teams.Add(team);
    }

    internal override DeviceMemory NewMemory(long bytes) => new HostMemory(this, bytes);

    internal override AcceleratorStream NewStream() => new CpuStream(this);

    internal override CompiledKernel Compile(KernelSignature signature) => new CpuKernel(this, signature);

    internal override void Release()
    {
        while (teams.TryTake(out var team))
            team.Dispose();
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
