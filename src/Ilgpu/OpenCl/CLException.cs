namespace ILGPU.Runtime.OpenCL;

/// <summary>An OpenCL driver reported an error.</summary>
public sealed class CLException : AcceleratorException
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

    /// <summary>An error with a code.</summary>
    public CLException(CLError error)
        : this(error, "A call of the driver failed")
    {
    }

    internal CLException(CLError error, string what)
        : base($"{what}: OpenCL error {error}.")
    {
        Error = error;
    }

    /// <summary>The driver's code.</summary>
    public CLError Error { get; }

    /// <inheritdoc/>
    public override AcceleratorType AcceleratorType => AcceleratorType.OpenCL;

    /// <summary>Turns a code into an exception.</summary>
    /// <exception cref="CLException">The code is not success.</exception>
    public static void ThrowIfFailed(CLError error)
    {
        if (error != CLError.CL_SUCCESS)
            throw new CLException(error);
    }
}
