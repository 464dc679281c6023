using System.Diagnostics;
using ILGPU.Compiler.Ir;

namespace ILGPU.Runtime;

/// <summary>
/// An access outside of a view, as a checked kernel found it: the index and extent in each dimension, and the element's place among the
/// elements that the view has memory for.
/// </summary>
/// <param name="Dimensions">Of the view: 0 for <see cref="ArrayView{T}"/>; or <see cref="SubView"/>, less 1, 2 or 3 for x, y or z.</param>
/// <param name="Place">The element's place in the view's memory.</param>
/// <param name="Length">The number of elements of that memory.</param>
/// <param name="X">The index.</param>
/// <param name="ExtentX">The extent; of a sub-view its length.</param>
/// <param name="Y">The index.</param>
/// <param name="ExtentY">The extent.</param>
/// <param name="Z">The index.</param>
/// <param name="ExtentZ">The extent.</param>
internal readonly record struct AccessFailure(
    int Dimensions, long Place, long Length, long X, long ExtentX, long Y, long ExtentY, long Z, long ExtentZ)
{
    /// <summary>Instead of a number of dimensions: a sub-view that leaves its view.</summary>
    public const int SubView = -1;

    /// <summary>The error that users see, the same on every device.</summary>
    /// <param name="kernel">The kernel's name.</param>
    /// <param name="view">The parameter or the kind of memory.</param>
    /// <param name="item">" in item ... of group ...", or nothing.</param>
    /// <param name="source">" (File.cs:12)", or nothing.</param>
    /// <param name="cause">What was thrown in the kernel, or null.</param>
    public IndexOutOfRangeException ToException(string kernel, string view, string item, string source, Exception? cause) =>
        new($"Kernel {kernel} leaves {view}: {Describe()}{item}{source}.", cause);

    /// <summary>The parameters whose memory begins last before an address, or what kind of memory it is in.</summary>
    public static string NameOf(AddressSpace space, long address, ReadOnlySpan<long> starts, KernelSignature signature)
    {
        if (space != AddressSpace.Global)
            return space switch { AddressSpace.Local => "shared memory", AddressSpace.Constant => "a static array", _ => "local memory" };
        var names = new List<string>();
        ulong nearest = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            ulong start = (ulong)starts[i];
            if (start > (ulong)address || start < nearest) continue;
            if (start > nearest) names.Clear();
            nearest = start;
            if (!names.Contains(signature.Pointers[i].Parameter.Name)) names.Add(signature.Pointers[i].Parameter.Name);
        }

        return names.Count == 0 ? "a view" : "view " + string.Join(" or ", names.Select(name => $"'{name}'"));
    }

    /// <summary>Index and length.</summary>
    public string Describe() => Dimensions switch
    {
        SubView => $"a sub-view of {ExtentX} elements from element {X}, length {Length}",
        < SubView => $"a sub-view of extent {ExtentX} from index {X} in {"xyz"[SubView - Dimensions - 1]}, where the extent is {Length}",
        0 => $"index {Place}, length {Length}",
        1 when IsInside(X, ExtentX) => $"index {X} is element {Place} of its memory, which has {Length}",
        1 => $"index {X}, length {ExtentX}",
        2 when IsInside(X, ExtentX) && IsInside(Y, ExtentY) => $"index ({X}, {Y}) is element {Place} of its memory, which has {Length}",
        2 => $"index ({X}, {Y}), extent ({ExtentX}, {ExtentY})",
        _ when IsInside(X, ExtentX) && IsInside(Y, ExtentY) && IsInside(Z, ExtentZ) =>
            $"index ({X}, {Y}, {Z}) is element {Place} of its memory, which has {Length}",
        _ => $"index ({X}, {Y}, {Z}), extent ({ExtentX}, {ExtentY}, {ExtentZ})",
    };

    private static bool IsInside(long index, long extent) => index >= 0 && index < extent;
}

/// <summary>Thrown where C# leaves a view; a launch turns that of its kernel into <see cref="IndexOutOfRangeException"/>.</summary>
internal sealed class ViewAccessException(AccessFailure failure, nint address, AddressSpace space)
    : ArgumentOutOfRangeException(null, $"A view was left: {failure.Describe()}.")
{
    private string item = "";
    private string source = "";

    /// <summary>Notes the item and, as far as symbols tell, the line; call it where the exception is first caught.</summary>
    public void Locate(string item)
    {
        this.item = item;
        foreach (var frame in new StackTrace(this, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod()?.Module == typeof(ViewAccessException).Module || frame.GetFileName() is not { } file) continue;
            source = $" ({Path.GetFileName(file)}:{frame.GetFileLineNumber()})";
            return;
        }
    }

    /// <summary>The error that the launch raises.</summary>
    public unsafe IndexOutOfRangeException ToLaunchError(KernelSignature signature, byte* arguments)
    {
        var starts = new long[signature.Pointers.Length];
        for (int i = 0; i < starts.Length; i++) starts[i] = *(nint*)(arguments + signature.Pointers[i].Offset);
        return failure.ToException(signature.Name, AccessFailure.NameOf(space, address, starts, signature), item, source, this);
    }
}
