using System.Collections.Immutable;

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

    /// <summary>The extensions that the device names.</summary>
    public ImmutableArray<string> Extensions { get; internal init; } = [];

    /// <summary>True where kernels may use 64-bit atomics.</summary>
    public bool Int64_Atomics { get; internal init; }

    /// <summary>True where items of a group exchange values in subgroups.</summary>
    public bool SubGroups { get; internal init; }

    /// <summary>True where a pointer may point to any address space. Kernels compiled here do not need it.</summary>
    public bool GenericAddressSpace { get; internal init; }

    /// <summary>What to throw where <see cref="Float16"/> is missing.</summary>
    public static Exception GetNotSupportedFloat16Exception() => CapabilityNotSupportedException.Of(AcceleratorType.OpenCL, "16-bit floating-point numbers");

    /// <summary>What to throw where <see cref="Float64"/> is missing.</summary>
    public static Exception GetNotSupportedFloat64Exception() => CapabilityNotSupportedException.Of(AcceleratorType.OpenCL, "64-bit floating-point numbers");

    /// <summary>What to throw where <see cref="Int64_Atomics"/> is missing.</summary>
    public static Exception GetNotSupportedInt64_AtomicsException() => CapabilityNotSupportedException.Of(AcceleratorType.OpenCL, "64-bit atomics");

    /// <summary>What to throw where <see cref="SubGroups"/> is missing.</summary>
    public static Exception GetNotSupportedSubGroupsException() => CapabilityNotSupportedException.Of(AcceleratorType.OpenCL, "subgroups");

    /// <summary>What to throw where <see cref="GenericAddressSpace"/> is missing.</summary>
    public static Exception GetNotSupportedGenericAddressSpaceException() => CapabilityNotSupportedException.Of(AcceleratorType.OpenCL, "generic address space");
}
