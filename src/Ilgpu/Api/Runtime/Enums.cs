namespace ILGPU
{
    /// <summary>How much the kernel compiler optimizes.</summary>
    public enum OptimizationLevel
    {
        /// <summary>Nothing.</summary>
        Debug = 0,

        /// <summary>Nothing.</summary>
        O0 = Debug,

        /// <summary>What is safe and cheap; the default.</summary>
        Release = 1,

        /// <summary>What is safe and cheap.</summary>
        O1 = Release,

        /// <summary>More, at the price of compile time.</summary>
        O2 = 2,
    }

    /// <summary>How exact functions of floating-point numbers are.</summary>
    public enum MathMode
    {
        /// <summary>As exact as the device can.</summary>
        Default,

        /// <summary>The device's fast variants.</summary>
        Fast,

        /// <summary>The device's fast variants, for 32 bits only.</summary>
        Fast32BitOnly,
    }

    /// <summary>What the kernel compiler knows about source lines. Here messages of refused kernels always name them where a PDB is found.</summary>
    public enum DebugSymbolsMode
    {
        /// <summary>As the debugger wants it.</summary>
        Auto,

        /// <summary>Nothing.</summary>
        Disabled,

        /// <summary>Lines in messages.</summary>
        Basic,

        /// <summary>Lines in kernels.</summary>
        Kernel,

        /// <summary>Source text in kernels.</summary>
        KernelSourceAnnotations,
    }

    /// <summary>What kernels on devices may do with static fields that are not readonly. The modes can be combined.</summary>
    [Flags]
    public enum StaticFieldMode
    {
        /// <summary>Nothing: such kernels are refused.</summary>
        Default,

        /// <summary>Read their values as they were when the kernel was compiled.</summary>
        MutableStaticFields,

        /// <summary>Write them without effect.</summary>
        IgnoreStaticFieldStores,
    }

    /// <summary>What kernels on devices may do with arrays in static fields.</summary>
    public enum ArrayMode
    {
        /// <summary>Nothing: such kernels are refused.</summary>
        Default,

        /// <summary>Read their elements as they were when the kernel was compiled.</summary>
        InlineMutableStaticArrays,
    }

    /// <summary>Which results of compilation are kept. Here each kernel is compiled once for an accelerator in every mode.</summary>
    public enum CachingMode
    {
        /// <summary>All.</summary>
        Default,

        /// <summary>All but kernels.</summary>
        NoKernelCaching,

        /// <summary>All but launchers.</summary>
        NoLaunchCaching,

        /// <summary>None.</summary>
        Disabled,
    }

    /// <summary>Which host memory is locked while it is copied. Here only memory that the program allocates so.</summary>
    public enum PageLockingMode
    {
        /// <summary>What the program allocates so.</summary>
        Default,

        /// <summary>What the runtime allocates, too.</summary>
        Auto,

        /// <summary>All.</summary>
        Aggressive,
    }

    /// <summary>Which functions the kernel compiler puts into their callers.</summary>
    public enum InliningMode
    {
        /// <summary>All.</summary>
        Default = 0,

        /// <summary>All.</summary>
        Aggressive = Default,

        /// <summary>Small ones.</summary>
        Conservative = 1,

        /// <summary>None.</summary>
        Disabled = 2,
    }
}

namespace ILGPU.Runtime
{
    /// <summary>The kinds of accelerators.</summary>
    public enum AcceleratorType
    {
        /// <summary>Runs the C# kernel itself on the processor.</summary>
        CPU = 0,

        /// <summary>An NVIDIA GPU.</summary>
        Cuda = 1,

        /// <summary>An OpenCL device.</summary>
        OpenCL = 2,
    }
}
