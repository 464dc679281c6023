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
