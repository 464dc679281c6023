using System.Runtime.InteropServices;

namespace ILGPU.Runtime.Cuda;

/// <summary>A shared library of the system, opened while the program runs.</summary>
internal sealed class NativeCode
{
    private readonly nint handle;

    private NativeCode(string path, nint handle)
    {
        Path = path;
        this.handle = handle;
    }

    /// <summary>The name under which it was found.</summary>
    public string Path { get; }

    /// <summary>Opens a library by file name or path; null where there is none.</summary>
    public static NativeCode? TryOpen(string path) => NativeLibrary.TryLoad(path, out nint handle) ? new NativeCode(path, handle) : null;

    /// <summary>The address of a function.</summary>
    /// <exception cref="EntryPointNotFoundException">The library has no such function.</exception>
    public nint this[string function] => NativeLibrary.TryGetExport(handle, function, out nint address)
        ? address
        : throw new EntryPointNotFoundException($"{Path} has no function {function}: it is too old, or not the library it is named after.");

    /// <summary>Closes the library; its functions must not be called any more.</summary>
    public void Close() => NativeLibrary.Free(handle);
}
