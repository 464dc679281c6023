using ILGPU.Compiler;

namespace ILGPU.Runtime.Cuda;

/// <summary>A kernel on a CUDA device.</summary>
internal sealed unsafe class CudaKernel(CudaAccelerator accelerator, KernelSignature signature)
    : DeviceKernel<CudaProgram>(accelerator, signature)
{
    // What every driver takes; newer ones take more.
    private const int MaxParameterBytes = 4096;

    protected override AcceleratorType Target => AcceleratorType.Cuda;

    protected override CudaProgram Load(KernelProgram source)
    {
        int bytes = source.ArgumentBytes + (source.BufferCount * sizeof(nint));
        if (bytes > MaxParameterBytes)
        {
            throw new NotSupportedException(
                $"Kernel {Signature.Name} has {bytes} bytes of arguments; {Accelerator} takes {MaxParameterBytes}. Pass large structs in a buffer.");
        }

        // More than this a kernel may only have as dynamic shared memory.
        if (source.SharedBytes > CudaDevice.PlainSharedBytes)
        {
            throw new NotSupportedException(
                $"Kernel {Signature.Name} has {source.SharedBytes} bytes of fixed shared memory; CUDA takes {CudaDevice.PlainSharedBytes}. "
                + $"Ask for dynamic shared memory instead (SharedMemory.GetDynamic): {Accelerator} has {Accelerator.MaxSharedMemoryPerGroup} bytes of it.");
        }

        return new CudaProgram((CudaAccelerator)Accelerator, Signature, source);
    }

    protected override nint BufferOf(DeviceMemory memory, KernelParameter? parameter) => memory.NativePointer;

    protected override void Enqueue(AcceleratorStream stream, CudaProgram target, in LaunchShape shape, byte* block, nint* buffers)
    {
        int pointers = target.Source.BufferCount;
        void** parameters = stackalloc void*[pointers + 1];
        parameters[0] = block;
        for (int i = 0; i < pointers; i++)
            parameters[i + 1] = buffers + i;
        var accelerator = (CudaAccelerator)Accelerator;
        try
        {
            accelerator.Enter();
            target.AllowShared(shape.SharedBytes);
            accelerator.Driver.Launch(
                target.Function, shape.Grid, shape.Group, shape.SharedBytes, ((CudaStream)stream).StreamPtr, parameters);
        }
        catch (CudaException exception)
        {
            throw new CudaException(
                exception.Code, $"Launching kernel {Signature.Name} with {shape.Grid} groups of {shape.Group}: {exception.Message}");
        }
    }
}
