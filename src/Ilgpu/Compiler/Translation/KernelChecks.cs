using System.Reflection;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Translation;

/// <summary>What checked mode adds to a kernel: the places that index views, and variables that every checking function is given.</summary>
internal sealed class KernelChecks
{
    public const string Log = "accessLog";
    public const string SharedScratch = "sharedScratch";
    public const string PrivateScratch = "privateScratch";

    /// <summary>The log of failed accesses, and memory of group and item for what such accesses write.</summary>
    public Variable[] Hidden { get; } =
    [
        new(new PointerType(Scalar.U8, new SpaceVariable(AddressSpace.Global)), Log),
        new(new PointerType(Scalar.U8, new SpaceVariable(AddressSpace.Local)), SharedScratch),
        new(new PointerType(Scalar.U8, new SpaceVariable(AddressSpace.Private)), PrivateScratch),
    ];

    public List<AccessSite> Sites { get; } = [];

    /// <summary>The size of the largest element that is checked.</summary>
    public int ScratchBytes { get; set; } = 1;

    /// <summary>The innermost method of the program's own that is being translated, and the IL offset of its current call: an index into a
    /// view is a chain of library calls, and users want to see their line.</summary>
    public MethodBase? Method { get; private set; }

    /// <summary>See <see cref="Method"/>.</summary>
    public int Offset { get; private set; }

    /// <summary>Follows the translation into a call.</summary>
    public void Visit(MethodBase method, int offset)
    {
        if (IsLibrary(method)) return;
        Method = method;
        Offset = offset;
    }

    /// <summary>Library code is translated anew for each place, so that failures have places of their own.</summary>
    public string KeyOf(MethodBase callee) => IsLibrary(callee) ? $"@{Method?.MethodHandle.Value}:{Offset}" : "";

    private static bool IsLibrary(MethodBase method) => method.Module == typeof(KernelChecks).Module;
}
