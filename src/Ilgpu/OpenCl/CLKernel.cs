using ILGPU.Compiler;

namespace ILGPU.Runtime.OpenCL;

/// <summary>A kernel on an OpenCL device.</summary>
internal sealed unsafe class CLKernel(CLAccelerator accelerator, KernelSignature signature) : DeviceKernel<CLProgram>(accelerator, signature)
{
    protected override AcceleratorType Target => AcceleratorType.OpenCL;

    protected override bool OnProcessor => ((CLAccelerator)Accelerator).Device.IsProcessor;

    protected override CLProgram Load(KernelProgram source)
    {
        var accelerator = (CLAccelerator)Accelerator;
        var capabilities = accelerator.Capabilities;
        if (source.UsesFloat64 && !capabilities.Float64)
            throw new NotSupportedException($"Kernel {Signature.Name} uses 64-bit reals, which {accelerator} does not have; use float.");
        if (source.UsesWideAtomics && !capabilities.Int64_Atomics)
            throw new NotSupportedException($"Kernel {Signature.Name} uses 64-bit atomics, which {accelerator} does not have; use 32-bit ones.");
        if (source.ArgumentBytes + ((source.BufferCount + 1) * sizeof(nint)) > accelerator.Device.MaxParameterBytes)
            throw new NotSupportedException(
                $"Kernel {Signature.Name} has {source.ArgumentBytes} bytes of arguments; {accelerator} takes {accelerator.Device.MaxParameterBytes}. Pass large structs in a buffer.");
        return new CLProgram(accelerator, Signature, source);
    }

    protected override nint BufferOf(DeviceMemory memory, KernelParameter? parameter) => memory is CLMemory buffer
        ? buffer.Buffer
        : throw new ArgumentException(
            $"Argument {parameter?.Name} of kernel {Signature.Name} is page-locked host memory, which kernels on {Accelerator} cannot reach; copy it to a buffer.");

    protected override void Enqueue(AcceleratorStream stream, CLProgram target, in LaunchShape shape, byte* block, nint* buffers)
    {
        nuint* group = stackalloc nuint[] { (nuint)shape.Group.X, (nuint)shape.Group.Y, (nuint)shape.Group.Z };
        nuint* global = stackalloc nuint[]
        {
            (nuint)shape.Grid.X * group[0], (nuint)shape.Grid.Y * group[1], (nuint)shape.Grid.Z * group[2],
        };
        uint dimensions = global[2] > 1 ? 3u : global[1] > 1 ? 2u : 1u;
        int pointers = target.Source.BufferCount;
        CLError error;
        lock (target.Gate)
        {
            error = CLNative.clSetKernelArg(target.Kernel, 0, (nuint)target.Source.ArgumentBytes, block);
            for (int i = 0; i < pointers && error == CLError.CL_SUCCESS; i++)
                error = CLNative.clSetKernelArg(target.Kernel, (uint)(i + 1), (nuint)sizeof(nint), buffers + i);
            if (target.Source.UsesDynamicShared && error == CLError.CL_SUCCESS)
                error = CLNative.clSetKernelArg(target.Kernel, (uint)(pointers + 1), (nuint)Math.Max(shape.SharedBytes, 16), null);
            if (target.Source.ScratchPerItem > 0 && error == CLError.CL_SUCCESS)
            {
                uint argument = (uint)(pointers + (target.Source.UsesDynamicShared ? 2 : 1));
                error = CLNative.clSetKernelArg(target.Kernel, argument, (nuint)(target.Source.ScratchPerItem * shape.Group.LongSize), null);
            }
            if (error == CLError.CL_SUCCESS)
                error = CLNative.clEnqueueNDRangeKernel(((CLStream)stream).CommandQueue, target.Kernel, dimensions, null, global, group, 0, null, null);
        }
        if (error != CLError.CL_SUCCESS) throw new CLException(error, $"launching kernel {Signature.Name} with {shape.Grid} groups of {shape.Group}");
    }
}
