namespace ILGPU.Runtime;

/// <summary>What is known about a loaded kernel.</summary>
public sealed class KernelInfo
{
    /// <summary>A group size and a number of groups, where they are known.</summary>
    public KernelInfo(int? minGroupSize, int? minGridSize)
    {
        MinGroupSize = minGroupSize;
        MinGridSize = minGridSize;
    }

    /// <summary>The items of a group that launches use where the extent is great enough; null for explicitly grouped kernels.</summary>
    public int? MinGroupSize { get; }

    /// <summary>The number of groups of that size which the device holds at once, at least one; null for explicitly grouped kernels.</summary>
    public int? MinGridSize { get; }

    /// <summary>Writes what is known.</summary>
    public void Dump(TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        textWriter.WriteLine($"Group size: {MinGroupSize?.ToString() ?? "given at the launch"}");
        textWriter.WriteLine($"Groups at once: {MinGridSize?.ToString() ?? "depend on the group size"}");
    }
}
