using System.Runtime.InteropServices;

namespace Gpu.Kernels;

/// <summary>Says which driver libraries were looked for, for the message about a missing device.</summary>
internal static class DriverLibraries
{
    private static string[] OpenCLNames => OperatingSystem.IsWindows() ? ["OpenCL.dll"]
        : OperatingSystem.IsMacOS() ? ["/System/Library/Frameworks/OpenCL.framework/OpenCL"]
        : ["libOpenCL.so.1", "libOpenCL.so"];

    private static string[] CudaNames => OperatingSystem.IsWindows() ? ["nvcuda.dll"] : ["libcuda.so.1", "libcuda.so"];

    /// <summary>What was found for OpenCL, and how to get it.</summary>
    public static string AboutOpenCL(int devices) => About("OpenCL loader", OpenCLNames, devices,
        "It comes with a driver of your GPU. To run OpenCL on the processor, install PoCL (Debian packages pocl-opencl-icd and ocl-icd-libopencl1).");

    /// <summary>What was found for CUDA, and how to get it.</summary>
    public static string AboutCuda(int devices) => About("CUDA driver", CudaNames, devices,
        "It comes with the NVIDIA driver (Debian package nvidia-driver).");

    private static string About(string what, string[] names, int devices, string howToGet)
    {
        string? found = names.FirstOrDefault(CanLoad);
        string list = string.Join(", ", names);
        if (found == null) return $"The {what} was not found (looked for {list}). {howToGet}";
        return devices == 0 ? $"The {what} is there ({found}), but offers no usable device. {howToGet}"
            : $"The {what} ({found}) offers {devices} usable device{(devices == 1 ? "" : "s")}, numbered from 0.";
    }

    private static bool CanLoad(string name)
    {
        if (!NativeLibrary.TryLoad(name, out nint handle)) return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
