using System.Text;
using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A built program with one kernel.</summary>
internal sealed unsafe class CLProgram : DeviceProgram
{
    private readonly nint program;

    public CLProgram(CLAccelerator accelerator, KernelSignature signature, KernelProgram source)
        : base(source)
    {
        GeneratedSource.Dump(source, ".cl");
        program = new CLProgramSource(accelerator, signature, source).Obtain();
        try
        {
            CLError error;
            fixed (byte* name = Encoding.UTF8.GetBytes(source.EntryName + "\0")) Kernel = CLNative.clCreateKernel(program, name, &error);
            CLNative.Check(error, $"making kernel {signature.Name}");
            nuint limit;
            CLNative.Check(
                CLNative.clGetKernelWorkGroupInfo(Kernel, accelerator.DeviceId, CLInfo.KernelGroupSize, (nuint)sizeof(nuint), &limit, null),
                $"asking for the group size of kernel {signature.Name}");
            MaxGroupSize = (int)Math.Min(limit, int.MaxValue);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The driver's kernel; setting its arguments and queueing it must not interleave between threads.</summary>
    public nint Kernel { get; }

    public override int MaxGroupSize { get; }

    public Lock Gate { get; } = new();

    public override void Dispose()
    {
        if (Kernel != 0) _ = CLNative.clReleaseKernel(Kernel);
        _ = CLNative.clReleaseProgram(program);
    }
}
