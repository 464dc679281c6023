using System.Reflection;
using ILGPU.Compiler;
using ILGPU.Runtime;

namespace ILGPU.Backends.EntryPoints;

/// <summary>A kernel method and how it is launched: with an extent, or with groups and items.</summary>
public readonly struct EntryPointDescription : IEquatable<EntryPointDescription>
{
    private EntryPointDescription(MethodInfo method, IndexType indexType)
    {
        MethodSource = method;
        IndexType = indexType;
    }

    /// <summary>The method.</summary>
    public MethodInfo MethodSource { get; }

    /// <summary>The type of the extent; <see cref="IndexType.KernelConfig"/> for explicitly grouped kernels.</summary>
    public IndexType IndexType { get; }

    /// <summary>The name in the generated code: <see cref="KernelNameAttribute.GetKernelName"/>.</summary>
    public string Name => KernelNameAttribute.GetKernelName(MethodSource);

    /// <summary>True where values of arguments are compiled in.</summary>
    public bool HasSpecializedParameters => Signature(default).Parameters.Any(KernelCompiler.IsSpecialized);

    /// <summary>The number of the first parameter that is an argument: 1 where an index comes before.</summary>
    public int KernelIndexParameterOffset => IndexType == IndexType.KernelConfig ? 0 : 1;

    /// <summary>Equality of method and index type.</summary>
    public static bool operator ==(EntryPointDescription first, EntryPointDescription second) => first.Equals(second);

    /// <summary>Inequality of method or index type.</summary>
    public static bool operator !=(EntryPointDescription first, EntryPointDescription second) => !first.Equals(second);

    /// <summary>A kernel that is launched with groups and items.</summary>
    public static EntryPointDescription FromExplicitlyGroupedKernel(MethodInfo methodSource)
    {
        ArgumentNullException.ThrowIfNull(methodSource);
        return new(methodSource, IndexType.KernelConfig);
    }

    /// <summary>A kernel that is launched with an extent, whose type is that of its first parameter.</summary>
    /// <exception cref="NotSupportedException">The first parameter is no index.</exception>
    public static EntryPointDescription FromImplicitlyGroupedKernel(MethodInfo methodSource)
    {
        ArgumentNullException.ThrowIfNull(methodSource);
        var index = methodSource.GetParameters() is [var first, ..] ? first.ParameterType.GetIndexType() : IndexType.None;
        return index is IndexType.Index1D or IndexType.Index2D or IndexType.Index3D
            ? new(methodSource, index)
            : throw new NotSupportedException($"The first parameter of the implicitly grouped kernel {methodSource.Name} must be Index1D, Index2D or Index3D.");
    }

    /// <inheritdoc/>
    public bool Equals(EntryPointDescription other) => MethodSource == other.MethodSource && IndexType == other.IndexType;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EntryPointDescription other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MethodSource, IndexType);

    /// <summary>The method and its kind of launch.</summary>
    public override string ToString() => $"{MethodSource} ({IndexType})";

    internal KernelSignature Signature(KernelSpecialization specialization) =>
        new(MethodSource, IndexType != IndexType.KernelConfig, maxGroupSize: IndexType == IndexType.KernelConfig ? specialization.MaxNumThreadsPerGroup ?? 0 : 0);
}
