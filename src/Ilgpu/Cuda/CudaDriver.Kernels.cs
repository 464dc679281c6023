using System.Runtime.InteropServices;
using System.Text;

namespace ILGPU.Runtime.Cuda;

/// <content>Modules and launches.</content>
internal sealed unsafe partial class CudaDriver
{
    private const int OptionErrorLog = 5;
    private const int OptionErrorLogBytes = 6;
    private const int ErrorLogBytes = 8192;

    private readonly delegate* unmanaged<nint*, void*, uint, int*, void**, CudaError> cuModuleLoadDataEx;
    private readonly delegate* unmanaged<nint, CudaError> cuModuleUnload;
    private readonly delegate* unmanaged<nint*, nint, byte*, CudaError> cuModuleGetFunction;
    private readonly delegate* unmanaged<int*, CudaFunctionAttribute, nint, CudaError> cuFuncGetAttribute;
    private readonly delegate* unmanaged<nint, CudaFunctionAttribute, int, CudaError> cuFuncSetAttribute;
    private readonly delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, CudaError> cuLaunchKernel;

    /// <summary>Loads a cubin, or PTX that ends with a zero byte, into the current context.</summary>
    public nint ModuleLoad(ReadOnlySpan<byte> image)
    {
        var log = new byte[ErrorLogBytes];
        nint module;
        fixed (byte* data = image)
        fixed (byte* text = log)
        {
            int* options = stackalloc int[] { OptionErrorLog, OptionErrorLogBytes };
            // A size is passed in the place of a pointer.
            void** values = stackalloc void*[] { text, (void*)ErrorLogBytes };
            var error = cuModuleLoadDataEx(&module, data, 2, options, values);
            if (error == CudaError.CUDA_SUCCESS)
                return module;
            string said = Marshal.PtrToStringUTF8((nint)text) ?? "";
            var failure = Failure(error, "cuModuleLoadDataEx");
            throw said.Length == 0 ? failure : new CudaException(error, $"{failure.Message}\n{said}");
        }
    }

    public void ModuleUnload(nint module) => CheckRelease(cuModuleUnload(module), "cuModuleUnload");

    public nint ModuleFunction(nint module, string name)
    {
        nint function;
        fixed (byte* text = Encoding.UTF8.GetBytes(name + "\0"))
            Check(cuModuleGetFunction(&function, module, text), "cuModuleGetFunction");
        return function;
    }

    public int Attribute(CudaFunctionAttribute attribute, nint function)
    {
        int value;
        Check(cuFuncGetAttribute(&value, attribute, function), "cuFuncGetAttribute");
        return value;
    }

    public void SetAttribute(CudaFunctionAttribute attribute, nint function, int value) =>
        Check(cuFuncSetAttribute(function, attribute, value), "cuFuncSetAttribute");

    /// <summary>Queues a kernel; <paramref name="parameters"/> points to each of its parameters, which are copied at once.</summary>
    public void Launch(nint function, Index3D grid, Index3D group, int sharedBytes, nint stream, void** parameters) => Check(
        cuLaunchKernel(
            function, (uint)grid.X, (uint)grid.Y, (uint)grid.Z, (uint)group.X, (uint)group.Y, (uint)group.Z, (uint)sharedBytes, stream,
            parameters, null),
        "cuLaunchKernel");
}
