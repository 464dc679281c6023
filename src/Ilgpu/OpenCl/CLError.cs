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

    /// <summary>The images have different formats.</summary>
    CL_IMAGE_FORMAT_MISMATCH = -9,

    /// <summary>The device does not know the image format.</summary>
    CL_IMAGE_FORMAT_NOT_SUPPORTED = -10,

    /// <summary>The program does not compile.</summary>
    CL_BUILD_PROGRAM_FAILURE = -11,

    /// <summary>Memory cannot be mapped.</summary>
    CL_MAP_FAILURE = -12,

    /// <summary>A part of a buffer begins at a bad place.</summary>
    CL_MISALIGNED_SUB_BUFFER_OFFSET = -13,

    /// <summary>A command that was waited for failed.</summary>
    CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST = -14,

    /// <summary>The program does not compile.</summary>
    CL_COMPILE_PROGRAM_FAILURE = -15,

    /// <summary>The driver has no linker.</summary>
    CL_LINKER_NOT_AVAILABLE = -16,

    /// <summary>The program does not link.</summary>
    CL_LINK_PROGRAM_FAILURE = -17,

    /// <summary>The device cannot be divided so.</summary>
    CL_DEVICE_PARTITION_FAILED = -18,

    /// <summary>Nothing is known about the kernel's arguments.</summary>
    CL_KERNEL_ARG_INFO_NOT_AVAILABLE = -19,

    /// <summary>An argument is out of range.</summary>
    CL_INVALID_VALUE = -30,

    /// <summary>No such kind of device.</summary>
    CL_INVALID_DEVICE_TYPE = -31,

    /// <summary>No such platform.</summary>
    CL_INVALID_PLATFORM = -32,

    /// <summary>No such device.</summary>
    CL_INVALID_DEVICE = -33,

    /// <summary>No such context.</summary>
    CL_INVALID_CONTEXT = -34,

    /// <summary>The device has no such queues.</summary>
    CL_INVALID_QUEUE_PROPERTIES = -35,

    /// <summary>No such queue.</summary>
    CL_INVALID_COMMAND_QUEUE = -36,

    /// <summary>The host memory does not fit the flags.</summary>
    CL_INVALID_HOST_PTR = -37,

    /// <summary>No such buffer.</summary>
    CL_INVALID_MEM_OBJECT = -38,

    /// <summary>No such image format.</summary>
    CL_INVALID_IMAGE_FORMAT_DESCRIPTOR = -39,

    /// <summary>The image is too large.</summary>
    CL_INVALID_IMAGE_SIZE = -40,

    /// <summary>No such sampler.</summary>
    CL_INVALID_SAMPLER = -41,

    /// <summary>The binary is not for this device.</summary>
    CL_INVALID_BINARY = -42,

    /// <summary>Build options the driver does not know.</summary>
    CL_INVALID_BUILD_OPTIONS = -43,

    /// <summary>No such program.</summary>
    CL_INVALID_PROGRAM = -44,

    /// <summary>The program is not built for the device.</summary>
    CL_INVALID_PROGRAM_EXECUTABLE = -45,

    /// <summary>The program has no such kernel.</summary>
    CL_INVALID_KERNEL_NAME = -46,

    /// <summary>The kernel differs from device to device.</summary>
    CL_INVALID_KERNEL_DEFINITION = -47,

    /// <summary>No such kernel object.</summary>
    CL_INVALID_KERNEL = -48,

    /// <summary>No such kernel argument.</summary>
    CL_INVALID_ARG_INDEX = -49,

    /// <summary>A kernel argument cannot have this value.</summary>
    CL_INVALID_ARG_VALUE = -50,

    /// <summary>A kernel argument of another size.</summary>
    CL_INVALID_ARG_SIZE = -51,

    /// <summary>A kernel argument was not set.</summary>
    CL_INVALID_KERNEL_ARGS = -52,

    /// <summary>The launch has too many dimensions, or none.</summary>
    CL_INVALID_WORK_DIMENSION = -53,

    /// <summary>The group does not fit the kernel or the device.</summary>
    CL_INVALID_WORK_GROUP_SIZE = -54,

    /// <summary>A dimension of the group does not fit the device.</summary>
    CL_INVALID_WORK_ITEM_SIZE = -55,

    /// <summary>The launch begins at a bad place.</summary>
    CL_INVALID_GLOBAL_OFFSET = -56,

    /// <summary>The list of events is not usable.</summary>
    CL_INVALID_EVENT_WAIT_LIST = -57,

    /// <summary>No such event.</summary>
    CL_INVALID_EVENT = -58,

    /// <summary>The operation is not allowed here.</summary>
    CL_INVALID_OPERATION = -59,

    /// <summary>No such object of OpenGL.</summary>
    CL_INVALID_GL_OBJECT = -60,

    /// <summary>The buffer is larger than the device allows.</summary>
    CL_INVALID_BUFFER_SIZE = -61,

    /// <summary>The texture has no such level.</summary>
    CL_INVALID_MIP_LEVEL = -62,

    /// <summary>The launch has a bad size.</summary>
    CL_INVALID_GLOBAL_WORK_SIZE = -63,

    /// <summary>No such property.</summary>
    CL_INVALID_PROPERTY = -64,

    /// <summary>The description of the image is not usable.</summary>
    CL_INVALID_IMAGE_DESCRIPTOR = -65,

    /// <summary>Options that the compiler does not know.</summary>
    CL_INVALID_COMPILER_OPTIONS = -66,

    /// <summary>Options that the linker does not know.</summary>
    CL_INVALID_LINKER_OPTIONS = -67,

    /// <summary>The device cannot be divided into so many.</summary>
    CL_INVALID_DEVICE_PARTITION_COUNT = -68,
}
