using ILGPU.Runtime;

namespace ILGPU
{
    /// <summary>A kernel or the host asks for something that the device cannot do.</summary>
    public class CapabilityNotSupportedException : NotSupportedException
    {
        /// <summary>An error without a message.</summary>
        public CapabilityNotSupportedException()
        {
        }

        /// <summary>An error with a message.</summary>
        public CapabilityNotSupportedException(string message)
            : base(message)
        {
        }

        /// <summary>An error with a message and its cause.</summary>
        public CapabilityNotSupportedException(string message, Exception innerException)
            : base(message, innerException)
        {
        }

        internal static CapabilityNotSupportedException Of(AcceleratorType kind, string what) => new($"The {kind} device has no {what}.");
    }
}

namespace ILGPU.Runtime
{
    /// <summary>A driver reported an error.</summary>
    public abstract class AcceleratorException : Exception
    {
        private protected AcceleratorException()
        {
        }

        private protected AcceleratorException(string message)
            : base(message)
        {
        }

        private protected AcceleratorException(string message, Exception innerException)
            : base(message, innerException)
        {
        }

        /// <summary>The kind of accelerator whose driver it was.</summary>
        public abstract AcceleratorType AcceleratorType { get; }
    }
}
