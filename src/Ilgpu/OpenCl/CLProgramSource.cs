using System.Text;
using System.Text.RegularExpressions;
using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A translated kernel on its way to a built program: from the binary of an earlier build, else from source.</summary>
internal sealed unsafe partial class CLProgramSource(CLAccelerator accelerator, KernelSignature signature, KernelProgram source)
{
    // A driver built on LLVM removes its temporary files when the process gets a signal, and .NET turns null references and divisions
    // by zero on any thread into exceptions by signals. A build that lost a file that way is started again.
    private const string LostFile = "unable to rename temporary";
    private const int BuildAttempts = 4;

    /// <summary>The driver's built program, which the caller releases.</summary>
    public nint Obtain()
    {
        var device = accelerator.Device;
        string key = ProgramCache.Key("OpenCL", device.PlatformName, device.Name, device.Versions, accelerator.BuildOptions, source.Source);
        return ProgramCache.Obtain(accelerator.Programs, key, FromBinary, FromSource, Binary);
    }

    private nint FromSource()
    {
        var bytes = Encoding.UTF8.GetBytes(source.Source);
        CLError error;
        nint made;
        fixed (byte* text = bytes)
        {
            byte* start = text;
            nuint length = (nuint)bytes.Length;
            made = CLNative.clCreateProgramWithSource(accelerator.NativePtr, 1, &start, &length, &error);
        }
        CLNative.Check(error, $"handing kernel {signature.Name} to the driver");
        string log = "";
        for (int attempt = 0; attempt < BuildAttempts; attempt++)
        {
            error = Build(made);
            if (error == CLError.CL_SUCCESS) return made;
            log = CLInfo.BuildLogOf(made, accelerator.DeviceId);
            if (!log.Contains(LostFile, StringComparison.Ordinal)) break;
        }

        _ = CLNative.clReleaseProgram(made);
        throw new InternalCompilerException(
            $"Kernel '{signature.Name}' was translated, but the compiler of {accelerator} refuses the result ({error}). " +
            $"This is a defect of the translation or of the driver, not of the kernel.\n{log}\n{GeneratedSource.LinesAround(source, ErrorPlace().Match(log).Groups["line"].Value)}");
    }

    /// <summary>0 where the driver does not take the binary: a changed driver may keep its version.</summary>
    private nint FromBinary(byte[] binary)
    {
        nint device = accelerator.DeviceId;
        nuint length = (nuint)binary.Length;
        CLError status, error;
        nint made;
        fixed (byte* start = binary)
        {
            byte* first = start;
            made = CLNative.clCreateProgramWithBinary(accelerator.NativePtr, 1, &device, &length, &first, &status, &error);
        }
        if (error != CLError.CL_SUCCESS) return 0;
        if (status == CLError.CL_SUCCESS && Build(made) == CLError.CL_SUCCESS) return made;
        _ = CLNative.clReleaseProgram(made);
        return 0;
    }

    private static byte[]? Binary(nint program)
    {
        nuint size = 0;
        if (CLNative.clGetProgramInfo(program, CLInfo.BinarySizes, (nuint)sizeof(nuint), &size, null) != CLError.CL_SUCCESS || size == 0) return null;
        var binary = new byte[size];
        fixed (byte* start = binary)
        {
            byte* target = start;
            return CLNative.clGetProgramInfo(program, CLInfo.Binaries, (nuint)sizeof(byte*), &target, null) == CLError.CL_SUCCESS ? binary : null;
        }
    }

    private CLError Build(nint program)
    {
        nint device = accelerator.DeviceId;
        fixed (byte* options = Encoding.UTF8.GetBytes(accelerator.BuildOptions + "\0"))
            return CLNative.clBuildProgram(program, 1, &device, options, 0, 0);
    }

    [GeneratedRegex(@"error[^\n]*?:(?<line>\d+):\d+:|:(?<line>\d+):\d+: (?:fatal )?error")]
    private static partial Regex ErrorPlace();
}
