namespace ILGPU.Runtime.OpenCL;

/// <summary>What an OpenCL device can do beyond the common ground.</summary>
public sealed class CLCapabilityContext : CapabilityContext
{
    internal CLCapabilityContext()
    {
    }

    /// <summary>True where kernels may use 16-bit floating-point numbers.</summary>
    public bool Float16 => HasFloat16;

    /// <summary>True where kernels may use 64-bit floating-point numbers.</summary>
    public bool Float64 => HasFloat64;

    /// <summary>True where kernels may use 64-bit atomics.</summary>
    public bool Int64_Atomics { get; internal init; }

    /// <summary>True where items of a group exchange values in subgroups.</summary>
    public bool SubGroups { get; internal init; }

    /// <summary>True where a pointer may point to any address space. Kernels compiled here do not need it.</summary>
    public bool GenericAddressSpace { get; internal init; }
}
