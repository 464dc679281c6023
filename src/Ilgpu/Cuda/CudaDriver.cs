using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ILGPU.Runtime.Cuda;

/// <summary>The CUDA driver: its functions under their C names without prefix, errors raised as exceptions.</summary>
/// <remarks>Calls that work on memory, streams and kernels need a current context: <see cref="SetCurrent"/>.</remarks>
internal sealed unsafe partial class CudaDriver
{
    private readonly delegate* unmanaged<uint, CudaError> cuInit;
    private readonly delegate* unmanaged<int*, CudaError> cuDriverGetVersion;
    private readonly delegate* unmanaged<CudaError, byte**, CudaError> cuGetErrorName;
    private readonly delegate* unmanaged<CudaError, byte**, CudaError> cuGetErrorString;
    private readonly delegate* unmanaged<int*, CudaError> cuDeviceGetCount;
    private readonly delegate* unmanaged<int*, int, CudaError> cuDeviceGet;
    private readonly delegate* unmanaged<byte*, int, int, CudaError> cuDeviceGetName;
    private readonly delegate* unmanaged<nuint*, int, CudaError> cuDeviceTotalMem;
    private readonly delegate* unmanaged<int*, CudaDeviceAttribute, int, CudaError> cuDeviceGetAttribute;
    private readonly delegate* unmanaged<int*, int, int, CudaError> cuDeviceCanAccessPeer;

    private CudaDriver(NativeCode library)
    {
        cuInit = (delegate* unmanaged<uint, CudaError>)library["cuInit"];
        cuDriverGetVersion = (delegate* unmanaged<int*, CudaError>)library["cuDriverGetVersion"];
        cuGetErrorName = (delegate* unmanaged<CudaError, byte**, CudaError>)library["cuGetErrorName"];
        cuGetErrorString = (delegate* unmanaged<CudaError, byte**, CudaError>)library["cuGetErrorString"];
        cuDeviceGetCount = (delegate* unmanaged<int*, CudaError>)library["cuDeviceGetCount"];
        cuDeviceGet = (delegate* unmanaged<int*, int, CudaError>)library["cuDeviceGet"];
        cuDeviceGetName = (delegate* unmanaged<byte*, int, int, CudaError>)library["cuDeviceGetName"];
        cuDeviceTotalMem = (delegate* unmanaged<nuint*, int, CudaError>)library["cuDeviceTotalMem_v2"];
        cuDeviceGetAttribute = (delegate* unmanaged<int*, CudaDeviceAttribute, int, CudaError>)library["cuDeviceGetAttribute"];
        cuDeviceCanAccessPeer = (delegate* unmanaged<int*, int, int, CudaError>)library["cuDeviceCanAccessPeer"];

        cuDevicePrimaryCtxRetain = (delegate* unmanaged<nint*, int, CudaError>)library["cuDevicePrimaryCtxRetain"];
        cuDevicePrimaryCtxRelease = (delegate* unmanaged<int, CudaError>)library["cuDevicePrimaryCtxRelease_v2"];
        cuDevicePrimaryCtxSetFlags = (delegate* unmanaged<int, uint, CudaError>)library["cuDevicePrimaryCtxSetFlags_v2"];
        cuCtxSetCurrent = (delegate* unmanaged<nint, CudaError>)library["cuCtxSetCurrent"];
        cuCtxSynchronize = (delegate* unmanaged<CudaError>)library["cuCtxSynchronize"];
        cuCtxEnablePeerAccess = (delegate* unmanaged<nint, uint, CudaError>)library["cuCtxEnablePeerAccess"];
        cuStreamCreate = (delegate* unmanaged<nint*, uint, CudaError>)library["cuStreamCreate"];
        cuStreamSynchronize = (delegate* unmanaged<nint, CudaError>)library["cuStreamSynchronize"];
        cuStreamDestroy = (delegate* unmanaged<nint, CudaError>)library["cuStreamDestroy_v2"];
        cuEventCreate = (delegate* unmanaged<nint*, uint, CudaError>)library["cuEventCreate"];
        cuEventRecord = (delegate* unmanaged<nint, nint, CudaError>)library["cuEventRecord"];
        cuEventSynchronize = (delegate* unmanaged<nint, CudaError>)library["cuEventSynchronize"];
        cuEventElapsedTime = (delegate* unmanaged<float*, nint, nint, CudaError>)library["cuEventElapsedTime"];
        cuEventDestroy = (delegate* unmanaged<nint, CudaError>)library["cuEventDestroy_v2"];

        cuMemGetInfo = (delegate* unmanaged<nuint*, nuint*, CudaError>)library["cuMemGetInfo_v2"];
        cuMemAlloc = (delegate* unmanaged<nint*, nuint, CudaError>)library["cuMemAlloc_v2"];
        cuMemFree = (delegate* unmanaged<nint, CudaError>)library["cuMemFree_v2"];
        cuMemHostAlloc = (delegate* unmanaged<nint*, nuint, uint, CudaError>)library["cuMemHostAlloc"];
        cuMemFreeHost = (delegate* unmanaged<nint, CudaError>)library["cuMemFreeHost"];
        cuMemcpyHtoDAsync = (delegate* unmanaged<nint, void*, nuint, nint, CudaError>)library["cuMemcpyHtoDAsync_v2"];
        cuMemcpyDtoHAsync = (delegate* unmanaged<void*, nint, nuint, nint, CudaError>)library["cuMemcpyDtoHAsync_v2"];
        cuMemcpyDtoDAsync = (delegate* unmanaged<nint, nint, nuint, nint, CudaError>)library["cuMemcpyDtoDAsync_v2"];
        cuMemcpyPeerAsync = (delegate* unmanaged<nint, nint, nint, nint, nuint, nint, CudaError>)library["cuMemcpyPeerAsync"];
        cuMemsetD8Async = (delegate* unmanaged<nint, byte, nuint, nint, CudaError>)library["cuMemsetD8Async"];

        cuModuleLoadDataEx = (delegate* unmanaged<nint*, void*, uint, int*, void**, CudaError>)library["cuModuleLoadDataEx"];
        cuModuleUnload = (delegate* unmanaged<nint, CudaError>)library["cuModuleUnload"];
        cuModuleGetFunction = (delegate* unmanaged<nint*, nint, byte*, CudaError>)library["cuModuleGetFunction"];
        cuFuncGetAttribute = (delegate* unmanaged<int*, CudaFunctionAttribute, nint, CudaError>)library["cuFuncGetAttribute"];
        cuFuncSetAttribute = (delegate* unmanaged<nint, CudaFunctionAttribute, int, CudaError>)library["cuFuncSetAttribute"];
        cuLaunchKernel = (delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, CudaError>)
            library["cuLaunchKernel"];
    }

    /// <summary>The CUDA version that the driver supports: 1000 * major + 10 * minor.</summary>
    public int Version { get; private set; }

    /// <summary>Opens and initializes a driver.</summary>
    /// <param name="names">File names or paths, tried in turn.</param>
    /// <param name="reason">Why there is none.</param>
    public static CudaDriver? TryOpen(IReadOnlyList<string> names, out string reason)
    {
        foreach (string name in names)
        {
            if (NativeCode.TryOpen(name) is not { } library)
                continue;
            try
            {
                var driver = new CudaDriver(library);
                driver.Check(driver.cuInit(0), "cuInit");
                int version;
                driver.Check(driver.cuDriverGetVersion(&version), "cuDriverGetVersion");
                driver.Version = version;
                reason = "";
                return driver;
            }
            catch (Exception exception) when (exception is CudaException or EntryPointNotFoundException)
            {
                reason = $"CUDA: the driver {name} cannot be used. {exception.Message}";
                return null;
            }
        }

        reason = $"CUDA: no driver; looked for {string.Join(", ", names)}. "
            + $"It comes with NVIDIA's display driver; {CudaLibraryNames.DriverVariable} may name its path.";
        return null;
    }

    public int DeviceCount()
    {
        int count;
        Check(cuDeviceGetCount(&count), "cuDeviceGetCount");
        return count;
    }

    public int Device(int ordinal)
    {
        int device;
        Check(cuDeviceGet(&device, ordinal), "cuDeviceGet");
        return device;
    }

    public string DeviceName(int device)
    {
        const int Length = 256;
        byte* name = stackalloc byte[Length];
        Check(cuDeviceGetName(name, Length, device), "cuDeviceGetName");
        return Marshal.PtrToStringUTF8((nint)name) ?? "";
    }

    public long DeviceTotalMem(int device)
    {
        nuint bytes;
        Check(cuDeviceTotalMem(&bytes, device), "cuDeviceTotalMem");
        return (long)bytes;
    }

    public int Attribute(CudaDeviceAttribute attribute, int device)
    {
        int value;
        Check(cuDeviceGetAttribute(&value, attribute, device), "cuDeviceGetAttribute");
        return value;
    }

    public bool CanAccessPeer(int device, int peer)
    {
        int possible;
        Check(cuDeviceCanAccessPeer(&possible, device, peer), "cuDeviceCanAccessPeer");
        return possible != 0;
    }

    /// <summary>The name of a code and what it means, in the driver's words.</summary>
    public string Describe(CudaError error)
    {
        byte* name;
        byte* text;
        string code = cuGetErrorName(error, &name) == CudaError.CUDA_SUCCESS ? Marshal.PtrToStringUTF8((nint)name)! : "an unknown error";
        string meaning = cuGetErrorString(error, &text) == CudaError.CUDA_SUCCESS ? ": " + Marshal.PtrToStringUTF8((nint)text) : "";
        return $"{code} ({(int)error}){meaning}";
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Check(CudaError error, string call)
    {
        if (error != CudaError.CUDA_SUCCESS)
            throw Failure(error, call);
    }

    /// <summary>A call that gives something back: it must not fail because the process ends or a kernel broke the context.</summary>
    private void CheckRelease(CudaError error, string call)
    {
        if (error != CudaError.CUDA_ERROR_DEINITIALIZED && !error.IsSticky())
            Check(error, call);
    }

    private CudaException Failure(CudaError error, string call) => new(error, $"{call} failed with {Describe(error)}.{error.Advice()}");
}

/// <summary>Numbers that the driver knows about a device.</summary>
internal enum CudaDeviceAttribute
{
    MaxThreadsPerBlock = 1,
    MaxBlockDimX = 2,
    MaxBlockDimY = 3,
    MaxBlockDimZ = 4,
    MaxGridDimX = 5,
    MaxGridDimY = 6,
    MaxGridDimZ = 7,
    MaxSharedMemoryPerBlock = 8,
    TotalConstantMemory = 9,
    WarpSize = 10,
    MaxPitch = 11,
    MaxRegistersPerBlock = 12,
    ClockRate = 13,
    MultiprocessorCount = 16,
    CanMapHostMemory = 19,
    ComputeMode = 20,
    EccEnabled = 32,
    PciBusId = 33,
    PciDeviceId = 34,
    TccDriver = 35,
    MemoryClockRate = 36,
    MemoryBusWidth = 37,
    L2CacheSize = 38,
    MaxThreadsPerMultiprocessor = 39,
    AsyncEngineCount = 40,
    UnifiedAddressing = 41,
    PciDomainId = 50,
    ComputeCapabilityMajor = 75,
    ComputeCapabilityMinor = 76,
    MaxSharedMemoryPerMultiprocessor = 81,
    MaxRegistersPerMultiprocessor = 82,
    ManagedMemory = 83,
    ComputePreemptionSupported = 90,
    CanUseHostPointerForRegisteredMemory = 91,
    MaxSharedMemoryPerBlockOptin = 97,
}

/// <summary>Numbers that the driver knows about a loaded kernel.</summary>
internal enum CudaFunctionAttribute
{
    MaxThreadsPerBlock = 0,
    SharedSizeBytes = 1,
    LocalSizeBytes = 3,
    NumRegs = 4,
    MaxDynamicSharedSizeBytes = 8,
}
