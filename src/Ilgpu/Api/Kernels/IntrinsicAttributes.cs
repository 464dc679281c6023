namespace ILGPU;

/// <summary>
/// A member that the kernel compiler prints as text instead of translating its body; <c>{0}</c>, <c>{1}</c> ... are the
/// arguments. The C# body is what the member means on the CPU accelerator.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IntrinsicAttribute(string openCl, string cuda) : Attribute
{
    /// <summary>The OpenCL C text.</summary>
    public string OpenCl => openCl;

    /// <summary>The CUDA C text.</summary>
    public string Cuda => cuda;

    /// <summary>No side effect and no dependence on memory: may be repeated, moved and dropped.</summary>
    public bool Pure { get; set; }
}

/// <summary>A member that the kernel compiler treats by code, found under a name.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SpecialAttribute(string name) : Attribute
{
    /// <summary>The name under which the compiler knows the member.</summary>
    public string Name => name;
}

/// <summary>What a kernel asks of the CPU accelerator, found by walking its calls.</summary>
[Flags]
internal enum KernelNeeds
{
    /// <summary>Nothing: the kernel is a function of its index and arguments.</summary>
    None = 0,

    /// <summary>The item's place in its group and grid.</summary>
    Place = 1,

    /// <summary>Memory shared by a group.</summary>
    Shared = 2 | Place,

    /// <summary>Memory of one item.</summary>
    Local = 4 | Place,

    /// <summary>Items of a group wait for each other.</summary>
    Barrier = 8 | Place,
}

/// <summary>Marks a kernel member with what it asks of the CPU accelerator.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsAttribute(KernelNeeds needs) : Attribute
{
    /// <summary>What the member asks for.</summary>
    public KernelNeeds Needs => needs;
}
