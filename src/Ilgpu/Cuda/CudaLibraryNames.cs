namespace ILGPU.Runtime.Cuda;

/// <summary>Where the driver and its compiler are looked for.</summary>
internal static class CudaLibraryNames
{
    /// <summary>Environment variable: the path of the driver, instead of the usual places.</summary>
    public const string DriverVariable = "GPU_CUDA_DRIVER";

    /// <summary>Environment variable: the path of NVRTC or of its folder, instead of the usual places.</summary>
    public const string CompilerVariable = "GPU_CUDA_NVRTC";

    /// <summary>The places of <see cref="Compiler"/>, for messages.</summary>
    public const string CompilerPlaces =
        "the loader's path (LD_LIBRARY_PATH, PATH), the program's folder, CUDA_PATH, CUDA_HOME, /usr/local/cuda*, "
        + "and the packages nvidia-cuda-nvrtc of Python (system, user, VIRTUAL_ENV, CONDA_PREFIX)";

    // Containers and WSL keep the driver out of the loader's path.
    private static readonly string[] DriverFolders = ["/usr/lib/wsl/lib", "/usr/local/nvidia/lib64", "/run/opengl-driver/lib"];

    /// <summary>File names of the driver, tried in turn.</summary>
    public static string[] Driver => Named(DriverVariable) ?? (OperatingSystem.IsWindows()
        ? ["nvcuda.dll"]
        : ["libcuda.so.1", "libcuda.so", .. DriverFolders.Select(folder => Path.Combine(folder, "libcuda.so.1")).Where(File.Exists)]);

    /// <summary>File names of NVRTC, the newest first: as the system's loader finds them, then in the folders of toolkits and packages.</summary>
    public static string[] Compiler => Environment.GetEnvironmentVariable(CompilerVariable) is { Length: > 0 } path
        ? CompilersAt(path)
        : [.. CompilerFiles, .. Toolkits.Concat(PythonPackages).SelectMany(Files).Distinct()];

    private static string[] CompilerFiles => OperatingSystem.IsWindows()
        ? ["nvrtc64_130_0.dll", "nvrtc64_120_0.dll", "nvrtc64_112_0.dll"]
        : ["libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so.11.2", "libnvrtc.so"];

    private static IEnumerable<string> Toolkits
    {
        get
        {
            yield return AppContext.BaseDirectory;
            foreach (string variable in (string[])["CUDA_PATH", "CUDA_HOME"])
            {
                if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } toolkit) continue;
                foreach (string part in (string[])["lib64", "lib", "bin", "bin/x64"])
                    yield return Path.Combine(toolkit, part);
            }

            if (OperatingSystem.IsWindows()) yield break;
            // cuda is a link to the one that was chosen; cuda-13.0 and its like are all that are installed.
            foreach (string toolkit in Folders("/usr/local", "cuda*").Order())
                yield return Path.Combine(toolkit, "lib64");
        }
    }

    /// <summary>The folders into which pip puts NVRTC: nvidia/cuda_nvrtc for CUDA 11 and 12, nvidia/cu13 from 13 on.</summary>
    private static IEnumerable<string> PythonPackages
    {
        get
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            string?[] roots =
            [
                Environment.GetEnvironmentVariable("VIRTUAL_ENV"), Environment.GetEnvironmentVariable("CONDA_PREFIX"),
                Path.Combine(home, ".local"), "/usr/local", "/usr", "/opt/conda",
            ];
            var sites = OperatingSystem.IsWindows()
                ? roots.Where(root => !string.IsNullOrEmpty(root)).Select(root => Path.Combine(root!, "Lib", "site-packages"))
                : roots.Where(root => !string.IsNullOrEmpty(root)).SelectMany(root => Folders(Path.Combine(root!, "lib"), "python3*"))
                    .SelectMany(python => (string[])[Path.Combine(python, "site-packages"), Path.Combine(python, "dist-packages")]);
            string part = OperatingSystem.IsWindows() ? "bin" : "lib";
            foreach (string nvidia in sites.Select(site => Path.Combine(site, "nvidia")).Where(Directory.Exists))
            {
                foreach (string package in Folders(nvidia, "cu*").OrderDescending())
                    yield return Path.Combine(package, part);
            }

            if (roots[1] is { Length: > 0 } conda) yield return Path.Combine(conda, part);
        }
    }

    /// <summary>The compilers that a path names: itself, or those in a folder.</summary>
    internal static string[] CompilersAt(string path)
    {
        string[] found = [.. Files(path)];
        return found.Length > 0 ? found : [path];
    }

    private static IEnumerable<string> Files(string folder) => CompilerFiles.Select(file => Path.Combine(folder, file)).Where(File.Exists);

    private static string[] Folders(string parent, string pattern)
    {
        try
        {
            return Directory.Exists(parent) ? Directory.GetDirectories(parent, pattern) : [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string[]? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path ? [path] : null;
}
