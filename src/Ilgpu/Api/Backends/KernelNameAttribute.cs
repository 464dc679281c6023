using System.Reflection;

namespace ILGPU.Backends.EntryPoints;

/// <summary>Names a kernel in the generated code, for profilers and debuggers.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KernelNameAttribute : Attribute
{
    private const string Prefix = "Kernel_";

    /// <summary>A name; what is no ASCII letter or digit becomes an underscore.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public KernelNameAttribute(string kernelName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kernelName);
        KernelName = Compatible(kernelName);
    }

    /// <summary>The name.</summary>
    public string KernelName { get; }

    /// <summary>The name of the kernel in the generated code: Kernel_ and the given name, or else that of the method.</summary>
    public static string GetKernelName(MethodInfo methodInfo)
    {
        ArgumentNullException.ThrowIfNull(methodInfo);
        return Prefix + (methodInfo.GetCustomAttribute<KernelNameAttribute>()?.KernelName ?? Compatible(methodInfo.Name));
    }

    private static string Compatible(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
