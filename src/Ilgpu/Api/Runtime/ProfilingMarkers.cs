namespace ILGPU.Runtime;

/// <summary>Profiling of the default stream.</summary>
public static class ProfilingMarkers
{
    /// <summary>Puts a mark into the default stream which takes the time when it is reached.</summary>
    public static ProfilingMarker AddProfilingMarker(this Accelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return accelerator.DefaultStream.AddProfilingMarker();
    }
}
