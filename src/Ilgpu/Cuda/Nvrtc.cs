using System.Runtime.InteropServices;
using System.Text;

namespace ILGPU.Runtime.Cuda;

/// <summary>NVRTC, the compiler of CUDA C that runs inside a program.</summary>
internal sealed unsafe class Nvrtc
{
    private const int Success = 0;
    private const int CompilationError = 6;

    private readonly delegate* unmanaged<int*, int*, int> nvrtcVersion;
    private readonly delegate* unmanaged<int, byte*> nvrtcGetErrorString;
    private readonly delegate* unmanaged<int*, int> nvrtcGetNumSupportedArchs;
    private readonly delegate* unmanaged<int*, int> nvrtcGetSupportedArchs;
    private readonly delegate* unmanaged<nint*, byte*, byte*, int, byte**, byte**, int> nvrtcCreateProgram;
    private readonly delegate* unmanaged<nint*, int> nvrtcDestroyProgram;
    private readonly delegate* unmanaged<nint, int, byte**, int> nvrtcCompileProgram;
    private readonly delegate* unmanaged<nint, nuint*, int> nvrtcGetCUBINSize;
    private readonly delegate* unmanaged<nint, byte*, int> nvrtcGetCUBIN;
    private readonly delegate* unmanaged<nint, nuint*, int> nvrtcGetPTXSize;
    private readonly delegate* unmanaged<nint, byte*, int> nvrtcGetPTX;
    private readonly delegate* unmanaged<nint, nuint*, int> nvrtcGetProgramLogSize;
    private readonly delegate* unmanaged<nint, byte*, int> nvrtcGetProgramLog;

    private Nvrtc(NativeCode library)
    {
        nvrtcVersion = (delegate* unmanaged<int*, int*, int>)library["nvrtcVersion"];
        nvrtcGetErrorString = (delegate* unmanaged<int, byte*>)library["nvrtcGetErrorString"];
        nvrtcGetNumSupportedArchs = (delegate* unmanaged<int*, int>)library["nvrtcGetNumSupportedArchs"];
        nvrtcGetSupportedArchs = (delegate* unmanaged<int*, int>)library["nvrtcGetSupportedArchs"];
        nvrtcCreateProgram = (delegate* unmanaged<nint*, byte*, byte*, int, byte**, byte**, int>)library["nvrtcCreateProgram"];
        nvrtcDestroyProgram = (delegate* unmanaged<nint*, int>)library["nvrtcDestroyProgram"];
        nvrtcCompileProgram = (delegate* unmanaged<nint, int, byte**, int>)library["nvrtcCompileProgram"];
        nvrtcGetCUBINSize = (delegate* unmanaged<nint, nuint*, int>)library["nvrtcGetCUBINSize"];
        nvrtcGetCUBIN = (delegate* unmanaged<nint, byte*, int>)library["nvrtcGetCUBIN"];
        nvrtcGetPTXSize = (delegate* unmanaged<nint, nuint*, int>)library["nvrtcGetPTXSize"];
        nvrtcGetPTX = (delegate* unmanaged<nint, byte*, int>)library["nvrtcGetPTX"];
        nvrtcGetProgramLogSize = (delegate* unmanaged<nint, nuint*, int>)library["nvrtcGetProgramLogSize"];
        nvrtcGetProgramLog = (delegate* unmanaged<nint, byte*, int>)library["nvrtcGetProgramLog"];
        int major, minor;
        Check(nvrtcVersion(&major, &minor), "nvrtcVersion");
        Version = (1000 * major) + (10 * minor);
        int count;
        Check(nvrtcGetNumSupportedArchs(&count), "nvrtcGetNumSupportedArchs");
        var architectures = new int[count];
        fixed (int* first = architectures)
            Check(nvrtcGetSupportedArchs(first), "nvrtcGetSupportedArchs");
        Array.Sort(architectures);
        Architectures = architectures;
    }

    /// <summary>1000 * major + 10 * minor.</summary>
    public int Version { get; }

    /// <summary>The architectures it compiles for, 10 * major + minor, ascending.</summary>
    public IReadOnlyList<int> Architectures { get; }

    /// <summary>Opens the first NVRTC whose output the driver takes.</summary>
    /// <param name="names">File names or paths, tried in turn.</param>
    /// <param name="driverVersion">The driver's CUDA version.</param>
    /// <param name="reason">Why there is none.</param>
    public static Nvrtc? TryOpen(IReadOnlyList<string> names, int driverVersion, out string reason)
    {
        var refused = new List<string>();
        foreach (string name in names)
        {
            if (NativeCode.TryOpen(name) is not { } library)
                continue;
            OpenBuiltins(name);
            try
            {
                var compiler = new Nvrtc(library);
                reason = "";
                // Inside a major version a driver runs what a newer compiler made; beyond it does not.
                if (compiler.Version / 1000 <= driverVersion / 1000)
                    return compiler;
                refused.Add($"{name} is of CUDA {Text(compiler.Version)}, the driver of {Text(driverVersion)}");
            }
            catch (Exception exception) when (exception is CudaException or EntryPointNotFoundException)
            {
                refused.Add($"{name}: {exception.Message}");
            }

            library.Close();
        }

        reason = $"CUDA: the driver is there, its compiler NVRTC is not; looked for {string.Join(", ", names)} in {CudaLibraryNames.CompilerPlaces}"
            + (refused.Count == 0 ? "" : $" ({string.Join("; ", refused)})")
            + $". Install NVRTC of version {Text(driverVersion)} or older (from the CUDA toolkit, or: pip install nvidia-cuda-nvrtc"
            + $"{(driverVersion >= 13000 ? "" : "-cu12")}); {CudaLibraryNames.CompilerVariable} may name its path or folder.";
        return null;
    }

    /// <summary>Compiles a program.</summary>
    /// <param name="source">CUDA C.</param>
    /// <param name="name">A file name for the log.</param>
    /// <param name="options">As on the compiler's command line.</param>
    /// <param name="binary">True for a cubin, false for PTX.</param>
    /// <param name="log">What the compiler said.</param>
    /// <returns>The code, or null where the source has errors.</returns>
    public byte[]? Compile(string source, string name, IReadOnlyList<string> options, bool binary, out string log)
    {
        nint program;
        fixed (byte* text = Zero(source), file = Zero(name))
            Check(nvrtcCreateProgram(&program, text, file, 0, null, null), "nvrtcCreateProgram");
        try
        {
            int result = Compile(program, options);
            log = Encoding.UTF8.GetString(Output(program, nvrtcGetProgramLogSize, nvrtcGetProgramLog, "nvrtcGetProgramLog")).TrimEnd('\0', '\n');
            if (result == CompilationError)
                return null;
            Check(result, "nvrtcCompileProgram");
            return binary
                ? Output(program, nvrtcGetCUBINSize, nvrtcGetCUBIN, "nvrtcGetCUBIN")
                : Output(program, nvrtcGetPTXSize, nvrtcGetPTX, "nvrtcGetPTX");
        }
        finally
        {
            _ = nvrtcDestroyProgram(&program);
        }
    }

    /// <summary>NVRTC opens a second library by its name alone, when it first compiles: outside the loader's path it is found if it is open already.</summary>
    private static void OpenBuiltins(string compiler)
    {
        if (Path.GetDirectoryName(compiler) is not { Length: > 0 } folder || !Directory.Exists(folder)) return;
        foreach (string file in Directory.GetFiles(folder, OperatingSystem.IsWindows() ? "nvrtc-builtins64*.dll" : "libnvrtc-builtins.so*"))
            NativeCode.TryOpen(file);
    }

    private int Compile(nint program, IReadOnlyList<string> options)
    {
        byte** texts = stackalloc byte*[options.Count];
        try
        {
            for (int i = 0; i < options.Count; i++)
                texts[i] = (byte*)Marshal.StringToCoTaskMemUTF8(options[i]);
            return nvrtcCompileProgram(program, options.Count, texts);
        }
        finally
        {
            for (int i = 0; i < options.Count; i++)
                Marshal.FreeCoTaskMem((nint)texts[i]);
        }
    }

    private byte[] Output(nint program, delegate* unmanaged<nint, nuint*, int> size, delegate* unmanaged<nint, byte*, int> read, string call)
    {
        nuint bytes;
        Check(size(program, &bytes), call + "Size");
        var output = new byte[bytes];
        if (bytes == 0)
            return output;
        fixed (byte* target = output)
            Check(read(program, target), call);
        return output;
    }

    private void Check(int result, string call)
    {
        if (result == Success)
            return;
        throw new CudaException($"{call} failed with {Marshal.PtrToStringUTF8((nint)nvrtcGetErrorString(result))} ({result}).");
    }

    private static byte[] Zero(string text) => Encoding.UTF8.GetBytes(text + "\0");

    private static string Text(int version) => $"{version / 1000}.{version % 1000 / 10}";
}
