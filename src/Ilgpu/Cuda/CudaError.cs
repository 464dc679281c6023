namespace ILGPU.Runtime.Cuda;

/// <summary>What a call of the CUDA driver returned. Newer codes are numbers; the driver knows their names.</summary>
public enum CudaError
{
    /// <summary>Done.</summary>
    CUDA_SUCCESS = 0,

    /// <summary>An argument is out of range.</summary>
    CUDA_ERROR_INVALID_VALUE = 1,

    /// <summary>The device has no room for an allocation.</summary>
    CUDA_ERROR_OUT_OF_MEMORY = 2,

    /// <summary>The driver is not initialized.</summary>
    CUDA_ERROR_NOT_INITIALIZED = 3,

    /// <summary>The process ends, the driver is gone.</summary>
    CUDA_ERROR_DEINITIALIZED = 4,

    /// <summary>The profiler is off.</summary>
    CUDA_ERROR_PROFILER_DISABLED = 5,

    /// <summary>The profiler is not set up.</summary>
    CUDA_ERROR_PROFILER_NOT_INITIALIZED = 6,

    /// <summary>The profiler runs already.</summary>
    CUDA_ERROR_PROFILER_ALREADY_STARTED = 7,

    /// <summary>The profiler does not run.</summary>
    CUDA_ERROR_PROFILER_ALREADY_STOPPED = 8,

    /// <summary>There is no device.</summary>
    CUDA_ERROR_NO_DEVICE = 100,

    /// <summary>The device number is out of range.</summary>
    CUDA_ERROR_INVALID_DEVICE = 101,

    /// <summary>The compiled kernel is damaged or meant for something else.</summary>
    CUDA_ERROR_INVALID_IMAGE = 200,

    /// <summary>No usable context.</summary>
    CUDA_ERROR_INVALID_CONTEXT = 201,

    /// <summary>The context is current already.</summary>
    CUDA_ERROR_CONTEXT_ALREADY_CURRENT = 202,

    /// <summary>A resource cannot be mapped.</summary>
    CUDA_ERROR_MAP_FAILED = 205,

    /// <summary>A resource cannot be unmapped.</summary>
    CUDA_ERROR_UNMAP_FAILED = 206,

    /// <summary>The array is mapped, and cannot go.</summary>
    CUDA_ERROR_ARRAY_IS_MAPPED = 207,

    /// <summary>The resource is mapped already.</summary>
    CUDA_ERROR_ALREADY_MAPPED = 208,

    /// <summary>The compiled kernel is for another architecture.</summary>
    CUDA_ERROR_NO_BINARY_FOR_GPU = 209,

    /// <summary>The resource is taken already.</summary>
    CUDA_ERROR_ALREADY_ACQUIRED = 210,

    /// <summary>The resource is not mapped.</summary>
    CUDA_ERROR_NOT_MAPPED = 211,

    /// <summary>The resource is not mapped as an array.</summary>
    CUDA_ERROR_NOT_MAPPED_AS_ARRAY = 212,

    /// <summary>The resource is not mapped as a pointer.</summary>
    CUDA_ERROR_NOT_MAPPED_AS_POINTER = 213,

    /// <summary>The device reported a memory error that it cannot correct.</summary>
    CUDA_ERROR_ECC_UNCORRECTABLE = 214,

    /// <summary>The device has no such limit.</summary>
    CUDA_ERROR_UNSUPPORTED_LIMIT = 215,

    /// <summary>Another thread uses the context.</summary>
    CUDA_ERROR_CONTEXT_ALREADY_IN_USE = 216,

    /// <summary>The devices cannot reach each other's memory.</summary>
    CUDA_ERROR_PEER_ACCESS_UNSUPPORTED = 217,

    /// <summary>The driver cannot compile the kernel for the device.</summary>
    CUDA_ERROR_INVALID_PTX = 218,

    /// <summary>The context of the graphics library is not usable.</summary>
    CUDA_ERROR_INVALID_GRAPHICS_CONTEXT = 219,

    /// <summary>The link between devices reported an error that it cannot correct.</summary>
    CUDA_ERROR_NVLINK_UNCORRECTABLE = 220,

    /// <summary>The source of a kernel is not usable.</summary>
    CUDA_ERROR_INVALID_SOURCE = 300,

    /// <summary>A file was not found.</summary>
    CUDA_ERROR_FILE_NOT_FOUND = 301,

    /// <summary>A library lacks a function.</summary>
    CUDA_ERROR_SHARED_OBJECT_SYMBOL_NOT_FOUND = 302,

    /// <summary>A library does not start.</summary>
    CUDA_ERROR_SHARED_OBJECT_INIT_FAILED = 303,

    /// <summary>A call of the operating system failed.</summary>
    CUDA_ERROR_OPERATING_SYSTEM = 304,

    /// <summary>A handle names nothing.</summary>
    CUDA_ERROR_INVALID_HANDLE = 400,

    /// <summary>A name was not found.</summary>
    CUDA_ERROR_NOT_FOUND = 500,

    /// <summary>The work is not done yet.</summary>
    CUDA_ERROR_NOT_READY = 600,

    /// <summary>A kernel read or wrote outside of all buffers.</summary>
    CUDA_ERROR_ILLEGAL_ADDRESS = 700,

    /// <summary>The kernel needs more registers or memory than the device has for a group of that size.</summary>
    CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES = 701,

    /// <summary>A kernel took longer than the system allows on a device that drives a display.</summary>
    CUDA_ERROR_LAUNCH_TIMEOUT = 702,

    /// <summary>A kernel's textures do not fit.</summary>
    CUDA_ERROR_LAUNCH_INCOMPATIBLE_TEXTURING = 703,

    /// <summary>Access to the peer is enabled already.</summary>
    CUDA_ERROR_PEER_ACCESS_ALREADY_ENABLED = 704,

    /// <summary>Access to the peer is not enabled.</summary>
    CUDA_ERROR_PEER_ACCESS_NOT_ENABLED = 705,

    /// <summary>The device's primary context is in use, and cannot be set up.</summary>
    CUDA_ERROR_PRIMARY_CONTEXT_ACTIVE = 708,

    /// <summary>The context is gone.</summary>
    CUDA_ERROR_CONTEXT_IS_DESTROYED = 709,

    /// <summary>A kernel asserted.</summary>
    CUDA_ERROR_ASSERT = 710,

    /// <summary>The device has access to as many peers as it can have.</summary>
    CUDA_ERROR_TOO_MANY_PEERS = 711,

    /// <summary>The host memory is page-locked already.</summary>
    CUDA_ERROR_HOST_MEMORY_ALREADY_REGISTERED = 712,

    /// <summary>The host memory is not page-locked.</summary>
    CUDA_ERROR_HOST_MEMORY_NOT_REGISTERED = 713,

    /// <summary>A kernel overran its stack, or memory is damaged.</summary>
    CUDA_ERROR_HARDWARE_STACK_ERROR = 714,

    /// <summary>A kernel met an instruction that the device does not have.</summary>
    CUDA_ERROR_ILLEGAL_INSTRUCTION = 715,

    /// <summary>A kernel used an address that is no multiple of the element size.</summary>
    CUDA_ERROR_MISALIGNED_ADDRESS = 716,

    /// <summary>A kernel used an address of the wrong memory space.</summary>
    CUDA_ERROR_INVALID_ADDRESS_SPACE = 717,

    /// <summary>A kernel jumped to nowhere.</summary>
    CUDA_ERROR_INVALID_PC = 718,

    /// <summary>A kernel failed for another reason.</summary>
    CUDA_ERROR_LAUNCH_FAILED = 719,

    /// <summary>The call is not permitted.</summary>
    CUDA_ERROR_NOT_PERMITTED = 800,

    /// <summary>The device or the system cannot do it.</summary>
    CUDA_ERROR_NOT_SUPPORTED = 801,

    /// <summary>The reason is not known.</summary>
    CUDA_ERROR_UNKNOWN = 999,
}

/// <summary>What codes mean for the caller.</summary>
internal static class CudaErrors
{
    /// <summary>The library is a stand-in for building, not a driver.</summary>
    private const CudaError StubLibrary = (CudaError)34;

    /// <summary>The compiled kernel's PTX is newer than the driver.</summary>
    private const CudaError UnsupportedPtxVersion = (CudaError)222;

    /// <summary>True for errors after which the driver refuses every further call for the device's context.</summary>
    public static bool IsSticky(this CudaError error) => error is
        CudaError.CUDA_ERROR_ILLEGAL_ADDRESS or CudaError.CUDA_ERROR_LAUNCH_TIMEOUT or CudaError.CUDA_ERROR_ASSERT
        or CudaError.CUDA_ERROR_HARDWARE_STACK_ERROR or CudaError.CUDA_ERROR_ILLEGAL_INSTRUCTION
        or CudaError.CUDA_ERROR_MISALIGNED_ADDRESS or CudaError.CUDA_ERROR_INVALID_ADDRESS_SPACE
        or CudaError.CUDA_ERROR_INVALID_PC or CudaError.CUDA_ERROR_LAUNCH_FAILED or CudaError.CUDA_ERROR_ECC_UNCORRECTABLE;

    /// <summary>What to do about it, or an empty text.</summary>
    public static string Advice(this CudaError error) => error switch
    {
        _ when error.IsSticky() =>
            " The cause is a kernel that was launched before this call. The device's context accepts no further work: "
            + "dispose every accelerator of the device, or start the process again. "
            + "Running the same program on the CPU accelerator, with the indices checked in the kernel, finds the access.",
        CudaError.CUDA_ERROR_NO_BINARY_FOR_GPU or CudaError.CUDA_ERROR_INVALID_IMAGE or UnsupportedPtxVersion =>
            " NVRTC is newer than the driver, or too old for the device: update the driver, or install the NVRTC of the driver's CUDA version.",
        CudaError.CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES =>
            " The kernel needs too many registers for groups of this size: use smaller groups.",
        StubLibrary =>
            " The library found is the toolkit's stand-in for linking; put the driver's own folder before it.",
        _ => "",
    };
}
