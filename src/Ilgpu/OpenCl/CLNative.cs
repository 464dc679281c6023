using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ILGPU.Runtime.OpenCL;

/// <summary>The functions of the OpenCL loader that are used, with their C names.</summary>
internal static unsafe partial class CLNative
{
    private const string Library = "OpenCL";

    /// <summary>File names of the loader, tried in turn. Distributions ship the first without their development packages.</summary>
    private static readonly string[] FileNames = OperatingSystem.IsWindows()
        ? ["OpenCL.dll"]
        : OperatingSystem.IsMacOS()
            ? ["/System/Library/Frameworks/OpenCL.framework/OpenCL"]
            : ["libOpenCL.so.1", "libOpenCL.so"];

    private static readonly Lazy<nint> Handle = new(Load);

    static CLNative() => NativeLibrary.SetDllImportResolver(typeof(CLNative).Assembly, Resolve);

    /// <summary>Whether the loader is on this machine.</summary>
    public static bool IsAvailable => Handle.Value != 0;

    /// <summary>What was looked for, for messages.</summary>
    public static string LookedFor => string.Join(", ", FileNames);

    private static nint Load()
    {
        DriverSettings.Apply();
        foreach (string name in FileNames)
            if (NativeLibrary.TryLoad(name, out nint handle)) return handle;
        return 0;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name == Library ? Handle.Value : 0;

    [LibraryImport(Library)]
    public static partial CLError clGetPlatformIDs(uint entries, nint* platforms, uint* count);

    [LibraryImport(Library)]
    public static partial CLError clGetPlatformInfo(nint platform, uint what, nuint size, void* value, nuint* returned);

    [LibraryImport(Library)]
    public static partial CLError clGetDeviceIDs(nint platform, ulong type, uint entries, nint* devices, uint* count);

    [LibraryImport(Library)]
    public static partial CLError clGetDeviceInfo(nint device, uint what, nuint size, void* value, nuint* returned);

    [LibraryImport(Library)]
    public static partial nint clCreateContext(nint* properties, uint count, nint* devices, nint callback, nint data, CLError* error);

    [LibraryImport(Library)]
    public static partial CLError clReleaseContext(nint context);

    [LibraryImport(Library)]
    public static partial nint clCreateCommandQueue(nint context, nint device, ulong properties, CLError* error);

    [LibraryImport(Library)]
    public static partial CLError clRetainCommandQueue(nint queue);

    [LibraryImport(Library)]
    public static partial CLError clReleaseCommandQueue(nint queue);

    [LibraryImport(Library)]
    public static partial nint clCreateBuffer(nint context, ulong flags, nuint size, void* host, CLError* error);

    [LibraryImport(Library)]
    public static partial CLError clReleaseMemObject(nint memory);

    [LibraryImport(Library)]
    public static partial nint clCreateProgramWithSource(nint context, uint count, byte** sources, nuint* lengths, CLError* error);

    [LibraryImport(Library)]
    public static partial nint clCreateProgramWithBinary(
        nint context, uint count, nint* devices, nuint* lengths, byte** binaries, CLError* statuses, CLError* error);

    [LibraryImport(Library)]
    public static partial CLError clBuildProgram(nint program, uint count, nint* devices, byte* options, nint callback, nint data);

    [LibraryImport(Library)]
    public static partial CLError clGetProgramBuildInfo(nint program, nint device, uint what, nuint size, void* value, nuint* returned);

    [LibraryImport(Library)]
    public static partial CLError clGetProgramInfo(nint program, uint what, nuint size, void* value, nuint* returned);

    [LibraryImport(Library)]
    public static partial CLError clReleaseProgram(nint program);

    [LibraryImport(Library)]
    public static partial nint clCreateKernel(nint program, byte* name, CLError* error);

    [LibraryImport(Library)]
    public static partial CLError clReleaseKernel(nint kernel);

    [LibraryImport(Library)]
    public static partial CLError clGetKernelWorkGroupInfo(nint kernel, nint device, uint what, nuint size, void* value, nuint* returned);

    // Short, never blocks, never calls back: no transition of the garbage collector needed.
    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial CLError clSetKernelArg(nint kernel, uint index, nuint size, void* value);

    [LibraryImport(Library)]
    public static partial CLError clEnqueueNDRangeKernel(
        nint queue, nint kernel, uint dimensions, nuint* offset, nuint* global, nuint* local, uint waits, nint* waitList, nint* result);

    [LibraryImport(Library)]
    public static partial CLError clEnqueueReadBuffer(
        nint queue, nint memory, uint blocking, nuint offset, nuint size, void* host, uint waits, nint* waitList, nint* result);

    [LibraryImport(Library)]
    public static partial CLError clEnqueueWriteBuffer(
        nint queue, nint memory, uint blocking, nuint offset, nuint size, void* host, uint waits, nint* waitList, nint* result);

    [LibraryImport(Library)]
    public static partial CLError clEnqueueCopyBuffer(
        nint queue, nint source, nint target, nuint sourceOffset, nuint targetOffset, nuint size, uint waits, nint* waitList, nint* result);

    [LibraryImport(Library)]
    public static partial CLError clEnqueueFillBuffer(
        nint queue, nint memory, void* pattern, nuint patternSize, nuint offset, nuint size, uint waits, nint* waitList, nint* result);

    [LibraryImport(Library)]
    public static partial CLError clEnqueueMarkerWithWaitList(nint queue, uint waits, nint* waitList, nint* result);

    [LibraryImport(Library)]
    public static partial CLError clWaitForEvents(uint count, nint* events);

    [LibraryImport(Library)]
    public static partial CLError clGetEventProfilingInfo(nint handle, uint what, nuint size, void* value, nuint* returned);

    [LibraryImport(Library)]
    public static partial CLError clReleaseEvent(nint handle);

    [LibraryImport(Library)]
    public static partial CLError clFinish(nint queue);

    /// <summary>Raises an error that a call returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(CLError error, string what)
    {
        if (error != CLError.CL_SUCCESS) throw new CLException(error, what);
    }
}
