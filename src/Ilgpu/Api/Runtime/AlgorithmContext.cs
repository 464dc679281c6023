namespace ILGPU;

/// <summary>Switches on the library of algorithms.</summary>
public static class AlgorithmContext
{
    /// <summary>Makes functions such as those of <see cref="MathF"/> usable in kernels; here they always are.</summary>
    public static Context.Builder EnableAlgorithms(this Context.Builder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }
}
