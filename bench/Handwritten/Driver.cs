using System.Reflection;
using System.Runtime.InteropServices;

namespace Gpu.Handwritten;

/// <summary>The functions of the OpenCL loader that a program written by hand needs, with their C names.</summary>
internal static unsafe partial class Driver
{
    private const string Library = "OpenCL";

    private static readonly string[] FileNames = OperatingSystem.IsWindows() ? ["OpenCL.dll"] : ["libOpenCL.so.1", "libOpenCL.so"];

    static Driver() => NativeLibrary.SetDllImportResolver(typeof(Driver).Assembly, Resolve);

    [LibraryImport(Library)]
    public static partial nint clCreateContext(nint* properties, uint count, nint* devices, nint callback, nint data, int* error);

    [LibraryImport(Library)]
    public static partial nint clCreateCommandQueue(nint context, nint device, ulong properties, int* error);

    [LibraryImport(Library)]
    public static partial nint clCreateBuffer(nint context, ulong flags, nuint size, void* host, int* error);

    [LibraryImport(Library)]
    public static partial nint clCreateProgramWithSource(nint context, uint count, byte** sources, nuint* lengths, int* error);

    [LibraryImport(Library)]
    public static partial int clBuildProgram(nint program, uint count, nint* devices, byte* options, nint callback, nint data);

    [LibraryImport(Library)]
    public static partial nint clCreateKernel(nint program, byte* name, int* error);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int clSetKernelArg(nint kernel, uint index, nuint size, void* value);

    [LibraryImport(Library)]
    public static partial int clEnqueueNDRangeKernel(nint queue, nint kernel, uint dimensions, nuint* offset, nuint* global, nuint* local, uint waits, nint* waitList, nint* result);

    [LibraryImport(Library)]
    public static partial int clEnqueueReadBuffer(nint queue, nint memory, uint blocking, nuint offset, nuint size, void* host, uint waits, nint* waitList, nint* result);

    [LibraryImport(Library)]
    public static partial int clEnqueueWriteBuffer(nint queue, nint memory, uint blocking, nuint offset, nuint size, void* host, uint waits, nint* waitList, nint* result);

    [LibraryImport(Library)]
    public static partial int clFinish(nint queue);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return 0;
        foreach (string file in FileNames)
            if (NativeLibrary.TryLoad(file, out nint handle)) return handle;
        return 0;
    }
}
