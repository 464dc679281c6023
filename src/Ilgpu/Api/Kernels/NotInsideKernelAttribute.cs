namespace ILGPU;

/// <summary>Says that a member is for host code.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property)]
public sealed class NotInsideKernelAttribute : Attribute
{
    /// <summary>True for a member that is marked so.</summary>
    public static bool IsDefined(System.Reflection.MethodBase methodBase)
    {
        ArgumentNullException.ThrowIfNull(methodBase);
        return methodBase.IsDefined(typeof(NotInsideKernelAttribute), inherit: false);
    }
}
