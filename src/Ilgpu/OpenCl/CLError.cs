namespace ILGPU.Runtime.OpenCL;

/// <summary>Error codes of OpenCL, under their C names.</summary>
public enum CLError
{
    /// <summary>No error.</summary>
    CL_SUCCESS = 0,

    /// <summary>No device of the kind.</summary>
    CL_DEVICE_NOT_FOUND = -1,

    /// <summary>The device cannot be used now.</summary>
    CL_DEVICE_NOT_AVAILABLE = -2,

    /// <summary>The driver has no compiler.</summary>
    CL_COMPILER_NOT_AVAILABLE = -3,

    /// <summary>No memory for a buffer.</summary>
    CL_MEM_OBJECT_ALLOCATION_FAILURE = -4,

    /// <summary>The device lacks resources.</summary>
    CL_OUT_OF_RESOURCES = -5,

    /// <summary>The host lacks memory.</summary>
    CL_OUT_OF_HOST_MEMORY = -6,

    /// <summary>The context measures no time.</summary>
    CL_PROFILING_INFO_NOT_AVAILABLE = -7,

    /// <summary>Source and target overlap.</summary>
    CL_MEM_COPY_OVERLAP = -8,

    /// <summary>The program does not compile.</summary>
    CL_BUILD_PROGRAM_FAILURE = -11,

    /// <summary>An argument is out of range.</summary>
    CL_INVALID_VALUE = -30,

    /// <summary>No such buffer.</summary>
    CL_INVALID_MEM_OBJECT = -38,

    /// <summary>Build options the driver does not know.</summary>
    CL_INVALID_BUILD_OPTIONS = -43,

    /// <summary>No such kernel argument.</summary>
    CL_INVALID_ARG_INDEX = -49,

    /// <summary>A kernel argument of another size.</summary>
    CL_INVALID_ARG_SIZE = -51,

    /// <summary>A kernel argument was not set.</summary>
    CL_INVALID_KERNEL_ARGS = -52,

    /// <summary>The group does not fit the kernel or the device.</summary>
    CL_INVALID_WORK_GROUP_SIZE = -54,

    /// <summary>A dimension of the group does not fit the device.</summary>
    CL_INVALID_WORK_ITEM_SIZE = -55,

    /// <summary>The buffer is larger than the device allows.</summary>
    CL_INVALID_BUFFER_SIZE = -61,
}
