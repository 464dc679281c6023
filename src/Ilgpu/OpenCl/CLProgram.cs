using System.Text;
using System.Text.RegularExpressions;
using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A built program with one kernel.</summary>
internal sealed unsafe partial class CLProgram : DeviceProgram
{
    private readonly nint program;

    public CLProgram(CLAccelerator accelerator, KernelSignature signature, KernelProgram source)
        : base(source)
    {
        GeneratedSource.Dump(source, ".cl");
        program = Build(accelerator, signature, source);
        CLError error;
        fixed (byte* name = Encoding.UTF8.GetBytes(source.EntryName + "\0")) Kernel = CLNative.clCreateKernel(program, name, &error);
        CLNative.Check(error, $"making kernel {signature.Name}");
        nuint limit;
        CLNative.Check(
            CLNative.clGetKernelWorkGroupInfo(Kernel, accelerator.DeviceId, CLInfo.KernelGroupSize, (nuint)sizeof(nuint), &limit, null),
            $"asking for the group size of kernel {signature.Name}");
        MaxGroupSize = (int)Math.Min(limit, int.MaxValue);
    }

    /// <summary>The driver's kernel; setting its arguments and queueing it must not interleave between threads.</summary>
    public nint Kernel { get; }

    public override int MaxGroupSize { get; }

    public Lock Gate { get; } = new();

    public override void Dispose()
    {
        _ = CLNative.clReleaseKernel(Kernel);
        _ = CLNative.clReleaseProgram(program);
    }

    // A driver built on LLVM removes its temporary files when the process gets a signal, and .NET turns null references and divisions
    // by zero on any thread into exceptions by signals. A build that lost a file that way is started again.
    private const string LostFile = "unable to rename temporary";
    private const int BuildAttempts = 4;

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
        string log = "";
        for (int attempt = 0; attempt < BuildAttempts; attempt++)
        {
            fixed (byte* options = Encoding.UTF8.GetBytes(accelerator.BuildOptions + "\0"))
                error = CLNative.clBuildProgram(made, 1, &device, options, 0, 0);
            if (error == CLError.CL_SUCCESS) return made;
            log = CLInfo.BuildLogOf(made, device);
            if (!log.Contains(LostFile, StringComparison.Ordinal)) break;
        }

        _ = CLNative.clReleaseProgram(made);
        throw new InternalCompilerException(
            $"Kernel '{signature.Name}' was translated, but the compiler of {accelerator} refuses the result ({error}). " +
            $"This is a defect of the translation or of the driver, not of the kernel.\n{log}\n{GeneratedSource.LinesAround(source.Source, ErrorPlace().Match(log).Groups[1].Value)}");
    }

    [GeneratedRegex(@"error[^\n]*?:(\d+):\d+:|:(\d+):\d+: (?:fatal )?error")]
    private static partial Regex ErrorPlace();
}
