using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace Gpu.Ilgpu.Tests.Cuda;

/// <summary>Compilers of this machine, which the tests of CUDA without a GPU need.</summary>
public static class HostCompiler
{
    private static readonly string[] Names = ["g++", "c++", "clang++", "clang++-14"];
    private static readonly string[] ClangNames = ["clang-14", "clang"];

    /// <summary>The C++ compiler, or null.</summary>
    public static string? Cpp { get; } = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? Names.FirstOrDefault(IsThere) : null;

    /// <summary>Clang, which compiles CUDA C to PTX, or null.</summary>
    public static string? Clang { get; } = ClangNames.FirstOrDefault(IsThere);

    /// <summary>Where the C and C++ files of the tests lie.</summary>
    public static string Sources => Path.Combine(AppContext.BaseDirectory, "Cuda", "Native");

    /// <summary>Runs a program; its output and errors.</summary>
    public static (int Code, string Text) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text + errors.Result);
    }

    private static bool IsThere(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}

/// <summary>A test that needs the stand-ins for driver and NVRTC; skipped where no C++ compiler can build them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CudaStandInFactAttribute : FactAttribute
{
    public CudaStandInFactAttribute()
    {
        if (HostCompiler.Cpp is null)
            Skip = "No C++ compiler on Linux here: the stand-ins for CUDA's driver and NVRTC cannot be built.";
    }
}

/// <summary>A theory that needs the stand-ins for driver and NVRTC; skipped where no C++ compiler can build them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CudaStandInTheoryAttribute : TheoryAttribute
{
    public CudaStandInTheoryAttribute() => Skip = new CudaStandInFactAttribute().Skip;
}

/// <summary>A test that needs clang; skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClangFactAttribute : FactAttribute
{
    public ClangFactAttribute() => Skip = new ClangTheoryAttribute().Skip;
}

/// <summary>A theory that needs clang; skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClangTheoryAttribute : TheoryAttribute
{
    public ClangTheoryAttribute()
    {
        if (HostCompiler.Clang is null)
            Skip = "No clang here: generated CUDA C is not compiled to PTX.";
    }
}
