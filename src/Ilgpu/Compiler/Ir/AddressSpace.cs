namespace ILGPU.Compiler.Ir;

/// <summary>Where a pointer points: memory of one work item, of the device, of one group, or of the program's constants.</summary>
internal enum AddressSpace
{
    Private,
    Global,
    Local,
    Constant,
}

/// <summary>
/// The address space of one pointer occurrence. Spaces are found by unification: a variable is unknown until it meets a pointer whose
/// space is known. What stays unknown is private.
/// </summary>
internal sealed class SpaceVariable(AddressSpace? space = null)
{
    private AddressSpace? _space = space;
    private SpaceVariable? _parent;

    /// <summary>The space, or null while it is unknown.</summary>
    public AddressSpace? Known => Root._space;

    /// <summary>The space; fixes an unknown one as private.</summary>
    public AddressSpace Final => Root._space ??= AddressSpace.Private;

    private SpaceVariable Root
    {
        get
        {
            var root = this;
            while (root._parent != null) root = root._parent;
            return root;
        }
    }

    /// <summary>Makes both one variable; false if they are known to differ.</summary>
    public static bool Unify(SpaceVariable a, SpaceVariable b)
    {
        a = a.Root;
        b = b.Root;
        if (a == b) return true;
        if (a._space is { } x && b._space is { } y && x != y) return false;
        b._space ??= a._space;
        a._parent = b;
        return true;
    }
}
