namespace ILGPU.Runtime.Cuda;

/// <summary>Where the driver and its compiler are looked for.</summary>
internal static class CudaLibraryNames
{
    /// <summary>Environment variable: the path of the driver, instead of the usual places.</summary>
    public const string DriverVariable = "GPU_CUDA_DRIVER";

    /// <summary>Environment variable: the path of NVRTC, instead of the usual places.</summary>
    public const string CompilerVariable = "GPU_CUDA_NVRTC";

    /// <summary>File names of the driver, tried in turn.</summary>
    public static string[] Driver => Named(DriverVariable) ?? (OperatingSystem.IsWindows() ? ["nvcuda.dll"] : ["libcuda.so.1", "libcuda.so"]);

    /// <summary>File names of NVRTC, the newest first: as the system's loader finds them, then in the toolkit's folders.</summary>
    public static string[] Compiler => Named(CompilerVariable) ?? [.. CompilerFiles, .. CompilerFolders.SelectMany(Files)];

    private static string[] CompilerFiles => OperatingSystem.IsWindows()
        ? ["nvrtc64_130_0.dll", "nvrtc64_120_0.dll"]
        : ["libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so"];

    private static IEnumerable<string> CompilerFolders
    {
        get
        {
            if (Environment.GetEnvironmentVariable("CUDA_PATH") is { Length: > 0 } toolkit)
            {
                foreach (string part in (string[])["lib64", "lib", "bin", "bin/x64"])
                    yield return Path.Combine(toolkit, part);
            }

            if (!OperatingSystem.IsWindows())
                yield return "/usr/local/cuda/lib64";
        }
    }

    private static IEnumerable<string> Files(string folder) => CompilerFiles.Select(file => Path.Combine(folder, file)).Where(File.Exists);

    private static string[]? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path ? [path] : null;
}
