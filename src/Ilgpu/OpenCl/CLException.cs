namespace ILGPU.Runtime.OpenCL;

/// <summary>An OpenCL driver reported an error.</summary>
public sealed class CLException : Exception
{
    /// <summary>An error without a code.</summary>
    public CLException()
    {
    }

    /// <summary>An error with a message.</summary>
    public CLException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public CLException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal CLException(CLError error, string what)
        : base($"{what}: OpenCL error {error}.")
    {
        Error = error;
    }

    /// <summary>The driver's code.</summary>
    public CLError Error { get; }
}
