using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A built program with one kernel.</summary>
internal sealed unsafe partial class CLProgram : IDisposable
{
    /// <summary>Environment variable: a folder that receives the source of every compiled kernel.</summary>
    private const string DumpVariable = "GPU_DUMP";

    /// <summary>Lines shown before and after one that the driver's compiler refuses.</summary>
    private const int ContextLines = 3;

    private readonly nint program;

    public CLProgram(CLAccelerator accelerator, KernelSignature signature, KernelProgram source)
    {
        Source = source;
        Dump(source);
        program = Build(accelerator, signature, source);
        CLError error;
        fixed (byte* name = Encoding.UTF8.GetBytes(source.EntryName + "\0")) Kernel = CLNative.clCreateKernel(program, name, &error);
        CLNative.Check(error, $"making kernel {signature.Name}");
        nuint limit;
        CLNative.Check(
            CLNative.clGetKernelWorkGroupInfo(Kernel, accelerator.DeviceId, CLInfo.KernelGroupSize, (nuint)sizeof(nuint), &limit, null),
            $"asking for the group size of kernel {signature.Name}");
        MaxGroupSize = (long)limit;
    }

    public KernelProgram Source { get; }

    /// <summary>The driver's kernel; setting its arguments and queueing it must not interleave between threads.</summary>
    public nint Kernel { get; }

    /// <summary>The greatest number of items of a group for this kernel.</summary>
    public long MaxGroupSize { get; }

    public Lock Gate { get; } = new();

    public void Dispose()
    {
        _ = CLNative.clReleaseKernel(Kernel);
        _ = CLNative.clReleaseProgram(program);
    }

    private static nint Build(CLAccelerator accelerator, KernelSignature signature, KernelProgram source)
    {
        var bytes = Encoding.UTF8.GetBytes(source.Source);
        CLError error;
        nint made;
        fixed (byte* text = bytes)
        {
            byte* start = text;
            nuint length = (nuint)bytes.Length;
            made = CLNative.clCreateProgramWithSource(accelerator.ContextPtr, 1, &start, &length, &error);
        }
        CLNative.Check(error, $"handing kernel {signature.Name} to the driver");
        nint device = accelerator.DeviceId;
        fixed (byte* options = Encoding.UTF8.GetBytes(accelerator.BuildOptions + "\0"))
            error = CLNative.clBuildProgram(made, 1, &device, options, 0, 0);
        if (error == CLError.CL_SUCCESS) return made;
        string log = CLInfo.BuildLogOf(made, device);
        _ = CLNative.clReleaseProgram(made);
        throw new InternalCompilerException(
            $"Kernel '{signature.Name}' was translated, but the compiler of {accelerator} refuses the result ({error}). " +
            $"This is a defect of the translation or of the driver, not of the kernel.\n{log}\n{LinesAround(source.Source, log)}");
    }

    /// <summary>The generated lines around the first error in the driver's log.</summary>
    private static string LinesAround(string source, string log)
    {
        var lines = source.Split('\n');
        var match = ErrorPlace().Match(log);
        if (!match.Success || !int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out int line) || line > lines.Length) return source;
        var text = new StringBuilder();
        for (int i = Math.Max(1, line - ContextLines); i <= Math.Min(lines.Length, line + ContextLines); i++)
            text.Append(CultureInfo.InvariantCulture, $"{(i == line ? '>' : ' ')}{i,5}  {lines[i - 1]}\n");
        return text.ToString();
    }

    private static void Dump(KernelProgram source)
    {
        if (Environment.GetEnvironmentVariable(DumpVariable) is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.Source)))[..12];
        File.WriteAllText(Path.Combine(folder, $"{source.EntryName}_{hash}.cl"), source.Source);
    }

    [GeneratedRegex(@":(\d+):\d+: (?:fatal )?error")]
    private static partial Regex ErrorPlace();
}
