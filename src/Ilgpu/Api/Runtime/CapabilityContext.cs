namespace ILGPU.Runtime;

/// <summary>What a device can do beyond the common ground.</summary>
public abstract class CapabilityContext
{
    private protected CapabilityContext()
    {
    }

    /// <summary>True where kernels may use 16-bit floating-point numbers.</summary>
    internal bool HasFloat16 { get; init; }

    /// <summary>True where kernels may use 64-bit floating-point numbers.</summary>
    internal bool HasFloat64 { get; init; } = true;

    /// <summary>True where 32-bit denormals are kept, not flushed to zero.</summary>
    internal bool KeepsDenormals { get; init; } = true;

    /// <summary>True where a fused multiply-add rounds once.</summary>
    internal bool FusedMultiplyAdd { get; init; } = true;

    /// <summary>True where 32-bit division and square root are correctly rounded.</summary>
    internal bool CorrectlyRoundedDivideSqrt { get; init; } = true;
}
