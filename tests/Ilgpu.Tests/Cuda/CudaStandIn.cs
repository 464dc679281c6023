using System.Runtime.InteropServices;
using System.Text;
using ILGPU;
using ILGPU.Runtime.Cuda;

namespace Gpu.Ilgpu.Tests.Cuda;

/// <summary>
/// Stand-ins for CUDA's driver and NVRTC (see Native), a fresh copy with its own state. They record calls, fail on request, and run
/// kernels on the host from their generated CUDA C.
/// </summary>
internal sealed unsafe class CudaStandIn : IDisposable
{
    private const int TextBytes = 1 << 20;

    private static readonly string[] KernelOptions = ["-std=c++17", "-O1", "-w", "-fPIC", "-ffp-contract=off", "-fno-strict-aliasing"];

    private static readonly Lazy<string> Built = new(Build);
    private static int copies;

    private readonly string folder;
    private readonly nint driver;
    private readonly nint compiler;
    private CudaPlatform? platform;
    private Context? context;

    public CudaStandIn()
    {
        folder = Path.Combine(Built.Value, $"copy{Interlocked.Increment(ref copies)}");
        Directory.CreateDirectory(folder);
        DriverPath = Copy("driver.so");
        CompilerPath = Copy("nvrtc.so");
        driver = NativeLibrary.Load(DriverPath);
        compiler = NativeLibrary.Load(CompilerPath);
    }

    public string DriverPath { get; }

    public string CompilerPath { get; }

    /// <summary>The devices, looked for at the first use.</summary>
    public CudaPlatform Platform => platform ??= CudaPlatform.Find([DriverPath], [CompilerPath]);

    /// <summary>A context with these devices.</summary>
    public Context Context => context ??= Context.Create(builder => builder.Profiling().Register(Platform, _ => true));

    /// <summary>Bytes that were allocated and not freed.</summary>
    public long UsedBytes => ((delegate* unmanaged<long>)NativeLibrary.GetExport(driver, "stub_used"))();

    /// <summary>Contexts, streams, events and modules that were made and not given back.</summary>
    public int Handles => ((delegate* unmanaged<int>)NativeLibrary.GetExport(driver, "stub_alive"))();

    /// <summary>The options of the last compilation.</summary>
    public string[] Options => Text(compiler, "stub_options");

    /// <summary>Opens the first device and forgets the calls so far.</summary>
    public CudaAccelerator Open()
    {
        var accelerator = Context.CreateCudaAccelerator(0);
        TakeCalls();
        return accelerator;
    }

    /// <summary>The driver's calls since the last time, in order.</summary>
    public string[] TakeCalls() => Text(driver, "stub_take");

    /// <summary>Lets the next call of a name return a code.</summary>
    public void Fail(string call, CudaError error)
    {
        // The driver keeps the text, not the pointer.
        fixed (byte* name = Encoding.UTF8.GetBytes(call + "\0"))
            ((delegate* unmanaged<byte*, CudaError, void>)NativeLibrary.GetExport(driver, "stub_fail"))(name, error);
    }

    /// <summary>Lets NVRTC refuse every source with a log.</summary>
    public void Refuse(string log)
    {
        fixed (byte* text = Encoding.UTF8.GetBytes(log + "\0"))
            ((delegate* unmanaged<byte*, void>)NativeLibrary.GetExport(compiler, "stub_refuse"))(text);
    }

    public void SetAttribute(int device, CudaDeviceAttribute attribute, int value) =>
        ((delegate* unmanaged<int, CudaDeviceAttribute, int, void>)NativeLibrary.GetExport(driver, "stub_attribute"))(device, attribute, value);

    public void SetDevices(int count) => Set(driver, "stub_devices", count);

    public void SetDriverVersion(int version) => Set(driver, "stub_version", version);

    public void SetPeers(bool possible) => Set(driver, "stub_peers", possible ? 1 : 0);

    public void SetMostItems(int items) => Set(driver, "stub_most_items", items);

    /// <summary>Makes this the newest of NVRTC's architectures; the oldest is 75.</summary>
    public void SetNewestArchitecture(int architecture) => Set(compiler, "stub_newest", architecture);

    public void SetCompilerVersion(int major, int minor) =>
        ((delegate* unmanaged<int, int, void>)NativeLibrary.GetExport(compiler, "stub_version"))(major, minor);

    public void Dispose() => context?.Dispose();

    private static void Set(nint library, string function, int value) =>
        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, function))(value);

    private static string[] Text(nint library, string function)
    {
        var text = new byte[TextBytes];
        fixed (byte* target = text)
        {
            int length = ((delegate* unmanaged<byte*, int, int>)NativeLibrary.GetExport(library, function))(target, TextBytes);
            return Encoding.UTF8.GetString(text, 0, Math.Min(length, TextBytes - 1)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
    }

    private static string Build()
    {
        string folder = Directory.CreateTempSubdirectory("cuda-stand-in").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        string sources = HostCompiler.Sources;
        string[] strict = ["-std=c++17", "-O1", "-Wall", "-Werror", "-shared", "-fPIC"];
        Make("driver.so", [.. strict, "driver.cpp", "groups.cpp", "-ldl"]);
        string options = string.Join(' ', KernelOptions);
        Make("nvrtc.so", [.. strict, $"-DFOLDER=\"{folder}\"", $"-DCOMPILER=\"{HostCompiler.Cpp}\"", $"-DOPTIONS=\"{options}\"", $"-DINCLUDES=\"{sources}\"", "nvrtc.cpp"]);
        // GCC finds it beside the kernels, and reads it in a third of the time that the headers take.
        Make("device.h.gch", ["-x", "c++-header", .. KernelOptions, "device.h"]);
        return folder;

        void Make(string output, string[] arguments)
        {
            string[] files = [.. arguments.Select(argument => Path.GetExtension(argument) is ".cpp" or ".h" ? Path.Combine(sources, argument) : argument)];
            var (code, text) = HostCompiler.Run(HostCompiler.Cpp!, ["-o", Path.Combine(folder, output), .. files]);
            if (code != 0)
                throw new InvalidOperationException($"{output} cannot be built:\n{text}");
        }
    }

    // A library that is loaded from another file has variables of its own.
    private string Copy(string file)
    {
        string target = Path.Combine(folder, file);
        File.Copy(Path.Combine(Built.Value, file), target);
        return target;
    }
}
