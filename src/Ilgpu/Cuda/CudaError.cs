namespace ILGPU.Runtime.Cuda;

/// <summary>What a call of the CUDA driver returned. Codes that have no name here are numbers; the driver knows their names.</summary>
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

    /// <summary>There is no device.</summary>
    CUDA_ERROR_NO_DEVICE = 100,

    /// <summary>The device number is out of range.</summary>
    CUDA_ERROR_INVALID_DEVICE = 101,

    /// <summary>The compiled kernel is damaged or meant for something else.</summary>
    CUDA_ERROR_INVALID_IMAGE = 200,

    /// <summary>No usable context.</summary>
    CUDA_ERROR_INVALID_CONTEXT = 201,

    /// <summary>The compiled kernel is for another architecture.</summary>
    CUDA_ERROR_NO_BINARY_FOR_GPU = 209,

    /// <summary>The device reported a memory error that it cannot correct.</summary>
    CUDA_ERROR_ECC_UNCORRECTABLE = 214,

    /// <summary>The driver cannot compile the kernel for the device.</summary>
    CUDA_ERROR_INVALID_PTX = 218,

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

    /// <summary>Access to the peer is enabled already.</summary>
    CUDA_ERROR_PEER_ACCESS_ALREADY_ENABLED = 704,

    /// <summary>A kernel asserted.</summary>
    CUDA_ERROR_ASSERT = 710,

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
